/** The change log as a person reads it: pages, what a change did in words, undo and redo. */
import type { CallResult } from "../../shared/contract/contract";
import { AppError, appError } from "../../shared/contract/errors";
import {
  anyChange,
  type ChangeDetail,
  type ChangeFilterData,
  type ChangePeople,
  type ChangeRow,
} from "../../shared/contract/schemas/changes";
import { endOfHanoiDay, isoInstant, startOfHanoiDay } from "../../shared/domain/hanoi-time";
import type { MassCount } from "../../shared/domain/mass-change";
import { isOwned } from "../../shared/domain/entities";
import type { Translate } from "../../shared/i18n";
import { formatNumber } from "../../shared/text/format";
import { NameIndex } from "../../shared/text/name-index";
import {
  changeById,
  entryById,
  takenBackEntries,
  receiveAction,
  receptionAt,
  type ChangeListRow,
  changesPage as pageOf,
  changeDetails as detailsOf,
  removedOfficials,
  rowsOfPersonNamed,
  undoState as stateOf,
} from "../roster/read/changes";
import { type EffectOnPeople, filesOfReception } from "../roster/read/receptions";
import { leavesSettled } from "../roster/log/settlement";
import { authorsLike } from "../roster/read/change-filter";
import { receptionDetails } from "../roster/read/change-details";
import { editedSinceChange } from "../roster/read/undo-effect";
import { tidyAction } from "../roster/change-log";
import { ChangeWords } from "./change-words";
import type { OpenRoster } from "./open-roster";
import { PairWords } from "./pair-words";
import { editedPeople } from "./undo-effect";
import { undoPause, type UndoWatch } from "./undo-watch";
import type { CatalogFacts } from "../roster/read/index/catalog-facts";

/** Rows of one change that are shown; a sample's own change has thousands. */
const mostDetails = 500;

/**
 * Changes that made the roster what it is: without them there would be no office and no catalog to work with, or the
 * values before them are gone.
 */
const foundations: readonly string[] = ["init", "sample", tidyAction];

/** Rows of one change that its line is made of. */
const mostInLine = 8;
/** Files of one reception that a change's line names. */
const mostFiles = 3;
/** People of one name whose changes are looked for; more is asked to be narrowed down. */
const mostNamesakes = 300;

/** What somebody agreed to of a large change. */
export interface Agreed {
  readonly confirmed?: readonly MassCount[];
  /** ISO day for which figures are compared; the roster's own where it is left out. */
  readonly on?: string | undefined;
}

export interface WantedChanges {
  readonly before: number | null;
  readonly limit: number;
  readonly officialId: string | null;
  /** Everything by default. */
  readonly filter?: Omit<ChangeFilterData, "office">;
  /** Hex of the keys of the office whose changes are wanted; null: of all. */
  readonly officeKeys?: readonly string[] | null;
  /** What the office of a writer is called; left out: nobody is named. */
  readonly officeOf?: (writer: string) => string;
}

/**
 * One page of the log, newest first, each change with its line.
 * @returns `crowd`: so many people have the name that is looked for that nothing is listed; else null
 */
export async function changesPage(
  roster: OpenRoster,
  t: Translate,
  { filter = anyChange, officeKeys, officeOf = () => "", ...page }: WantedChanges,
): Promise<{ rows: ChangeRow[]; more: boolean; crowd: number | null }> {
  const people = await peopleNamed(roster, filter.search);
  if (people !== null && people.length > mostNamesakes)
    return { rows: [], more: false, crowd: people.length };
  const wanted = {
    user: filter.user ?? undefined,
    keys: officeKeys ?? undefined,
    entity: filter.entity ?? undefined,
    from: filter.from === null ? undefined : startOfHanoiDay(filter.from),
    to: filter.to === null ? undefined : endOfHanoiDay(filter.to),
    undone: filter.undone,
    people: people ?? undefined,
  };
  const found = pageOf(roster.db, { ...page, limit: page.limit + 1, filter: wanted });
  const more = found.length > page.limit;
  const listed = found.slice(0, page.limit);
  const isAnybodys =
    page.officialId === null && people === null && wanted.keys === undefined && wanted.entity === undefined;
  const from = more ? (listed.at(-1)?.id ?? 0) : 0;
  // They come beside the entries that stand, whose numbers the pages are told apart by.
  const takenBack = isAnybodys ? takenBackEntries(roster.db, { from, before: page.before, by: wanted }) : [];
  const rows = [...listed, ...takenBack].sort((a, b) => b.id - a.id);
  const words = new ChangeWords(roster.db, roster.catalog(), t, officeOf);
  const pairs = new PairWords(roster.db, roster.catalog(), t);
  // In somebody's history a change that touched many people says what it did to this one.
  const ofPerson = page.officialId === null ? null : rowsOfPersonNamed(roster.db, page.officialId);
  const lineOf = (row: ChangeListRow): Pick<ChangeRow, "summary" | "about"> => {
    if (ofPerson === null && foundations.includes(row.action)) return { summary: null, about: [] };
    if (row.effect !== null) return { summary: receptionLine(roster, words, row, row.effect, t), about: [] };
    const { details, cut } = detailsOf(roster.db, row.id, mostInLine, ofPerson);
    return { summary: words.summary(details, cut), about: pairs.about(details) };
  };
  const filesOf = files(roster);
  return {
    rows: rows.map((row) => ({
      ...changeRow(row),
      office: row.writer === null ? null : officeOf(row.writer),
      files: filesOf(row),
      reception: row.receptionId === null || row.takenBack !== null ? null : receptionAt(roster.db, row.id),
      ...lineOf(row),
    })),
    more,
    crowd: null,
  };
}

