/**
 * What statistics need of everybody, as whole numbers in slices by pk.
 *
 * A nation's roster has more than a million of these rows and they are read at every start, so each slice is one pass
 * over a table without sorting, and without text save two answers a person and one a qualification; each row is proven by a checksum over these
 * very columns. Dates are packed partial dates, 0 for none.
 */
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";
import { factsProof, proven, provenColumns } from "../projection/proven";

/** pk, birth, sex (1 male, 2 female, 0 not known), day of joining the Party, ethnicity and religion as written. */
export type OfficialNumbers = [
  pk: number,
  birth: number,
  sex: number,
  party: number,
  ethnicity: string | null,
  religion: string | null,
  proof: number,
];
/** pk, official, unit, post (pks), from, to, bits of `assignmentMarks`. */
export type AssignmentNumbers = [
  pk: number,
  official: number,
  unit: number,
  post: number,
  from: number,
  to: number,
  mark: number,
  proof: number,
];
/**
 * pk, official (pk), kind (place in qualificationKinds, -1 not known), rank (levelRank), field of study as written,
 * granted, day recorded.
 */
export type QualificationNumbers = [
  pk: number,
  official: number,
  kind: number,
  rank: number,
  major: string | null,
  granted: number,
  recorded: number,
  proof: number,
];

const officialColumns = sql`SELECT ${provenColumns("official", factsProof)} FROM official`;
const assignmentColumns = sql`SELECT ${provenColumns("assignment", factsProof)} FROM assignment`;
const qualificationColumns = sql`SELECT ${provenColumns("qualification", factsProof)} FROM qualification`;
const slice = (after: number, limit: number) => sql`WHERE pk > ${after} ORDER BY pk LIMIT ${limit}`;
const ofOfficial = (pk: number) => sql`WHERE official = ${pk} ORDER BY pk`;

/** The highest pk that any row can have, at once: rows bear the number of the op that created them. */
export function lastRow(db: ReadHandle): number {
  return db.value<number>(sql`SELECT max(id) FROM op`) ?? 0;
}

/** Rows with a pk greater than `afterPk`, at most `limit`; none at the end. */
export function officialFacts(db: ReadHandle, afterPk: number, limit: number): OfficialNumbers[] {
  return proven(db, db.raw<OfficialNumbers>(sql`${officialColumns} ${slice(afterPk, limit)}`));
}

/** As `officialFacts`. */
export function assignmentFacts(db: ReadHandle, afterPk: number, limit: number): AssignmentNumbers[] {
  return proven(db, db.raw<AssignmentNumbers>(sql`${assignmentColumns} ${slice(afterPk, limit)}`));
}

/** As `officialFacts`. */
export function qualificationFacts(db: ReadHandle, afterPk: number, limit: number): QualificationNumbers[] {
  return proven(db, db.raw<QualificationNumbers>(sql`${qualificationColumns} ${slice(afterPk, limit)}`));
}

/** The official's own row, or null when it is not there. */
export function officialFactsOf(db: ReadHandle, officialPk: number): OfficialNumbers | null {
  return proven(db, db.raw<OfficialNumbers>(sql`${officialColumns} WHERE pk = ${officialPk}`))[0] ?? null;
}

export function assignmentFactsOf(db: ReadHandle, officialPk: number): AssignmentNumbers[] {
  return proven(db, db.raw<AssignmentNumbers>(sql`${assignmentColumns} ${ofOfficial(officialPk)}`));
}

export function qualificationFactsOf(db: ReadHandle, officialPk: number): QualificationNumbers[] {
  return proven(db, db.raw<QualificationNumbers>(sql`${qualificationColumns} ${ofOfficial(officialPk)}`));
}
