import { describe, expect, it } from "vitest";
import { titleLines } from "./signer-title";

describe("the title of who signs", () => {
  it.each([
    ["KT. CHỦ TỊCH PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"],
    ["TM. ỦY BAN NHÂN DÂN CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"],
    ["TM. UBND XÃ KT. CHỦ TỊCH PHÓ CHỦ TỊCH", "TM. UBND XÃ\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"],
    ["TL. CHỦ TỊCH CHÁNH VĂN PHÒNG", "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG"],
    ["KT. CHÁNH VĂN PHÒNG PHÓ CHÁNH VĂN PHÒNG", "KT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG"],
  ])("%s is written in lines", (title, lines) => {
    expect(titleLines(title)).toBe(lines);
  });
  it.each([
    "CHỦ TỊCH",
    "KT. CHỦ TỊCH",
    "TM. ỦY BAN NHÂN DÂN",
    "Thủ trưởng đơn vị",
    "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
    "",
  ])("%j stays as it is", (title) => {
    expect(titleLines(title)).toBe(title);
  });
});
