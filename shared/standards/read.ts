/**
 * The one reading of a person: rows into facts, facts into the unit and post that they count in on a day and the
 * findings in words. The form while somebody types, the stored record, the command line and a sample all come through
 * here, whatever holds their units and posts; the columns of the statistics take the same decisions from decide.ts, and
 * a property test holds all of them equal. A second reading would let one typed letter change a verdict.
 */
import type { PostOption, UnitOnDay } from "../contract/schemas/catalog";
import type { FindingData } from "../contract/schemas/common";
import { isoToPacked, type PackedDay, packedToIso } from "../domain/partial-date";
import type { DraftRow } from "../domain/validate/context";
import { dateOf, type RowFields, textOf } from "../domain/validate/fields";
import {
  type AssignmentKind,
  officialCategories,
  type PostCategory,
  postCategories,
  postGroups,
  sexes,
} from "../domain/values";
import { judge, mainAssignment } from "./judge";
import { areaFlagsMask, type RuleBook } from "./rules";
import { unknownPostOrder } from "./serving";
import type {
  AssignmentFact,
  Catalog,
  Finding,
  Judgement,
  PersonFacts,
  PostFacts,
  QualificationFact,
} from "./types";

/** A row as judging reads it, with the day (ISO) on which the roster was told what it says. */
export interface JudgedRow extends DraftRow {
  readonly recordedOn?: string | null;
}

/** The rows that judging reads, in any order. */
export interface PersonRows {
  /** The person's own fields. */
  readonly fields: RowFields;
  readonly rows: Readonly<Record<"assignment" | "qualification", readonly JudgedRow[]>> & {
    /** Texts of imports that wait to be matched: no facts, and told beside what is missing. */
    readonly keptText?: readonly DraftRow[];
  };
}

/** What judging is asked beside the person and the rules. */
export interface Asked {
  readonly catalog: Catalog;
  /** Day on which rows without a day of their own are told, as those of a form are; full and packed. */
  readonly today: PackedDay;
  /** The kinds of post that count. */
  readonly kinds?: readonly PostCategory[];
}

/** A person judged, as screens and the command line carry it. */
export interface RecordJudgement extends Judgement {
  /** Unit that the person counts in, and post of the main assignment; null when they do not serve. */
  readonly serving: { readonly unitId: string; readonly postId: string } | null;
  /** The findings, plain enough for every channel. */
  readonly data: readonly FindingData[];
}

/**
 * A draft's rows as they were told of: a qualification that says what is stored was told when that was; what was typed
 * is told now.
 * @param stored the rows as they are stored, with the days on which they were told
 */
export function asRecorded(
  draft: readonly DraftRow[],
  stored: readonly (DraftRow & { readonly recordedOn: string | null })[],
): JudgedRow[] {
  const known = new Map(stored.map((row) => [row.id, row]));
  return draft.map((row) => {
    const before = known.get(row.id);
    const isSame = ["kind", "level"].every(
      (field) => textOf(row.fields, field) === textOf(before?.fields ?? {}, field),
    );
    return before !== undefined && isSame ? { ...row, recordedOn: before.recordedOn } : row;
  });
}

/** Judges a person's rows on the rule book's day. */
export function judgeRows(person: PersonRows, book: RuleBook, asked: Asked): RecordJudgement {
  const { catalog, kinds = officialCategories } = asked;
  const unitOn: Catalog["unitOn"] = (unitId, asOf) => catalog.unitOn(unitId, asOf);
  const judgement = judge(personFacts(person, asked), book, unitOn, kinds);
  const { main, unitId } = judgement;
  return {
    ...judgement,
    serving: main === null || unitId === null ? null : { unitId, postId: main.postId },
    data: judgement.findings.map((finding) => findingData(finding, person.rows.keptText ?? [])),
  };
}

/** The row by which somebody is counted on a day; null where they do not serve. */
export function mainRowOf(
  assignments: readonly DraftRow[],
  asOf: PackedDay,
  catalog: Catalog,
  kinds: readonly PostCategory[] = officialCategories,
): string | null {
  const facts = assignments.flatMap((row) => assignmentFact(row, catalog));
  return mainAssignment(facts, asOf, kinds)?.id ?? null;
}

