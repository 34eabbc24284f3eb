import DatabaseConstructor from "better-sqlite3";
import { beforeEach, expect, it } from "vitest";
import { areStandingsProven, sealStandings, standingProof } from "./op-standing";
import { totalsIn } from "./total";

let db: DatabaseConstructor.Database;
const hashOf = (id: number) => Buffer.alloc(32, id);

/** Ops that count, one that waits and one that was refused, as whoever writes leaves them. */
beforeEach(() => {
  db = new DatabaseConstructor(":memory:");
  db.exec(`CREATE TABLE op (id INTEGER PRIMARY KEY, hash BLOB, standing INTEGER, standing_proof INTEGER);
           CREATE TABLE total (name TEXT PRIMARY KEY, rows INTEGER, sum INTEGER)`);
  const insert = db.prepare("INSERT INTO op VALUES (?, ?, ?, ?)");
  for (const [place, standing] of [0, 0, 1, 0, 2].entries())
    insert.run(place + 1, hashOf(place + 1), standing, standingProof(hashOf(place + 1), standing));
  sealStandings(db);
});

const isProven = () => areStandingsProven(db, totalsIn(db));

it("holds of what was written", () => {
  expect(isProven()).toBe(true);
});

it.each([
  ["an op that counts and has a proof", "UPDATE op SET standing_proof = 1 WHERE id = 1"],
  ["an op that waits and is said to count", "UPDATE op SET standing = 0 WHERE id = 3"],
  ["an op that counts and is said to wait", "UPDATE op SET standing = 1 WHERE id = 1"],
  ["one that counts now, proof and all", "UPDATE op SET standing = 0, standing_proof = 0 WHERE id = 3"],
  ["no standing", "UPDATE op SET standing = NULL WHERE id = 2"],
  ["no proof", "UPDATE op SET standing_proof = NULL WHERE id = 2"],
  ["a standing that is no number", "UPDATE op SET standing = 'x' WHERE id = 2"],
  ["a proof that is bytes", "UPDATE op SET standing_proof = x'00' WHERE id = 2"],
  ["one that is gone", "DELETE FROM op WHERE id = 5"],
])("does not hold with %s", (_, flip) => {
  db.exec(flip);
  expect(isProven()).toBe(false);
});
