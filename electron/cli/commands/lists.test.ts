// Guards lists that go out: who stands in them is who `people` and the table count, values keep their kind, and a long
// list says the same as a short one.

import { listingKeys } from "../../../shared/contract/schemas/listings";
import { forms as shippedForms } from "../../../shared/report/forms";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { read, utils } from "@e965/xlsx";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type CliPlace, cliPlace } from "../../testing/command-line";

interface Files {
  readonly files: readonly { readonly path: string }[];
}
interface Statistics {
  readonly total: Readonly<
    Record<"professional" | "politicalTheory", { readonly notMet: number; readonly unknown: number }>
  >;
}
interface People {
  readonly count: number;
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly findings: readonly { readonly standard: string; readonly status: string }[];
  }[];
}
const on = ["--as-of", "2021-10-01"] as const;

describe("lists that go out", () => {
  let place: CliPlace;
  let roster: string;
  beforeEach(async () => {
    place = cliPlace();
    roster = await place.thanhBa();
  });
  afterEach(() => place.remove());

  const report = async (form: string, format: string, ...more: string[]) => {
    const { files } = await place.json<Files>(
      "report",
      roster,
      "--form",
      form,
      "--format",
      format,
      "--out",
      place.folder,
      ...on,
      ...more,
    );
    return files[0]?.path ?? "";
  };
  const rowsOf = (path: string) => {
    const book = read(readFileSync(path), { cellDates: true });
    return utils.sheet_to_json<unknown[]>(Object.values(book.Sheets)[0] ?? {}, { header: 1 });
  };
  const headOf = (rows: readonly unknown[][], first: string) => rows.findIndex((row) => row[0] === first);

  it("name every person of the day once, in the order in which a list is read out", async () => {
    const rows = rowsOf(await report("list", "xlsx"));
    const head = headOf(rows, "STT");
    expect(rows[head]?.slice(0, 5)).toEqual(["STT", "Họ và tên", "Ngày sinh", "Đơn vị", "Chức danh"]);
    const body = rows.slice(head + 1).filter((row) => typeof row[0] === "number");
    expect(body.map((row) => row[0])).toEqual(Array.from({ length: 478 }, (_none, n) => n + 1));
    const { people } = await place.json<People>("people", roster, ...on);
    expect(body.map((row) => row[1]).sort()).toEqual(people.map(({ name }) => name).sort());
    const units = body.map((row) => String(row[3]));
    expect(new Set(units.filter((unit, at) => unit !== units[at - 1])).size).toBe(new Set(units).size);
    expect(rows.flat()).toContain("Danh sách có 478 người.");
  });

  it("say who does not meet a standard, what is missing and by which rule", async () => {
    const rows = rowsOf(await report("not-met", "xlsx"));
    const head = headOf(rows, "STT");
    expect(rows[head]?.slice(-5)).toEqual(["Tình trạng", "Yêu cầu", "Hiện có", "Thiếu gì", "Theo quy định"]);
    const body = rows.slice(head + 1).filter((row) => typeof row[0] === "number");
    const { total } = await place.json<Statistics>("stats", roster, ...on);
    const wanting = ({ notMet, unknown }: Statistics["total"]["professional"]) => notMet + unknown;
    expect(body.filter((row) => row[5] === "Chuyên môn")).toHaveLength(wanting(total.professional));
    expect(body.filter((row) => row[5] === "Lý luận chính trị")).toHaveLength(wanting(total.politicalTheory));
    expect(wanting(total.politicalTheory)).toBe(17);
    // Who has time left stands in a note, with how long.
    expect(rows.flat().join("\n")).toMatch(/thời hạn hoàn thiện: chuyên môn \d+ người đến hết 25\/12\/2024/u);
    for (const row of body) {
      expect(["Chưa đạt", "Chưa rõ"]).toContain(row[6]);
      for (const place of [7, 8, 9, 10]) expect(row[place]).toEqual(expect.stringMatching(/./));
    }
    const narrow = rowsOf(await report("not-met", "xlsx", "--unit", "08173"));
    const few = narrow.filter((row) => typeof row[0] === "number");
    expect(few.length).toBeGreaterThan(0);
    expect(few.every((row) => row[3] === "Xã Quảng Yên")).toBe(true);
  });

  it("take the columns, order and filters of a view", async () => {
    const rows = rowsOf(await report("list", "xlsx", "--view", "notMet"));
    const body = rows.filter((row) => typeof row[0] === "number");
    const { people } = await place.json<People>(
      "people",
      roster,
      "--standard",
      "both",
      "--status",
      "notMet",
      ...on,
    );
    expect(body.map((row) => row[1]).sort()).toEqual(people.map(({ name }) => name).sort());
    const unknown = await place.run(
      "report",
      roster,
      "--form",
      "list",
      "--format",
      "csv",
      "--out",
      place.folder,
      "--view",
      "không có",
    );
    expect(unknown.code).toBe(1);
    expect(unknown.stderr).toContain("Sổ không có kiểu xem “không có”");
  });

  it("are written in every format that the form has, with the same people", async () => {
    const csv = readFileSync(await report("not-met", "csv"), "utf8").split("\r\n");
    expect(csv[0]).toBe(
      "\uFEFFSTT;Họ và tên;Ngày sinh;Đơn vị;Chức danh;Tiêu chuẩn;Tình trạng;Yêu cầu;Hiện có;Thiếu gì;Theo quy định",
    );
    expect(csv.filter((line) => /^\d+;/.test(line))).toHaveLength(50);
    expect(
      readFileSync(await report("list", "docx"))
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
  });

  it("are exported under the headings that the import knows, numbers with their zeros, days as days", async () => {
    const { people } = await place.json<People>("people", roster, ...on);
    const first = people[0];
    await place.run(
      "edit",
      roster,
      "official",
      first?.id ?? "",
      "identityNumber=001090000123",
      "birth=1980-05",
      "note==1+1",
    );
    const out = join(place.folder, "ra.xlsx");
    const exported = await place.json<Files & { people: number }>("export", roster, out, ...on);
    expect(exported.people).toBe(478);
    const rows = rowsOf(exported.files[0]?.path ?? "");
    const heads = (rows[0] ?? []).map(String);
    expect(heads.slice(0, 5)).toEqual(["Mã cán bộ", "Họ và tên", "Giới tính", "Ngày sinh", "Số định danh"]);
    expect(heads).toEqual(
      expect.arrayContaining(["Đơn vị", "Chức danh", "Trình độ chuyên môn", "Ngày cấp LLCT", "Ghi chú"]),
    );
    expect(new Set(heads).size).toBe(heads.length);
    expect(
      rows
        .slice(1)
        .map((row) => row[0])
        .sort(),
    ).toEqual(people.map(({ id }) => id).sort());
    const row = rows.find((one) => one[0] === first?.id) ?? [];
    expect(row[heads.indexOf("Số định danh")]).toBe("001090000123");
    expect(row[heads.indexOf("Ngày sinh")]).toBe("05/1980");
    expect(row[heads.indexOf("Ghi chú")]).toBe("=1+1");
    const days = rows.slice(1).map((one) => one[heads.indexOf("Ngày cấp bằng chuyên môn")]);
    expect(days.some((day) => day instanceof Date)).toBe(true);
    // What is there is never written over.
    const again = await place.json<Files>("export", roster, out, "--unit", "08173", ...on);
    expect(again.files[0]?.path).not.toBe(exported.files[0]?.path);
  });

  it("are exported by a view, and only as what can come in again", async () => {
    const out = join(place.folder, "trinh-do.csv");
    expect((await place.run("export", roster, out, "--unit", "08173", "--view", "levels", ...on)).code).toBe(
      0,
    );
    // What is worked out, such as the place in the list, is nobody's to type.
    expect(readFileSync(out, "utf8").split("\r\n")[0]).toMatch(
      /^\uFEFFMã cán bộ;Họ và tên;Ngày sinh;Đơn vị;Chức danh;Trình độ phổ thông;/u,
    );
    const refused = await place.run("export", roster, join(place.folder, "ra.doc"), ...on);
    expect(refused.stderr).toContain(".doc");
    expect(refused.code).toBe(1);
  });

  it("are listed by `forms`, with what each can be written as", async () => {
    const { forms } = await place.json<{ forms: { key: string; formats: string[]; personal: boolean }[] }>(
      "forms",
      roster,
    );
    expect(forms.map(({ key }) => key)).toEqual(shippedForms.map(({ key }) => key));
    for (const { key, formats } of forms) {
      expect(formats).toEqual(expect.arrayContaining(["xlsx", "docx", "pdf", "csv"]));
      // Lists of the career screens ask for more than a day; they have tests of their own.
      if (listingKeys.some((one) => one === key)) continue;
      expect(
        (await place.run("report", roster, "--form", key, "--format", "docx", "--out", place.folder, ...on))
          .code,
      ).toBe(0);
    }
    expect((await place.run("forms")).stdout).toContain("not-met");
  });
});
