/** Texts of lists that say more, or other things, than the field they stand in. */
import { describe, expect, it } from "vitest";
import { columnOfKey } from "../columns/column";
import { besidePost, isOfficePart } from "./post-wordings";
import { namesPeople, readEthnicGroup, readText } from "./read-words";
import { value } from "./reading";
import type { SeenCell } from "./sheet-grid";

function nameRead(text: string): unknown {
  const column = columnOfKey("official.fullName");
  if (column === null) throw new Error("No column of names");
  const cell = {
    column: 0,
    content: { kind: "text", runs: [{ text, font: null }] },
    formula: false,
  } as const;
  const seen: SeenCell = { text, row: 1, column: 0, merge: null, cell };
  const reading = readText(column, seen);
  return reading.kind === "value" ? reading.value : reading;
}

describe("a name", () => {
  it.each([
    ["Bà Nguyễn Thị B", "Nguyễn Thị B"],
    ["Đ/c Trần Văn A", "Trần Văn A"],
    ["đồng chí  Trần Văn A", "Trần Văn A"],
    ["Ông Nguyễn Văn A", "Nguyễn Văn A"],
    // A family's name, and names that only begin like an address.
    ["Ông Thị Mẫu", "Ông Thị Mẫu"],
    ["Bàng Thị C", "Bàng Thị C"],
    ["Bà C", "Bà C"],
  ])("%s is that of %s", (text, name) => {
    expect(nameRead(text)).toBe(name);
  });
});

describe("a post", () => {
  it("goes with what its name does not say of a deputy", () => {
    expect(besidePost("Phó Bí thư TT Đảng ủy")).toEqual({ note: "Phó Bí thư TT Đảng ủy" });
    expect(besidePost("Phó Bí thư Thường trực Đảng ủy")).toBeDefined();
    expect(besidePost("PBT thường trực")).toBeDefined();
    expect(besidePost("Phó Bí thư Đảng ủy")).toBeUndefined();
    expect(besidePost("Chuyên viên phòng Kinh tế")).toEqual({ note: "Chuyên viên phòng Kinh tế" });
    expect(besidePost("Công chức")).toBeUndefined();
    expect(besidePost("GĐ TT PVHCC")).toBeUndefined();
    expect(besidePost("PGĐ TT PVHCC")).toBeUndefined();
    expect(besidePost("Phó Giám đốc TT PVHCC")).toBeUndefined();
  });
});

describe("a part of the office", () => {
  it.each(["Đảng uỷ", "Phòng Kinh tế", "UBND", "VP HĐND&UBND", "TT PVHCC", "Hội LHPN"])("is %s", (text) => {
    expect(isOfficePart(text)).toBe(true);
  });
  it.each(["Xã Quảng Yên", "Thanh Ba", "Phường Phú Thọ", "Thị trấn Thanh Ba"])("is not %s", (text) => {
    expect(isOfficePart(text)).toBe(false);
  });
});

describe("peoples", () => {
  it("are named by a text that names nothing else", () => {
    expect(namesPeople("Mường, Tày")).toBe(true);
    expect(namesPeople("Mường")).toBe(true);
    expect(namesPeople("Chứng chỉ tiếng Mường")).toBe(false);
  });
});

describe("a people", () => {
  it.each([
    ["Kinh", "Kinh"],
    ["MƯỜNG", "Mường"],
    ["Dân tộc Ê Đê", "Ê-đê"],
    ["Kinh (Việt)", "Kinh"],
    ["Việt", "Kinh"],
    ["Mông", "H'mông"],
    ["Khmer", "Khơ me"],
    ["Cao Lan", "Sán Chay"],
  ])("%s is spelled as the list has it: %s", (text, name) => {
    expect(readEthnicGroup(text, null)).toEqual(value(name));
  });

  it("is asked about where the name is that of several, or no name at all", () => {
    expect(readEthnicGroup("Thổ", null)).not.toHaveProperty("value");
    expect(readEthnicGroup("Sao Hỏa", null)).not.toHaveProperty("value");
  });

  it("is read by a code only in a system that somebody named", () => {
    expect(readEthnicGroup("04", null)).not.toHaveProperty("value");
    expect(readEthnicGroup("04", "2008")).toEqual(value("Mường"));
    expect(readEthnicGroup("4", "1979")).toEqual(value("Hoa"));
  });
});
