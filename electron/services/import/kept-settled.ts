/**
 * Kept texts that are settled by now though nobody matched them: what they mean is on record, or what they were meant for was
 * written into the record after them, by hand or by a later import. They wait no longer and count as nothing to do; what
 * became of them is somebody's to look at, so that they stay until they are taken away.
 */
import type { PersonColumn } from "../../../shared/columns/column";
import type { CallResult, ParsedArgs } from "../../../shared/contract/contract";
import type { FieldValue } from "../../../shared/domain/entities";
import { fieldDefinition } from "../../../shared/domain/entities";
import { isoToPacked } from "../../../shared/domain/partial-date";
import { storedJson } from "../../../shared/domain/stored-json";
import type { StoredRowFields } from "../../../shared/import/record-rows";
import { rowsOf, says } from "../../../shared/import/said-on-record";
import { mainRowOf } from "../../../shared/standards/read";
import { takesBack } from "../../roster/read/change-links";
import { officialPk, type OfficialRecordRows, officialRecords } from "../../roster/read/officials";
import { RowOps } from "../../roster/log/row-ops";
import type { StoredOp } from "../../roster/log/op-rows";
import { allRows, type StoredRow } from "../../roster/read/rows";
import { stateName } from "../../roster/read/state-name";
import type { Environment } from "../environment";
import type { OpenRoster } from "../open-roster";
import { ownDay } from "../own-day";
import { keptColumn, keptField } from "./kept-fields";
import { recordWords } from "./record-words";
import { sameValues } from "./same-values";

/** People whose records are held at once. */
const slice = 200;
/** Texts whose people are looked up at once. */
const textsAtOnce = 2000;

/** Found once for a state of the roster: the main screen counts them after every change. */
const found = new WeakMap<OpenRoster, { readonly of: string; readonly ids: ReadonlySet<string> }>();

/** The ids of settled texts. */
export async function settledTexts(
  roster: OpenRoster,
  environment: Environment,
): Promise<ReadonlySet<string>> {
  const of = `${stateName(roster.db)} ${ownDay(roster.db, environment)}`;
  const known = found.get(roster);
  if (known?.of === of) return known.ids;
  const byPk = new Map<number, StoredRow[]>();
  for (const [place, row] of allRows(roster.db, "keptText").entries()) {
    if (place > 0 && place % textsAtOnce === 0) await environment.pause();
    const pk = keptColumn(row) === null ? null : officialPk(roster.db, keptField(row, "official"));
    const known = pk === null ? undefined : byPk.get(pk);
    if (known !== undefined) known.push(row);
    else if (pk !== null) byPk.set(pk, [row]);
  }
  const ids = new Set<string>();
  const pks = [...byPk.keys()];
  for (let from = 0; from < pks.length; from += slice) {
    if (from > 0) await environment.pause();
    const isSettled = judging(roster, environment);
    for (const record of officialRecords(roster.db, pks.slice(from, from + slice)))
      for (const text of byPk.get(record.pk) ?? []) if (isSettled(text, record)) ids.add(text.id);
  }
  found.set(roster, { of, ids });
  return ids;
}

/** Takes settled texts away, as one change. */
export async function dropSettled(
  roster: OpenRoster,
  environment: Environment,
  { officialId = null }: ParsedArgs<"keptDropSettled">,
): Promise<CallResult<"keptDropSettled">> {
  const settled = await settledTexts(roster, environment);
  const rows = allRows(roster.db, "keptText").filter(
    (row) => settled.has(row.id) && (officialId === null || keptField(row, "official") === officialId),
  );
  if (rows.length === 0) return { changeId: null, proposed: null, texts: 0 };
  const reason = environment.t("actions:match");
  const { changeId, proposed } = await roster.writeInSlices(
    {
      action: "match",
      edits: rows.map(({ id }) => ({ kind: "remove", entity: "keptText", id, reason }) as const),
    },
    environment.pause,
  );
  return { changeId, proposed, texts: rows.length };
}

function judging(
  roster: OpenRoster,
  environment: Environment,
): (text: StoredRow, record: OfficialRecordRows) => boolean {
  const catalog = roster.catalog();
  const on = isoToPacked(ownDay(roster.db, environment));
  const isSame = sameValues(catalog, on);
  const words = recordWords(catalog);
  const log = new RowOps(roster.log);
  return (text, record) => {
    const column = keptColumn(text);
    if (column === null) return false;
    const stored = { ...record, mainId: mainRowOf(record.rows.assignment, on, catalog) };
    const holding = rowsOf(stored, column).filter(({ fields }) => (fields[column.field] ?? null) !== null);
    if (holding.length === 0) return false;
    const { entity, field } = column;
    const meant = storedJson(keptField(text, "reading"));
    const isThere = (row: StoredRowFields) =>
      says(keptField(text, "text"), row, column, words) ||
      (isMeaning(meant) && isSame(entity, field, meant, row.fields[field] ?? null));
    return holding.some(isThere) || isWrittenAfter(roster, log, text, holding, column);
  };
}

function isMeaning(meant: unknown): meant is Exclude<FieldValue, null> {
  return typeof meant === "string" || typeof meant === "number" || typeof meant === "boolean";
}

/**
 * Whether the record was told after the text was kept. What stands there again because something was taken back was there
 * before, and so was what the very change wrote that keeps the text.
 */
function isWrittenAfter(
  { db }: OpenRoster,
  log: RowOps,
  text: StoredRow,
  holding: readonly StoredRowFields[],
  { entity, field, pick }: PersonColumn,
): boolean {
  // Of rows one after another none is the text's own.
  if (pick.kind === "each") return false;
  const id = fieldDefinition(entity, field)?.id;
  const [kept = null] = log.counting(text.id, "keptText").toSorted((a, b) => a.localId - b.localId);
  if (id === undefined || kept === null) return false;
  return holding.some((row) => {
    const told = lastOf(log.counting(row.id, entity).filter(({ fields }) => fields.has(id)));
    return (
      told !== null &&
      told.localId > kept.localId &&
      !(told.writer === kept.writer && told.changeSeq === kept.changeSeq) &&
      !takesBack(db, told.writer, told.changeSeq)
    );
  });
}

function lastOf(ops: readonly StoredOp[]): StoredOp | null {
  return ops.reduce<StoredOp | null>(
    (last, op) => (last === null || op.localId > last.localId ? op : last),
    null,
  );
}
