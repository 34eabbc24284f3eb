/**
 * The one reading of a person: rows into facts, facts into the unit and post that they count in on a day and the
 * findings in words. The form while somebody types, the stored record, the command line and a sample all come through
 * here, whatever holds their units and posts; the columns of the statistics take the same decisions from decide.ts, and
 * a property test holds all of them equal. A second reading would let one typed letter change a verdict.
 */
import type { PostOption, UnitOnDay } from "../contract/schemas/catalog";
import type { FindingData } from "../contract/schemas/common";
import { packedToIso } from "../domain/partial-date";
import type { DraftRow } from "../domain/validate/context";
import { dateOf, textOf } from "../domain/validate/fields";
import { postGroups } from "../domain/values";
import { unknownPostOrder } from "./decide";
import { judge } from "./judge";
import { areaFlagsMask, type RuleBook } from "./rules";
import type {
  AssignmentFact,
  Catalog,
  Finding,
  Judgement,
  PersonFacts,
  PostFacts,
  QualificationFact,
} from "./types";

/** The rows that judging reads, in any order. */
export interface PersonRows {
  readonly rows: Readonly<Record<"assignment" | "qualification", readonly DraftRow[]>>;
}

/** A person judged, as screens and the command line carry it. */
export interface RecordJudgement extends Judgement {
  /** Unit that the person counts in, and post of the main assignment; null when they do not serve. */
  readonly serving: { readonly unitId: string; readonly postId: string } | null;
  /** The findings, plain enough for every channel. */
  readonly data: readonly FindingData[];
}

/** Judges a person's rows on the rule book's day. */
export function judgeRows(person: PersonRows, book: RuleBook, catalog: Catalog): RecordJudgement {
  const judgement = judge(personFacts(person, catalog), book, (unitId, asOf) => catalog.unitOn(unitId, asOf));
  const { main, unitId } = judgement;
  return {
    ...judgement,
    serving: main === null || unitId === null ? null : { unitId, postId: main.postId },
    data: judgement.findings.map(findingData),
  };
}

/**
 * What is known of a person. Rows that lack what judging reads (no unit or post yet, no level yet) are passed over, as
 * they are where they were not stored yet.
 */
function personFacts({ rows }: PersonRows, catalog: Catalog): PersonFacts {
  return {
    assignments: rows.assignment.flatMap((row) => assignmentFact(row, catalog)),
    qualifications: rows.qualification.flatMap(qualificationFact),
  };
}

/** A post's group and order from its row; a group of a newer program is none. */
export function postFacts(group: string | null, order: number): PostFacts {
  return { group: postGroups.find((key) => key === group) ?? null, order };
}

/**
 * The catalog of a page, from what the main process sent.
 * @param units where people of the units in question count on the day asked for
 */
export function sentCatalog(units: readonly UnitOnDay[], posts: readonly PostOption[]): Catalog {
  const counted = new Map(
    units.map(({ namedId, id, areaFlags }) => [
      namedId,
      { id, areaFlags: areaFlagsMask(areaFlags.split(" ")) },
    ]),
  );
  const facts = new Map(posts.map(({ id, group, order }) => [id, postFacts(group, order)]));
  return {
    unitOn: (unitId) => counted.get(unitId) ?? null,
    postOf: (postId) => facts.get(postId) ?? null,
  };
}

/** A finding as the contract and the command line carry it. */
function findingData(finding: Finding): FindingData {
  const { standard, status, required, actual, setName, clause } = finding;
  return {
    standard,
    status,
    required,
    actual,
    setName,
    clause,
    verified: finding.setVerified === true && finding.clauseVerified === true,
    graceUntil: finding.graceUntil === null ? null : packedToIso(finding.graceUntil),
    evidence: finding.evidence.map(({ qualificationId, level, granted, equivalent }) => ({
      qualificationId,
      level,
      granted,
      equivalent,
    })),
    missing: [...new Set(finding.missing.map(({ reason }) => reason))],
  };
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
      postOrder: post?.order ?? unknownPostOrder,
      from: dateOf(fields, "from"),
      to: dateOf(fields, "to"),
      main: fields["main"] === true,
    },
  ];
}

function qualificationFact({ id, fields }: DraftRow): QualificationFact[] {
  const kind = textOf(fields, "kind");
  const level = textOf(fields, "level");
  if (kind === null || level === null) return [];
  return [{ id, kind, level, granted: dateOf(fields, "granted"), equivalent: fields["equivalent"] === true }];
}
