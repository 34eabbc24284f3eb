/** Conflicts as a clerk reads them, settled by choosing a value, writing another, or asking the other office. */
import { appError } from "../../../shared/contract/errors";
import type { Written } from "../../../shared/contract/schemas/proposed";
import type { ConflictData } from "../../../shared/contract/schemas/conflicts";
import { type FieldValue, isOwned } from "../../../shared/domain/entities";
import { officialOf } from "../../../shared/sync/row-owner";
import type { ReadHandle } from "../../roster/file/handle";
import type { Edit } from "../../roster/change-log";
import {
  conflictDetail,
  conflictId,
  type ConflictKey,
  conflictKeys,
  presenceName,
} from "../../roster/read/conflicts";
import { officialRecord } from "../../roster/read/officials";
import { rowFields } from "../../roster/read/rows";
import { checkedValue, readValue } from "../entity-editing";
import type { Environment } from "../environment";
import type { OpenRoster } from "../open-roster";
import { chosenValue } from "./chosen-value";
import { ConflictWords, intoRecord } from "./conflict-words";
import { joinEdits } from "./duplicates";
import { mainPostConflict, mainPostEdits, ofMainPosts, peopleOfMainPosts } from "./main-posts";
import { OfficeNames } from "./office-names";
import { ownOffice } from "./own-office";

export interface ConflictsPage {
  readonly offset: number;
  readonly limit: number;
  /** Only those of this person's record. */
  readonly officialId: string | null;
}

/** The open conflicts, those of one person together. */
export function conflictsPage(
  roster: OpenRoster,
  environment: Environment,
  { offset, limit, officialId }: ConflictsPage,
): { total: number; rows: ConflictData[] } {
  const { db } = roster;
  const all = conflictKeys(db);
  const keys = officialId === null ? all : keysOfOfficial(db, all, officialId);
  const people = peopleOfMainPosts(roster, officialId);
  const words = new ConflictWords(roster, environment);
  const rows = keys.slice(offset, offset + limit).flatMap((key) => words.conflict(key) ?? []);
  const first = Math.max(0, offset - keys.length);
  const ofPosts = people
    .slice(first, Math.max(first, offset + limit - keys.length))
    .flatMap((id) => mainPostConflict(roster, environment, id) ?? []);
  return { total: keys.length + people.length, rows: [...rows, ...ofPosts] };
}

/** The conflicts of one person's rows; the log is read only for rows that do not stand in their table. */
function keysOfOfficial(db: ReadHandle, keys: readonly ConflictKey[], officialId: string): ConflictKey[] {
  const record = officialRecord(db, officialId);
  const own = new Set(Object.values(record?.rows ?? {}).flatMap((rows) => rows.map(({ id }) => id)));
  return keys.filter((key) => {
    const { entity, rowId } = key;
    if (entity === "official") return rowId === officialId;
    if (!isOwned(entity)) return false;
    if (own.has(rowId)) return true;
    if (rowFields(db, entity, rowId) !== null) return false;
    const detail = conflictDetail(db, key);
    return detail !== null && officialOf(entity, rowId, detail.state) === officialId;
  });
}

/** Ids are compared without case: rows are known by small letters, fields are not. @throws AppError conflict-unknown */
function keyOf(db: ReadHandle, id: string): ConflictKey {
  const wanted = id.toLowerCase();
  const key = conflictKeys(db).find((one) => conflictId(one).toLowerCase() === wanted);
  if (key === undefined) throw appError("conflict-unknown", { id });
  return key;
}

/** One open conflict. @throws AppError conflict-unknown */
export function openConflict(roster: OpenRoster, environment: Environment, id: string): ConflictData {
  const official = ofMainPosts(id);
  const conflict =
    official === null
      ? new ConflictWords(roster, environment).conflict(keyOf(roster.db, id))
      : mainPostConflict(roster, environment, official);
  if (conflict === null) throw appError("conflict-unknown", { id });
  return conflict;
}

/**
 * Another value for a conflict, as somebody writes it.
 * @throws AppError conflict-unknown, and what readValue throws
 */
