/** The table to fill in as the window asks for it: written where somebody says, and only then opened from there. */
import { existsSync } from "node:fs";
import { afterEach, expect, it } from "vitest";
import { testPlace } from "../../testing/sample-roster";
import { type WindowCalls, windowCalls } from "../../testing/window-calls";

const open: WindowCalls[] = [];
afterEach(async () => {
  for (const calls of open.splice(0)) await calls.close();
});

function calls(save: (folder: string, suggested: string) => string | null) {
  const place = testPlace();
  const suggested: string[] = [];
  const opened: string[] = [];
  const window = windowCalls(place.environment, place.folder, undefined, {
    saveWorkbookDialog: (name) => {
      suggested.push(name);
      return Promise.resolve(save(place.folder, name));
    },
    openFile: (path) => Promise.resolve(void opened.push(path)),
  });
  open.push(window);
  return { ...window, place, suggested, opened };
}

it("is written where the dialog says, opened from there, and understood by the import", async () => {
  const { ask, place, suggested, opened } = calls((folder, name) => `${folder}/${name}`);
  const file = await ask("importTemplateSave", {});
  expect(suggested).toEqual(["mau-nhap-danh-sach.xlsx"]);
  if (file === null) throw new Error("Nothing was written");
  expect(existsSync(file.path)).toBe(true);
  await ask("fileOpen", { path: file.path });
  expect(opened).toEqual([file.path]);
  const [unit] = await ask("shippedUnitsSearch", { query: "08173", on: "2026-01-01", limit: 5 });
  await ask("rosterCreate", { path: `${place.folder}/so.scb`, unitId: unit?.id ?? "" });
  const { sheets } = await ask("importOpen", { path: file.path });
  expect(sheets[0]?.columns.filter(({ role }) => role === "#kept")).toEqual([]);
  // What explains the columns names them, and nobody.
  expect(sheets.slice(1).map(({ included }) => included)).toEqual([false, false]);
});

it("writes nothing where the dialog was closed, and opens nothing that was not written", async () => {
  const { ask, send, place, opened } = calls(() => null);
  expect(await ask("importTemplateSave", {})).toBeNull();
  const path = `${place.folder}/mau-nhap-danh-sach.xlsx`;
  expect(existsSync(path)).toBe(false);
  expect(await send("fileOpen", { path })).toMatchObject({ ok: false, error: { code: "bad-request" } });
  expect(opened).toEqual([]);
});