/**
 * What is known of a person. Rows that lack what judging reads (no unit or post yet, no level yet) are passed over, as
 * they are where they were not stored yet.
 */
function personFacts({ fields, rows }: PersonRows, { catalog, today }: Asked): PersonFacts {
  return {
    birth: dateOf(fields, "birth"),
    sex: sexes.find((key) => key === fields["sex"]) ?? null,
    assignments: rows.assignment.flatMap((row) => assignmentFact(row, catalog)),
    qualifications: rows.qualification.flatMap((row) => qualificationFact(row, today)),
  };
}

/** A post's group, category and order from its row; those of a newer program are none. */
export function postFacts(group: string | null, category: string | null, order: number): PostFacts {
  return {
    group: postGroups.find((key) => key === group) ?? null,
    category: postCategories.find((key) => key === category) ?? null,
    order,
  };
}

/**
 * The catalog of a page, from what the main process sent.
 * @param units where people of the units in question count on the day asked for
 */
export function sentCatalog(
  units: readonly UnitOnDay[],
  posts: readonly Omit<PostOption, "isOurs">[],
): Catalog {
  const counted = new Map(
    units.map(({ namedId, id, areaFlags, validFrom }) => [
      namedId,
      {
        id,
        areaFlags: areaFlagsMask(areaFlags.split(" ")),
        start: validFrom === null ? 0 : isoToPacked(validFrom),
      },
    ]),
  );
  const facts = new Map(
    posts.map(({ id, group, category, order }) => [id, postFacts(group, category, order)]),
  );
  return {
    unitOn: (unitId) => counted.get(unitId) ?? null,
    postOf: (postId) => facts.get(postId) ?? null,
  };
}

/** The kind of assignment that is held beside another post. */
const concurrent: AssignmentKind = "concurrent";

/** A finding as the contract and the command line carry it. */
function findingData(finding: Finding, kept: readonly DraftRow[]): FindingData {
  const { standard, status, required, majors, actual, setName, clause, verified, assumed } = finding;
  return {
    standard,
    status,
    required,
    majors: [...majors],
    actual,
    setName,
    clause,
    verified,
    graceUntil: finding.graceUntil === null ? null : packedToIso(finding.graceUntil),
    assumed,
    evidence: finding.evidence.map(({ qualificationId, level, major, granted, equivalent, ...held }) => ({
      qualificationId,
      level,
      major,
      granted,
      equivalent,
      assumed: held.assumed && held.sure,
    })),
    missing: [...new Set(finding.missing.map(({ reason }) => reason))],
    keptTexts: finding.missing.length === 0 ? [] : keptOf(standard, kept),
  };
}

/** Texts that were meant for a paper of the standard's kind, by the key of the column of people (shared/columns). */
function keptOf(standard: string, kept: readonly DraftRow[]): string[] {
  const isOfKind = ({ fields }: DraftRow) =>
    textOf(fields, "column")?.startsWith(`qualification.${standard}.`) === true;
  return [...new Set(kept.filter(isOfKind).flatMap(({ fields }) => textOf(fields, "text") ?? []))];
}

function assignmentFact({ id, fields }: DraftRow, catalog: Catalog): AssignmentFact[] {
  const unitId = textOf(fields, "unit");
  const postId = textOf(fields, "post");
  if (unitId === null || postId === null) return [];
  const post = catalog.postOf(postId);
  return [
    {
      id,
      unitId,
      postId,
      postGroup: post?.group ?? null,
      postCategory: post?.category ?? null,
      postOrder: post?.order ?? unknownPostOrder,
      from: dateOf(fields, "from"),
      to: dateOf(fields, "to"),
      main: fields["main"] === true,
      concurrent: fields["kind"] === concurrent,
    },
  ];
}

function qualificationFact({ id, fields, recordedOn }: JudgedRow, today: PackedDay): QualificationFact[] {
  const kind = textOf(fields, "kind");
  const level = textOf(fields, "level");
  if (kind === null || level === null) return [];
  const recorded = recordedOn === undefined ? today : recordedOn === null ? 0 : isoToPacked(recordedOn);
  const equivalent = fields["equivalent"] === true;
  const major = textOf(fields, "major");
  return [{ id, kind, level, major, granted: dateOf(fields, "granted"), recorded, equivalent }];
}
