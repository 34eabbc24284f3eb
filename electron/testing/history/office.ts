/**
 * Offices that a generated history is played on: real roster files with the real log, identity and reception, opened
 * without the lock and the second connection, so that thousands of histories take minutes.
 *
 * The machine is made up: a test says which file and which home folder an office sees, since restored and cloned PCs
 * are what goes wrong. Everything lies in memory-backed files where the system has such a folder.
 */
import { createHash, createPrivateKey } from "node:crypto";
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type Database from "better-sqlite3";
import { toHex } from "../../../shared/sync/bytes";
import { WriterIdentity } from "../../roster/file/writer-identity";
import { connectForWriting, settle } from "../../roster/file/connect";
import { type WriteHandle, writeHandle } from "../../roster/file/handle";
import { sql } from "../../roster/file/sql";
import { appear, makeRosterFile, newPart } from "../../roster/file/open-file";
import { makeEmptyTables } from "../../roster/projection/rebuild";
import { ChangeLog, unguarded } from "../../roster/change-log";
import type { ReceiveSession } from "../../roster/receive/receive-session";
import type { ShippedRow } from "../../roster/edit/shipped-rows";
import { readOwnWriter } from "../../roster/log/own-writer";
import {
  beginReceiving,
  type FileOffice,
  knowWriters,
  type OpFile,
  receiveFiles,
  writeFile,
} from "../op-files";
import { officeKeyPath } from "../../files/office-key";
import { createFile } from "../../files/small-file";
import { testId, testMachine } from "../rosters";

export const unitIds = [testId(1), testId(2), testId(3)] as const;
export const postId = testId(9);

/** Units above the communes, in worlds of several ranks. */
export const provinceId = testId(0x30);
export const districtId = testId(0x31);
/** Units above those of `unitIds`, by their place. */
const parents = [districtId, districtId, provinceId] as const;

/**
 * Whose changes count in a world: of everybody, since each office takes all writers for its own; or of whoever may write
 * what they wrote, by the keys that were compared (ranks.ts).
 */
export type Ruled = "byAll" | "byRank";

/** The catalog that every office has. */
function shippedCatalog(ruled: Ruled): ShippedRow[] {
  const unit = { type: "xa", level: "commune" } as const;
  const units = unitIds.map(
    (id, place): ShippedRow => ({
      entity: "unit",
      id,
      fields: {
        ...unit,
        code: `0000${place}`,
        name: `Xã ${place}`,
        ...(ruled === "byRank" ? { parent: parents[place] ?? provinceId } : {}),
      },
    }),
  );
  const above: ShippedRow[] = [
    {
      entity: "unit",
      id: provinceId,
      fields: { type: "tinh", level: "province", code: "01", name: "Tỉnh" },
    },
    {
      entity: "unit",
      id: districtId,
      fields: { type: "huyen", level: "district", code: "001", name: "Huyện", parent: provinceId },
    },
  ];
  const post: ShippedRow = {
    entity: "post",
    id: postId,
    fields: { key: "congAn", name: "Công an", group: "policeChief", category: "congChuc", order: 1 },
  };
  return [...(ruled === "byRank" ? above : []), ...units, post];
}

const memory = "/dev/shm";

/** Offices that were set up, by their number, and how far ids and keys were counted by then. */
interface Begun {
  readonly copies: readonly Pick<PlayOffice, "name" | "folder" | "file" | "clock">[];
  readonly counted: [ids: number, randoms: number];
}

/** What a private Ed25519 key's 32 bytes stand behind in PKCS #8. */
const keyHead = Buffer.from("302e020100300506032b657004220420", "hex");

