/**
 * Makes a whole roster of what can be read of a damaged one, in a new file beside it.
 *
 * The log is the truth: every op that its hash proves is taken over under its number, and all tables are made anew from
 * them. What cannot be proven is left out and named, change by change, since a guess would look like a fact. The lists that
 * only this roster keeps, of files sent and received, are taken over where their totals prove them, and named where not.
 * The damaged file is never changed. The new roster begins a new name for its writer, so that an op which is left out here
 * and still known elsewhere comes back with the next file.
 */
import { AppError } from "../../shared/contract/errors";
import { toHex } from "../../shared/sync/bytes";
import { isShippedWriter } from "../../shared/sync/shipped-op";
import type { WriteHandle } from "./file/handle";
import { sealedLists } from "./file/list-seals";
import { dropUnfitHeads } from "./log/lost-heads";
import { makeRosterFile, removePart } from "./file/open-file";
import { DamagedFile } from "./file/salvage";
import { systemFailure } from "./file/sqlite-errors";
import { type SqlValue, sql } from "./file/sql";
import { damagedBlobs } from "./log/blobs";
import type { LogUnit } from "./log/log-offices";
import { type LostChange, lostChanges, unreadByChange, unreadOps } from "./log/lost-ops";
import { opColumns, opOf, opsBetweenNews, type Proven, provenOps } from "./log/proven-ops";
import { listChanges, takeChangesOut } from "./log/change-rows";
import { atOnce, lists as readFromLog, projectLog } from "./projection/rebuild";
import {
  authorsOf,
  candidates,
  copy,
  copyFitting,
  namesOf,
  refersToWhatIs,
  undoneRange,
  writerColumns,
  writerEnds,
  writersOf,
} from "./recover-rows";
import { claim, type Whose } from "./recover-whose";
import { personOfRows } from "./read/person-of-rows";
import { verifyRoster } from "./verify";

/** A change that lost ops, and whom it was about, where what is left tells that. */
export interface ToldChange extends Omit<LostChange, "rows"> {
  readonly person: string | null;
}

export interface Recovered {
  /** Ops that were taken over. */
  readonly ops: number;
  readonly lost: readonly ToldChange[];
  /** Ops on pages that cannot be read at all: nobody can tell whose they were. */
  readonly unread: number;
  /** The roster's own lists that could not be proven and begin anew. */
  readonly lists: readonly string[];
  /** Documents whose content is not theirs any more; each is waited for again. */
  readonly documents: number;
}

/** Of the whole, what is done once the new file is filled; the rest proves it. */
const shareOfFilling = 0.7;
/** Of the filling, what is done once all ops were proven, and once they are in the file. */
const [shareOfProving, shareOfEntering] = [0.3, 0.5];

/** Own lists that stand by themselves: neither read from the log nor made from it with the ops. */
const memory = sealedLists.filter(
  (table) => !(table in readFromLog) && !["local_state", "writer", "author", "change"].includes(table),
);

const blobColumns = ["id", "hash", "size", "packed", "bytes"];
const pieceColumns = ["id", "hash", "size", "place", "bytes"];

/** Own lists that are not read from the log: what may have to begin anew. */
export const ownLists: readonly string[] = [...memory, "change", "local_state"];

class Recovery {
  readonly #from: DamagedFile;
  readonly #whose: Whose;
  readonly #tell: (share: number) => void;
  readonly lists: string[] = [];
  lost: ToldChange[] = [];
  ops = 0;
  unread = 0;
  documents = 0;
  officeless: LogUnit | null = null;

  /** @param tell told of a share from 0 to 1 */
  constructor(from: DamagedFile, whose: Whose, tell: (share: number) => void) {
    this.#from = from;
    this.#whose = whose;
    this.#tell = tell;
  }

