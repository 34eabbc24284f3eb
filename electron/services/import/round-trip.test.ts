/**
 * What was exported comes in again as what it was: properties over random people with rows of every entity, through real
 * files of both formats and back through another program's.
 */
import fc from "fast-check";
import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { postKey, unitKey } from "../../../shared/columns/table-column";
import { viewGroups } from "../../../shared/contract/schemas/views";
import { byOwned } from "../../../shared/domain/entities";
import { nameKey } from "../../../shared/import/match-columns";
import { propertyFactor } from "../../../shared/testing/property-seed";
import { cliPlace } from "../../testing/command-line";
import { convertWithOffice, hasLibreOffice } from "../../testing/libre-office";
import type { MadePerson } from "../../testing/random-people";
import { everyColumn, expectAdded, expectUnchanged, roundTrips } from "../../testing/round-trips";

/** Who somebody is, as what and where: of several columns a list that is printed has these at least. */
const whoAndWhere = [nameKey, "official.birth", unitKey, postKey];

const place = cliPlace();
afterAll(() => place.remove());
const { empty, exported, people, printed, said, take, within } = roundTrips(place);

let drawn: fc.Arbitrary<MadePerson[]>;
beforeAll(async () => {
  drawn = await people();
});

it("is found again as it stands, and makes the same people where nobody is", async () => {
  await fc.assert(
    fc.asyncProperty(drawn, fc.constantFrom(".xlsx", ".csv"), async (list, ending) => {
      const roster = await empty();
      const file = await exported(roster, list, ending);
      const before = await said(roster);
      expectUnchanged(await take(roster, file), list.length);
      const other = await empty();
      expectAdded(await take(other, file), list.length);
      expect(await said(other)).toEqual(before);
    }),
    { numRuns: Math.ceil(12 * propertyFactor) },
  );
});

it("is found again whatever columns it has", async () => {
  const some = fc
    .subarray([...everyColumn])
    .map((keys) => [nameKey, ...keys.filter((key) => key !== nameKey)]);
  await fc.assert(
    fc.asyncProperty(drawn, fc.constantFrom(".xlsx", ".csv"), some, async (list, ending, keys) => {
      const roster = await empty();
      const file = await exported(roster, list, ending, keys);
      const before = await said(roster);
      expectUnchanged(await take(roster, file), list.length);
      expect(await said(roster)).toEqual(before);
    }),
    { numRuns: Math.ceil(8 * propertyFactor) },
  );
});

it("is as many people in a printed list whether it is parted into groups or not", async () => {
  const group = fc.constantFrom(...viewGroups);
  const others = fc.subarray(
    everyColumn.filter((key) => !whoAndWhere.includes(key)),
    { maxLength: 6 },
  );
  await fc.assert(
    fc.asyncProperty(drawn, group, others, async (list, by, further) => {
      const roster = await empty();
      await exported(roster, list, ".csv", [nameKey]);
      const keys = [...whoAndWhere, ...further];
      const outcomes = [];
      for (const parted of [null, by]) {
        const into = await empty();
        const done = await take(into, await printed(roster, keys, parted));
        const asked = done.questions.map(({ key }) => key).sort();
        outcomes.push([done.rows, done.added, done.changed, done.unchanged, done.kept, asked]);
      }
      expect(outcomes[1]).toEqual(outcomes[0]);
      expect(outcomes[0]?.[0]).toBe(list.length);
    }),
    { numRuns: Math.ceil(6 * propertyFactor) },
  );
});

/** A flat document as somebody leaves it who sorted it by another column, filtered it and took lines out. */
function rearranged(flat: string, order: readonly number[], gone: number): string {
  const all = flat.match(/<table:table-row[^]*?<\/table:table-row>/gu) ?? [];
  const written = all.filter((line) => line.includes("office:value-type"));
  // Above the headings the file says what it holds.
  const headed = written.findIndex((line) => line.includes(">Họ và tên<"));
  const heading = written.slice(0, headed + 1).join("");
  const lines = written.slice(headed + 1);
  const first = flat.indexOf(written[0] ?? "");
  const last = lines[lines.length - 1] ?? "";
  const sorted = lines
    .map((line, place) => ({ line, at: order[place] ?? 0 }))
    .sort((one, other) => one.at - other.at)
    .slice(gone)
    .map(({ line, at }) =>
      at % 2 === 0 ? line : line.replace("<table:table-row", '<table:table-row table:visibility="filter"'),
    );
  return `${flat.slice(0, first)}${heading}${sorted.join("")}${flat.slice(flat.lastIndexOf(last) + last.length)}`;
}

it.skipIf(!hasLibreOffice("sheets"))(
  "comes back from another program as it stands, sorted, filtered and with lines taken out",
  async () => {
    await fc.assert(
      fc.asyncProperty(drawn, fc.array(fc.nat(), { minLength: 6, maxLength: 6 }), async (list, order) => {
        const roster = await empty();
        const file = await exported(roster, list, ".xlsx");
        const before = await said(roster);
        const gone = Math.min(2, list.length - 1);
        const flat = convertWithOffice(readFileSync(file), "xlsx", "fods").toString("utf8");
        const changed = Buffer.from(rearranged(flat, order, gone));
        const xls = convertWithOffice(changed, "fods", "xls:MS Excel 97");
        for (const [ending, bytes] of [
          ["xls", xls],
          ["ods", convertWithOffice(xls, "xls", "ods")],
          ["xlsx", convertWithOffice(changed, "fods", "xlsx")],
        ] as const) {
          const path = `${roster}.${ending}`;
          writeFileSync(path, bytes);
          expectUnchanged(await take(roster, path), list.length - gone);
        }
        expect(await said(roster)).toEqual(before);
      }),
      { numRuns: propertyFactor },
    );
  },
);

it("asks nothing of a text that says of somebody on record what is recorded", async () => {
  const roster = await empty();
  const { newId } = place.environment;
  const [unit, post] = await within(roster, (open) => {
    const made = [newId(), newId()];
    // Two that bear one name, as an office makes them that tells them apart by their group.
    const edits = made.map((id, place) => ({
      kind: "create" as const,
      entity: "post" as const,
      id,
      fields: {
        key: `thu${place}`,
        name: "Chức danh Thử",
        group: "otherPost",
        category: "congChuc",
        order: 900 + place,
      },
    }));
    open.write({ action: "add", reason: null, edits });
    const { units } = open.catalog();
    return Promise.resolve([units.find(({ code }) => code === "08173")?.id, made[0]]);
  });
  const own = { fullName: "Nguyễn Văn Mẫu", ethnicity: "Thổ", religion: "-", hometown: "x" };
  const serving = { unit: unit ?? "", post: post ?? "", from: "2025-08-05" };
  const rows = byOwned((entity) => (entity === "assignment" ? [serving] : []));
  for (const ending of [".xlsx", ".csv"]) {
    const file = await exported(roster, [{ own, rows }], ending);
    expectUnchanged(await take(roster, file), ending === ".xlsx" ? 1 : 2);
  }
  // Of anybody else it is asked.
  const table = place.path("khac.csv");
  writeFileSync(table, "\uFEFFHọ và tên,Dân tộc,Chức danh\nLê Thị Thử,Thổ,Chức danh Thử\n");
  const { questions } = await take(roster, table);
  expect(questions.map(({ key, choices }) => [key, choices.length])).toEqual([
    ["word:official.ethnicity:Thổ", 3],
    ["word:assignment.post:Chức danh Thử", 2],
  ]);
});
