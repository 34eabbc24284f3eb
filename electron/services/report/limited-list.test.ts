/**
 * A list that is filtered says so wherever it goes: nobody takes a part of it for all of it, and it comes in again as the
 * people it holds.
 */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { read, utils } from "@e965/xlsx";
import { afterAll, beforeAll, expect, it } from "vitest";
import { shippedViews } from "../../../shared/columns/shipped-views";
import { nameKey, postKey, unitKey } from "../../../shared/columns/table-column";
import type { CallArgs } from "../../../shared/contract/contract";
import { officialFilterSchema } from "../../../shared/contract/schemas/officials";
import { viewFilterSchema, viewSchema } from "../../../shared/contract/schemas/views";
import { cliPlace } from "../../testing/command-line";
import { type WindowCalls, windowCalls } from "../../testing/window-calls";

type Where = NonNullable<NonNullable<CallArgs<"reportWrite">["list"]>["filter"]["where"]>;

const on = "2021-10-01";
const place = cliPlace();
const calls: WindowCalls = windowCalls(place.environment, place.folder);
const { ask } = calls;
let roster: string;
/** Two posts of those that people hold, by their values and names. */
let posts: readonly { readonly value: string; readonly text: string }[];

beforeAll(async () => {
  roster = await place.thanhBa();
  await ask("rosterOpen", { path: roster });
  const filter = officialFilterSchema.parse({ moment: { on } });
  const { rows } = await ask("columnValues", { filter, key: postKey, search: "bi thu", offset: 0, limit: 2 });
  posts = rows;
});
afterAll(async () => {
  await calls.close();
  place.remove();
});

const columns = [nameKey, "official.birth", unitKey, postKey];
const listOf = (where: Where, more: Partial<CallArgs<"officialsPage">["filter"]> = {}) => ({
  filter: officialFilterSchema.parse({ moment: { on }, where, ...more }),
  order: { sorts: [], group: null },
  columns,
  ranges: [] as [number, number][],
});
const posted = (except = false) => [
  viewFilterSchema.parse({ key: postKey, values: posts.map(({ value }) => value), except }),
];

async function written(list: ReturnType<typeof listOf>, toEdit: boolean): Promise<string> {
  const asked = { form: "list", moment: { on }, unitId: null, folder: place.folder, list, toEdit };
  const { files } = await ask("reportWrite", { ...asked, formats: ["xlsx"] });
  return files[0]?.path ?? "";
}

function linesOf(path: string): string[] {
  const book = read(readFileSync(path));
  const rows = utils.sheet_to_json<unknown[]>(book.Sheets[book.SheetNames[0] ?? ""] ?? {}, { header: 1 });
  return rows.map((row) =>
    row
      .filter((cell) => cell != null)
      .map(String)
      .join(" | "),
  );
}

const named = () => posts.map(({ text }) => text).join(", ");

it.each([false, true])(
  "names what it is filtered by above its headings (to be edited: %s)",
  async (toEdit) => {
    const path = await written(listOf(posted(), { serving: "all" }), toEdit);
    const lines = linesOf(path);
    const said = lines.indexOf(`Lọc theo: Mọi hồ sơ; Chức danh: ${named()}.`);
    expect(said).toBeGreaterThanOrEqual(0);
    expect(lines.findIndex((line) => line.includes("Họ và tên"))).toBeGreaterThan(said);
    expect(basename(path)).toMatch(/\(mot phan\)\.xlsx$/);
    const people = (
      await ask("officialsPage", { ...listOf(posted(), { serving: "all" }), offset: 0, limit: 1 })
    ).total;
    const { session } = await ask("importOpen", { path });
    expect(await ask("importPlan", { session })).toMatchObject({ added: 0, changed: 0, unchanged: people });
  },
);

it.each([false, true])("says nothing where it is whole (to be edited: %s)", async (toEdit) => {
  const path = await written(listOf([]), toEdit);
  expect(linesOf(path).filter((line) => line.startsWith("Lọc theo") || line.startsWith("Kiểu xem"))).toEqual(
    [],
  );
  expect(basename(path)).not.toContain("mot phan");
});

it("says of every kind of filter what it leaves, and that only some lines were chosen", async () => {
  const where = [
    ...posted(true),
    viewFilterSchema.parse({
      key: "official.birth",
      periods: ["1980", "1981-02", "1982-", ""],
      from: "1975",
      to: "1985-06",
    }),
    viewFilterSchema.parse({ key: "official.ethnicity", values: [""], except: true }),
    viewFilterSchema.parse({ key: nameKey, contains: "nguyen" }),
  ];
  const list = {
    ...listOf(where, { standard: "professional", statuses: ["met"] }),
    ranges: [[0, 0]] as [number, number][],
  };
  expect(linesOf(await written(list, false))).toEqual(
    expect.arrayContaining([
      `Lọc theo: Chuyên môn: đạt; Chức danh: trừ ${named()}; Ngày sinh: năm 1980, tháng 2/1981, năm 1982 chưa rõ tháng, (Để trống), từ 1975, đến 06/1985; Dân tộc: trừ (Để trống); Họ và tên: có “nguyen”.`,
      "Chỉ gồm các dòng được chọn trong danh sách.",
    ]),
  );
});

