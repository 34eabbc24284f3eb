// Guards what the command line makes of files that a real office program wrote: days of both calendars and what a program
// made of them, numbers short of digits; and that what cannot be imported is refused in one sentence with nothing written.

import { readFileSync, writeFileSync } from "node:fs";
import { CFB } from "@e965/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ImportDocument } from "../../services/import/document";
import { cliPlace, expectSentence, hashOf } from "../../testing/command-line";
import { convertWithOffice, hasLibreOffice } from "../../testing/libre-office";
import { flatOds, type MadeSheet } from "../../testing/workbooks/flat-ods";
import { zipFile } from "../../testing/workbooks/zip-file";

const place = cliPlace();
afterAll(() => place.remove());

let made = 0;
async function empty(): Promise<string> {
  const path = place.path(`so-${++made}.scb`);
  await place.json("init", path, "--unit", "08173", "--on", "2026-01-01");
  return path;
}
const take = (roster: string, file: string, ...options: readonly string[]) =>
  place.json<ImportDocument>("import", roster, file, ...options);

interface Shown {
  readonly official: Readonly<Record<string, unknown>>;
  readonly rows: Readonly<Record<string, readonly { readonly fields: Readonly<Record<string, unknown>> }[]>>;
}
async function person(roster: string, name: string): Promise<Shown> {
  const { people } = await place.json<{ people: { id: string; name: string }[] }>("people", roster);
  return place.json<Shown>("show", roster, people.find((one) => one.name === name)?.id ?? "");
}

/** A file of LibreOffice. @param change of the document before it is converted */
function byOffice(sheet: MadeSheet, to: "xls" | "xlsx", change = (flat: string) => flat): string {
  const flat = Buffer.from(change(flatOds([sheet]).toString("utf8")));
  const path = place.path(`bang-${++made}.${to}`);
  writeFileSync(path, convertWithOffice(flat, "fods", to === "xls" ? "xls:MS Excel 97" : to));
  return path;
}
const since1904 = (flat: string) =>
  flat.replace(
    "<office:spreadsheet>",
    '<office:spreadsheet><table:calculation-settings><table:null-date table:date-value="1904-01-01"/></table:calculation-settings>',
  );