export function writtenValue(
  roster: OpenRoster,
  environment: Environment,
  id: string,
  text: string,
): FieldValue {
  const { entity, rowId, field } = keyOf(roster.db, id);
  return readValue(roster, environment, entity, rowId, field, text);
}

export interface Settling {
  readonly id: string;
  /** Id of one of the values, or its number from 1 on. */
  readonly keep: string | null;
  /** Another value, where `keep` is null. */
  readonly value?: FieldValue | undefined;
  readonly reason: string | null;
  /** Where a record goes up in another one: fields of which both say something, and what it says is to stand. */
  readonly take?: readonly string[] | undefined;
  /** The post that stays the main one of that record; see `Joining`. */
  readonly main?: string | null | undefined;
}

/**
 * Ends a conflict, here and with the next packet elsewhere. A record that is to go up in another one takes along what only
 * it says of the person: whoever joined the two had not seen what was written there since.
 * @throws AppError conflict-unknown, conflict-choice, validation, reference-missing, roster-readonly
 */
export function settleConflict(
  roster: OpenRoster,
  environment: Environment,
  { id, keep, value, reason, take = [], main = null }: Settling,
): { changeId: number } & Written {
  const conflict = openConflict(roster, environment, id);
  if (conflict.kind === "posts") return written(roster, reason, mainPostEdits(conflict, keep));
  const key = keyOf(roster.db, id);
  let wanted = value ?? null;
  if (keep !== null) {
    wanted = chosenValue(conflict, keep).value;
  } else if (value === undefined || key.field === presenceName) {
    throw appError("conflict-choice", { n: "0", count: conflict.values.length });
  } else wanted = checkedValue(key.entity, key.rowId, key.field, value);
  const into = intoRecord(roster.db, key, wanted);
  const edits = into === null ? [editOf(key, wanted)] : joinEdits(roster.db, into, key.rowId, { take, main });
  return written(roster, reason, edits);
}

function written(
  roster: OpenRoster,
  reason: string | null,
  edits: readonly Edit[],
): { changeId: number } & Written {
  const { changeId, proposed } = roster.write({ action: "settle", reason, edits });
  if (changeId === null) throw new Error("A settled conflict that changed nothing");
  return { changeId, proposed };
}

function editOf({ entity, rowId, field }: ConflictKey, value: FieldValue): Edit {
  if (field !== presenceName) return { kind: "settle", entity, id: rowId, fields: { [field]: value } };
  return { kind: "decide", entity, id: rowId, removed: typeof value === "string" ? value : null };
}

/**
 * Asks the office that entered a value; the question goes into the next packet to it.
 * @throws AppError conflict-unknown, conflict-choice, validation, roster-readonly
 */
export function askAboutConflict(
  roster: OpenRoster,
  environment: Environment,
  { id, n, text }: { readonly id: string; readonly n: number; readonly text: string },
): { changeId: number } & Written {
  const key = keyOf(roster.db, id);
  const detail = conflictDetail(roster.db, key);
  const voice = detail?.voices[n - 1];
  if (detail === null || voice === undefined) {
    throw appError("conflict-choice", { n: String(n), count: detail?.voices.length ?? 0 });
  }
  const own = ownOffice(roster, environment);
  const toName = new OfficeNames(roster.db, own, environment.t).confirmed(voice.writer)?.office ?? "";
  const official = officialOf(key.entity, key.rowId, detail.state);
  const isThere = official !== null && rowFields(roster.db, "official", official) !== null;
  const { changeId, proposed } = roster.write({
    action: "ask",
    reason: null,
    edits: [
      {
        kind: "create",
        entity: "question",
        id: roster.newId(),
        fields: {
          ...(isThere ? { official } : {}),
          about: key.rowId,
          field: key.field,
          to: voice.writer.slice(0, 64),
          ...(toName === "" ? {} : { toName }),
          ...(own.card.office === "" ? {} : { askedBy: own.card.office }),
          text: checkedValue("question", key.rowId, "text", text),
        },
      },
    ],
  });
  if (changeId === null) throw new Error("A question that changed nothing");
  return { changeId, proposed };
}
