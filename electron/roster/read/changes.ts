/** The list of changes: pages of it, the newest of a person, what undo and redo would act on. */
import { bytesToUuid, isUuid, toHex, uuidToBytes } from "../../../shared/sync/bytes";
import { standing } from "../../../shared/domain/authority";
import { entities } from "../../../shared/domain/entities";
import type { ReadHandle } from "../file/handle";
import { type Sql, sql } from "../file/sql";
import { type ChangeFilter, conditionsOf } from "./change-filter";
import { titleOfRow } from "./change-details";
import { ChangeLinks, type LinkedChange, undoneOf } from "./change-links";
import {
  type ChangeSpan,
  ofOfficials,
  opsOfChange,
  peopleTouched,
  rowsOfPerson,
  subjectOf,
} from "./change-people";
import { type EffectOnPeople, officesOfReception, receptionsTakenBack } from "./receptions";
import { withdrawnOf } from "./decided";
import { givesNothingBack } from "../log/settlement";
import { undoCandidates } from "../log/undo-candidates";
import { saysTrust } from "../log/undo-chain";

export interface ChangeListRow {
  readonly id: number;
  /** Wall clock of the PC that wrote it, ms since 1970; of a reception, of this one. */
  readonly at: number;
  /** Of a change that was received: when it came here by this roster's own clock; null: written here. */
  readonly receivedAt: number | null;
  readonly user: string;
  readonly action: string;
  readonly reason: string | null;
  /** Of a reception: whom it came from, and what it did by numbers. */
  readonly from: string | null;
  readonly effect: EffectOnPeople | null;
  /** Of a reception that was taken back: who did so, and when. */
  readonly takenBack: { readonly at: number; readonly user: string } | null;
  /** The one official that the change concerns; null where it concerns none or several. */
  readonly official: {
    readonly pk: number;
    readonly id: string;
    readonly fullName: string;
    readonly present: boolean;
  } | null;
  /** Whom it concerns where these are several. */
  readonly people: {
    readonly names: readonly string[];
    readonly count: number;
    readonly more: boolean;
  } | null;
  /** Ops of it that are here. */
  readonly opCount: number;
  /** Others of its ops are not here: they are not for this office, or a file was lost. */
  readonly partial: boolean;
  /** Of its ops, those that wait as proposals, and those that were refused. */
  readonly waits: number;
  readonly refused: number;
  /** Of those refused, how many their own office took back. */
  readonly withdrawn: number;
  /** The change that it took back, and the last one that took it back. */
  readonly undoes: number | null;
  readonly undoneBy: number | null;
  /** Whether its effect stands: nothing undid it, or what did was itself undone. */
  readonly inForce: boolean;
  /** It says whose keys are trusted. */
  readonly ofTrust: boolean;
  /** It settled a conflict by what was shown already: taking it back would write nothing. */
  readonly settledAsShown: boolean;
  /** Number of the reception that an entry stands for, or that brought the change; null: written here. */
  readonly receptionId: number | null;
  /** Hex of the writer; null for the entry of a reception. */
  readonly writer: string | null;
}

/** What an entry of a reception never has, or always. */
const ofReception = {
  reason: null,
  people: null,
  receivedAt: null,
  waits: 0,
  refused: 0,
  withdrawn: 0,
  partial: false,
  undoes: null,
  undoneBy: null,
  ofTrust: false,
  settledAsShown: false,
  writer: null,
} as const;

interface ChangeColumns extends ChangeSpan {
  readonly id: number;
  readonly at: number;
  readonly user: string;
  readonly action: string;
  readonly reason: string | null;
  readonly identity: Buffer;
  readonly receptionId: number | null;
  readonly receivedAt: number | null;
}

const select = sql`
  SELECT change.id, change.writer, change.first_seq AS firstSeq, change.last_seq AS lastSeq, change.at,
         author.name AS user, change.action, change.reason, writer.identity, change.reception AS receptionId,
         reception.at AS receivedAt
  FROM change
  JOIN author ON author.id = change.author
  JOIN writer ON writer.id = change.writer
  LEFT JOIN reception ON reception.id = change.reception`;

