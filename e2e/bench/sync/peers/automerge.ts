/** Automerge as a peer: a map for each row at the root, whole documents and bundles of changes as files. */
import * as A from "@automerge/automerge";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Conflict, Receiver, Sender, SenderOptions, SyncFile, SyncPeer } from "../peer";
import type { Action } from "../workload";
import { LevelFiles } from "./level-files";
import { versionOf } from "./version";

/** Row ids at the root: two offices cannot both make a map "official" there without hiding one of them. */
type Rows = Record<string, Record<string, A.ImmutableString>>;
type Doc = A.Doc<Rows>;

/** With some hundred open documents each further one costs a collection of all memory, and soon half a second. */
const openAtMost = 32;

export function automerge(layout: "apart" | "together"): SyncPeer {
  return {
    name: layout === "apart" ? "Automerge" : "Automerge, one document for all",
    version: versionOf("@automerge/automerge"),
    how: "Automerge: a map for each person at the root, values as `ImmutableString` (cheaper than its collaborative text), one change a save; a first or whole file is `save`, a file with news a bundle of the changes since the last one (`saveBundle`, experimental, a sixth of the size of `saveSince`). The receiver keeps the 32 documents used last open (with all open, files take ever longer: 25 ms each at first, 400 ms after a thousand), `loadIncremental`s each file and adds it to LevelDB (classic-level) with `sync: true`; conflicts from `getConflicts`, what waits from `getMissingDeps`. `loadIncremental` passes over what it cannot read without a word; `load`, which refuses damage, takes no news.",
    hasWriterId: true,
    openSender: (folder, options) => Promise.resolve(openSender(folder, options)),
    openReceiver: (folder) => AutomergeReceiver.open(folder, layout),
  };
}

function openSender(folder: string, { keepId, clock }: SenderOptions): Sender {
  const place = { doc: join(folder, "doc.bin"), sent: join(folder, "sent.json"), id: join(folder, "id") };
  let doc: Doc;
  let sent: A.Heads = [];
  if (existsSync(place.doc)) {
    const options = keepId ? { actor: readFileSync(place.id, "utf8") } : {};
    doc = A.load<Rows>(readFileSync(place.doc), options);
    sent = JSON.parse(readFileSync(place.sent, "utf8")) as A.Heads;
  } else {
    doc = A.init<Rows>();
  }
  return {
    write: async (actions) => {
      doc = write(doc, actions, clock());
    },
    file: async (kind) => {
      const news = A.getChangesMetaSince(doc, sent).map(({ hash }) => hash);
      const bytes = kind === "whole" || sent.length === 0 ? A.save(doc) : A.saveBundle(doc, news);
      sent = A.getHeads(doc);
      return bytes;
    },
    close: async () => {
      writeFileSync(place.doc, A.save(doc));
      writeFileSync(place.sent, JSON.stringify(sent));
      writeFileSync(place.id, A.getActorId(doc));
      A.free(doc);
    },
  };
}

class AutomergeReceiver implements Receiver {
  /** Those used last, the oldest first; all others are closed. */
  readonly #open = new Map<number, Doc>();
  readonly #files: LevelFiles;
  readonly #layout: "apart" | "together";

  private constructor(files: LevelFiles, layout: "apart" | "together") {
    this.#files = files;
    this.#layout = layout;
  }

  static async open(folder: string, layout: "apart" | "together"): Promise<AutomergeReceiver> {
    return new AutomergeReceiver(await LevelFiles.open(folder), layout);
  }

  readonly receive: Receiver["receive"] = async ({ commune, bytes }) => {
    const group = this.#group(commune);
    const before = await this.#doc(group);
    const heads = A.getHeads(before).join();
    let doc: Doc;
    try {
      doc = A.loadIncremental(before, bytes);
    } catch (error) {
      // What it holds now is read anew from what is stored.
      this.#open.delete(group);
      throw error;
    }
    this.#keep(group, doc);
    if (A.getHeads(doc).join() !== heads || isWaiting(doc)) await this.#files.add(group, bytes);
  };

  readonly write: Receiver["write"] = async (commune, actions) => {
    const group = this.#group(commune);
    const before = await this.#doc(group);
    const heads = A.getHeads(before);
    const doc = write(before, actions, Date.now());
    this.#keep(group, doc);
    await this.#files.add(group, A.saveSince(doc, heads));
  };

  readonly read: Receiver["read"] = async (commune, row) => {
    const found = (await this.#doc(this.#group(commune)))[row];
    if (found === undefined) return null;
    return Object.fromEntries(Object.entries(found).map(([field, value]) => [field, String(value)]));
  };

  readonly conflicts: Receiver["conflicts"] = async () => {
    const named: Conflict[] = [];
    for (const group of this.#files.groups) {
      const doc = await this.#doc(group);
      for (const [row, values] of Object.entries(doc)) {
        if (A.getConflicts(doc, row) !== undefined) named.push({ row, field: null });
        for (const field of Object.keys(values)) {
          if (A.getConflicts(values, field) !== undefined) named.push({ row, field });
        }
      }
    }
    return { named, unnamed: 0 };
  };

  readonly waiting: Receiver["waiting"] = async () => {
    for (const group of this.#files.groups) {
      if (isWaiting(await this.#doc(group))) return "getMissingDeps";
    }
    return null;
  };

  readonly share: Receiver["share"] = async () => {
    const files: SyncFile[] = [];
    for (const group of this.#files.groups)
      files.push({ commune: group, bytes: A.save(await this.#doc(group)) });
    return files;
  };

  readonly close: Receiver["close"] = async () => {
    for (const doc of this.#open.values()) A.free(doc);
    await this.#files.close();
  };

  #group(commune: number): number {
    return this.#layout === "apart" ? commune : 0;
  }

  async #doc(group: number): Promise<Doc> {
    const known = this.#open.get(group);
    if (known !== undefined) return known;
    let doc = A.init<Rows>();
    for (const bytes of await this.#files.of(group)) doc = A.loadIncremental(doc, bytes);
    this.#keep(group, doc);
    return doc;
  }

  #keep(group: number, doc: Doc): void {
    this.#open.delete(group);
    this.#open.set(group, doc);
    for (const [oldest, closed] of this.#open) {
      if (this.#open.size <= openAtMost) return;
      this.#open.delete(oldest);
      A.free(closed);
    }
  }
}

function write(doc: Doc, actions: readonly Action[], now: number): Doc {
  const time = Math.floor(now / 1000);
  return actions.reduce(
    (before, action) => A.change(before, { time }, (rows) => writeOne(rows, action)),
    doc,
  );
}

function writeOne(rows: Rows, action: Action): void {
  switch (action.kind) {
    case "create":
      rows[action.row] = Object.fromEntries(
        Object.entries(action.fields).map(([field, value]) => [field, new A.ImmutableString(value)]),
      );
      return;
    case "set": {
      const row = rows[action.row];
      if (row !== undefined) row[action.field] = new A.ImmutableString(action.value);
      return;
    }
    case "delete":
      delete rows[action.row];
  }
}

function isWaiting(doc: Doc): boolean {
  return A.getMissingDeps(doc, []).length > 0;
}
