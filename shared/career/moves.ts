/**
 * From which unit and level to which somebody moved (điều động, luân chuyển, biệt phái). It follows from the post held
 * before, and is kept nowhere beside it; where somebody came from outside the roster, the row itself says so.
 */
import { type DraftRow, dateOf, textOf } from "../domain/checks/reading";
import { earliestDay } from "../domain/partial-date";
import { type Move, moveKinds, type MovePlace } from "../domain/move";
import { moveLevels } from "../domain/values";
import { heldBefore } from "./record";

/**
 * @param row of an assignment @param rows all of the person's, this one among them
 * @param placeOf a unit by its id; null where it is not known here
 * @returns null for other ways into a post, within one unit, and where nothing says where somebody came from
 */
export function moveOf(
  row: DraftRow,
  rows: readonly DraftRow[],
  placeOf: (unit: string) => MovePlace | null,
): Move | null {
  const kind = moveKinds.find((one) => one === row.fields["kind"]);
  const unit = textOf(row.fields, "unit");
  const to = unit === null ? null : placeOf(unit);
  if (kind === undefined || to === null) return null;
  const said = textOf(row.fields, "cameFrom");
  if (said !== null) {
    const level = moveLevels.find((one) => one === row.fields["cameFromLevel"]) ?? null;
    return { kind, from: { name: said, level }, to };
  }
  const begins = dateOf(row.fields, "from");
  if (begins === null) return null;
  const earlier = rows.filter((other) => {
    const from = dateOf(other.fields, "from");
    const isOwn = other.id !== row.id && other.fields["kind"] !== "concurrent";
    return isOwn && from !== null && earliestDay(from) < earliestDay(begins);
  });
  const before = heldBefore(earlier, earliestDay(begins));
  const left = before === undefined ? null : textOf(before.fields, "unit");
  const from = left === null || left === unit ? null : placeOf(left);
  return from === null ? null : { kind, from, to };
}
