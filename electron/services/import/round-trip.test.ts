/**
 * What was exported comes in again as what it was: properties over random people with rows of every entity, through real
 * files of both formats and back through another program's.
 */
import fc from "fast-check";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { isWritten, personColumns } from "../../../shared/columns/column";
import { byName, unitKey } from "../../../shared/columns/table-column";
import { officialFilterSchema } from "../../../shared/contract/schemas/officials";
import { byOwned } from "../../../shared/domain/entities";
import { isoToPacked } from "../../../shared/domain/partial-date";
import { propertyFactor } from "../../../shared/testing/property-seed";
import { allRows } from "../../roster/read/rows";
import { cliPlace } from "../../testing/command-line";
import { convertWithOffice, hasLibreOffice } from "../../testing/libre-office";
import { type MadePerson, randomPeople, storable } from "../../testing/random-people";
import { todayOf } from "../environment";
import { Officials } from "../officials";
import { OpenRoster } from "../open-roster";
import { exportPeople } from "../report/export-file";
import type { ImportDocument } from "./document";

const place = cliPlace();
afterAll(() => place.remove());
const { environment } = place;
const on = todayOf(environment);
const everybody = { moment: { on }, serving: "all" } as const;
const columns = personColumns.filter(isWritten).map(({ key }) => key);

let made = 0;
/** Rosters with the same units and posts, whose rows have the same ids: copies of one. */
async function empty(): Promise<string> {
  const master = place.path("mau-rong.scb");
  if (made++ === 0) await place.json("init", master, "--unit", "08173", "--on", "2026-01-01");
  const path = place.path(`so-${made}.scb`);
  copyFileSync(master, path);
  return path;
}

async function within<T>(path: string, work: (roster: OpenRoster) => Promise<T>): Promise<T> {
  const roster = await OpenRoster.open(path, environment);
  try {
    return await work(roster);
  } finally {
    await roster.close();
  }
}

/** Writes people and gives the file that they are exported to. */
function exported(path: string, people: readonly MadePerson[], ending: string): Promise<string> {
  return within(path, async (roster) => {
    const catalog = roster.catalog();
    const { newId } = environment;
    const edits = people.flatMap((person) =>
      storable(person, { person: newId(), newId }, isoToPacked(on), catalog),
    );
    roster.write({ action: "import", reason: null, edits });
    const question = {
      moment: { on },
      unitId: null,
      officialId: null,
      list: { columns, filter: { serving: "all" as const } },
    };
    const file = await exportPeople(roster, environment, place.path(`ra-${made}${ending}`), question, {});
    expect(file.people).toBeGreaterThanOrEqual(people.length);
    return file.file.path;
  });
}

/** What the columns say of everybody, as it is stored and as it is read. */
function said(path: string) {
  return within(path, async (roster) => {
    const page = await new Officials(roster).page(
      officialFilterSchema.parse(everybody),
      byName,
      columns,
      0,
      100,
    );
    const cells = page.rows.map((row) =>
      columns.map((key, at) => {
        const { text, value } = row.cells[at] ?? { text: "" };
        // A unit that went up in another of its name is that one; which day a list means is not said without a date.
        return [key, text, key === unitKey ? text : value];
      }),
    );
    const kept = allRows(roster.db, "keptText")
      .map(({ fields }) => [fields["heading"], fields["text"], fields["column"], fields["source"]].join("\n"))
      // The ids of the records where the list comes from say nothing here.
      .filter((text) => !text.startsWith("Mã cán bộ\n"));
    const isKept = ([key]: readonly unknown[]) => String(key).startsWith("keptText.");
    return { cells: cells.map((row) => row.filter((cell) => !isKept(cell))), kept: kept.sort() };
  });
}

const take = (roster: string, file: string) => place.json<ImportDocument>("import", roster, file);
const left = ({ problems }: ImportDocument) => problems.filter(({ severity }) => severity !== "warning");

let drawn: fc.Arbitrary<MadePerson[]>;
beforeAll(async () => {
  drawn = await within(await empty(), (roster) => Promise.resolve(randomPeople(roster.catalog())));
});

it("is found again as it stands, and makes the same people where nobody is", async () => {
  await fc.assert(
    fc.asyncProperty(drawn, fc.constantFrom(".xlsx", ".csv"), async (list, ending) => {
      const roster = await empty();
      const file = await exported(roster, list, ending);
      const before = await said(roster);
      const again = await take(roster, file);
      expect([left(again), again.questions]).toEqual([[], []]);
      expect(again).toMatchObject({ added: 0, changed: 0, unchanged: list.length, kept: 0, changeId: null });
      const other = await empty();
      const fresh = await take(other, file);
      expect([left(fresh), fresh.questions]).toEqual([[], []]);
      expect(fresh).toMatchObject({ added: list.length, changed: 0 });
      expect(await said(other)).toEqual(before);
    }),
    { numRuns: Math.ceil(12 * propertyFactor) },
  );
});

/** A flat document as somebody leaves it who sorted it by another column, filtered it and took lines out. */
function rearranged(flat: string, order: readonly number[], gone: number): string {
  const all = flat.match(/<table:table-row[^]*?<\/table:table-row>/gu) ?? [];
  const [heading = "", ...lines] = all.filter((line) => line.includes("office:value-type"));
  const first = flat.indexOf(heading);
  const last = lines[lines.length - 1] ?? heading;
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
          const path = place.path(`qua-${made}.${ending}`);
          writeFileSync(path, bytes);
          const again = await take(roster, path);
          expect([ending, left(again), again.questions]).toEqual([ending, [], []]);
          const rows = list.length - gone;
          expect(again).toMatchObject({ rows, added: 0, changed: 0, unchanged: rows, kept: 0 });
        }
        expect(await said(roster)).toEqual(before);
      }),
      { numRuns: propertyFactor },
    );
  },
);

it("asks nothing of a text that says of somebody on record what is recorded", async () => {
  const roster = await empty();
  const { newId } = environment;
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
    const again = await take(roster, file);
    expect([left(again), again.questions]).toEqual([[], []]);
    expect(again).toMatchObject({ added: 0, changed: 0, kept: 0, changeId: null });
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
