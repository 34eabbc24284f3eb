/**
 * The thread that reads workbooks exists only as a bundle of its own: it must start, read what this thread would read, tell
 * failures as data, stop when asked, and take no more memory than it may.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { build } from "vite";
import { readWorkbookInThread } from "../electron/files/import/read-decoded";
import { readingWorkbooksBy } from "../electron/files/import/read-elsewhere";
import { sheetXml, xlsxFile } from "../electron/testing/workbooks/zip-file";
import { ROOT } from "./setup/paths.mjs";
import { besideConfig } from "./vite/node.mjs";

let folder;
let read;
beforeAll(async () => {
  mkdirSync(join(ROOT, "out"), { recursive: true });
  folder = mkdtempSync(join(ROOT, "out", "workbook-worker-"));
  await build(besideConfig(folder));
  read = readingWorkbooksBy(pathToFileURL(join(folder, "workbook-worker.js")));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name, content) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return { kind: "file", path };
};
const sheetOf = (rows) =>
  sheetXml(
    Array.from(
      { length: rows },
      (_, at) => `<row><c t="s" s="0"><v>${at % 3}</v></c><c><v>${at}</v></c></row>`,
    ).join(""),
  );
const texts = "<sst><si><t>NguyÔn V¨n An</t></si><si><t>TrÇn ThÞ B×nh</t></si><si><t>Sè</t></si></sst>";
const styles =
  '<styleSheet><fonts><font><name val="Arial"/></font></fonts><cellXfs><xf fontId="0"/></cellXfs></styleSheet>';

it("reads what this thread would, however many slices it takes", async () => {
  const source = file("long.xlsx", xlsxFile({ sheet: sheetOf(1777), texts, styles }));
  const told = [];
  const there = await read(source, { onProgress: (share) => told.push(share) });
  expect(there).toEqual(await readWorkbookInThread(source));
  expect(there.encoding.tcvn3).toBeGreaterThan(1000);
  expect(there.doubtful.length).toBe(592);
  expect(there.workbook.sheets[0].rows.length).toBe(1777);
  expect(told.at(-1)).toBe(1);
});

it("reads a pasted block", async () => {
  const { workbook } = await read({ kind: "pasted", text: "a\tb\n1\t2", name: "Vùng dán" });
  expect(workbook).toMatchObject({ format: "pasted", sheets: [{ rows: [{ number: 1 }, { number: 2 }] }] });
});

it("tells why a workbook cannot be read", async () => {
  const source = file("doc.xlsx", "%PDF-1.4");
  await expect(read(source)).rejects.toMatchObject({
    code: "workbook-foreign",
    params: { path: source.path, what: "pdf" },
  });
  const empty = { kind: "pasted", text: " \n", name: "Vùng dán" };
  await expect(read(empty)).rejects.toMatchObject({ code: "workbook-empty", params: { path: "Vùng dán" } });
});

it("is broken off at once", async () => {
  const source = file("longer.xlsx", xlsxFile({ sheet: sheetOf(200_000), texts }));
  const stop = new AbortController();
  const reading = read(source, { signal: stop.signal, onProgress: () => stop.abort() });
  await expect(reading).rejects.toMatchObject({ code: "cancelled" });
  const before = new AbortController();
  before.abort();
  await expect(read(source, { signal: before.signal })).rejects.toMatchObject({ code: "cancelled" });
});
