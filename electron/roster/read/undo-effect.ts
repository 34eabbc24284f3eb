/**
 * What taking a change back would do to how many people, told before it is done: whoever takes back an import of a month ago
 * must not learn only afterwards who left the roster with it.
 */
import { entities } from "../../../shared/domain/entities";
import { bytesToUuid } from "../../../shared/sync/bytes";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";
import { isLive, undoChain } from "../log/undo-chain";
import { titleOfRow } from "./change-details";
import { type ChangeSpan, opsOfChange, rowsOfRecords, touchedRows } from "./change-people";

export interface UndoEffect {
  /** Whom the change concerns; `more`: at least so many. */
  readonly people: number;
  readonly more: boolean;
  /** Of the change that began the chain of undoing and doing again. */
  readonly action: string;
  /** People whom it entered and who leave the roster with it. */
  readonly entered: number;
  /** People whom it entered and who stay, since somebody went on from their records. */
  readonly staying: number;
  /** People among all of them on whose records somebody went on since. */
  readonly edited: EditedPeople;
}

/** The first by name, and how many there are. */
export interface EditedPeople {
  readonly names: readonly string[];
  readonly count: number;
}

/** People who are called by their names. */
const namedPeople = 3;

/** @returns null where there is no such change */
export function undoEffect(db: ReadHandle, changeId: number): UndoEffect | null {
  const span = spanOf(db, changeId);
  if (span === undefined) return null;
  const { rows, more } = touchedRows(db, span);
  const entered = db.raw<[row: Buffer]>(sql`
    SELECT row FROM op WHERE ${opsOfChange(span)} AND entity = ${entities.official.id} AND created = 1`);
  const edited = editedSince(db, changeId, span, rows);
  const wentOn = new Set(edited);
  const staying = entered.filter(([row]) => wentOn.has(bytesToUuid(row))).length;
  const [first = changeId] = undoChain(db, changeId);
  const action = db.value<string>(sql`SELECT action FROM change WHERE id = ${first}`) ?? "";
  const left = entered.length - staying;
  return { people: rows.length, more, action, entered: left, staying, edited: named(db, edited) };
}

/** People of a change on whose records somebody went on since; null where there is no such change. */
export function editedSinceChange(db: ReadHandle, changeId: number): EditedPeople | null {
  const span = spanOf(db, changeId);
  if (span === undefined) return null;
  const { rows } = touchedRows(db, span);
  return named(db, editedSince(db, changeId, span, rows));
}

function spanOf(db: ReadHandle, changeId: number): ChangeSpan | undefined {
  return db.get<ChangeSpan>(
    sql`SELECT writer, first_seq AS firstSeq, last_seq AS lastSeq FROM change WHERE id = ${changeId}`,
  );
}

function named(db: ReadHandle, people: readonly string[]): EditedPeople {
  const names = people.slice(0, namedPeople).map((id) => titleOfRow(db, "official", id));
  return { names, count: people.length };
}

/** Ids of those people of whom something that stands was written after the change. */
function editedSince(
  db: ReadHandle,
  changeId: number,
  span: ChangeSpan,
  people: readonly Buffer[],
): readonly string[] {
  const last = db.value<number>(sql`SELECT max(id) FROM op WHERE ${opsOfChange(span)}`) ?? 0;
  const chain = new Set(undoChain(db, changeId));
  const live = new Map<number, boolean>();
  const counts = (change: number): boolean => {
    const known = live.get(change) ?? (!chain.has(change) && isLive(db, change));
    live.set(change, known);
    return known;
  };
  // Looked up from the people, and not from all that was written since: that may be the whole roster.
  const later = db.raw<[person: Buffer, change: number]>(sql`${rowsOfRecords(people)}
    SELECT DISTINCT theirs.person, change.id FROM theirs CROSS JOIN op ON op.row = theirs.row
    CROSS JOIN change ON change.writer = op.writer AND change.first_seq = op.change_seq
    WHERE op.id > ${last} ORDER BY op.id`);
  const found = later.filter(([, change]) => counts(change)).map(([person]) => bytesToUuid(person));
  return [...new Set(found)];
}
