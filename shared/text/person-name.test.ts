// Guards that putting names into one form never damages a name that was already right.

import { describe, expect, it } from "vitest";
import { documentName, titleCaseName } from "./person-name";

describe("titleCaseName", () => {
  it.each([
    ["nguyễn văn a", "Nguyễn Văn A"],
    ["NGUYỄN VĂN A", "Nguyễn Văn A"],
    ["  đặng  thị\thuệ ", "Đặng Thị Huệ"],
    ["nGUYỄN vĂN aN", "Nguyễn Văn An"],
    ["h'hen niê", "H'Hen Niê"],
    ["H'HEN NIÊ", "H'Hen Niê"],
    ["h’hen niê", "H’Hen Niê"],
    ["y moan êban", "Y Moan Êban"],
    ["tôn nữ anh-thư", "Tôn Nữ Anh-Thư"],
    ["Phạm \u00adĐăng An", "Phạm Đăng An"],
    ["\u200bphạm \u202eđăng an", "Phạm Đăng An"],
    ["nguyễn văn (ba)", "Nguyễn Văn (Ba)"],
    ["Nguyễn Văn (Ba)", "Nguyễn Văn (Ba)"],
    ["", ""],
  ])("%j → %j", (typed, name) => {
    expect(titleCaseName(typed)).toBe(name);
    expect(titleCaseName(typed.normalize("NFD"))).toBe(name);
  });

  it.each(["Nguyễn Văn A", "H'Hen Niê", "K'sor Y Blô", "KSor H'Bơ Khăp", "RơChâm Y Ơt", "Y Thị Á"])(
    "keeps %s",
    (name) => {
      expect(titleCaseName(name)).toBe(name);
    },
  );
});

it("keeps the signs of an old font code, which are other letters in the other case", () => {
  for (const name of ["nguyÔn v¨n tr\u00adêng", "Ph¹m §¨ng An", "traàn vaên höông"]) {
    expect(titleCaseName(name)).toBe(name);
  }
});

describe("documentName", () => {
  it("is upper case, composed, single spaced", () => {
    expect(documentName(" Nguyễn  Thị Huệ ".normalize("NFD"))).toBe("NGUYỄN THỊ HUỆ");
    expect(documentName("H'Hen Niê")).toBe("H'HEN NIÊ");
    expect(documentName("Đỗ Ước")).toBe("ĐỖ ƯỚC");
  });
});
