/** Several main posts of one person as something to settle among the conflicts: which of them is the main one. */
import type { ConflictData, ConflictValue } from "../../../shared/contract/schemas/conflicts";
import { entities } from "../../../shared/domain/entities";
import { hanoiDay, isoInstant } from "../../../shared/domain/hanoi-time";
import { isoToPacked } from "../../../shared/domain/partial-date";
import { judgeRows } from "../../../shared/standards/read";
import { uuidToBytes } from "../../../shared/sync/bytes";
import { foldRow } from "../../../shared/sync/fold";
import type { Edit } from "../../roster/change-log";
import { historyOfRow } from "../../roster/log/op-rows";
import { voiceOf } from "../../roster/read/conflicts";
import { runningMainPosts, withSeveralMainPosts } from "../../roster/read/main-posts";
import { officialRecord } from "../../roster/read/officials";
import { rowFields } from "../../roster/read/rows";
import type { Environment } from "../environment";
import type { OpenRoster } from "../open-roster";
import { rowLabel } from "../row-label";
import { chosenValue, valueId } from "./chosen-value";
import { officeNames } from "./office-names";
import { unitNameOf } from "./preview";

/** What stands in the place of a field; conflicts of this kind are about no field of the record. */
const mainPostName = "mainPost";

/** Id of the person of such a conflict; null for any other id. */
export function ofMainPosts(id: string): string | null {
  const [official, field] = id.split(".");
  return field?.toLowerCase() === mainPostName.toLowerCase() ? (official?.toLowerCase() ?? null) : null;
}

/** People of whom it is to be settled. @param officialId only this one; null: everybody */
export function peopleOfMainPosts(roster: OpenRoster, officialId: string | null): string[] {
  const people = withSeveralMainPosts(roster.db);
  return officialId === null ? people : people.filter((id) => id === officialId);
}

/** @returns null where it is not open (any more) */
export function mainPostConflict(
  roster: OpenRoster,
  environment: Environment,
  officialId: string,
): ConflictData | null {
  const { db } = roster;
  const record = peopleOfMainPosts(roster, officialId).length === 0 ? null : officialRecord(db, officialId);
  if (record === null) return null;
  const catalog = roster.catalog();
  const names = officeNames(roster, environment);
  const today = isoToPacked(hanoiDay(environment.now()));
  const counted = judgeRows(record, catalog.ruleBook(today), { catalog, today }).main?.id;
  const posts = runningMainPosts(db, uuidToBytes(officialId)).sort(
    (a, b) => Number(b === counted) - Number(a === counted),
  );
  const values = posts.flatMap((id, place): ConflictValue[] => {
    const fields = rowFields(db, "assignment", id)?.fields ?? {};
    const heads = foldRow(historyOfRow(db, uuidToBytes(id))).heads.get(entities.assignment.fields.main.id);
    const [op] = heads ?? [];
    if (op === undefined) return [];
    const voice = voiceOf(db, op, id);
    const { user, writer, at, reason } = voice;
    const text = rowLabel(catalog, environment.t, "assignment", (field) => fields[field] ?? null);
    const unit = catalog.unitOfId(String(fields["unit"]))?.fullName ?? "";
    return [
      {
        n: place + 1,
        id: valueId(voice),
        text: unit === "" ? text : `${text} – ${unit}`,
        value: id,
        office: names.of(writer),
        user,
        at: isoInstant(at),
        clockSuspect: false,
        paper: null,
        reason,
        shown: id === counted,
        foreign: false,
        joining: null,
      },
    ];
  });
  return {
    id: `${officialId}.${mainPostName}`,
    kind: "posts",
    entity: "official",
    rowId: officialId,
    label: typeof record.fields["fullName"] === "string" ? record.fields["fullName"] : "",
    officialId,
    unitName: unitNameOf(db, catalog, officialId),
    field: mainPostName,
    rowLabel: "",
    values,
    asked: null,
  };
}

/**
 * The edits by which one post stays the main one.
 * @throws AppError conflict-choice
 */
export function mainPostEdits(conflict: ConflictData, keep: string | null): Edit[] {
  const kept = chosenValue(conflict, keep);
  return conflict.values
    .filter((one) => one !== kept)
    .map(({ value }) => ({
      kind: "update",
      entity: "assignment",
      id: String(value),
      fields: { main: false },
    }));
}