/** Where histories are played; cleaned up by `close`. */
export class World {
  readonly folder = mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), "so-can-bo-play-"));
  readonly #template = join(this.folder, "template.scb");
  readonly ruled: Ruled;
  readonly #begun = new Map<number, Begun>();
  #count = 0;
  #ids = 0;
  #randoms = 0;

  constructor(ruled: Ruled = "byAll") {
    this.ruled = ruled;
    const part = newPart(this.#template);
    makeRosterFile(this.#template, part, makeEmptyTables);
    appear(part, this.#template);
    const db = connectForWriting(this.#template);
    const guard = unguarded(Buffer.alloc(48));
    const log = new ChangeLog(writeHandle(db, ""), guard, { now: () => 0, newId: () => this.newId() });
    log.ship(shippedCatalog(ruled));
    settle(db);
  }

  /** A new history: ids, keys and incarnations are counted anew, so that one that fails does so by itself too. */
  begin(): void {
    this.#ids = 0;
    this.#randoms = 0;
  }

  newId(): string {
    return testId(0x1000 + ++this.#ids);
  }

  /** Bytes that are given once a history, and the same each time that it is played. */
  readonly random = (length: number): Uint8Array =>
    createHash("sha256")
      .update(`${++this.#randoms}`)
      .digest()
      .subarray(0, length);

  /** Gives a home its key. */
  keyFor(home: string): void {
    const key = createPrivateKey({
      key: Buffer.concat([keyHead, this.random(32)]),
      format: "der",
      type: "pkcs8",
    });
    createFile(officeKeyPath(home), key.export({ type: "pkcs8", format: "pem" }).toString());
  }

  /** Offices as they were set up for a history before this one: nothing in it depends on the history. */
  begun(offices: number): PlayOffice[] | null {
    const begun = this.#begun.get(offices);
    if (begun === undefined) return null;
    [this.#ids, this.#randoms] = begun.counted;
    return begun.copies.map((_, place) => this.asBegun(offices, place));
  }

  hasBegun(offices: number): boolean {
    return this.#begun.has(offices);
  }

  /** One of some offices as it was set up, on a machine of its own. */
  asBegun(offices: number, place: number): PlayOffice {
    const copy = this.#begun.get(offices)?.copies[place];
    if (copy === undefined) throw new Error(`No office ${place} of ${offices} was set up`);
    const folder = this.place();
    cpSync(copy.folder, folder, { recursive: true });
    const office = new PlayOffice(this, copy.name, folder, copy.file);
    office.clock = copy.clock;
    return office;
  }

  /** Keeps offices that were set up. */
  keepBegun(offices: readonly PlayOffice[]): void {
    const copies = offices.map((office) => {
      const { name, file, clock } = office;
      return { name, folder: office.copy(), file, clock };
    });
    this.#begun.set(offices.length, { copies, counted: [this.#ids, this.#randoms] });
  }

  /** A folder of its own for an office or a backup. */
  place(): string {
    const folder = join(this.folder, String(++this.#count));
    mkdirSync(join(folder, "home"), { recursive: true });
    return folder;
  }

  office(name: string): PlayOffice {
    const folder = this.place();
    copyFileSync(this.#template, join(folder, "so.scb"));
    this.keyFor(join(folder, "home"));
    return new PlayOffice(this, name, folder, folder);
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export class PlayOffice {
  readonly world: World;
  readonly name: string;
  readonly folder: string;
  /** What the machine takes the file for; the same in a copy only where a whole disk was copied. */
  file: string;
  clock = Date.UTC(2026, 0, 1);
  #db: Database.Database;
  handle: WriteHandle;
  identity: WriterIdentity;
  log: ChangeLog;

  constructor(world: World, name: string, folder: string, file: string) {
    this.world = world;
    this.name = name;
    this.folder = folder;
    this.file = file;
    const opened = this.#opened();
    [this.#db, this.handle, this.identity, this.log] = opened;
  }

  get path(): string {
    return join(this.folder, "so.scb");
  }

  get home(): string {
    return join(this.folder, "home");
  }

  get key(): Uint8Array {
    return this.identity.identity.subarray(0, 32);
  }

  readonly now = (): number => (this.clock += 1000);

  #opened(): [Database.Database, WriteHandle, WriterIdentity, ChangeLog] {
    const db = connectForWriting(this.path);
    const handle = writeHandle(db, this.path);
    const around = {
      home: this.home,
      machine: testMachine,
      file: { path: "so.scb", device: "1", file: this.file },
      random: this.world.random,
    };
    const identity = new WriterIdentity(around, readOwnWriter(handle));
    const log = new ChangeLog(handle, identity, { now: this.now, newId: () => this.world.newId() });
    return [db, handle, identity, log];
  }

  close(): void {
    if (this.#db.open) settle(this.#db);
  }

  reopen(): void {
    this.close();
    [this.#db, this.handle, this.identity, this.log] = this.#opened();
  }

  /** Loses keys and sentinels: the roster's file alone was copied. */
  forgetHome(): void {
    this.close();
    rmSync(this.home, { recursive: true });
    mkdirSync(this.home);
    this.world.keyFor(this.home);
    this.reopen();
  }

  /** A copy of roster and home in another folder. @returns the folder */
  copy(): string {
    this.close();
    const folder = this.world.place();
    cpSync(this.folder, folder, { recursive: true });
    this.reopen();
    return folder;
  }

  /** Puts an older copy in place of what is there. @param withHome whether keys and sentinels come back too */
  restore(folder: string, withHome: boolean): void {
    this.close();
    copyFileSync(join(folder, "so.scb"), this.path);
    if (withHome) {
      rmSync(this.home, { recursive: true });
      cpSync(join(folder, "home"), this.home, { recursive: true });
    }
    this.reopen();
  }

  get #part(): FileOffice {
    return { name: this.name, db: this.handle, log: this.log, key: this.key, now: this.now };
  }

  /** Everything, or what the other office's last statement lacks; see `writeFile`. */
  write(to: PlayOffice, whole: boolean, documentsUpTo = 0): Required<OpFile> {
    return writeFile(this.#part, [to.key], whole, documentsUpTo);
  }

  /** What the other office may know. @param ops local ids */
  writeWithin(to: PlayOffice, ops: ReadonlySet<number>): Required<OpFile> {
    return writeFile(this.#part, [to.key], true, 0, ops);
  }

  receive(...files: readonly OpFile[]): ReturnType<typeof receiveFiles> {
    this.know(files);
    return receiveFiles(this.#part, files);
  }

  /** Counts the writers of files as ours where everybody is believed, as `receive` does. */
  know(files: readonly OpFile[]): void {
    if (this.world.ruled === "byAll") knowWriters(this.#part, files);
  }

  beginReceive(): ReceiveSession {
    return beginReceiving(this.#part);
  }

  /** Hex hashes of all ops that it holds. */
  hashes(): Set<string> {
    return new Set(this.handle.raw<[Buffer]>(sql`SELECT hash FROM op`).map(([hash]) => toHex(hash)));
  }
}