/** A removed official, from the log: the tables no longer know the name. */
function removedOfficial(db: ReadHandle, pk: number): ChangeListRow["official"] {
  const row = db.value<Buffer>(sql`SELECT row FROM op WHERE id = ${pk}`);
  if (row === undefined) return null;
  return { pk, id: bytesToUuid(row), fullName: lastName(db, row), present: false };
}

/** Of somebody whom an office only proposes nothing counts: the name is the one proposed. */
function lastName(db: ReadHandle, official: Uint8Array): string {
  return titleOfRow(db, "official", bytesToUuid(official));
}

/** Changes read closer one by one: whom they concern, what took them back, what of them is here. */
class ChangeReading {
  readonly #db: ReadHandle;
  readonly #links: ChangeLinks;

  constructor(db: ReadHandle) {
    this.#db = db;
    this.#links = new ChangeLinks(db);
  }

  rows(condition: Sql): ChangeListRow[] {
    return this.#db.all<ChangeColumns>(sql`${select} ${condition}`).map((columns) => this.#row(columns));
  }

  #row({ identity, writer, firstSeq, lastSeq, ...columns }: ChangeColumns): ChangeListRow {
    const change: LinkedChange = { id: columns.id, writer, firstSeq, lastSeq };
    const here = opsHere(this.#db, change);
    const subject = subjectOf(this.#db, opsOfChange(change));
    return {
      ...columns,
      from: null,
      effect: null,
      takenBack: null,
      // What it was called stands on its first op; of the others it is told by what they did.
      action: here.begins ? columns.action : (here.only ?? columns.action),
      writer: toHex(identity),
      official: subject === null ? null : officialAt(this.#db, subject),
      people: subject === null ? severalPeople(this.#db, change) : null,
      opCount: here.count,
      waits: here.waits,
      refused: here.refused,
      withdrawn: here.refused === 0 ? 0 : withdrawnOf(this.#db, change),
      partial: !here.begins || here.count < lastSeq - firstSeq + 1,
      undoes: undoneOf(this.#db, change),
      undoneBy: this.#links.undoersOf(change).at(-1)?.id ?? null,
      inForce: this.#links.isInForce(change),
      ofTrust: saysTrust(this.#db, columns.id),
      settledAsShown: givesNothingBack(this.#db, columns.id),
    };
  }
}

/** What of a change is here. */
interface OpsHere {
  readonly count: number;
  /** The op that says what it was is among them. */
  readonly begins: boolean;
  /** The action that all of them tell of; null: several. */
  readonly only: "add" | null;
  readonly waits: number;
  readonly refused: number;
}

function opsHere(db: ReadHandle, { writer, firstSeq, lastSeq }: ChangeSpan): OpsHere {
  const [row] = db.raw<[count: number, first: number, created: number, waits: number, refused: number]>(sql`
    SELECT count(*), min(seq), total(created), total(standing = ${standing.waits}), total(standing = ${standing.refused})
    FROM op
    WHERE writer = ${writer} AND seq BETWEEN ${firstSeq} AND ${lastSeq}`);
  const [count, first, created, waits, refused] = row ?? [0, 0, 0, 0, 0];
  const only = count > 0 && created === count ? "add" : null;
  return { count, begins: first === firstSeq, only, waits, refused };
}

/** People of a change who are called by their names. */
const namedPeople = 3;

function severalPeople(db: ReadHandle, span: ChangeSpan): ChangeListRow["people"] {
  const { first, count, more } = peopleTouched(db, span, namedPeople);
  if (count < 2) return null;
  const nameOf = (row: Buffer) =>
    db.value<string>(sql`SELECT full_name FROM official WHERE id = ${row}`) ?? lastName(db, row);
  return { names: first.map(nameOf), count, more };
}

function officialAt(db: ReadHandle, pk: number): ChangeListRow["official"] {
  const row = db.get<{ id: Buffer; fullName: string | null }>(
    sql`SELECT id, full_name AS fullName FROM official WHERE pk = ${pk}`,
  );
  if (row === undefined) return removedOfficial(db, pk);
  return { pk, id: bytesToUuid(row.id), fullName: row.fullName ?? "", present: true };
}

function changes(db: ReadHandle, condition: Sql): ChangeListRow[] {
  return new ChangeReading(db).rows(condition);
}

/** pk of an official, removed ones too. */
function anyOfficialPk(db: ReadHandle, id: string): number | null {
  if (!isUuid(id)) return null;
  return (
    db.value<number>(
      sql`SELECT id FROM op WHERE row = ${uuidToBytes(id)} AND created = 1 ORDER BY id LIMIT 1`,
    ) ?? null
  );
}

/** Rows that belong to an official, removed ones too; UUIDs. @param id of the official */
export function rowsOfPersonNamed(db: ReadHandle, id: string): ReadonlySet<string> {
  const pk = anyOfficialPk(db, id);
  return pk === null ? new Set() : rowsOfPerson(db, pk);
}

export interface ChangesPage {
  /** Only changes with a smaller id; null: from the newest on. */
  readonly before: number | null;
  readonly limit: number;
  /** Only changes that touched this official. */
  readonly officialId: string | null;
  readonly filter?: ChangeFilter;
}

/**
 * Newest first. Of the whole roster a reception is one entry; of a person, and of what is looked for, each office's
 * change by itself.
 */
export function changesPage(
  db: ReadHandle,
  { before, limit, officialId, filter = {} }: ChangesPage,
): ChangeListRow[] {
  const last = before ?? Number.MAX_SAFE_INTEGER;
  const conditions = conditionsOf(filter);
  if (officialId === null && conditions.length === 0) {
    const own = changes(
      db,
      sql`WHERE change.id < ${last} AND change.reception IS NULL ORDER BY change.id DESC LIMIT ${limit}`,
    );
    return [...own, ...receptionEntries(db, last, limit)].sort((a, b) => b.id - a.id).slice(0, limit);
  }
  const pk = officialId === null ? null : anyOfficialPk(db, officialId);
  if (officialId !== null && pk === null) return [];
  const narrowed = [...(pk === null ? [] : [ofOfficials([pk])]), ...conditions];
  const found: ChangeListRow[] = [];
  for (let after = last; found.length < limit; ) {
    const all = sql.join([sql`change.id < ${after}`, ...narrowed], sql` AND `);
    const page = changes(db, sql`WHERE ${all} ORDER BY change.id DESC LIMIT ${limit}`);
    found.push(...page.filter(({ inForce }) => filter.undone !== true || !inForce));
    if (page.length < limit) break;
    after = page.at(-1)?.id ?? 0;
  }
  return found.slice(0, limit);
}

/** What a reception's entry in the list of changes is called. */
export const receiveAction = "receive";

interface ReceptionColumns extends EffectOnPeople {
  readonly receptionId: number;
  readonly id: number;
  readonly at: number;
  readonly user: string;
  readonly opCount: number;
}

/** Receptions that stand, each under the number of its first op. */
function receptionEntries(db: ReadHandle, before: number, limit: number): ChangeListRow[] {
  return db
    .all<ReceptionColumns>(
      sql`SELECT reception.id AS receptionId, first_op AS id, reception.at, author.name AS user,
              last_op - first_op + 1 AS opCount, added, changed, ended, removed, catalog
       FROM reception JOIN author ON author.id = reception.author
       WHERE undone_at IS NULL AND first_op < ${before} ORDER BY first_op DESC LIMIT ${limit}`,
    )
    .map(({ added, changed, ended, removed, catalog, ...row }) => {
      const subject = subjectOf(db, sql`id BETWEEN ${row.id} AND ${row.id + row.opCount - 1}`);
      return {
        ...ofReception,
        ...row,
        action: receiveAction,
        from: officesOf(db, row.receptionId),
        effect: { added, changed, ended, removed, catalog },
        takenBack: null,
        official: subject === null ? null : officialAt(db, subject),
        inForce: true,
      };
    });
}

/**
 * Entries of receptions that were taken back, the newest first. Their ops are gone: nothing but numbers is left of what
 * they did, and another entry may have the number of theirs since.
 * @param from the least number, `before`: all have a smaller one
 */
export function takenBackEntries(
  db: ReadHandle,
  { from, before, by }: { readonly from: number; readonly before: number | null; readonly by: ChangeFilter },
): ChangeListRow[] {
  return receptionsTakenBack(db, from, before ?? Number.MAX_SAFE_INTEGER)
    .filter(({ user, at }) => (by.user ?? user) === user && at >= (by.from ?? at) && at <= (by.to ?? at))
    .map(({ id, at, user, firstOp, ops, undoneAt, undoneBy, ...effect }) => ({
      ...ofReception,
      id: firstOp,
      at,
      user,
      opCount: ops,
      receptionId: id,
      action: receiveAction,
      from: officesOf(db, id),
      effect,
      takenBack: { at: undoneAt, user: undoneBy },
      official: null,
      inForce: false,
    }));
}

/** Whom a reception came from; of many the first. */
function officesOf(db: ReadHandle, receptionId: number): string {
  const offices = officesOfReception(db, receptionId).map(([office]) => office);
  return offices.length > 5 ? `${offices.slice(0, 5).join(", ")}…` : offices.join(", ");
}

/** The reception whose entry has a number, null where that is no entry of a reception that stands. */
export function receptionAt(db: ReadHandle, id: number): number | null {
  return db.value<number>(sql`SELECT id FROM reception WHERE first_op = ${id} AND undone_at IS NULL`) ?? null;
}

/** An entry of the list by its number. */
export function entryById(db: ReadHandle, id: number): ChangeListRow | null {
  const [entry] = receptionEntries(db, id + 1, 1);
  return entry?.id === id ? entry : changeById(db, id);
}

export function changeById(db: ReadHandle, id: number): ChangeListRow | null {
  return changes(db, sql`WHERE change.id = ${id}`)[0] ?? null;
}

/** Officials whose records do not stand, with the names that they had: removed ones, and those that are only proposed. */
export function removedOfficials(db: ReadHandle): { readonly pk: number; readonly fullName: string }[] {
  const rows = db.raw<[number, Buffer]>(sql`
    SELECT op.id, hidden.row FROM hidden JOIN op ON op.row = hidden.row AND op.created = 1
    WHERE hidden.entity = ${entities.official.id}
    UNION
    SELECT id, row FROM op
    WHERE standing IN (${standing.waits}, ${standing.refused}) AND standing <> 0
      AND entity = ${entities.official.id} AND created = 1`);
  return rows.map(([pk, row]) => ({ pk, fullName: lastName(db, row) }));
}

/** When something was last written or received here, by this roster's own clocks then; null for an empty log. */
export function lastOwnInstant(db: ReadHandle): number | null {
  const own = db.value<number>(sql`SELECT at FROM change WHERE reception IS NULL ORDER BY id DESC LIMIT 1`);
  const received = db.value<number>(sql`SELECT at FROM reception ORDER BY id DESC LIMIT 1`);
  return own === undefined && received === undefined ? null : Math.max(own ?? 0, received ?? 0);
}

/** The newest change that touched an official, or null. */
export function lastChangeOf(db: ReadHandle, officialPk: number): ChangeListRow | null {
  const last = Number.MAX_SAFE_INTEGER;
  return (
    changes(
      db,
      sql`WHERE change.id < ${last} AND ${ofOfficials([officialPk])} ORDER BY change.id DESC LIMIT 1`,
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
): { undo: ChangeListRow | null; redo: ChangeListRow | null; settled: boolean } {
  const { undo, redo, settled } = undoCandidates(db, exceptActions);
  return {
    undo: undo === null ? null : changeById(db, undo),
    redo: redo === null ? null : changeById(db, redo),
    settled,
  };
}

export type { ChangeFilter };
export { changeDetails, rowHistory } from "./change-details";
