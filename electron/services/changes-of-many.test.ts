/** Changes of many people at once: told by names, not only by how many there are, when they stand and when they are gone. */
import { afterEach, expect, it, vi } from "vitest";
import { createTranslate } from "../../shared/i18n";
import { peopleWords } from "../../shared/i18n/people-words";
import { anyChange } from "../../shared/contract/schemas/changes";
import { officialFilterSchema } from "../../shared/contract/schemas/officials";
import { cliPlace } from "../testing/command-line";
import { type WindowCalls, windowCalls } from "../testing/window-calls";

const on = "2021-10-01";
const open: WindowCalls[] = [];
afterEach(async () => {
  for (const calls of open.splice(0)) await calls.close();
});

async function sample() {
  const place = cliPlace();
  const calls = windowCalls(place.environment, place.folder);
  open.push(calls);
  await calls.ask("rosterOpen", { path: await place.thanhBa() });
  const newest = async () => {
    const page = await calls.ask("changesPage", {
      before: null,
      limit: 1,
      officialId: null,
      filter: anyChange,
    });
    return page.rows[0];
  };
  return { ...calls, newest };
}

const t = createTranslate("vi");

it.each(["official.hometown", "qualification.professional.school"])(
  "names the first people of a bulk edit of %s in the log, for undo, and for redo",
  async (key) => {
    const { ask, newest } = await sample();
    const filter = officialFilterSchema.parse({ moment: { on } });
    const order = { sorts: [], group: null };
    const { rows } = await ask("officialsPage", { filter, order, columns: [], offset: 0, limit: 200 });
    const saved = await ask("manySave", { filter, order, ranges: [[0, 9]], columns: [key], value: "Xã Thử" });
    expect(saved.preview.people).toBeGreaterThan(4);
    const row = await newest();
    expect(row?.official).toBeNull();
    expect(row?.people).toMatchObject({ count: saved.preview.people, more: false });
    const names = rows.slice(0, 10).map(({ fullName }) => fullName);
    expect(row?.people?.names).toHaveLength(3);
    for (const name of row?.people?.names ?? []) expect(names).toContain(name);
    if (row?.people === null || row === undefined) throw new Error("Nobody is named");
    expect(peopleWords(t, row.people)).toBe(
      `${row.people.names.join(", ")} và ${saved.preview.people - 3} người nữa`,
    );
    expect((await ask("undoState", {})).undo?.people).toEqual(row.people);
    expect((await ask("changeUndo", { id: row.id })).people).toEqual(row.people);
    expect((await ask("undoState", {})).redo).toMatchObject({
      action: "undo",
      people: { count: saved.preview.people },
    });
  },
);

it("names those whom an import brought, also once it is undone and they are gone", async () => {
  const { ask, newest } = await sample();
  const text = ["Họ và tên\tNgày sinh", "Nguyễn Văn Mẫu\t1980", "Lê Thị Thử\t1985"].join("\n");
  const { session } = await ask("importOpen", { text, name: "Dán" });
  await ask("importPlan", { session });
  const { changeId } = await ask("importApply", { session });
  const people = { names: ["Nguyễn Văn Mẫu", "Lê Thị Thử"], count: 2, more: false };
  expect((await newest())?.people).toEqual(people);
  expect((await ask("changeUndo", { id: changeId ?? 0 })).people).toEqual(people);
  const undone = await newest();
  expect([undone?.action, undone?.people?.names.toSorted()]).toEqual(["undo", people.names.toSorted()]);
});

it.each([
  [1, { names: ["Lê Thị Thử"], count: 1, more: false }],
  [2, null],
])(
  "names of an import of whom %i were edited since only those whom its undo takes back",
  async (edited, people) => {
    const { ask } = await sample();
    const text = ["Họ và tên\tNgày sinh\tLLCT", "Nguyễn Văn Mẫu\t1980\tBằng lạ", "Lê Thị Thử\t1985\t"].join(
      "\n",
    );
    const { session } = await ask("importOpen", { text, name: "Dán" });
    await ask("importPlan", { session });
    const answers = [{ key: "word:qualification.politicalTheory.level:Bằng lạ", answer: "Trung cấp" }];
    await ask("importAnswer", { session, answers });
    await ask("importPlan", { session });
    const { changeId } = await ask("importApply", { session });
    const order = { sorts: [], group: null };
    for (const search of ["Nguyễn Văn Mẫu", "Lê Thị Thử"].slice(0, edited)) {
      const filter = officialFilterSchema.parse({ moment: { on }, search, withoutPost: true });
      await ask("manySave", {
        filter,
        order,
        ranges: [[0, 0]],
        columns: ["official.hometown"],
        value: "Xã Thử",
      });
    }
    const undone = await ask("changeUndo", { id: changeId ?? 0 });
    expect(undone.staysEdited).toBeGreaterThan(0);
    expect(undone.people).toEqual(people);
    expect(undone.edited).toEqual({
      names: ["Nguyễn Văn Mẫu", "Lê Thị Thử"].slice(0, edited),
      count: edited,
    });
  },
);

