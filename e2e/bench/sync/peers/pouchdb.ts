/** PouchDB as a peer: a document for each row in LevelDB, files with documents and their revision histories. */
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import PouchDB, { type PouchDocument } from "pouchdb-core";
import leveldb from "pouchdb-adapter-leveldb";
import type { Receiver, RowValues, Sender, SyncPeer } from "../peer";
import type { Action } from "../workload";
import { versionOf } from "./version";

PouchDB.plugin(leveldb);

export const pouchdb: SyncPeer = {
  name: "PouchDB",
  version: versionOf("pouchdb-core"),
  how: "PouchDB (leveldb adapter): a document for each person, a revision a save; a file is JSON with what its replicator would send (`changes` with all leaves, `bulkGet` with histories), news since the sequence of the last file. The receiver asks `revsDiff`, writes the missing revisions in one `bulkDocs` with `new_edits: false`, and then flushes LevelDB's log and folder to the disk, which the adapter leaves out. Conflicts are documents with several leaves in `changes`.",
  hasWriterId: false,
  openSender: (folder) => Promise.resolve(openSender(folder)),
  openReceiver: (folder) => openReceiver(join(folder, "db")),
};

function openSender(folder: string): Sender {
  const db = new PouchDB(join(folder, "db"), { adapter: "leveldb" });
  const place = join(folder, "sent");
  let sent = existsSync(place) ? Number(readFileSync(place, "utf8")) : 0;
  const known = new Map<string, PouchDocument>();
  return {
    write: (actions) => write(db, actions, known),
    file: async (kind) => {
      const { bytes, last } = await everythingSince(db, kind === "news" ? sent : 0);
      sent = last;
      return bytes;
    },
    close: async () => {
      writeFileSync(place, String(sent));
      await db.close();
    },
  };
}

async function openReceiver(folder: string): Promise<Receiver> {
  const db = new PouchDB(folder, { adapter: "leveldb" });
  // It opens when it is first asked.
  await db.info();
  return {
    receive: async ({ bytes }) => {
      const { docs } = JSON.parse(new TextDecoder().decode(bytes)) as { readonly docs: PouchDocument[] };
      const revs: Record<string, string[]> = {};
      for (const { _id, _rev = "" } of docs) (revs[_id] ??= []).push(_rev);
      const wanted = await db.revsDiff(revs);
      const missing = docs.filter(({ _id, _rev = "" }) => wanted[_id]?.missing.includes(_rev));
      if (missing.length === 0) return;
      const failed = await db.bulkDocs(missing, { new_edits: false });
      if (failed.length > 0) throw new Error(`PouchDB refuses ${failed.length} documents`);
      await flush(folder);
    },
    write: async (_commune, actions) => {
      await write(db, actions, new Map());
      await flush(folder);
    },
    read: async (_commune, row) => valuesOf(await found(db, row)),
    conflicts: async () => {
      const { results } = await db.changes({ since: 0, style: "all_docs" });
      const named = results.filter(({ changes }) => changes.length > 1);
      return { named: named.map(({ id }) => ({ row: id, field: null })), unnamed: 0 };
    },
    waiting: async () => null,
    share: async () => [{ commune: 0, bytes: (await everythingSince(db, 0)).bytes }],
    close: () => db.close(),
  };
}

/** What a replicator would send: every leaf of every document that changed, with its history. */
async function everythingSince(db: PouchDB, since: number) {
  const { results, last_seq: last } = await db.changes({ since, style: "all_docs" });
  const leaves = results.flatMap(({ id, changes }) => changes.map(({ rev }) => ({ id, rev })));
  const got = leaves.length === 0 ? [] : (await db.bulkGet({ docs: leaves, revs: true })).results;
  const docs = got.flatMap((one) => one.docs.flatMap(({ ok }) => (ok === undefined ? [] : [ok])));
  return { bytes: new TextEncoder().encode(JSON.stringify({ docs })), last };
}

/** Saves to different documents go together; a second one to the same document makes a revision of its own. */
async function write(db: PouchDB, actions: readonly Action[], known: Map<string, PouchDocument>) {
  let batch = new Map<string, PouchDocument>();
  const flushBatch = async () => {
    const docs = [...batch.values()];
    batch = new Map();
    const written = await db.bulkDocs(docs);
    written.forEach(({ id, rev, error }, place) => {
      const doc = docs[place];
      if (doc === undefined || error !== undefined) throw new Error("PouchDB refuses a save");
      known.set(id, { ...doc, _rev: rev });
    });
  };
  for (const action of actions) {
    if (batch.has(action.row)) await flushBatch();
    const before = known.get(action.row) ?? (await found(db, action.row));
    batch.set(action.row, changed(before, action));
  }
  await flushBatch();
}

function changed(before: PouchDocument | null, action: Action): PouchDocument {
  if (action.kind === "create") return { _id: action.row, ...action.fields };
  if (before === null) throw new Error(`No document ${action.row}`);
  return action.kind === "set" ? { ...before, [action.field]: action.value } : { ...before, _deleted: true };
}

async function found(db: PouchDB, id: string): Promise<PouchDocument | null> {
  try {
    return await db.get(id);
  } catch (error) {
    if ((error as { readonly status?: number }).status === 404) return null;
    throw error;
  }
}

function valuesOf(doc: PouchDocument | null): RowValues | null {
  if (doc === null) return null;
  return Object.fromEntries(Object.entries(doc).filter(([field]) => !field.startsWith("_"))) as RowValues;
}

/** LevelDB's log of what is not in its tables yet, and the folder that names its files. */
async function flush(folder: string): Promise<void> {
  const logs = readdirSync(folder).filter((name) => name.endsWith(".log"));
  for (const path of [...logs.map((name) => join(folder, name)), folder]) {
    const handle = await open(path, "r").catch((error: NodeJS.ErrnoException) => {
      // LevelDB has put this log into a table meanwhile, which it syncs itself.
      if (error.code === "ENOENT") return null;
      throw error;
    });
    if (handle === null) continue;
    await handle.sync();
    await handle.close();
  }
}