it.each([false, true])(
  "says no end of a range that cannot be read, and calls nothing a part for it (to be edited: %s)",
  async (toEdit) => {
    const unread = [
      viewFilterSchema.parse({ key: "official.birth", from: "2021-02-31", to: "abc" }),
      viewFilterSchema.parse({ key: "computed.age", from: "1e1", to: "bốn mươi" }),
      viewFilterSchema.parse({ key: nameKey, from: "1980" }),
    ];
    const whole = await written(listOf(unread), toEdit);
    expect(linesOf(whole).filter((line) => line.startsWith("Lọc theo"))).toEqual([]);
    expect(basename(whole)).not.toContain("mot phan");
    const half = viewFilterSchema.parse({ key: "official.birth", from: "1970", to: "2500" });
    expect(linesOf(await written(listOf([...unread, half]), toEdit))).toContain(
      "Lọc theo: Ngày sinh: từ 1970.",
    );
  },
);

it("writes a number that a list is limited to as a number, whatever date it looks like", async () => {
  const where = [
    viewFilterSchema.parse({ key: "computed.age", from: "0030", to: "3000.5" }),
    viewFilterSchema.parse({ key: "relative.birthYear", from: "1850" }),
  ];
  expect(linesOf(await written(listOf(where), false)).find((line) => line.startsWith("Lọc theo"))).toBe(
    "Lọc theo: Tuổi: từ 30, đến 3.000,5; Năm sinh (Quan hệ gia đình): từ 1850.",
  );
});

it("names the unit where no title does", async () => {
  const { rows } = await ask("columnValues", {
    filter: officialFilterSchema.parse({ moment: { on } }),
    key: unitKey,
    search: "quang yen",
    offset: 0,
    limit: 1,
  });
  const unitId = rows[0]?.value ?? "";
  const list = listOf([], { unitId });
  const asked = {
    form: "list",
    moment: { on },
    unitId,
    folder: place.folder,
    list,
    formats: ["xlsx" as const],
  };
  for (const toEdit of [true, false]) {
    const { files } = await ask("reportWrite", { ...asked, toEdit });
    const said = linesOf(files[0]?.path ?? "").filter((line) => line.startsWith("Lọc theo"));
    expect(said).toEqual(toEdit ? ["Lọc theo: Xã Quảng Yên."] : []);
  }
});

it("names a few of many values, and how many more", async () => {
  const years = Array.from({ length: 20 }, (_none, at) => String(1960 + at));
  const lines = linesOf(
    await written(listOf([viewFilterSchema.parse({ key: "official.birth", periods: years })]), false),
  );
  expect(lines.find((line) => line.startsWith("Lọc theo"))).toMatch(/năm 1971 và 8 nội dung khác\.$/);
});

it("bears the name of its view while it is just like it, by the window and by the command line", async () => {
  const view = viewSchema.parse({ columns: columns.map((key) => ({ key })), filters: posted() });
  await ask("viewSave", { name: "Bí thư các xã", view });
  const about = (path: string) =>
    linesOf(path).filter((line) => line.startsWith("Lọc theo") || line.startsWith("Kiểu xem"));
  const both = ["Kiểu xem: Bí thư các xã.", `Lọc theo: Chức danh: ${named()}.`];
  expect(about(await written(listOf(posted()), false))).toEqual(both);
  expect(about(await written(listOf([]), false))).toEqual([]);
  const out = place.path("theo-kieu-xem.xlsx");
  await place.json("export", roster, out, "--view", "Bí thư các xã", "--as-of", on);
  expect(about(out)).toEqual(both);
  // A table for programs begins with its headings.
  const table = place.path("theo-kieu-xem.csv");
  await place.json("export", roster, table, "--view", "Bí thư các xã", "--as-of", on);
  expect(readFileSync(table, "utf8").replace("\uFEFF", "").startsWith("Mã cán bộ")).toBe(true);
});

it("says the words of a view that every roster begins with", async () => {
  const out = place.path("chua-dat.xlsx");
  await place.json("export", roster, out, "--view", "notMet", "--as-of", on);
  const filtered = shippedViews.notMet.filters.length > 0;
  expect(linesOf(out).some((line) => line.startsWith("Lọc theo"))).toBe(filtered);
});
