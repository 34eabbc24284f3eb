/** A status leaves the list with its level, copied and in files, as it stands on screen, and is no level when it comes back. */
import { readFileSync } from "node:fs";
import { read, utils } from "@e965/xlsx";
import { afterAll, beforeAll, expect, it } from "vitest";
import { statusKey } from "../../shared/columns/computed";
import { nameKey, postKey, unitKey } from "../../shared/columns/table-column";
import { officialFilterSchema } from "../../shared/contract/schemas/officials";
import { cliPlace } from "../testing/command-line";
import { type WindowCalls, windowCalls } from "../testing/window-calls";

const on = "2021-10-01";
const filter = officialFilterSchema.parse({ moment: { on } });
const order = { sorts: [], group: null };
const columns = [nameKey, "official.birth", unitKey, postKey, statusKey("professional"), statusKey("all")];
const place = cliPlace();
const calls: WindowCalls = windowCalls(place.environment, place.folder);
const { ask } = calls;
beforeAll(async () => void (await ask("rosterOpen", { path: await place.thanhBa() })));
afterAll(async () => {
  await calls.close();
  place.remove();
});

it("says of a standard how it is met and by which level, and of all together only the first", async () => {
  const page = await ask("officialsPage", { filter, order, columns, offset: 0, limit: 200 });
  const shown = page.rows.map(({ cells }) => {
    const { text = "", note } = cells[4] ?? {};
    return [note === undefined ? text : `${text} · ${note}`, cells[5]?.text ?? ""];
  });
  expect(shown).toContainEqual(["Đạt · Đại học", "Đạt"]);
  const { files } = await ask("reportWrite", {
    form: "list",
    moment: { on },
    unitId: null,
    formats: ["xlsx", "csv"],
    folder: place.folder,
    list: { filter, order, columns, ranges: [] },
  });
  const [path = "", table = ""] = files.map((file) => file.path);
  const book = read(readFileSync(path));
  const rows = utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0] ?? ""] ?? {}, { header: 1 });
  const head = rows.findIndex((row) => row[0] === "Họ và tên");
  expect(rows.slice(head + 1, head + 1 + shown.length).map((row) => row.slice(4, 6))).toEqual(shown);
  expect(readFileSync(table, "utf8")).toContain("Đạt · Đại học");
  // What is worked out is read as nobody's level.
  const { session } = await ask("importOpen", { path });
  expect(await ask("importPlan", { session })).toMatchObject({ rows: page.total, changed: 0, kept: 0 });
});
