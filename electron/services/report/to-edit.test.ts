/** The list on screen as a table to be edited: it comes in again as what it was, and an edit finds its person. */
import { readFileSync, writeFileSync } from "node:fs";
import { afterEach, expect, it } from "vitest";
import { officialFilterSchema } from "../../../shared/contract/schemas/officials";
import { statusKey } from "../../../shared/columns/computed";
import { shippedViews } from "../../../shared/columns/shipped-views";
import { cliPlace } from "../../testing/command-line";
import { type WindowCalls, windowCalls } from "../../testing/window-calls";

const on = "2021-10-01";
const level = "qualification.it.level";
const open: WindowCalls[] = [];
afterEach(async () => {
  for (const calls of open.splice(0)) await calls.close();
});

it("comes in unchanged whatever stands on screen, and an edited line changes its own person", async () => {
  const place = cliPlace();
  const calls = windowCalls(place.environment, place.folder);
  open.push(calls);
  const { ask } = calls;
  await ask("rosterOpen", { path: await place.thanhBa() });
  const filter = officialFilterSchema.parse({ moment: { on } });
  const page = await ask("officialsPage", {
    filter,
    order: { sorts: [{ key: "official.birth", descending: true }], group: null },
    columns: [],
    offset: 0,
    limit: 1,
  });
  const { files } = await ask("reportWrite", {
    form: "list",
    moment: { on },
    unitId: null,
    formats: ["xlsx", "csv"],
    folder: place.folder,
    toEdit: true,
    list: {
      filter,
      order: { sorts: [{ key: "official.birth", descending: true }], group: null },
      // No name among them: a line could not be told from no person.
      columns: [
        ...shippedViews.levels.columns
          .map(({ key }) => key)
          .filter((key) => key !== "official.fullName" && key !== level),
        statusKey("it"),
      ],
      ranges: [],
    },
  });
  expect(files.map(({ path }) => path.slice(place.folder.length + 1))).toEqual([
    "Danh sach de sua 01-10-2021.xlsx",
    "Danh sach de sua 01-10-2021.csv",
  ]);
  for (const { path } of files) {
    const { session } = await ask("importOpen", { path });
    expect(await ask("importPlan", { session })).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: page.total,
      kept: 0,
      questions: { cameUp: 0 },
    });
  }
  const [, csv] = files;
  const lines = readFileSync(csv?.path ?? "", "utf8").split("\r\n");
  const columns = (lines[0] ?? "").replace("\uFEFF", "").split(";");
  // How a standard is met is typed by the level behind it.
  expect(columns.at(-1)).toBe("Tin học");
  const cells = (lines[7] ?? "").split(";");
  cells[columns.indexOf("Họ và tên")] = "Nguyễn Văn Đổi Tên";
  const edited = `${place.folder}/sua.csv`;
  writeFileSync(edited, `${lines[0]}\r\n${cells.join(";")}\r\n`);
  const { session } = await ask("importOpen", { path: edited });
  expect(await ask("importPlan", { session })).toMatchObject({ added: 0, changed: 1, unchanged: 0 });
  const changed = await ask("importPeople", { session, outcome: "changed", offset: 0, limit: 9 });
  expect(changed.rows.map(({ officialId }) => officialId)).toEqual([cells[0]]);
});
