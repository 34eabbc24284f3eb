/**
 * Proves the standing of each op: the one column that its hash does not cover, since it is a reading of the log.
 *
 * Without it one byte would let a proposal count that nobody accepted, silently, from the next time on that its row is
 * read. An op that counts has no proof, which costs nothing; any other one has a checksum over its hash and its standing.
 * How many there are of each, and what their proofs add up to, stands among the totals, so that one which is missing from
 * a list is noticed too.
 */
import type Database from "better-sqlite3";
import { proofOf } from "./row-proof";
import { isTotal, type Total, type Totals } from "./total";

/** What counts; its proof is left out. */
const usual = 0;
const mask = 0xffffffff;

/** @param hash of the op @returns what stands beside a standing */
export function standingProof(hash: Uint8Array, standing: number): number {
  return standing === usual ? 0 : proofOf([hash, standing]);
}

/** Whether a standing is the one that was written. */
export function isStandingProven(hash: Uint8Array, standing: number, proof: number): boolean {
  return standingProof(hash, standing) === proof;
}

/** Name of the total of the ops of one standing. */
export function standingTotal(standing: number): string {
  return `op standing ${standing}`;
}

const others: readonly number[] = [1, 2, 3];

/** Adds the ops of each standing up anew: of a database that was made or brought forward by steps. */
export function sealStandings(db: Database.Database): void {
  const note = db.prepare(
    `INSERT OR REPLACE INTO total (name, rows, sum)
     SELECT ?, count(*), coalesce(sum(standing_proof), 0) & ${mask} FROM op WHERE standing <> 0 AND standing = ?`,
  );
  for (const standing of others) note.run(standingTotal(standing), standing);
}

/**
 * Whether every op stands as it was written, and none is missing among those that do not count.
 * @param totals all that is noted, see `totalsIn`
 */
export function areStandingsProven(db: Database.Database, totals: Totals): boolean {
  const sums = new Map<number, Total>(others.map((one) => [one, { rows: 0, sum: 0 }]));
  // SQLite passes over what is as usual, which is nearly all; it looks at each op itself, and at no index.
  const all = db
    .prepare(
      `SELECT hash, standing, standing_proof FROM op NOT INDEXED
       WHERE standing IS NOT ${usual} OR standing_proof IS NOT 0`,
    )
    .raw();
  for (const one of all.iterate()) {
    const [hash, standing, proof] = one as [Buffer, number, number];
    if (!isStandingProven(hash, standing, proof)) return false;
    if (standing === usual) continue;
    const { rows, sum } = sums.get(standing) ?? { rows: 0, sum: 0 };
    sums.set(standing, { rows: rows + 1, sum: (sum + proof) >>> 0 });
  }
  return [...sums].every(([standing, found]) => isTotal(totals.get(standingTotal(standing)), found));
}

/** Has a connection keep the totals with every standing that it writes; its triggers are in no file. */
export function sealingStandings(db: Database.Database): void {
  const count = (of: "NEW" | "OLD", change: "+" | "-") =>
    `UPDATE total SET rows = rows ${change} 1, sum = (sum ${change} ${of}.standing_proof) & ${mask}
     WHERE name = 'op standing ' || ${of}.standing`;
  db.exec(`
    CREATE TEMP TRIGGER "op standing comes" AFTER INSERT ON main.op WHEN NEW.standing <> 0 BEGIN
      ${count("NEW", "+")}; END;
    CREATE TEMP TRIGGER "op standing changes" AFTER UPDATE OF standing, standing_proof ON main.op BEGIN
      ${count("OLD", "-")}; ${count("NEW", "+")}; END;
    CREATE TEMP TRIGGER "op standing goes" AFTER DELETE ON main.op WHEN OLD.standing <> 0 BEGIN
      ${count("OLD", "-")}; END;`);
}
