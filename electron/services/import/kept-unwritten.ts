/**
 * Why a text that was matched could not be written for somebody, and what to do about it there: without it a clerk tries one
 * value after another where only the post is missing that the day belongs to.
 */
import { columnLabel } from "../../../shared/columns/label";
import { type PersonColumn, personColumns } from "../../../shared/columns/column";
import type { CallResult } from "../../../shared/contract/contract";
import { entityDefinition } from "../../../shared/domain/entities";
import type { LineCell } from "../../../shared/import/line";
import type { UnreadReason } from "../../../shared/import/reading";
import type { Translate } from "../../../shared/i18n";
import type { StoredRow } from "../../roster/read/rows";
import type { Environment } from "../environment";
import type { OpenRoster } from "../open-roster";
import { keptField } from "./kept-fields";
import { nameOf } from "./kept-list";
import { cellSentence } from "./summary";

type Unwritten = Pick<CallResult<"keptMatch">, "left" | "why">;

/** People of whom it is said. */
const shownPeople = 12;

/** Reasons about the record, which are said with what to do; any other is about the text. */
const ofRecord = [
  "incomplete",
  "postChange",
  "fromMissing",
  "fromNotLater",
  "recordSaysMore",
  "recordDiffers",
] as const satisfies readonly UnreadReason[];

/**
 * @param wanted texts that were to be written. @param cellOf a text as it was read and compared; null: it was not looked at
 * @returns of those that were written, for whom it was not
 */
export function whyUnwritten(
  roster: OpenRoster,
  { t }: Environment,
  column: PersonColumn,
  wanted: readonly StoredRow[],
  cellOf: (row: StoredRow) => LineCell | null,
): (written: readonly StoredRow[]) => Unwritten {
  return (written) => {
    const done = new Set(written.map((row) => keptField(row, "official")));
    const reasons = new Map<string, string>();
    for (const row of wanted) {
      const id = keptField(row, "official");
      if (!done.has(id) && !reasons.has(id)) reasons.set(id, sentence(cellOf(row), column, t));
    }
    const why = [...reasons].slice(0, shownPeople).map(([id, reason]) => ({
      person: { id, fullName: nameOf(roster, id) },
      reason,
    }));
    return { left: reasons.size, why };
  };
}

function sentence(cell: LineCell | null, column: PersonColumn, t: Translate): string {
  if (cell !== null && cell.issue !== null) return cellSentence(cell, t);
  const label = columnLabel(t, column);
  const reason = ofRecord.find((one) => one === cell?.reason);
  return reason === undefined
    ? t("import:unwritten.unread", { label })
    : t(`import:unwritten.${reason}`, { label, needed: neededOf(column, t) });
}

/** What a row must name to be there at all: the post and the unit of an assignment, the level of a qualification. */
function neededOf({ entity, pick }: PersonColumn, t: Translate): string {
  const { fields } = entityDefinition(entity);
  const isOf = (other: PersonColumn) =>
    other.entity === entity &&
    (pick.kind === "best"
      ? other.pick.kind === "best" && other.pick.value === pick.value
      : other.pick.kind === pick.kind);
  const isNeeded = ({ field, definition }: PersonColumn) =>
    fields[field]?.required === true && definition.entity !== "unit";
  const labels = personColumns
    .filter((other) => isOf(other) && isNeeded(other))
    .map((other) => columnLabel(t, other));
  return [...new Set(labels)].join(", ");
}
