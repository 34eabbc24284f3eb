/**
 * Lists that leave a roster and come in again: what laws of export and import are played with, whatever entities there are.
 * Rosters are copies of one empty one, so that units and posts have the same ids in all of them.
 */
import { copyFileSync } from "node:fs";
import type fc from "fast-check";
import { expect } from "vitest";
import { isWritten, personColumns, refersTo } from "../../shared/columns/column";
import { byName } from "../../shared/columns/table-column";
import { officialFilterSchema } from "../../shared/contract/schemas/officials";
import type { ViewGroup } from "../../shared/contract/schemas/views";
import { isoToPacked } from "../../shared/domain/partial-date";
import { allRows } from "../roster/read/rows";
import { todayOf } from "../services/environment";
import type { ImportDocument } from "../services/import/document";
import { Officials } from "../services/officials";
import { OpenRoster } from "../services/open-roster";
import { exportPeople } from "../services/report/export-file";
import { formOf } from "../services/report/forms";
import { writeReport } from "../services/report/write";
import type { CliPlace } from "./command-line";
import { type MadePerson, randomPeople, storable } from "./random-people";

/** Every column that a workbook can hold. */
export const everyColumn = personColumns.filter(isWritten).map(({ key }) => key);

const unitColumns = new Set(
  personColumns.filter((column) => refersTo(column) === "unit").map(({ key }) => key),
);

export interface RoundTrips {
  /** A roster without people. */
  readonly empty: () => Promise<string>;
  readonly within: <T>(path: string, work: (roster: OpenRoster) => Promise<T>) => Promise<T>;
  /** Random people who may serve in the units and posts of these rosters. */
  readonly people: () => Promise<fc.Arbitrary<MadePerson[]>>;
  /**
   * Writes people into a roster and gives the file that everybody in it is exported to.
   * @param keys columns of the file; all where they are left out
   */
  readonly exported: (
    path: string,
    people: readonly MadePerson[],
    ending: string,
    keys?: readonly string[],
  ) => Promise<string>;
  /**
   * The list of everybody in a roster as a workbook that is printed.
   * @param group by which it is parted; null: it is not
   */
  readonly printed: (path: string, keys: readonly string[], group: ViewGroup | null) => Promise<string>;
  /** What the columns say of everybody, as it is stored and as it is read, and what is kept as text. */
  readonly said: (path: string) => Promise<unknown>;
  readonly take: (roster: string, file: string) => Promise<ImportDocument>;
}

export function roundTrips(place: CliPlace): RoundTrips {
  const { environment } = place;
  const on = todayOf(environment);
  let made = 0;

  const empty = async () => {
    const master = place.path("mau-rong.scb");
    if (made++ === 0) await place.json("init", master, "--unit", "08173", "--on", "2026-01-01");
    const path = place.path(`so-${made}.scb`);
    copyFileSync(master, path);
    return path;
  };
  const within: RoundTrips["within"] = async (path, work) => {
    const roster = await OpenRoster.open(path, environment);
    try {
      return await work(roster);
    } finally {
      await roster.close();
    }
  };
  return {
    empty,
    within,
    people: async () => within(await empty(), (roster) => Promise.resolve(randomPeople(roster.catalog()))),
    exported: (path, people, ending, keys = everyColumn) =>
      within(path, async (roster) => {
        const { newId } = environment;
        const edits = people.flatMap((person) =>
          storable(person, { person: newId(), newId }, isoToPacked(on), roster.catalog()),
        );
        if (edits.length > 0) roster.write({ action: "import", reason: null, edits });
        const list = { columns: keys, filter: { serving: "all" as const } };
        const question = { moment: { on }, unitId: null, officialId: null, list };
        const out = place.path(`ra-${made}${ending}`);
        return (await exportPeople(roster, environment, out, question, {})).file.path;
      }),
    printed: (path, keys, group) =>
      within(path, async (roster) => {
        const list = { columns: keys, filter: { serving: "all" as const }, order: { sorts: [], group } };
        const [file] = await writeReport(
          roster,
          environment,
          {
            form: formOf(roster, "list"),
            formats: ["xlsx"],
            folder: place.folder,
            moment: { on },
            unitId: null,
            officialId: null,
            details: { filled: {}, oneFigure: false },
            list,
          },
          { printer: null },
        );
        return file?.path ?? "";
      }),
    said: (path) =>
      within(path, async (roster) => {
        const everybody = officialFilterSchema.parse({ moment: { on }, serving: "all" });
        const { rows } = await new Officials(roster).page(everybody, byName, everyColumn, 0, 100);
        const cells = rows.map((row) =>
          everyColumn.flatMap((key, at) => {
            const { text, value } = row.cells[at] ?? { text: "" };
            if (key.startsWith("keptText.")) return [];
            // A unit that went up in another of its name is that one; which of them a list means takes a date.
            return [[key, text, unitColumns.has(key) ? text : value]];
          }),
        );
        const kept = allRows(roster.db, "keptText")
          .map(({ fields }) =>
            [fields["heading"], fields["text"], fields["column"], fields["source"]].join("\n"),
          )
          // The ids of the records that a list comes from say nothing elsewhere.
          .filter((text) => !text.startsWith("Mã cán bộ\n"));
        return { cells, kept: kept.sort() };
      }),
    take: (roster, file) => place.json<ImportDocument>("import", roster, file),
  };
}

/** That a list said of people on record what is recorded, and nothing was asked. @param people lines of the list */
export function expectUnchanged(done: ImportDocument, people: number): void {
  expect([notTaken(done), done.questions]).toEqual([[], []]);
  expect(done).toMatchObject({
    rows: people,
    added: 0,
    changed: 0,
    unchanged: people,
    kept: 0,
    changeId: null,
  });
}

/** That a list was taken over whole by a roster without people. */
export function expectAdded(done: ImportDocument, people: number): void {
  expect([notTaken(done), done.questions]).toEqual([[], []]);
  expect(done).toMatchObject({ rows: people, added: people, changed: 0 });
}

function notTaken({ problems }: ImportDocument) {
  return problems.filter(({ severity }) => severity !== "warning");
}
