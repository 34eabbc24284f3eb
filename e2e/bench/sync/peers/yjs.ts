/** Yjs as a peer: a Y.Map for each row, files in its second update format, kept in LevelDB by the receiver. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as Y from "yjs";
import { noConflicts, type Receiver, type Sender, type SyncPeer } from "../peer";
import type { Action } from "../workload";
import { LevelFiles } from "./level-files";
import { versionOf } from "./version";

/** One document a commune, or one for all of the district. */
export function yjs(layout: "apart" | "together"): SyncPeer {
  return {
    name: layout === "apart" ? "Yjs" : "Yjs, one document for all",
    version: versionOf("yjs"),
    how: "Yjs: a Y.Map for each person in a top-level Y.Map, one transaction a save; files are `encodeStateAsUpdateV2`, news against the state vector of the last file. The receiver holds the documents in memory and adds each file that changed something (or waits for another) to LevelDB (classic-level) with `sync: true`; a file that throws makes it read that document anew. What waits is told from `doc.store.pendingStructs`, which is not documented but counted in its favour.",
    hasWriterId: true,
    openSender: (folder, options) => Promise.resolve(openSender(folder, options.keepId)),
    openReceiver: (folder) => YjsReceiver.open(folder, layout),
  };
}

function openSender(folder: string, keepId: boolean): Sender {
  const doc = new Y.Doc();
  const place = { doc: join(folder, "doc.bin"), sent: join(folder, "sent.bin"), id: join(folder, "id") };
  let sent: Uint8Array | undefined;
  if (existsSync(place.doc)) {
    Y.applyUpdateV2(doc, readFileSync(place.doc));
    // Only after its own old changes are in: Yjs takes another name when it meets changes under its own.
    if (keepId) doc.clientID = Number(readFileSync(place.id, "utf8"));
    if (existsSync(place.sent)) sent = readFileSync(place.sent);
  }
  return {
    write: async (actions) => write(doc, actions),
    file: async (kind) => {
      const bytes = Y.encodeStateAsUpdateV2(doc, kind === "news" ? sent : undefined);
      sent = Y.encodeStateVector(doc);
      return bytes;
    },
    close: async () => {
      writeFileSync(place.doc, Y.encodeStateAsUpdateV2(doc));
      if (sent !== undefined) writeFileSync(place.sent, sent);
      writeFileSync(place.id, String(doc.clientID));
      doc.destroy();
    },
  };
}

class YjsReceiver implements Receiver {
  readonly #docs = new Map<number, Y.Doc>();
  readonly #files: LevelFiles;
  readonly #layout: "apart" | "together";

  private constructor(files: LevelFiles, layout: "apart" | "together") {
    this.#files = files;
    this.#layout = layout;
  }

  static async open(folder: string, layout: "apart" | "together"): Promise<YjsReceiver> {
    const receiver = new YjsReceiver(await LevelFiles.open(folder), layout);
    for (const group of receiver.#files.groups) {
      for (const bytes of await receiver.#files.of(group)) Y.applyUpdateV2(receiver.#doc(group), bytes);
    }
    return receiver;
  }

  readonly receive: Receiver["receive"] = async ({ commune, bytes }) => {
    const doc = this.#doc(commune);
    let changed = false;
    const note = () => {
      changed = true;
    };
    doc.on("updateV2", note);
    try {
      Y.applyUpdateV2(doc, bytes);
    } catch (error) {
      await this.#readAnew(commune);
      throw error;
    } finally {
      doc.off("updateV2", note);
    }
    if (changed || isWaiting(doc)) await this.#files.add(this.#group(commune), bytes);
  };

  readonly write: Receiver["write"] = async (commune, actions) => {
    const doc = this.#doc(commune);
    const before = Y.encodeStateVector(doc);
    write(doc, actions);
    await this.#files.add(this.#group(commune), Y.encodeStateAsUpdateV2(doc, before));
  };

  readonly read: Receiver["read"] = async (commune, row) => {
    const doc = this.#doc(commune);
    for (const top of ["official", "decision"]) {
      const found = doc.getMap(top).get(row);
      if (found instanceof Y.Map) return found.toJSON();
    }
    return null;
  };

  /** A value that lost against another one is gone, and nothing tells that there were two. */
  readonly conflicts: Receiver["conflicts"] = async () => noConflicts;

  readonly waiting: Receiver["waiting"] = async () =>
    [...this.#docs.values()].some(isWaiting) ? "pendingStructs" : null;

  readonly share: Receiver["share"] = async () =>
    [...this.#docs].map(([commune, doc]) => ({ commune, bytes: Y.encodeStateAsUpdateV2(doc) }));

  readonly close: Receiver["close"] = async () => {
    for (const doc of this.#docs.values()) doc.destroy();
    await this.#files.close();
  };

  #group(commune: number): number {
    return this.#layout === "apart" ? commune : 0;
  }

  #doc(commune: number): Y.Doc {
    const group = this.#group(commune);
    const known = this.#docs.get(group);
    if (known !== undefined) return known;
    const doc = new Y.Doc();
    this.#docs.set(group, doc);
    return doc;
  }

  async #readAnew(commune: number): Promise<void> {
    const group = this.#group(commune);
    this.#docs.get(group)?.destroy();
    this.#docs.delete(group);
    for (const bytes of await this.#files.of(group)) Y.applyUpdateV2(this.#doc(commune), bytes);
  }
}

function write(doc: Y.Doc, actions: readonly Action[]): void {
  for (const action of actions) doc.transact(() => writeOne(doc, action));
}

function writeOne(doc: Y.Doc, action: Action): void {
  const officials = doc.getMap("official");
  switch (action.kind) {
    case "create":
      doc.getMap(action.entity).set(action.row, new Y.Map(Object.entries(action.fields)));
      return;
    case "set": {
      const row = officials.get(action.row);
      if (row instanceof Y.Map) row.set(action.field, action.value);
      return;
    }
    case "delete":
      officials.delete(action.row);
  }
}

function isWaiting(doc: Y.Doc): boolean {
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
}