const ofPeople = ["added", "changed", "ended", "removed"] as const;

/** What a reception did: of one person as a change of theirs is told, of several by numbers. */
function receptionLine(
  roster: OpenRoster,
  words: ChangeWords,
  row: ChangeListRow,
  effect: EffectOnPeople,
  t: Translate,
): string | null {
  const people = ofPeople.reduce((sum, kind) => sum + effect[kind], 0);
  if (row.takenBack !== null || people > 1) {
    const parts = [...ofPeople, "catalog" as const].flatMap((kind) =>
      effect[kind] === 0 ? [] : [t(`screen-exchange:count.${kind}`, { n: formatNumber(effect[kind]) })],
    );
    return parts.length === 0 ? null : parts.join(", ");
  }
  const span = { firstOp: row.id, lastOp: row.id + row.opCount - 1 };
  const { details, cut } = receptionDetails(roster.db, span, mostInLine);
  const theirs = details.filter(({ entity }) => entity === "official" || isOwned(entity));
  if (row.official === null || theirs.length === 0) return words.summary(details, cut);
  return words.summary(theirs, cut || theirs.length < details.length);
}

/** The files that a change may have come by; none for what was written here. */
function files(roster: OpenRoster): (row: ChangeListRow) => ChangeRow["files"] {
  const known = new Map<number, ChangeRow["files"]>();
  return ({ receptionId, writer }) => {
    if (receptionId === null || writer === null) return [];
    const found = known.get(receptionId) ?? filesOfReception(roster.db, receptionId, mostFiles);
    known.set(receptionId, found);
    return found;
  };
}

/** Row numbers of everybody with a name, without regard to marks, removed records too; null for a blank text. */
async function peopleNamed(roster: OpenRoster, search: string): Promise<number[] | null> {
  if (search.trim() === "") return null;
  const { facts, nameList } = await roster.index();
  const matches = (await nameList).names.search(search) ?? new Uint8Array(0);
  const found: number[] = [];
  matches.forEach((match, person) => {
    if (match !== 0) found.push(facts.people.pk[person] ?? 0);
  });
  const removed = removedOfficials(roster.db);
  const names = new NameIndex();
  removed.forEach(({ fullName }, place) => names.set(place, fullName, null));
  names.search(search)?.forEach((match, place) => {
    if (match !== 0) found.push(removed[place]?.pk ?? 0);
  });
  return found;
}

/** Who wrote changes, for choosing. */
export function changeAuthors(roster: OpenRoster, query: string, limit: number): string[] {
  return authorsLike(roster.db, query, limit);
}

/**
 * What a change did, with levels, dates and names put in words.
 * @param officialId in the history of this person, so that a number means the change and not the reception that begins
 *   with it, and only what it did to them is told; null: all of the entry
 * @param officeOf what the office of a writer is called; left out: nobody is named
 * @throws AppError row-unknown
 */
export function changeDetails(
  roster: OpenRoster,
  catalog: CatalogFacts,
  t: Translate,
  id: number,
  officialId: string | null = null,
  officeOf: (writer: string) => string = () => "",
): { details: ChangeDetail[]; cut: boolean } {
  const entry = entryById(roster.db, id);
  if (entry === null) throw appError("row-unknown", { id });
  const { details, cut } =
    officialId === null && entry.action === receiveAction
      ? receptionDetails(roster.db, { firstOp: id, lastOp: id + entry.opCount - 1 }, mostDetails)
      : detailsOf(
          roster.db,
          id,
          mostDetails,
          officialId === null ? null : rowsOfPersonNamed(roster.db, officialId),
        );
  const words = new ChangeWords(roster.db, catalog, t, officeOf);
  return { cut, details: words.inOrder(details).map((detail) => words.detail(detail)) };
}

/** From so many ops on somebody waits for an undo, sees how far it is and may stop it. */
const longUndo = 500;

/** How many ops an undo takes back, where it is long; null where it is done at once. */
export function longUndoOf(roster: OpenRoster, id: number): number | null {
  const change = entryById(roster.db, id);
  return change === null || change.opCount < longUndo ? null : change.opCount;
}