describe.skipIf(!hasLibreOffice("sheets"))("a list of an office program", () => {
  /** @param years what a program makes of 1998 and 2003 that it takes for days */
  const days = (years: readonly [string, string]): MadeSheet => ({
    name: "DS",
    rows: [
      [
        "Họ và tên",
        "Ngày sinh",
        "Ngày vào ngành",
        "Ngày vào Đảng",
        "Ngày chính thức",
        null,
        null,
        "Số CCCD",
        "Từ ngày",
        "Chức vụ",
      ],
      [null, null, null, null, "Ngày", "Tháng", "Năm"],
      [
        "Nguyễn Văn Một",
        { date: "1980-05-25" },
        "15/8/03",
        { date: years[0] },
        13,
        5,
        1999,
        25080001234,
        { date: "2021-07-01", shows: "month" },
        "Chủ tịch UBND",
      ],
      [
        "Lê Thị Hai",
        { date: "1985-01-01", shows: "year" },
        "16/8/02",
        { date: years[1] },
        null,
        7,
        2004,
        "2.5E+10",
        "08/2021",
        "Chủ tịch HĐND",
      ],
      ["Trần Văn Ba", "1990", "2015", null, null, null, 2012, 12345678, null, "Phó Chủ tịch UBND"],
    ],
    merges: [
      ...[0, 1, 2, 3, 7, 8, 9].map((column) => ({ row: 0, column, rows: 2, columns: 1 })),
      { row: 0, column: 4, rows: 1, columns: 3 },
    ],
  });

  it.each([
    ["xls", "since 1900", ["1905-06-20", "1905-06-25"], (flat: string) => flat],
    ["xlsx", "since 1904", ["1909-06-21", "1909-06-26"], since1904],
  ] as const)(
    "gives its days and asks of each column once (.%s, %s)",
    async (ending, _calendar, years, change) => {
      const file = byOffice(days(years), ending, change);
      const roster = await empty();
      const before = hashOf(roster);
      const asked = await take(roster, file, "--dry-run");
      expect(hashOf(roster)).toBe(before);
      expect(asked.questions.map(({ key, count }) => [key, count])).toEqual([
        ["century:DS!C", 2],
        ["yearAsDate:DS!D", 2],
        ["lostZero:DS!H:11", 1],
        ["lostZero:DS!H:8", 1],
        ["number:DS!H4", 1],
      ]);
      const answers = {
        "century:DS!C": "2000",
        "yearAsDate:DS!D": "year",
        "lostZero:DS!H:11": "pad",
      };
      const path = place.path(`tra-loi-${++made}.json`);
      writeFileSync(path, JSON.stringify(answers));
      const done = await take(roster, file, "--answers", path);
      expect(done).toMatchObject({ added: 3, kept: 2 });
      const one = await person(roster, "Nguyễn Văn Một");
      expect(one.official).toMatchObject({
        birth: "1980-05-25",
        recruitedOn: "2003-08-15",
        partyOfficial: "1999-05-13",
        identityNumber: "025080001234",
        partyJoined: "1998",
      });
      expect(one.rows["assignment"]?.[0]?.fields["from"]).toBe("2021-07");
      const two = await person(roster, "Lê Thị Hai");
      expect(two.official).toMatchObject({ birth: "1985", partyOfficial: "2004-07", identityNumber: null });
      expect(two.rows["assignment"]?.[0]?.fields["from"]).toBe("2021-08");
      expect((await person(roster, "Trần Văn Ba")).official).toMatchObject({
        birth: "1990",
        recruitedOn: "2015",
        partyOfficial: "2012",
        identityNumber: null,
      });
    },
  );

  it("tells days that a program of another country turned round, once for the column", async () => {
    const file = byOffice(
      {
        name: "DS",
        rows: [
          ["Họ và tên", "Ngày sinh", "Chức vụ"],
          ["Nguyễn Văn Một", "25/12/1980", "Chủ tịch UBND"],
          ["Lê Thị Hai", { date: "1985-06-05" }, "Chủ tịch HĐND"],
          ["Trần Văn Ba", { date: "1990-11-03" }, "Phó Chủ tịch UBND"],
        ],
      },
      "xlsx",
    );
    const roster = await empty();
    const asked = await take(roster, file, "--dry-run");
    expect(asked.questions.map(({ key, count }) => [key, count])).toEqual([["swapped:DS!B", 2]]);
    expect(await take(roster, file, "--answer", "swapped:DS!B=swap")).toMatchObject({ added: 3, kept: 0 });
    expect((await person(roster, "Lê Thị Hai")).official["birth"]).toBe("1985-05-06");
    expect((await person(roster, "Trần Văn Ba")).official["birth"]).toBe("1990-03-11");
  });

  it.each([
    [
      "a day joined over two people",
      "import-merged",
      {
        name: "DS",
        rows: [
          ["Họ và tên", "Ngày sinh", "Chức vụ"],
          ["Nguyễn Văn Một", "25/12/1980", "Chủ tịch UBND"],
          ["Lê Thị Hai", null, "Chủ tịch HĐND"],
        ],
        merges: [{ row: 1, column: 1, rows: 2, columns: 1 }],
      },
    ],
    ["no line", "import-no-rows", { name: "DS", rows: [["Họ và tên", "Ngày sinh", "Chức vụ"]] }],
    [
      "two headings that contradict",
      "import-headings",
      {
        name: "DS",
        rows: [
          ["STT", "Họ và tên", "Năm sinh", "Giới tính"],
          [1, "Nguyễn Văn Một", 1980, "Nam"],
          ["Năm sinh", "Họ và tên", "Giới tính", "Dân tộc"],
          [1981, "Lê Thị Hai", "Nữ", "Kinh"],
        ],
      },
    ],
  ])("is refused with %s, and nothing is written", async (_what, code, sheet: MadeSheet) => {
    await expectRefused(byOffice(sheet, "xlsx"), code);
  });
});

describe("a file that is no list", () => {
  const files: readonly (readonly [string, string, () => Uint8Array])[] = [
    ["a .doc named .xlsx", "workbook-foreign", () => oleFile("WordDocument")],
    [
      "a workbook that asks for a password",
      "workbook-password",
      () => oleFile("EncryptionInfo", "EncryptedPackage"),
    ],
    [
      "an .ods with a password",
      "workbook-password",
      () =>
        zipFile([
          { name: "mimetype", content: "application/vnd.oasis.opendocument.spreadsheet" },
          { name: "encrypted-package", content: "<a/>" },
        ]),
    ],
    ["an empty file", "workbook-empty", () => new Uint8Array()],
  ];
  it.each(files)("is refused: %s", async (_what, code, bytes) => {
    const path = place.path(`tep-${++made}.xlsx`);
    writeFileSync(path, bytes());
    const before = hashOf(path);
    await expectRefused(path, code);
    expect(hashOf(path)).toBe(before);
  });
});

let refusing: string;
beforeAll(async () => {
  refusing = await empty();
});

async function expectRefused(file: string, expected: string): Promise<void> {
  const before = readFileSync(refusing);
  const { code, stdout, stderr } = await place.run("import", refusing, file, "--json");
  const { error } = JSON.parse(stderr) as { error: { code: string } };
  expect([code, stdout, error.code]).toEqual([1, "", expected]);
  const said = await place.run("import", refusing, file);
  expect(said.code).toBe(1);
  expectSentence(said.stderr);
  expect(readFileSync(refusing).equals(before)).toBe(true);
}

function oleFile(...streams: readonly string[]): Buffer {
  const container = CFB.utils.cfb_new() as unknown;
  for (const stream of streams) CFB.utils.cfb_add(container, stream, Buffer.alloc(5000, 1));
  return Buffer.from(CFB.write(container, { type: "buffer" }) as Uint8Array);
}
