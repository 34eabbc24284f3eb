/**
 * Standings that flip: the one column of an op that its hash does not cover, since it is a reading of the log. Whoever turns
 * it lets a proposal count that nobody accepted, or takes away what counts.
 *
 * In a roster that is examined when it is opened, and in one that is too large for it, where only what is read proves itself.
 */
import { createHash } from "node:crypto";
import { copyFileSync, cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import DatabaseConstructor from "better-sqlite3";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { rounds } from "../testing/attack";
import { type CliPlace, cliPlace } from "../testing/command-line";
import { propertySeed } from "../../shared/testing/property-seed";

let place: CliPlace;
const rosters: Record<string, { bytes: Buffer; asked: readonly string[][]; expected: readonly string[] }> =
  {};
let path: string;
let ops: { id: number; standing: number }[] = [];

/** Larger than what is examined at opening. */
const padding = Buffer.alloc(17_000_000);

beforeAll(async () => {
  place = cliPlace();
  path = place.path("xa.scb");
  await place.json("init", path, "--unit", "08173", "--on", "2021-10-01");
  const { id } = await place.json<{ id: string }>("add", path, "official", "fullName=Nguyễn Văn Mẫu");
  const post = ["post=Văn phòng - thống kê", "from=2021-02", "main=có"];
  await place.json("add", path, "assignment", `official=${id}`, "unit=08173", ...post);
  const { id: waits } = await place.json<{ id: string }>(
    "add",
    path,
    "assignment",
    `official=${id}`,
    "unit=08206",
    ...post,
  );
  const asked = [
    ["sync", "proposals", path],
    ["people", path, "--as-of", "2021-10-01"],
    ["show", path, id],
    ["edit", path, "official", id, "note=ghi chú"],
    ["edit", path, "assignment", waits, "to=2021-09", "endReason=retired"],
    ["verify", path],
  ];
  const db = new DatabaseConstructor(path);
  ops = db.prepare("SELECT id, standing FROM op WHERE writer <> 1 ORDER BY id").all() as typeof ops;
  db.close();
  cpSync(join(place.environment.home, "sentinels"), place.path("sentinels"), { recursive: true });
  const small = readFileSync(path);
  const padded = new DatabaseConstructor(path);
  padded
    .prepare("INSERT INTO blob (hash, size, packed, bytes) VALUES (?, ?, 0, ?)")
    .run(createHash("sha256").update(padding).digest(), padding.length, padding);
  padded.close();
  const large = readFileSync(path);
  for (const [name, bytes] of Object.entries({ small, large })) {
    const expected: string[] = [];
    for (const words of asked) {
      putBack(bytes);
      expected.push(await answerOf(words));
    }
    rosters[name] = { bytes, asked, expected };
  }
});
afterAll(() => place.remove());

/** With what the machine remembers of it, so that it does not take the roster for one that was rolled back. */
function putBack(bytes: Buffer): void {
  writeFileSync(path, bytes);
  const sentinels = join(place.environment.home, "sentinels");
  rmSync(sentinels, { recursive: true });
  cpSync(place.path("sentinels"), sentinels, { recursive: true });
}

async function answerOf(words: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await place.run(...words, "--json");
  return `${code} ${stdout}${stderr}`;
}

/** As any hand or medium does it: neither checksums nor totals follow. */
function turn(id: number, to: number): void {
  const db = new DatabaseConstructor(path);
  db.pragma("ignore_check_constraints = ON");
  db.prepare("UPDATE op SET standing = ? WHERE id = ?").run(to, id);
  db.close();
}

it.each(["small", "large"])("in a %s roster changes no answer, or is refused as damage", async (size) => {
  expect(ops.some(({ standing }) => standing === 1)).toBe(true);
  const { bytes, asked, expected } = rosters[size] ?? { bytes: Buffer.alloc(0), asked: [], expected: [] };
  let noticed = 0;
  const turned = fc.record({ op: fc.nat({ max: ops.length - 1 }), by: fc.integer({ min: 1, max: 3 }) });
  const first = ops.findIndex(({ standing }) => standing === 1);
  await fc.assert(
    fc.asyncProperty(turned, async ({ op, by }) => {
      const { id = 0, standing = 0 } = ops[op] ?? {};
      for (const [place_, words] of asked.entries()) {
        putBack(bytes);
        turn(id, (standing + by) % 4);
        const where = { op: id, from: standing, to: (standing + by) % 4, words };
        const answer = await answerOf(words);
        if (words[0] === "verify") expect({ where, answer }).not.toEqual({ where, answer: expected[place_] });
        else if (answer !== expected[place_]) {
          noticed++;
          expect({ where, answer }).toEqual({ where, answer: expect.stringContaining('"roster-damaged"') });
        }
      }
    }),
    {
      numRuns: rounds(3, 40),
      seed: propertySeed,
      examples: [[{ op: first, by: 3 }], [{ op: first, by: 1 }]],
    },
  );
  expect(noticed).toBeGreaterThan(0);
});

it("is mended by a recovery, which works all of them out anew", async () => {
  const { bytes, expected } = rosters["small"] ?? { bytes: Buffer.alloc(0), expected: [] };
  putBack(bytes);
  const waiting = ops.find(({ standing }) => standing === 1);
  turn(waiting?.id ?? 0, 0);
  const damaged = place.path("hong.scb");
  const whole = place.path("cuu.scb");
  copyFileSync(path, damaged);
  await place.json("recover", damaged, "--to", whole);
  copyFileSync(whole, path);
  expect(await answerOf(["sync", "proposals", path])).toBe(expected[0]);
});
