/**
 * One packet from the stick to the point where its ops may be taken in: read once, checked, decrypted, verified, and
 * found to come from an office that is trusted.
 */
import { readFile, writeFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { AppError, appError, type ErrorCode } from "../../../shared/contract/errors";
import type { SenderName } from "../../../shared/contract/schemas/exchange";
import { entities } from "../../../shared/domain/entities";
import { sameBytes, toHex } from "../../../shared/sync/bytes";
import type { ProvenCard } from "../../../shared/sync/packet/card-codec";
import type { ReadHandle } from "../../roster/file/handle";
import { isReceived } from "../../roster/log/packet-memory";
import type { IncomingPacket } from "../../roster/receive/receive-session";
import { openPacket, readPacketFile, senderOfLarge } from "../../files/exchange/packet-file";
import type { OpenedPacket } from "../../files/exchange/packet-inner";
import { openedPieces } from "../../files/exchange/packet-pieces";
import { strangersOps } from "../../files/exchange/packet-limits";
import { provenOps } from "../../files/exchange/proven-ops";
import { checkSender } from "../../files/exchange/sender";
import { homeFailure, homeSubfolder } from "../../files/home";
import { removeIfFree } from "../../files/rename";
import { nameOfCard, type OwnOffice } from "./own-office";
import { ShippedCatalog } from "./shipped";

export interface LookedAt {
  readonly opened: OpenedPacket | null;
  readonly sender: SenderName | null;
  /** Why it cannot be applied; null when it can. */
  readonly refusal: AppError | null;
}

/** Whether a failure lies in the file or its sender: then other files may go on; anything else stops all. */
export function isOfFile(error: unknown): error is AppError {
  return error instanceof AppError && /^(?:packet|sender)-/.test(error.code);
}

/**
 * Looks at a packet as far as it lets itself be looked at; never throws for what is wrong with the file.
 * @throws AppError home-unusable
 */
export async function lookAt(path: string, own: Pick<OwnOffice, "keys" | "trust">): Promise<LookedAt> {
  let opened: OpenedPacket | null = null;
  let card: ProvenCard | null = null;
  const trusts = (sender: ProvenCard) => isOwnKey(own, sender.signKey) || isTrusted(sender, own.trust, path);
  try {
    card = await senderOfLarge(path, own.keys);
    if (card !== null && !trusts(card)) checkSender(card, own.trust, path);
    opened = await openPacket(await readPacketFile(path), { ...own.keys, trusts }, path);
    card = opened.manifest.sender;
    if (!isOwn(own, opened)) checkSender(card, own.trust, path);
    return { opened, sender: senderOf(card, own), refusal: null };
  } catch (error) {
    if (!isOfFile(error)) throw error;
    // What a stranger sends is unpacked to be looked at only as long as that costs little.
    const isLarge = opened !== null && opened.manifest.opsLength > strangersOps;
    return {
      opened: isLarge ? null : opened,
      sender: card === null ? null : senderOf(card, own),
      refusal: error,
    };
  }
}

function isOwnKey({ keys }: Pick<OwnOffice, "keys">, signKey: Uint8Array): boolean {
  return keys.ownSignKeys.some((key) => sameBytes(key, signKey));
}

function isTrusted(card: ProvenCard, trust: OwnOffice["trust"], path: string): boolean {
  try {
    checkSender(card, trust, path);
    return true;
  } catch (error) {
    if (isOfFile(error)) return false;
    throw error;
  }
}

/** Whom a packet is from, by what was confirmed here; a stranger by its own words, which are said to be such. */
export function senderOf(card: ProvenCard, own: Pick<OwnOffice, "keys" | "trust">): SenderName {
  const told = nameOfCard(card);
  const confirmed = own.trust.confirmedOf(card);
  if (confirmed === null) return { ...told, confirmed: isOwnKey(own, card.signKey) };
  const { office, unitCode } = confirmed.card;
  return { ...told, office, unitCode, confirmed: true };
}

/** Our own packet: after a restore it brings back what the roster lost. */
export function isOwn(own: Pick<OwnOffice, "keys">, { manifest }: OpenedPacket): boolean {
  return isOwnKey(own, manifest.sender.signKey);
}

/**
 * The ops and documents of a packet that may be applied.
 * @throws AppError packet-damaged, packet-too-large; batches and pieces may throw them too
 */
export async function incomingOf(
  opened: OpenedPacket,
  path: string,
  shipped: ShippedCatalog,
): Promise<IncomingPacket> {
  return {
    manifest: opened.manifest,
    ops: await provenOps(opened, path, shipped.isKnown.bind(shipped)),
    pieces: openedPieces(opened, path),
  };
}

/** A file of which nothing is proven is not taken note of either: its sender may write it again. */
export function isAllRefused({ ops, manifest }: IncomingPacket): boolean {
  const refused = ops.refused.reduce((sum, one) => sum + one.ops, 0);
  return refused > 0 && refused === manifest.opCount;
}

/** What a packet brings at most. */
export interface PacketWeight {
  readonly rows: number;
  readonly people: number;
  /** Ops of the row of which the most come. */
  readonly ofOneRow: number;
  /** Bytes of its ops. */
  readonly bytes: number;
}

/**
 * How much a packet may do before it is taken in.
 * @returns null for a packet that cannot be taken in
 * @throws AppError home-unusable
 */
export async function weightOf(
  path: string,
  own: Pick<OwnOffice, "keys" | "trust">,
  db: ReadHandle,
): Promise<PacketWeight | null> {
  const { opened, refusal } = await lookAt(path, own);
  if (opened === null || refusal !== null) return null;
  // What was taken in once need not be gone through again.
  if (isReceived(db, opened.manifest)) return { rows: 0, people: 0, ofOneRow: 0, bytes: 0 };
  const rows = new Map<string, number>();
  const people = new Set<string>();
  try {
    const incoming = await incomingOf(opened, path, new ShippedCatalog());
    if (isAllRefused(incoming)) return null;
    for (const { ops } of incoming.ops.batches()) {
      for (const { op } of ops) {
        const row = toHex(op.row);
        rows.set(row, (rows.get(row) ?? 0) + 1);
        if (op.entity === entities.official.id) people.add(row);
      }
    }
  } catch (error) {
    if (isOfFile(error)) return null;
    throw error;
  }
  const ofOneRow = [...rows.values()].reduce((most, one) => Math.max(most, one), 0);
  return { rows: rows.size, people: people.size, ofOneRow, bytes: opened.manifest.opsLength };
}

/** The part of the home folder with packets that wait for the program to be updated. */
export const keptFolder = "kept-packets";
const mostOfOneName = 100;

/**
 * A packet of a newer format is kept until the program is updated, since the stick goes back to its sender. One that
 * is kept already is not kept twice, and another of the same name does not take its place.
 * @throws AppError packet-missing, packet-too-large, packet-foreign, home-unusable
 */
export async function keepForLater(home: string, path: string): Promise<void> {
  const bytes = await readPacketFile(path);
  const folder = homeSubfolder(home, keptFolder);
  const extension = extname(path);
  const name = basename(path, extension);
  for (let n = 1; n <= mostOfOneName; n++) {
    const kept = join(folder, n === 1 ? `${name}${extension}` : `${name} (${n})${extension}`);
    if (await isKeptAs(home, kept, bytes)) return;
  }
  throw appError("home-unusable", { path: home });
}

/** @returns false where another packet has the name */
async function isKeptAs(home: string, path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    await writeFile(path, bytes, { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    const isTaken = error instanceof Error && "code" in error && error.code === "EEXIST";
    if (isTaken) return sameBytes(await readFile(path), bytes);
    // Half a packet would be found damaged when its time comes.
    removeIfFree(path);
    throw homeFailure(error, home, path);
  }
}

/** Codes of `errors` as the list of found packets says them. */
export function stateOfRefusal(
  code: ErrorCode,
): "unknownSender" | "changedSender" | "revokedSender" | "notForUs" | "newer" | "damaged" {
  switch (code) {
    case "sender-unknown":
      return "unknownSender";
    case "sender-changed":
      return "changedSender";
    case "sender-revoked":
      return "revokedSender";
    case "packet-not-for-us":
      return "notForUs";
    case "packet-newer":
      return "newer";
    default:
      return "damaged";
  }
}
