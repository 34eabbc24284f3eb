/**
 * A list in groups leaves as it stands on screen, its groups over their people, and what comes in again are the people:
 * the lines of the groups, and the words in place of a unit, are nobody's.
 */
import { readFileSync } from "node:fs";
import { read, utils } from "@e965/xlsx";
import { afterAll, beforeAll, expect, it } from "vitest";
import { numberKey } from "../../../shared/columns/computed";
import { nameKey, postKey, unitKey } from "../../../shared/columns/table-column";
import { officialFilterSchema } from "../../../shared/contract/schemas/officials";
import { type ViewGroup, viewGroups } from "../../../shared/contract/schemas/views";
import { cliPlace } from "../../testing/command-line";
import { type WindowCalls, windowCalls } from "../../testing/window-calls";

const on = "2021-10-01";
const filter = officialFilterSchema.parse({ moment: { on } });
const name = "Lê Quang Đạo";
const place = cliPlace();
const calls: WindowCalls = windowCalls(place.environment, place.folder);
const { ask } = calls;

beforeAll(async () => {
  await ask("rosterOpen", { path: await place.thanhBa() });
  const id = place.environment.newId();
  const fields = { fullName: name, birth: "1980-05-02", sex: "male" };
  await ask("officialSave", {
    action: "add",
    reason: null,
    officialId: id,
    official: { id, isNew: true, fields },
    rows: [],
    removed: [],
  });
});
afterAll(async () => {
  await calls.close();
  place.remove();
});

/** Paths of the workbook and of the table for other programs. */
async function written(group: ViewGroup | null, columns: string[]): Promise<[string, string]> {
  const { files } = await ask("reportWrite", {
    form: "list",
    moment: { on },
    unitId: null,
    formats: ["xlsx", "csv"],
    folder: place.folder,
    list: { filter, order: { sorts: [], group }, columns, ranges: [] },
  });
  return [files[0]?.path ?? "", files[1]?.path ?? ""];
}

/** Rows of the first sheet, without cells that hold nothing. */
function rowsOf(path: string): string[][] {
  const book = read(readFileSync(path));
  const rows = utils.sheet_to_json<unknown[]>(book.Sheets[book.SheetNames[0] ?? ""] ?? {}, { header: 1 });
  return rows.map((row) => row.filter((cell) => cell !== undefined && cell !== null).map(String));
}

it.each(viewGroups)(
  "has each group of the screen over its people, with how many they are: %s",
  async (group) => {
    const { groups } = await ask("officialsGroups", { filter, order: { sorts: [], group } });
    const [workbook] = await written(group, [numberKey, nameKey, unitKey, postKey]);
    const rows = rowsOf(workbook);
    const head = rows.findIndex(([first]) => first === "STT");
    let at = head + 1;
    for (const { text, count } of groups) {
      expect(rows[at]).toEqual([`${text === "" ? "Chưa ghi công tác" : text} (${count} người)`]);
      const people = rows.slice(at + 1, at + 1 + count);
      expect(people).toHaveLength(count);
      if (text !== "") for (const row of people) expect(row[group === "unit" ? 2 : 3]).toBe(text);
      at += 1 + count;
    }
    expect(rows.find((row) => row[1] === name)?.slice(1)).toEqual([name, "chưa ghi công tác"]);
  },
);

it.each(viewGroups)("comes in again as the same people as without groups: %s", async (group) => {
  const columns = [numberKey, nameKey, "official.birth", unitKey, postKey];
  const planned = async (path: string) => {
    const { session } = await ask("importOpen", { path });
    const plan = await ask("importPlan", { session });
    await ask("importClose", { session });
    return plan;
  };
  const [plain] = await written(null, columns);
  const [grouped] = await written(group, columns);
  const { added, changed, unchanged, kept, questions } = await planned(plain);
  expect([added + unchanged, changed]).toEqual([479, 0]);
  expect(await planned(grouped)).toMatchObject({ added, changed, unchanged, kept, questions });
});

it("is one line a person for other programs, with the group in front where no column tells it", async () => {
  const lines = async (columns: string[]) =>
    readFileSync((await written("post", columns))[1], "utf8")
      .replace("\uFEFF", "")
      .trimEnd()
      .split("\r\n");
  const led = await lines([nameKey, unitKey]);
  expect(led[0]).toBe("Chức danh;Họ và tên;Đơn vị");
  expect(led).toHaveLength(480);
  expect(new Set(led.slice(1).map((line) => line.split(";")[0])).size).toBe(
    (await ask("officialsGroups", { filter, order: { sorts: [], group: "post" } })).groups.length,
  );
  expect(led.find((line) => line.includes(name))).toBe(`Chưa ghi công tác;${name};`);
  expect((await lines([nameKey, postKey]))[0]).toBe("Họ và tên;Chức danh");
});
