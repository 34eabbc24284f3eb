/**
 * Bits and bytes that flip where a roster lies: in every kind of page of a real one, tables and indexes, inner pages and
 * leaves. Whatever is asked then is answered as before, or refused with a sentence about the file; never otherwise.
 *
 * The second part has no help of the examination at opening, which larger rosters do not get: what is read proves itself.
 */
import { tableColumns } from "../../shared/columns/table-column";
import { readFileSync, writeFileSync } from "node:fs";
import DatabaseConstructor from "better-sqlite3";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AppError } from "../../shared/contract/errors";
import { projectionOrder, tableOf } from "../roster/projection/columns";
import { Officials } from "../services/officials";
import { OpenRoster } from "../services/open-roster";
import { statisticsByUnit } from "../services/statistics";
import { rounds } from "../testing/attack";
import { type CliPlace, cliPlace } from "../testing/command-line";

let place: CliPlace;
let roster: string;
let whole: Buffer;
let asked: string[][];
let expected: string[];
/** Pages by what they belong to: name of a table or index, and kind of page. */
let kinds: (readonly [name: string, pages: readonly number[]])[];

const pageSize = 4096;

beforeAll(async () => {
  place = cliPlace();
  roster = await place.thanhBa();
  const { people } = await place.json<{ people: { id: string }[] }>("people", roster);
  const [one, other] = people;
  await place.run("edit", roster, "official", one?.id ?? "", "note=ghi chú");
  await place.run("remove", roster, "official", other?.id ?? "", "--reason", "nhập trùng");
  whole = readFileSync(roster);
  asked = [
    ["stats", roster],
    ["people", roster, "--unit", "08173"],
    ["show", roster, one?.id ?? ""],
    ["log", roster],
    ["sync", "conflicts", roster],
    ["verify", roster],
  ];
  expected = [];
  for (const words of asked) expected.push((await place.run(...words, "--json")).stdout);
  const db = new DatabaseConstructor(roster, { readonly: true });
  const pages = db.prepare("SELECT name || ' ' || pagetype AS kind, pageno FROM dbstat").all() as {
    kind: string;
    pageno: number;
  }[];
  db.close();
  const byKind = new Map<string, number[]>();
  for (const { kind, pageno } of pages) byKind.set(kind, [...(byKind.get(kind) ?? []), pageno]);
  kinds = [...byKind];
});
afterAll(() => place.remove());

interface Flip {
  readonly kind: number;
  readonly page: number;
  readonly at: number;
  /** Turned over within the byte; a whole byte where all are. */
  readonly bits: number;
}

const flip: fc.Arbitrary<Flip> = fc.record({
  kind: fc.nat(),
  page: fc.nat(),
  // The head of a page, where a flip does most, as often as all the rest.
  at: fc.oneof(fc.nat({ max: 99 }), fc.nat({ max: pageSize - 1 })),
  bits: fc.oneof(
    fc.nat({ max: 7 }).map((bit) => 1 << bit),
    fc.integer({ min: 1, max: 255 }),
  ),
});

/** @param among the kinds of pages that are meant */
function flipped({ kind, page, at, bits }: Flip, among: typeof kinds): { where: string; bytes: Buffer } {
  const [name = "", pages = []] = among[kind % among.length] ?? [];
  const number = pages[page % pages.length] ?? 1;
  const bytes = Buffer.from(whole);
  const place = (number - 1) * pageSize + at;
  bytes[place] = (bytes[place] ?? 0) ^ bits;
  return { where: `${name}, page ${number}, byte ${at}, bits ${bits}`, bytes };
}

describe("a flip in any page", () => {
  it("changes no answer of any command, or is refused as damage", async () => {
    let noticed = 0;
    await fc.assert(
      fc.asyncProperty(flip, async (one) => {
        const { where, bytes } = flipped(one, kinds);
        writeFileSync(roster, bytes);
        for (const [place_, words] of asked.entries()) {
          const { code, stdout, stderr } = await place.run(...words, "--json");
          if (code === 0)
            expect({ where, words, stdout }).toEqual({ where, words, stdout: expected[place_] });
          else {
            noticed++;
            expect({ where, words, error: JSON.parse(stderr) as object }).toMatchObject({
              where,
              error: { error: { code: expect.stringMatching(/^roster-(damaged|altered|foreign|newer)$/) } },
            });
          }
        }
      }),
      { numRuns: rounds(8, 400) },
    );
    expect(noticed).toBeGreaterThan(0);
    process.stdout.write(`attack/flips: ${noticed} answers refused\n`);
  });
});

/** Figures, everybody's names in order and one record, read from a roster whose opening examined no page. */
async function portrait(): Promise<string> {
  const open = await OpenRoster.read(roster, place.environment, undefined, { isOpenHere: true });
  try {
    const index = await open.index();
    const officials = new Officials(open);
    const moment = { on: "2021-10-01" };
    const filter = {
      moment,
      serving: "all",
      search: "",
      unitId: null,
      unitOnly: false,
      postId: null,
    } as const;
    const more = { standard: null, statuses: null, complement: false } as const;
    const order = { sorts: [{ key: "official.identityNumber", descending: true }], group: null };
    const columns = tableColumns.map(({ key }) => key);
    const page = await officials.page({ ...filter, ...more }, order, columns, 0, 100);
    const record = await officials.get(asked[2]?.[2] ?? "", moment);
    const figures = statisticsByUnit(index, moment.on, null);
    return JSON.stringify([figures, page, record, index.catalog.units, index.catalog.posts]);
  } finally {
    await open.close();
  }
}

it("in a row that was not examined is noticed by whoever reads it", async () => {
  writeFileSync(roster, whole);
  const before = await portrait();
  const tables = projectionOrder.map(tableOf);
  const ofRows = kinds.filter(([name]) => tables.includes(name.split(" ")[0] ?? ""));
  let noticed = 0;
  await fc.assert(
    fc.asyncProperty(flip, async (one) => {
      const { where, bytes } = flipped(one, ofRows);
      writeFileSync(roster, bytes);
      const answer = await portrait().catch((error: unknown) => error);
      if (answer instanceof AppError) {
        noticed++;
        expect({ where, code: answer.code }).toEqual({ where, code: "roster-damaged" });
      } else if (answer instanceof Error) throw answer;
      else expect({ where, isSame: answer === before }).toEqual({ where, isSame: true });
    }),
    { numRuns: rounds(60, 5000) },
  );
  expect(noticed).toBeGreaterThan(0);
});
