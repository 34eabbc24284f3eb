/** The list of changes: pages of it, the newest of a person, what undo and redo would act on. */
import { foldRow } from "../../../shared/sync/fold";
import { bytesToUuid, isUuid, uuidToBytes } from "../../../shared/sync/bytes";
import { entities } from "../../../shared/domain/entities";
import type { ReadHandle, SqlValue } from "../handle";
import { historyOfRow } from "../log/op-rows";
import { undoCandidates } from "../log/undo-chain";

export interface ChangeListRow {
  readonly id: number;
  /** Wall clock of the PC that wrote it, ms since 1970. */
  readonly at: number;
  readonly user: string;
  readonly action: string;
  readonly reason: string | null;
  /** The one official that the change concerns; null where it concerns none or several. */
  readonly official: {
    readonly pk: number;
    readonly id: string;
    readonly fullName: string;
    readonly present: boolean;
  } | null;
  readonly opCount: number;
  readonly undoes: number | null;
  readonly undoneBy: number | null;
}

interface ChangeColumns {
  readonly id: number;
  readonly at: number;
  readonly user: string;
  readonly action: string;
  readonly reason: string | null;
  readonly opCount: number;
  readonly undoes: number | null;
  readonly undoneBy: number | null;
  readonly subject: number | null;
  readonly officialId: Buffer | null;
  readonly fullName: string | null;
}

const select = `
  SELECT change.id, change.at, author.name AS user, change.action, change.reason,
         change.last_seq - change.first_seq + 1 AS opCount, change.undoes, change.undone_by AS undoneBy,
         change.subject, official.id AS officialId, official.full_name AS fullName
  FROM change
  JOIN author ON author.id = change.author
  LEFT JOIN official ON official.pk = change.subject`;

/** A removed official, from the log: the tables no longer know the name. */
function removedOfficial(db: ReadHandle, pk: number): ChangeListRow["official"] {
  const row = db.value<Buffer>("SELECT row FROM op WHERE id = ?", pk);
  if (row === undefined) return null;
  const name = foldRow(historyOfRow(db, row)).values.get(entities.official.fields.fullName.id);
  return { pk, id: bytesToUuid(row), fullName: typeof name === "string" ? name : "", present: false };
}

function changes(db: ReadHandle, condition: string, ...params: SqlValue[]): ChangeListRow[] {
  return db
    .all<ChangeColumns>(`${select} ${condition}`, ...params)
    .map(({ subject, officialId, fullName, ...row }) => {
      if (subject === null) return { ...row, official: null };
      if (officialId === null) return { ...row, official: removedOfficial(db, subject) };
      return {
        ...row,
        official: { pk: subject, id: bytesToUuid(officialId), fullName: fullName ?? "", present: true },
      };
    });
}

/**
 * Changes that touched a person: those that concern only them, and those that touched one of their rows among others
 * (an import, the making of a sample).
 */
const ofOfficial = `
  change.id IN (
    WITH wanted (pk) AS (VALUES (?))
    SELECT change.id FROM wanted JOIN change ON change.subject = wanted.pk
    UNION
    SELECT touched.id FROM (
      SELECT official.id FROM wanted JOIN official ON official.pk = wanted.pk
      UNION ALL SELECT assignment.id FROM wanted JOIN assignment ON assignment.official = wanted.pk
      UNION ALL SELECT qualification.id FROM wanted JOIN qualification ON qualification.official = wanted.pk
    ) AS own
    JOIN op ON op.row = own.id
    JOIN change AS touched ON touched.writer = op.writer AND touched.first_seq = op.change_seq)`;

/** pk of an official, removed ones too. */
function anyOfficialPk(db: ReadHandle, id: string): number | null {
  if (!isUuid(id)) return null;
  return (
    db.value<number>(
      "SELECT id FROM op WHERE row = ? AND created = 1 ORDER BY id LIMIT 1",
      uuidToBytes(id),
    ) ?? null
  );
}

export interface ChangesPage {
  /** Only changes with a smaller id; null: from the newest on. */
  readonly before: number | null;
  readonly limit: number;
  /** Only changes that touched this official. */
  readonly officialId: string | null;
}

/** Newest first. */
export function changesPage(db: ReadHandle, { before, limit, officialId }: ChangesPage): ChangeListRow[] {
  const last = before ?? Number.MAX_SAFE_INTEGER;
  if (officialId === null)
    return changes(db, "WHERE change.id < ? ORDER BY change.id DESC LIMIT ?", last, limit);
  const pk = anyOfficialPk(db, officialId);
  if (pk === null) return [];
  return changes(
    db,
    `WHERE change.id < ? AND ${ofOfficial} ORDER BY change.id DESC LIMIT ?`,
    last,
    pk,
    limit,
  );
}

export function changeById(db: ReadHandle, id: number): ChangeListRow | null {
  return changes(db, "WHERE change.id = ?", id)[0] ?? null;
}

/** The newest change that touched an official, or null. */
export function lastChangeOf(db: ReadHandle, officialPk: number): ChangeListRow | null {
  const last = Number.MAX_SAFE_INTEGER;
  return (
    changes(
      db,
      `WHERE change.id < ? AND ${ofOfficial} ORDER BY change.id DESC LIMIT 1`,
      last,
      officialPk,
    )[0] ?? null
  );
}

/**
 * What the undo and redo commands would act on.
 * @param exceptActions actions that are not taken back by a key press (e.g. the making of a roster); what lies before
 *   such a change is not offered either
 */
export function undoState(
  db: ReadHandle,
  exceptActions: readonly string[] = [],
): { undo: ChangeListRow | null; redo: ChangeListRow | null } {
  const { undo, redo } = undoCandidates(db, exceptActions);
  return {
    undo: undo === null ? null : changeById(db, undo),
    redo: redo === null ? null : changeById(db, redo),
  };
}

export { changeDetails, rowHistory } from "./change-details";
