// Guards that a code list comes in from a file whole or not at all, and that a file with mistakes says each of them.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type CliPlace, cliPlace } from "../../testing/command-line";

interface Taken {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly changeId: number | null;
  readonly rows: readonly { readonly name: string; readonly state: string }[];
}

describe("lists import", () => {
  let place: CliPlace;
  let roster: string;
  beforeEach(async () => {
    place = cliPlace();
    roster = await place.thanhBa();
  });
  afterEach(() => place.remove());

  const file = (content: string | Buffer) => {
    const path = join(place.folder, "danh-muc.csv");
    writeFileSync(path, content);
    return path;
  };
  const take = (path: string, ...more: string[]) =>
    place.json<Taken>("lists import", roster, path, "--list", "religion", ...more);

  it("tells first and then writes, once", async () => {
    const path = file(
      "\uFEFFMã;Tên;Cách ghi khác\r\n16;Đạo Hiếu nghĩa;\r\n08;Tin Lành;Cơ đốc\r\n02;Công giáo;\r\n",
    );
    const dry = await take(path, "--dry-run");
    expect(dry).toMatchObject({ added: 1, changed: 1, unchanged: 1, changeId: null });
    const taken = await take(path);
    expect(taken).toMatchObject({ added: 1, changed: 1, unchanged: 1, changeId: expect.any(Number) });
    expect(await take(path)).toMatchObject({ added: 0, changed: 0, unchanged: 3, changeId: null });
  });

  it("reads a list in UTF-16 with tabs, as spreadsheet programs save Unicode text", async () => {
    const text = "\uFEFFMã\tTên\r\n16\tĐạo Hiếu nghĩa\r\n";
    expect(await take(file(Buffer.from(text, "utf16le")), "--dry-run")).toMatchObject({
      added: 1,
      rows: [{ name: "Đạo Hiếu nghĩa" }],
    });
  });

  it("refuses a file with mistakes, a sentence each, and leaves the roster as it is", async () => {
    const path = file("Mã;Tên;Hiệu lực từ\r\n16;;\r\n02;Đạo mới;\r\n17;Đạo khác;32/01/2020\r\n");
    const before = readFileSync(roster);
    const { code, stderr } = await place.run("lists import", roster, path, "--list", "religion");
    expect(code).toBe(1);
    expect(stderr).toContain("Dòng 2: thiếu tên.");
    expect(stderr).toContain("Dòng 3: mã “02” đang là mã của “Công giáo”.");
    expect(stderr).toContain("Dòng 4: “32/01/2020” không phải là ngày đủ ngày, tháng, năm.");
    expect(readFileSync(roster).equals(before)).toBe(true);
  });

  it("refuses what is no list, and a list that there is not", async () => {
    const noNames = await place.run("lists import", roster, file("a;b\r\n1;2\r\n"), "--list", "religion");
    expect(noNames.code).toBe(1);
    expect(noNames.stderr).toContain("không có cột “Tên”");
    const noList = await place.run("lists import", roster, file("Tên\r\nA\r\n"), "--list", "khong-co");
    expect(noList.code).toBe(2);
  });
});
