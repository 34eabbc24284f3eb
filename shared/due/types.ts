/** What is read of somebody to say what is due, and what a kind of due thing is. */
import type { SalaryScale } from "../career/salary-steps";
import type { StaffKind } from "../career/types";
import type { RowFields } from "../domain/checks/reading";
import type { OwnedEntity } from "../domain/entities";
import type { DueGap, DueItem } from "../domain/due";
import { earliestDay, type PackedDay, type PartialDate } from "../domain/partial-date";
import type { EvaluationGrade, PostCategory, Standard } from "../domain/values";

/** The grade of a year that puts off a step of pay. */
export const failedGrade: EvaluationGrade = "notCompleted";

/** The entities whose rows are read, with the fields that are. A reader that needs more must say it here. */
export const dueReads = {
  official: [
    "sex",
    "birth",
    "identityExpires",
    "partyJoined",
    "partyOfficial",
    "partyCard",
    "partyPost",
    "partyBadge",
  ],
  assignment: ["post", "kind", "from", "to", "termUntil"],
  qualification: ["kind", "expires"],
  salary: ["from", "grade", "step", "coefficient", "overPercent", "overFrom"],
  discipline: ["side", "form", "from", "to"],
  evaluation: ["year", "period", "grade"],
} as const satisfies Partial<Record<OwnedEntity | "official", readonly string[]>>;

export type DueEntity = keyof typeof dueReads;

/**
 * Of these entities the only rows that any kind looks at: those in which a field has this value, null: whichever. Most papers
 * never expire and most years put nothing off, so that whoever reads everybody leaves the others out.
 */
export const dueOnly: Readonly<
  Partial<Record<DueEntity, { readonly field: string; readonly value: string | null }>>
> = {
  qualification: { field: "expires", value: null },
  evaluation: { field: "grade", value: failedGrade },
};

/** Somebody who serves on the day; of others nothing is due. Rows in any order. */
export interface DuePerson {
  readonly fields: RowFields;
  readonly rows: Readonly<Record<Exclude<DueEntity, "official">, readonly RowFields[]>>;
  /** Kind of the post by which they are counted; null: the post is not known here. */
  readonly category: PostCategory | null;
  /** The standards for whose sake they are in grace on the day, as everybody was judged. */
  readonly grace: readonly GraceHeld[];
}

export interface GraceHeld {
  readonly standard: Standard;
  /** Its last day, a full packed day. */
  readonly until: PackedDay;
  /** The requirement rests on a rule that nobody compared with its text. */
  readonly unverified: boolean;
}

export interface DueContext {
  readonly today: PackedDay;
  /** @param grade code or name; null where no scale of it is known */
  readonly scaleOf: (grade: string) => SalaryScale | null;
  /** @param id of a post; null for one that is not known here */
  readonly postOf: (id: string) => { readonly name: string; readonly category: PostCategory | null } | null;
}

export type FoundItem = Omit<DueItem, "kind">;

/** What one kind finds of somebody. Neither the order of rows nor that of the result matters: see due.ts. */
export interface DueFindings {
  readonly items: readonly FoundItem[];
  /** What is missing for a day that somebody in service should have; none where nothing is. */
  readonly missing: readonly DueGap[];
}

export type DueReader = (person: DuePerson, context: DueContext) => DueFindings;

export const nothingDue: DueFindings = { items: [], missing: [] };

/** @param on canonical */
export function itemOn(on: PartialDate, why: DueItem["why"], unverified = false): FoundItem {
  return { on, earliest: earliestDay(on), why, unverified };
}

/** Whom the law on grades, discipline and notices of retirement is about; null: somebody else. */
export function staffKind({ category }: DuePerson): StaffKind | null {
  return category === "canBo" || category === "congChuc" || category === "vienChuc" ? category : null;
}
