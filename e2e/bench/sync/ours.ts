/** This program's own exchange of files among the peers: change log, packets and reception as the program uses them. */
import type { SyncPeer } from "./peer";

export type PeerFactory = () => Promise<SyncPeer>;

/** Key of our own peer in the list; targets are told for it. */
export const oursKey = "ours";

export const openOurs: PeerFactory | null = async () => {
  const { openOurReceiver } = await import("./peers/our-receiver");
  const { openOurSender } = await import("./peers/our-office");
  return {
    name: "Sổ Cán Bộ",
    version: "0.1.0",
    how: "Sổ Cán Bộ: each save is an op of the change log with its hash and its place in the chain. Files are packets as on the stick: columns of ops, Brotli, signed with Ed25519, encrypted with age; a commune's packet holds everything that it ever wrote. The receiver is a roster in SQLite (rollback journal, `synchronous = FULL`); each file is opened, decrypted, verified (its signature, and for each writer a signed head over all ops of theirs), each op judged by what the units of its author and of its row say, taken in and projected into tables with a checksum a row, and committed by itself; the district has compared the cards of its communes before. The offices that make the files keep their rosters in memory.",
    hasWriterId: true,
    openSender: (folder, options) => Promise.resolve(openOurSender(folder, options)),
    openReceiver: openOurReceiver,
  };
};
