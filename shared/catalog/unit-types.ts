/** How kinds of unit are written, in the shipped lists and before a unit's name. */
import { type UnitType, unitTypes } from "../domain/values";

/** As printed at the head of a line; within a sentence the first letter is small. */
const unitTypeNames: Readonly<Record<UnitType, string>> = {
  tinh: "Tỉnh",
  thanhPho: "Thành phố",
  huyen: "Huyện",
  quan: "Quận",
  thiXa: "Thị xã",
  xa: "Xã",
  phuong: "Phường",
  thiTran: "Thị trấn",
  dacKhu: "Đặc khu",
};

/** The kind that a printed word names, or null for any other word. */
export function unitTypeOfName(name: string): UnitType | null {
  return unitTypes.find((type) => unitTypeNames[type] === name) ?? null;
}

/** "xã Quảng Yên": the kind in small letters, then the name as it is. */
export function unitLabel(unit: { readonly type: UnitType; readonly name: string }): string {
  return `${unitTypeNames[unit.type].toLowerCase()} ${unit.name}`;
}
