/**
 * One row id written as two entities, those of every kind over those of every other one, through every list that puts rows into words: the
 * log, proposals, what was decided and set aside, conflicts, the preview of the next file. All of them answer, by the
 * window and by the command line, and none reads what was written as one entity by the fields of another.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type EntityName, entities, entityDefinition } from "../../../shared/domain/entities";
import type { CallResult } from "../../../shared/contract/contract";
import { entityPairs } from "../../testing/entity-pairs";
import { type ForgedOp, type Forger, forger } from "../../testing/forged-files";
import { districtAndCommune, type Office, type Offices } from "../../testing/offices";
import { kept } from "../../testing/put-back";
import { readingCalls } from "../../testing/reading-commands";
import { receivesWhole, runsAgreed } from "../../testing/receive-whole";
import { ownRows, makeRowOfAll, plainFields, type RowsOfAll } from "../../testing/rows-of-all";
import { windowCalls, type WindowCalls } from "../../testing/window-calls";
import { officeRow } from "../../roster/read/office";
import { officeNames } from "./office-names";
import { previewPage } from "./preview";
import { Receiving } from "./receive";

let offices: Offices;
let district: Office;
let commune: Office;
let forge: Forger;
let putBack: () => void;
let unit: string;
let person: string;
let theirs: RowsOfAll;
let own: RowsOfAll;

beforeAll(async () => {
  ({ offices, district, commune } = await districtAndCommune());
  person = await district.hires("Người Của Huyện", "08206");
  unit = await commune.opened(({ db }) => String(officeRow(db)?.fields["unit"] ?? ""));
  await commune.hires("Người Của Xã", "08173");
  await commune.opened((roster) => makeRowOfAll(roster, unit, commune.environment.newId, "xa"));
  theirs = await commune.opened(ownRows);
  const above = await district.opened(({ db }) => String(officeRow(db)?.fields["unit"] ?? ""));
  await district.opened((roster) => makeRowOfAll(roster, above, district.environment.newId, "huyen"));
  own = await district.opened(ownRows);
  await district.receives(await commune.sends("--for", await district.fingerprint()));
  forge = await forger(commune, district);
  putBack = kept(district, offices.folder);
});
afterAll(() => offices.remove());

function written(as: EntityName, row: string, create: boolean, lamport: number): ForgedOp {
  const { fields } = entityDefinition(as);
  const values = Object.entries(plainFields(as, (entity) => (entity === "unit" ? unit : theirs.get(entity))));
  return {
    entity: entities[as].id,
    row,
    create,
    lamport,
    fields: new Map(values.map(([field, value]) => [fields[field]?.id ?? -1, value])),
  };
}

/** Ops for two entities of each kind. @param row gives a row id for a pair; none where there is none to write over */
function everyPair(
  row: (of: EntityName) => string | undefined,
  ops: (of: EntityName, as: EntityName, row: string) => ForgedOp[],
): ForgedOp[] {
  return entityPairs.flatMap(([of, as]) => {
    const id = row(of);
    return id === undefined ? [] : ops(of, as, id);
  });
}

const newRow = () => commune.environment.newId();
const shapes: Readonly<Record<string, () => ForgedOp[]>> = {
  "begun as one and written as another": () =>
    everyPair(newRow, (of, as, row) => [
      written(of, row, true, 1),
      written(as, row, true, 2),
      written(as, row, false, 3),
    ]),
  "begun by nobody and written as two": () =>
    everyPair(newRow, (of, as, row) => [written(of, row, false, 1), written(as, row, false, 2)]),
  "of the reader, written as another": () =>
    everyPair(
      (of) => own.get(of),
      (_of, as, row) => [written(as, row, false, 5), written(as, row, true, 6)],
    ),
};

const page = { offset: 0, limit: 500 };

