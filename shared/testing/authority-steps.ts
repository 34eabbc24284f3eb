/** Random deeds of offices, known and unknown, on plain sets of ops: what the laws of authority are tried on. */
import fc from "fast-check";
import { entities } from "../domain/entities";
import { unitLevels } from "../domain/values";
import { decisionRowOf } from "../sync/authority/decisions";
import type { AuthoredOp } from "../sync/authority/types";
import {
  communeA,
  communeB,
  district,
  id,
  keys,
  op,
  person,
  province,
  renames,
  revokes,
  says,
  saysAgain,
  serves,
  unsays,
  type Who,
  world,
} from "./authority";

const worldSize = world().length;
const everybody = ["P", "D", "A", "B", "X"] as const;
const who = fc.constantFrom<Who>(...everybody);
const people = [id(500), id(501), id(502)] as const;
const places = [province, district, communeA, communeB, id(401)] as const;
/** What somebody does, as plain numbers. */
export const authorityStep = fc.record({
  do: fc.constantFrom(
    "person",
    "serves",
    "renames",
    "moves",
    "unit",
    "links",
    "tie",
    "joins",
    "set",
    "decides",
    "decidesAgain",
    "withdraws",
    "misleads",
    "usurps",
    "office",
    "again",
    "revokes",
  ),
  by: who,
  one: fc.nat({ max: 2 }),
  other: fc.nat({ max: 4 }),
  verdict: fc.constantFrom("accept" as const, "refuse" as const),
});

type AuthorityStep = typeof authorityStep extends fc.Arbitrary<infer T> ? T : never;

/** The ops of a world in which steps were taken; what is not possible at the moment is left out. */
export function opsOfSteps(steps: readonly AuthorityStep[]): AuthoredOp[] {
  const ops = world();
  const rows: string[] = [];
  for (const { do: what, by, one, other, verdict } of steps) {
    const official = people[one] ?? people[0];
    const place = places[other] ?? province;
    const row = id(600 + rows.length);
    switch (what) {
      case "person":
        if (!ops.some((known) => known.row === official && known.create)) ops.push(person(by, official));
        break;
      case "again":
        ops.push(person(by, official));
        break;
      case "serves":
        rows.push(row);
        ops.push(serves(by, row, official, place));
        break;
      case "renames":
        ops.push(renames(by, official));
        break;
      case "moves": {
        const known = rows[other % Math.max(1, rows.length)];
        if (known !== undefined)
          ops.push(op({ by: keys[by], entity: "assignment", row: known, fields: { official, unit: place } }));
        break;
      }
      case "unit": {
        const level = verdict === "accept" ? { level: unitLevels[one] ?? "commune" } : {};
        const fields = { parent: place, ...level };
        ops.push(op({ by: keys[by], entity: "unit", row: id(401), create: one === 0, fields }));
        break;
      }
      case "links": {
        const link = verdict === "accept" ? { parent: place, level: "commune" } : { predecessors: place };
        ops.push(op({ by: keys[by], entity: "unit", row: places[one + 1] ?? district, fields: link }));
        break;
      }
      case "tie":
        ops.push(
          op({
            by: keys[by],
            entity: "credential",
            row: id(700 + ops.length),
            create: true,
            fields: { key: keys.X, unit: place },
          }),
        );
        break;
      case "joins":
        ops.push(
          op({
            by: keys[by],
            entity: "official",
            row: official,
            fields: {},
            removed: `joined into ${people[other % 3]}`,
          }),
        );
        break;
      case "revokes": {
        const target = everybody[other % 5] ?? "A";
        ops.push(revokes(by, target, ops.slice(0, one === 0 ? ops.length : -one), id(800 + ops.length)));
        break;
      }
      case "set":
        ops.push(
          op({ by: keys[by], entity: "standardSet", row: id(202), create: true, fields: { name: "x" } }),
        );
        break;
      case "office": {
        const fields = { unit: place, name: "y" };
        ops.push(op({ by: keys[by], entity: "office", row: id(300 + one), create: true, fields }));
        break;
      }
      case "decides": {
        const known = ops[worldSize + ((one * 5 + other) % Math.max(1, ops.length - worldSize))];
        if (known !== undefined) ops.push(says(by, known, verdict));
        break;
      }
      // The row of the decisions about an op, begun as somebody else's entity or as a decision that names another row.
      case "misleads": {
        const known = ops[worldSize + ((one * 5 + other) % Math.max(1, ops.length - worldSize))];
        if (known === undefined) break;
        const begun = { by: keys[by], row: decisionRowOf(known.id), create: true } as const;
        const misled =
          one === 0
            ? op({ ...begun, entity: "official", fields: { fullName: "An" } })
            : op({ ...begun, entity: "decision", fields: { op: known.id, about: official, verdict } });
        ops.push({ ...misled, lamport: 1 });
        break;
      }
      // A row that is there, begun once more as whatever may help, with the least clock that there is.
      case "usurps": {
        const known = ops[worldSize + ((one * 5 + other) % Math.max(1, ops.length - worldSize))];
        if (known === undefined) break;
        const begun = { by: keys[by], row: known.row, create: true } as const;
        const taken = [
          op({ ...begun, entity: "official", fields: { fullName: "An" } }),
          op({ ...begun, entity: "unit", fields: { name: "u", parent: place, level: "commune" } }),
          op({ ...begun, entity: "credential", fields: { key: keys.X, unit: place } }),
          op({ ...begun, entity: "assignment", fields: { official, unit: place } }),
        ][verdict === "accept" ? one : 3];
        if (taken !== undefined) ops.push({ ...taken, lamport: 1 });
        break;
      }
      case "withdraws": {
        const known = ops[worldSize + ((one * 5 + other) % Math.max(1, ops.length - worldSize))];
        const author = everybody.find((name) => known?.branch.writer.startsWith(keys[name]));
        if (known === undefined || author === undefined) break;
        ops.push(verdict === "refuse" ? says(author, known, "refuse") : unsays(author, known));
        break;
      }
      case "decidesAgain": {
        const decisions = ops.filter(({ entity }) => entity === entities.decision.id);
        const known = decisions[other % Math.max(1, decisions.length)];
        if (known !== undefined) ops.push(saysAgain(by, known.row, { verdict }, decisions));
      }
    }
  }
  return ops;
}