  /** @throws AppError `roster-beyond-recovery` where no operation of the log can be proven */
  fill(db: WriteHandle): void {
    const writers = writersOf(this.#from.numbered("writer", writerColumns).rows);
    const authors = authorsOf(this.#from.numbered("author", ["id", "name"]).rows);
    const ops = this.#from.numbered("op", opColumns);
    const identities = new Map(writers.map(([id, identity]) => [id as number, identity as Uint8Array]));
    const proven = provenOps(
      ops.rows.flatMap((row) => opOf(row) ?? []),
      identities,
      candidates(authors, this.#from.guessedNames()),
      (share) => this.#tell(share * shareOfProving),
    );
    const { kept, lost } = proven;
    if (kept.length === 0) throw this.#from.beyond();
    const changes = this.#list("change");
    this.unread = unreadOps(proven, {
      writers: writerEnds(writers, this.#list("writer") !== null),
      changes,
      undone: (this.#list("reception") ?? []).flatMap(undoneRange),
    });
    const unread = unreadByChange(proven, changes ?? []);
    this.ops = kept.length;

    const names = namesOf(proven.names, authors);
    copy(db, "author", [...names]);
    this.#writers(db, writers, kept);
    const insert = sql.prepared(
      sql`INSERT INTO op (${sql.join(opColumns.map(sql.name))}) VALUES (${sql.join(opColumns.map(() => null))})`,
    );
    const entered = shareOfEntering - shareOfProving;
    for (const [place, { op, prev }] of kept.sort((a, b) => a.op.id - b.op.id).entries()) {
      db.run(insert(op.values.map((value, column) => (opColumns[column] === "prev" ? prev : value))));
      if (place % opsBetweenNews === 0) this.#tell(shareOfProving + entered * (place / kept.length));
    }
    for (const table of memory) {
      const rows = this.#list(table);
      if (rows === null || !refersToWhatIs(db, table, rows)) this.lists.push(table);
      else copy(db, table, rows);
    }
    dropUnfitHeads(db, lost);
    this.#changes(db, changes, kept);
    this.#own(db);
    this.#documents(db);
    atOnce(projectLog(db, db), ({ done, total }) =>
      this.#tell(shareOfEntering + (1 - shareOfEntering) * (total === 0 ? 1 : done / total)),
    );
    this.lost = lostChanges(lost, unread, names, changes ?? []).map(({ rows, ...change }) => ({
      ...change,
      person: personOfRows(db, rows),
    }));
  }

  /** A list that its total proves; null for another. */
  #list(table: string): SqlValue[][] | null {
    return this.#from.list(table);
  }

  #writers(db: WriteHandle, rows: readonly SqlValue[][], kept: Proven["kept"]): void {
    const ends = new Map<number, { seq: number; hash: Uint8Array; lamport: number }>();
    for (const { op } of kept) {
      const end = ends.get(op.writer);
      const lamport = Math.max(op.lamport, end?.lamport ?? 0);
      ends.set(
        op.writer,
        end === undefined || op.seq > end.seq ? { seq: op.seq, hash: op.hash, lamport } : { ...end, lamport },
      );
    }
    for (const row of rows) {
      const end = ends.get(row[0] as number);
      const [id = null, identity = null, branch = null, forked = null, first = null, parent = null] = row;
      db.run(sql`
        INSERT INTO writer (id, identity, branch, forked, first_seq, parent, last_seq, last_hash, last_lamport)
        VALUES (${id}, ${identity}, ${branch}, ${forked}, ${first}, ${parent}, ${end?.seq ?? 0}, ${end?.hash ?? null},
          ${end?.lamport ?? 0})`);
    }
  }

  /** Listed as the ops say it; what only this roster knew of them stays where the list was proven. */
  #changes(db: WriteHandle, rows: readonly SqlValue[][] | null, kept: Proven["kept"]): void {
    const ids = new Set(kept.map(({ op }) => op.id));
    const held = rows?.filter(([id]) => ids.has(id as number)) ?? null;
    if (held === null || !refersToWhatIs(db, "change", held)) this.lists.push("change");
    else copy(db, "change", held);
    const writers = db.all<{ id: number; identity: Uint8Array }>(sql`SELECT id, identity FROM writer`);
    const people = writers.filter(({ identity }) => !isShippedWriter(identity)).map(({ id }) => id);
    const told = takeChangesOut(db, people);
    for (const writer of people) listChanges(db, writer, told, null);
  }

  /** Whose roster it is: without that its own ops would wait as somebody else's; the new file's writer is a new one. */
  #own(db: WriteHandle): void {
    const proven = this.#list("local_state");
    if (proven === null) this.lists.push("local_state");
    const rows = proven ?? this.#from.all("local_state");
    for (const [key = null, value = null] of rows)
      if (key !== "shape" && key !== "writer")
        db.run(sql`INSERT INTO local_state (key, value) VALUES (${key}, ${value})`);
    this.officeless = claim(db, this.#from.path, this.#whose, rows.length > 0);
  }

  #documents(db: WriteHandle): void {
    const whole = this.#from.numbered("blob", blobColumns);
    const pieces = this.#from.numbered("blob_piece", pieceColumns);
    copyFitting(db, "blob", blobColumns, whole.rows);
    // On a page alone the two look alike; what is taken for a document proves whether it is one.
    const nameOf = ([id, hash]: readonly SqlValue[]) =>
      hash instanceof Uint8Array ? `${String(id)} ${toHex(hash)}` : "";
    const taken = new Set(whole.rows.map(nameOf));
    copyFitting(
      db,
      "blob_piece",
      pieceColumns,
      pieces.rows.filter((row) => !taken.has(nameOf(row))),
    );
    this.documents += whole.unread.length;
    for (const id of damagedBlobs(db)) {
      db.run(sql`DELETE FROM blob WHERE id = ${id}`);
      this.documents++;
    }
  }
}

/** A file that is whole and has no name yet. */
export interface RecoveredPart extends Recovered {
  /** The unit whose office keeps the roster, where the office's own row is lost and must be made anew. */
  readonly officeless: LogUnit | null;
}

/** What is recovered, and the file in which that is done. */
export interface RecoveryRequest {
  readonly path: string;
  /** The name that the whole roster is to have; must not exist yet. */
  readonly to: string;
  /** Where it is made, see `newPart`. */
  readonly part: string;
  /** Where a mended copy of the damaged one is made if need be, see `DamagedFile`. */
  readonly copy: string;
  readonly whose: Whose;
}

/**
 * Recovers a damaged roster into a file that has no name yet; the damaged one is only read. All at once: see
 * recover-elsewhere.ts.
 * @param onProgress told of a share of the whole, 0 to 1, that grows
 * @throws AppError `roster-beyond-recovery` where the log itself cannot be read: then the newest backup is left;
 *   `recover-whose`, `recover-other-office`, `recover-no-unit` see `claim`; as
 *   `checkRosterFile` for what is no roster, and `makeRosterFile`
 */
export function recoverPart(
  { path, to, part, copy: mended, whose }: RecoveryRequest,
  onProgress: (share: number) => void = () => undefined,
): RecoveredPart {
  const from = new DamagedFile(path, mended);
  try {
    const recovery = new Recovery(from, whose, (share) => onProgress(share * shareOfFilling));
    makeRosterFile(to, part, (db) => recovery.fill(db));
    const { ops, lost, unread, lists, documents, officeless } = recovery;
    // How many steps there are is known at their end only; there are some for each op.
    const verified = (steps: number) =>
      onProgress(shareOfFilling + (1 - shareOfFilling) * (steps / (steps + ops + 1)));
    try {
      const { ok, problems } = verifyRoster(part, { onProgress: verified });
      const named = problems.map(({ code, detail }) => `${code} ${detail}`).join("; ");
      if (!ok) throw new Error(`What was recovered is not whole: ${named}`);
    } catch (error) {
      removePart(part);
      throw error instanceof AppError ? error : systemFailure(error, to);
    }
    return { ops, lost, unread, lists, documents, officeless };
  } finally {
    from.close();
  }
}