/** All of a list that is asked for page by page. */
async function whole<T>(ask: (offset: number) => Promise<readonly T[]>): Promise<T[]> {
  const all: T[] = [];
  for (;;) {
    const rows = await ask(all.length);
    if (rows.length === 0) return all;
    all.push(...rows);
  }
}

async function log(window: WindowCalls, officialId: string | null): Promise<void> {
  const filter = { search: "", user: null, office: null, entity: null, from: null, to: null, undone: false };
  for (let before: number | null = null; ; ) {
    const { rows, more }: CallResult<"changesPage"> = await window.ask("changesPage", {
      before,
      limit: 200,
      officialId,
      filter,
    });
    for (const { id } of rows) await window.ask("changeDetails", { id, officialId });
    if (!more) return;
    before = rows.at(-1)?.id ?? null;
  }
}

/** What the window lists, page by page. @returns what is set aside */
async function windowLists(): Promise<readonly { values: readonly { current: string | null }[] }[]> {
  const window = windowCalls(district.environment, offices.folder);
  try {
    await window.workspace.open(district.roster);
    await log(window, null);
    await log(window, person);
    await whole(async (offset) => (await window.ask("proposals", { ...page, offset })).proposals);
    await whole(async (offset) => (await window.ask("decidedProposals", { ...page, offset })).decided);
    await window.ask("unreadablePage", { ...page, limit: 200 });
    await window.ask("conflictsPage", { ...page, limit: 200, officialId: null });
    await window.ask("questionsList", {});
    await window.ask("receptionsList", {});
    return await whole(async (offset) => (await window.ask("asideChanges", { ...page, offset })).changes);
  } finally {
    await window.close();
  }
}

/** Every page of what a file would change can be read. */
async function isPreviewed(file: string): Promise<void> {
  await district.opened(async (roster) => {
    const { environment } = district;
    const receiving = await Receiving.of(roster, environment, [file]);
    const names = officeNames(roster, environment);
    const { total, rows } = previewPage(receiving.session, environment.t, 0, 5000, names);
    expect(rows).toHaveLength(total);
    receiving.keep(receiving.summary().mass);
  });
}

async function commandLists(file: string): Promise<void> {
  const words = { roster: district.roster, file, folder: offices.folder, people: [person] };
  const isList = ([name = "", part = ""]: readonly string[]) =>
    name === "log" || (name === "sync" && part !== "export");
  const lists = readingCalls(words).filter(isList);
  for (const call of [
    ...lists,
    ["log", district.roster, "--limit", "5000"],
    ["sync", "proposals", district.roster, "--aside"],
    ["sync", "proposals", district.roster, "--decided"],
  ]) {
    const { code, stderr } = await district.run(...call);
    expect([call, code, stderr]).toEqual([call, 0, ""]);
  }
}

describe.each(Object.keys(shapes))("rows %s", (shape) => {
  it("are listed by the window and the command line, previewed with the next file, and listed once decided", async () => {
    putBack();
    const ops = shapes[shape]?.() ?? [];
    const least = shape.startsWith("of the reader") ? own.size : 2 * entityPairs.length;
    expect(ops.length).toBeGreaterThanOrEqual(least);
    const file = await forge.file(offices.stick(), ops);
    await receivesWhole(district, file);
    const aside = await windowLists();
    // The row stands as something else: of what it would be as this nothing is there.
    for (const { values } of aside)
      expect(values.map(({ current }) => current ?? "")).toEqual(values.map(() => ""));
    await commandLists(file);
    const again = ops.map((op) => ({ ...op, create: false, lamport: 10 }));
    await isPreviewed(await forge.file(offices.stick(), again));
    const author = await commune.fingerprint();
    const { count } = await district.json<{ count: number }>("sync", "proposals", district.roster);
    if (count > 0)
      await runsAgreed(district, "sync", "decide", district.roster, "--author", author, "--accept");
    await windowLists();
    expect(await district.json("verify", district.roster)).toMatchObject({ ok: true, problems: [] });
  });
});