/**
 * @param watch of an undo of many rows
 * @param agreed what was agreed to, where a reception is taken back that changes much
 * @param officeOf as in `changeDetails`
 * @throws AppError row-unknown, undo-blocked, undo-done, undo-nothing, undo-settled, mass-unconfirmed, roster-readonly
 */
export async function changeUndo(
  roster: OpenRoster,
  id: number,
  agreed: Agreed = {},
  officeOf: (writer: string) => string = () => "",
  watch: UndoWatch = {},
): Promise<CallResult<"changeUndo">> {
  const change = entryById(roster.db, id);
  if (change === null) throw appError("row-unknown", { id });
  if (change.action === receiveAction && change.receptionId !== null) {
    await roster.undoReception(change.receptionId, agreed.confirmed ?? [], agreed.on);
    return {
      changeId: id,
      staysRemoved: false,
      staysSettled: false,
      staysEdited: 0,
      edited: { names: [], count: 0 },
      people: null,
      proposed: null,
    };
  }
  if (foundations.includes(change.action)) throw appError("undo-nothing");
  const staysSettled = leavesSettled(roster.db, id);
  const { changeId, keptOut, keptLater, proposed } = await namingOffice(roster, officeOf, () =>
    roster.undoInSlices(id, undoPause(watch)),
  );
  if (changeId === null) throw appError("undo-nothing");
  return {
    changeId,
    staysRemoved: keptOut > 0,
    staysSettled,
    staysEdited: keptLater,
    edited: editedPeople(keptLater > 0 ? editedSinceChange(roster.db, id) : null),
    // Of what was gone on from less is taken back than the change wrote.
    people: peopleOf(keptLater > 0 ? (entryById(roster.db, changeId) ?? change) : change),
    proposed,
  };
}

/** Says beside whoever made the change that stands in the way which office they are of, where it is another one. */
async function namingOffice<T>(
  roster: OpenRoster,
  officeOf: (writer: string) => string,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const data = error instanceof AppError ? error.toData() : null;
    if (data?.code !== "undo-blocked") throw error;
    const later = changeById(roster.db, data.params.laterChangeId);
    const office = later === null || later.receptionId === null ? "" : officeOf(later.writer ?? "");
    const by = office === "" ? data.params.by : `${data.params.by} (${office})`;
    throw appError("undo-blocked", { ...data.params, by }, error);
  }
}

/**
 * What undo and redo would take back; a change of the catalog, which concerns nobody, by the line of what it did.
 * @param t null: nothing is put in words
 */
export function undoState(roster: OpenRoster, t: Translate | null = null): CallResult<"undoState"> {
  const { undo, redo, settled } = stateOf(roster.db, foundations);
  const told = (row: ChangeListRow | null): ChangeRow | null =>
    row === null ? null : { ...changeRow(row), summary: t === null ? null : catalogLine(roster, t, row) };
  return { undo: told(undo), redo: told(redo), settled };
}

/** The line of a change of the catalog; of an undo, and of one taken back again, that of the first, which it is about. */
function catalogLine(roster: OpenRoster, t: Translate, { id, action, undoes }: ChangeListRow): string | null {
  const undone = undoes === null ? null : changeById(roster.db, undoes);
  if (undone !== null) return catalogLine(roster, t, undone);
  if (action !== "catalog") return null;
  const { details, cut } = detailsOf(roster.db, id, mostInLine, null);
  return new ChangeWords(roster.db, roster.catalog(), t).summary(details, cut);
}

function told({ names, ...counted }: NonNullable<ChangeListRow["people"]>): ChangePeople {
  return { names: [...names], ...counted };
}

/** Whom a change concerns, be it one person. */
function peopleOf({ official, people }: ChangeListRow): ChangePeople | null {
  if (people !== null) return told(people);
  return official === null ? null : { names: [official.fullName], count: 1, more: false };
}

function changeRow(row: ChangeListRow): ChangeRow {
  return {
    id: row.id,
    at: isoInstant(row.at),
    receivedAt: row.receivedAt === null ? null : isoInstant(row.receivedAt),
    user: row.user,
    action: row.action,
    reason: row.reason,
    from: row.from,
    takenBack:
      row.takenBack === null
        ? null
        : { ...row.takenBack, at: isoInstant(row.takenBack.at), reception: row.receptionId ?? 0 },
    official:
      row.official === null
        ? null
        : { id: row.official.id, fullName: row.official.fullName, present: row.official.present },
    // What made the roster what it is is nobody's change.
    people: row.people === null || foundations.includes(row.action) ? null : told(row.people),
    opCount: row.opCount,
    waits: row.waits,
    refused: row.refused,
    withdrawn: row.withdrawn,
    partial: row.partial,
    undoes: row.undoes,
    undoneBy: row.undoneBy,
    inForce: row.inForce,
    office: null,
    files: [],
    reception: null,
    ofTrust: row.ofTrust,
    settledAsShown: row.settledAsShown,
    summary: null,
    about: [],
  };
}
