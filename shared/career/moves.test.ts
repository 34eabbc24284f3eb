// Guards from where to where a move is said to be: by the post held before, or as the row itself says, and never guessed.
import { describe, expect, it } from "vitest";
import { createTranslate } from "../i18n";
import { moveSentence } from "../i18n/move-sentence";
import type { MovePlace } from "../domain/move";
import { moveOf } from "./moves";

const units: Readonly<Record<string, MovePlace>> = {
  district: { name: "Huyện Thanh Ba", level: "district" },
  xaA: { name: "Xã Quảng Yên", level: "commune" },
  xaB: { name: "Xã Đỗ Sơn", level: "commune" },
};
const placeOf = (id: string) => units[id] ?? null;
const row = (id: string, fields: object) => ({ id, fields: { to: null, main: true, ...fields } });
const moved = (fields: object, ...others: ReturnType<typeof row>[]) => {
  const own = row("own", { unit: "xaA", kind: "rotated", from: "2024-03-01", ...fields });
  return moveOf(own, [own, ...others], placeOf);
};
const before = row("before", { unit: "district", kind: "appointed", from: "2019-01-01", to: "2024-02-29" });

describe("a move", () => {
  it("is from where the post before was held, with both levels", () => {
    expect(moved({}, before)).toEqual({ kind: "rotated", from: units["district"], to: units["xaA"] });
    // Nobody ended the post before; a secondment leaves it open on purpose.
    const open = row("before", { unit: "district", from: "2019", to: null });
    expect(moved({ kind: "seconded" }, open)?.from).toEqual(units["district"]);
    expect(moved({ kind: "transferred" }, open)?.from).toEqual(units["district"]);
  });

  it("is from the last of several posts, and not from a kiêm nhiệm", () => {
    const first = row("first", { unit: "xaB", from: "2010", to: "2018-12-31" });
    const beside = row("beside", { unit: "xaB", kind: "concurrent", main: false, from: "2023-01-01" });
    expect(moved({}, first, before, beside)?.from.name).toBe("Huyện Thanh Ba");
    const later = row("later", { unit: "xaB", from: "2025-01-01" });
    expect(moved({}, later)).toBeNull();
  });

  it("is as the row says where somebody came from outside", () => {
    const outside = { cameFrom: "Sở Nội vụ", cameFromLevel: "province" };
    expect(moved(outside, before)?.from).toEqual({ name: "Sở Nội vụ", level: "province" });
    expect(moved({ cameFrom: "Một cơ quan khác" })?.from).toEqual({ name: "Một cơ quan khác", level: null });
  });

  it("is none within one unit, of other ways into a post, and where nothing says from where", () => {
    expect(moved({}, row("before", { unit: "xaA", from: "2019", to: "2024" }))).toBeNull();
    expect(moved({ kind: "appointed" }, before)).toBeNull();
    expect(moved({ from: null }, before)).toBeNull();
    expect(moved({}, row("before", { unit: "gone", from: "2019", to: "2024" }))).toBeNull();
    expect(moved({})).toBeNull();
  });

  it("is one sentence with the decision by which it was", () => {
    const t = createTranslate("vi");
    const move = moved({}, before);
    if (move === null) throw new Error("Somebody moved");
    const told = "Luân chuyển từ Huyện Thanh Ba (cấp huyện) đến Xã Quảng Yên (cấp xã)";
    expect(moveSentence(t, move, {})).toBe(told);
    expect(moveSentence(t, move, { decisionNumber: "5/QĐ" })).toBe(`${told}, theo Quyết định số 5/QĐ`);
    const dated = { decisionNumber: "5/QĐ", decisionDate: "2024-02-20" };
    expect(moveSentence(t, move, dated)).toBe(`${told}, theo Quyết định số 5/QĐ ngày 20/02/2024`);
  });
});