it("says of one person's change whose it was, and of the sample's own nobody", async () => {
  const { ask, newest } = await sample();
  expect(await newest()).toMatchObject({ action: "sample", people: null });
  const filter = officialFilterSchema.parse({ moment: { on } });
  const order = { sorts: [], group: null };
  const { rows } = await ask("officialsPage", { filter, order, columns: [], offset: 0, limit: 1 });
  await ask("manySave", { filter, order, ranges: [[0, 0]], columns: ["official.hometown"], value: "Xã Thử" });
  const row = await newest();
  expect([row?.people, row?.official?.fullName]).toEqual([null, rows[0]?.fullName]);
  const undone = await ask("changeUndo", { id: row?.id ?? 0 });
  expect(undone.people).toEqual({ names: [rows[0]?.fullName], count: 1, more: false });
});

it("tells before an undo whom an import entered and changed, and whose records were edited since", async () => {
  const { ask } = await sample();
  const text = ["Họ và tên\tNgày sinh", "Nguyễn Văn Mẫu\t1980", "Lê Thị Thử\t1985"].join("\n");
  const { session } = await ask("importOpen", { text, name: "Dán" });
  await ask("importPlan", { session });
  const { changeId } = await ask("importApply", { session });
  const id = changeId ?? 0;
  const nobody = { names: [], count: 0 };
  expect(await ask("undoEffect", { id })).toEqual({
    people: 2,
    more: false,
    action: "import",
    entered: 2,
    staying: 0,
    edited: nobody,
  });
  const filter = officialFilterSchema.parse({ moment: { on }, serving: "all", search: "Nguyễn Văn Mẫu" });
  const order = { sorts: [], group: null };
  const saved = await ask("manySave", {
    filter,
    order,
    ranges: [[0, 0]],
    columns: ["official.hometown"],
    value: "Xã Thử",
  });
  expect(saved.preview.people).toBe(1);
  const edited = { names: ["Nguyễn Văn Mẫu"], count: 1 };
  expect(await ask("undoEffect", { id })).toMatchObject({ people: 2, entered: 1, staying: 1, edited });
  const { undo } = await ask("undoState", {});
  await ask("changeUndo", { id: undo?.id ?? 0 });
  // An edit that was taken back itself does not count.
  expect(await ask("undoEffect", { id })).toMatchObject({ people: 2, edited: nobody });
  expect(await ask("undoEffect", { id: 9_999_999 })).toBeNull();
  // Of an undo, and of what does it again, what was done at first.
  const { changeId: taken } = await ask("changeUndo", { id });
  expect(await ask("undoEffect", { id: taken })).toMatchObject({ people: 2, action: "import", entered: 0 });
  const { changeId: again } = await ask("changeUndo", { id: taken });
  expect(await ask("undoEffect", { id: again })).toMatchObject({ people: 2, action: "import" });
});

it("asks the roster as often before an undo however much was written of others since", async () => {
  const { ask, workspace } = await sample();
  const text = ["Họ và tên\tNgày sinh", "Nguyễn Văn Mẫu\t1980", "Lê Thị Thử\t1985"].join("\n");
  const { session } = await ask("importOpen", { text, name: "Dán" });
  await ask("importPlan", { session });
  const { changeId } = await ask("importApply", { session });
  const asked = async () => {
    const spy = vi.spyOn(workspace.roster.db, "raw");
    const effect = await ask("undoEffect", { id: changeId ?? 0 });
    const calls = spy.mock.calls.length;
    spy.mockRestore();
    expect(effect).toMatchObject({ people: 2, edited: { count: 0 } });
    return calls;
  };
  const before = await asked();
  expect(before).toBeGreaterThan(0);
  const filter = officialFilterSchema.parse({ moment: { on } });
  const order = { sorts: [], group: null };
  const { preview } = await ask("manySave", {
    filter,
    order,
    ranges: [[0, 19]],
    columns: ["official.hometown"],
    value: "Xã Thử",
  });
  expect(preview.people).toBe(20);
  expect(await asked()).toBe(before);
});
