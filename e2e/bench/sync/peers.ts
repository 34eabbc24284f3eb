/** The list of peers, in the order of the tables. Each is loaded only by the process that measures it. */
import { openOurs, oursKey, type PeerFactory } from "./ours";
import type { SyncPeer } from "./peer";

const others: readonly (readonly [string, PeerFactory])[] = [
  ["yjs", async () => (await import("./peers/yjs")).yjs("apart")],
  ["automerge", async () => (await import("./peers/automerge")).automerge("apart")],
  ["pouchdb", async () => (await import("./peers/pouchdb")).pouchdb],
  ["sqlite", async () => (await import("./peers/sqlite-session")).sqliteSession],
];

/** Other layouts of the same peers, measured at the smallest size only, to tell which suits them better. */
const layouts: readonly (readonly [string, PeerFactory])[] = [
  ["yjs-together", async () => (await import("./peers/yjs")).yjs("together")],
  ["automerge-together", async () => (await import("./peers/automerge")).automerge("together")],
];

const measured = openOurs === null ? others : [[oursKey, openOurs] as const, ...others];

export const peerKeys: readonly string[] = measured.map(([key]) => key);
export const layoutKeys: readonly string[] = layouts.map(([key]) => key);

/** @throws Error without such a peer */
export function openPeer(key: string): Promise<SyncPeer> {
  const factory = [...measured, ...layouts].find(([name]) => name === key)?.[1];
  if (factory === undefined) throw new Error(`No such peer: ${key}`);
  return factory();
}
