/**
 * Sending: what a packet would hold, in words before it is written, and writing it onto a stick.
 *
 * Offices that may know the same get one packet together; each other scope gets one of its own. A small roster goes
 * whole every time, so that lost and reordered files stop mattering; of a large one goes what the receivers' last
 * statements lack.
 */
import { appError } from "../../../shared/contract/errors";
import type { PacketContent } from "../../../shared/contract/schemas/exchange";
import type { WrittenFile } from "../../../shared/contract/schemas/reports";
import { isoToPacked } from "../../../shared/domain/partial-date";
import { toHex } from "../../../shared/sync/bytes";
import { commonHolds, joinedSpans, provenSpans } from "../../../shared/sync/holds";
import type { HeldWriter, OfficeCard } from "../../../shared/sync/packet/types";
import type { ReadHandle } from "../../roster/file/handle";
import { hashAt } from "../../roster/log/op-rows";
import { openQuestionCount } from "../../roster/read/questions";
import { statementOf } from "../../roster/log/packet-memory";
import { schemaVersion } from "../../roster/file/migrations/migrate";
import { lastRow } from "../../roster/read/facts";
import { type Fresh, freshFor } from "../../roster/read/fresh";
import { heldWriters } from "../../roster/log/held-writers";
import type { SentPacket } from "../../roster/log/sent";
import { documentsToSend, lackedDocuments, piecesOf } from "../../roster/read/documents";
import { nextNumberFor, opsBeyond } from "../../roster/read/offices";
import { officialCount } from "../../roster/read/officials";
import { everything, type Outgoing, permitted } from "../../roster/log/outgoing";
import { opsInScope, unitsInScope } from "../../roster/read/scope";
import { packetExtension, sealPacket, type SealedPacket } from "../../files/exchange/packet-file";
import type { TrustedOffice } from "../../files/exchange/trust-store";
import { checkFolder, safeWrite } from "../../files/safe-write";
import { type Environment, todayOf } from "../environment";
import type { OpenRoster } from "../open-roster";
import { nameOfCard, type OwnOffice, ownOffice } from "./own-office";
import { confirmTrusted } from "./credentials";
import { ShippedCatalog } from "./shipped";
import { isStanding, keysOfUnit, seesAll } from "./standing";
import { usualDocuments } from "./usual-documents";

/** Offices that may know the same. */
interface Group {
  readonly offices: readonly TrustedOffice[];
  /** UUID of the unit whose people it may know; null: everything. */
  readonly unitId: string | null;
  /** Keys that the unit's offices ever had, lost and revoked ones too: what they wrote with them is theirs. */
  readonly keys: readonly Uint8Array[];
}

export interface SentFile extends WrittenFile {
  /** In the packet. */
  readonly ops: number;
  /** In the packet; and what of it is new since the last one, as `PacketContent` said before. */
  readonly people: number;
  readonly fresh: Fresh | null;
  /** Documents of which it holds something. */
  readonly documents: number;
  /** Documents that it holds nothing, or not all of, for want of room. */
  readonly documentsLeft: number;
  /** Ops that stay here because nothing proves whose they are. */
  readonly unproven: number;
  /** Fingerprints of those it is for. */
  readonly to: readonly string[];
}

/** Up to what a roster is sent whole every time. */
export interface SentWhole {
  readonly ops: number;
  /** Of the packet. */
  readonly bytes: number;
}

export interface SendControl {
  readonly folder: string;
  readonly whole?: SentWhole | undefined;
  /** Bytes of documents that a packet takes along; the rest goes with later ones. */
  readonly documentsUpTo?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** A packet of so many ops surely is larger than what is always sent whole, and need not be made to see that. */
const usuallyWhole: SentWhole = { ops: 80_000, bytes: 1_000_000 };
const program = "so-can-bo 0.1.0";

/**
 * The offices that a packet goes to where none are named: those above ours, else all that are trusted.
 */
function usualAddressees({ trust }: Pick<OwnOffice, "trust">): TrustedOffice[] {
  const standing = trust.list().filter(isStanding);
  const above = standing.filter(({ role }) => role === "superior");
  return above.length > 0 ? above : standing.filter(({ role }) => role !== "recovery");
}

/**
 * Our own office as one to write for: what was entered in one copy of the roster is carried into another one of ours by
 * a file that needs nobody else. Null for the fingerprint of somebody else.
 */
function ourselves({ card }: OwnOffice, fingerprint: string): TrustedOffice | null {
  const name = nameOfCard(card);
  if (name.fingerprint !== fingerprint) return null;
  const byNobody = { trustedAt: card.madeAt, trustedBy: "", revokedAt: null, replacedBy: null };
  return { card, fingerprint, role: "same", ...byNobody };
}

/** @throws AppError office-unknown, no-addressee */
function groupsOf(own: OwnOffice, fingerprints: readonly string[]): Group[] {
  const offices =
    fingerprints.length === 0
      ? usualAddressees(own)
      : [...new Set(fingerprints)].map((fingerprint) => {
          const office = own.trust.byFingerprint(fingerprint) ?? ourselves(own, fingerprint);
          if (office === null || !isStanding(office)) throw appError("office-unknown", { fingerprint });
          return office;
        });
  if (offices.length === 0) throw appError("no-addressee");
  const groups = new Map<string, TrustedOffice[]>();
  for (const office of offices) {
    const scope = seesAll(office.role) ? "" : `${office.card.unitId} ${toHex(office.card.signKey)}`;
    groups.set(scope, [...(groups.get(scope) ?? []), office]);
  }
  return [...groups].map(([scope, members]) => {
    const unitId = scope === "" ? null : scope.slice(0, 36);
    return { offices: members, unitId, keys: keysOfUnit(own.trust, unitId) };
  });
}

/** What all of them hold for sure; null where somebody never said. */
function holdsOf(db: ReadHandle, offices: readonly TrustedOffice[]): readonly HeldWriter[] | null {
  const statements = offices.map(({ card }) => statementOf(db, card.signKey)?.holds ?? null);
  return statements.reduce((common, one) =>
    common === null || one === null ? null : commonHolds(common, one),
  );
}

function lacked(db: ReadHandle, holds: readonly HeldWriter[] | null): number {
  const theirs = new Map((holds ?? []).map((held) => [toHex(held.writer), held]));
  return opsBeyond(db, ({ id, identity }) =>
    joinedSpans(provenSpans(theirs.get(toHex(identity)), (seq) => hashAt(db, id, seq))),
  );
}

interface Prepared {
  readonly people: number;
  readonly fresh: Fresh | null;
  readonly whole: boolean;
  /** Local id of the newest op. */
  readonly lastOp: number;
  /** Local ids of the ops that the addressees may know; null: all. */
  readonly scope: ReadonlySet<number> | null;
  readonly outgoing: () => Outgoing;
}

function prepare(
  db: ReadHandle,
  environment: Environment,
  { offices, unitId, keys }: Group,
  shipped: ShippedCatalog,
  { ops: opsSentWhole }: SentWhole,
): Prepared {
  const isKnown = shipped.isKnown.bind(shipped);
  const signKeys = offices.map(({ card }) => card.signKey);
  if (unitId !== null) {
    const today = isoToPacked(todayOf(environment));
    const { ops, people } = opsInScope(db, unitsInScope(db, unitId), keys, today);
    return {
      people,
      fresh: freshFor(db, signKeys, ops),
      whole: true,
      lastOp: lastRow(db),
      scope: ops,
      outgoing: () => permitted(db, ops, isKnown),
    };
  }
  const all = lacked(db, []);
  const holds = holdsOf(db, offices);
  const whole = holds === null || all <= opsSentWhole;
  return {
    people: officialCount(db),
    fresh: freshFor(db, signKeys, null),
    whole,
    lastOp: lastRow(db),
    scope: null,
    outgoing: () => everything(db, whole ? null : holds, isKnown),
  };
}

/** What sending would write, one entry a packet. @throws AppError office-unknown, no-addressee */
export async function packetContents(
  roster: OpenRoster,
  environment: Environment,
  fingerprints: readonly string[],
): Promise<PacketContent[]> {
  const own = ownOffice(roster, environment);
  const shipped = new ShippedCatalog();
  const contents: PacketContent[] = [];
  for (const group of groupsOf(own, fingerprints)) {
    const { people, fresh, whole, scope } = prepare(roster.db, environment, group, shipped, usuallyWhole);
    contents.push({
      to: group.offices.map(({ card, role }) => ({ ...nameOfCard(card), role })),
      people,
      fresh,
      whole,
      catalog: true,
      questions: openQuestionCount(roster.db, scope),
    });
    // A district asks about a hundred communes at once, and the window must answer meanwhile.
    await environment.pause();
  }
  return contents;
}

/** Everybody who can open a packet besides those it is for. */
function recoveryOffices({ trust }: OwnOffice): TrustedOffice[] {
  return trust.list().filter((office) => office.role === "recovery" && isStanding(office));
}

/** A packet as it was written, with what the roster is to remember of it. */
export interface WrittenPacket {
  readonly file: SentFile;
  readonly sent: Omit<SentPacket, "user">;
}

/**
 * Writes the packets, each the safe way, and notes them in the roster.
 * @param fingerprints of trusted offices; none: the usual ones
 * @throws AppError office-unknown, no-addressee, cancelled, packet-too-large, roster-readonly, and see safeWrite
 */
export async function sendPackets(
  roster: OpenRoster,
  environment: Environment,
  fingerprints: readonly string[],
  control: SendControl,
): Promise<SentFile[]> {
  const own = ownOffice(roster, environment);
  // Whoever names an office that there is not, or a folder, has written nothing.
  groupsOf(own, fingerprints);
  await checkFolder(control.folder);
  confirmTrusted(roster, own);
  const packets = await roster.sending((note) =>
    writePackets(roster, environment, fingerprints, control, ({ sent }) => note(sent)),
  );
  return packets.map(({ file }) => file);
}

/**
 * Writes the packets of a roster that may be open for looking only.
 * @param note is told of each packet once it is written
 * @throws AppError as sendPackets
 */
export async function writePackets(
  roster: OpenRoster,
  environment: Environment,
  fingerprints: readonly string[],
  control: SendControl,
  note: (packet: WrittenPacket) => void,
): Promise<WrittenPacket[]> {
  const own = ownOffice(roster, environment);
  const groups = groupsOf(own, fingerprints);
  const shipped = new ShippedCatalog();
  const packets: WrittenPacket[] = [];
  for (const [place, group] of groups.entries()) {
    control.onProgress?.(place, groups.length);
    const packet = await writeOne(roster, environment, own, group, shipped, control);
    note(packet);
    packets.push(packet);
    await environment.pause();
  }
  control.onProgress?.(groups.length, groups.length);
  return packets;
}

async function writeOne(
  roster: OpenRoster,
  environment: Environment,
  own: OwnOffice,
  group: Group,
  shipped: ShippedCatalog,
  { folder, signal, whole: sentWhole = usuallyWhole, documentsUpTo = usualDocuments }: SendControl,
): Promise<WrittenPacket> {
  const { db } = roster;
  const { offices } = group;
  const prepared = prepare(db, environment, group, shipped, sentWhole);
  const number = nextNumberFor(
    db,
    offices.map(({ card }) => card.signKey),
  );
  const at = environment.now();
  const statements = offices.map(({ card }) => statementOf(db, card.signKey));
  const documents = documentsToSend(db, prepared.scope, statements, documentsUpTo);
  const sealed = async (
    { runs, proofs, writers, withheld }: Outgoing,
    whole: boolean,
  ): Promise<SealedPacket> =>
    sealPacket({
      keys: own.keys,
      sender: own.card,
      addressees: [...offices, ...recoveryOffices(own)].map(({ card }): OfficeCard => card),
      runs,
      proofs,
      pieces: piecesOf(db, documents, roster.path),
      manifest: {
        number,
        at,
        program,
        schema: schemaVersion,
        whole,
        holds: heldWriters(db, (identity) => writers === null || writers.has(toHex(identity))),
        withheld,
        lacks: lackedDocuments(db, prepared.scope),
        revoked: own.trust
          .list()
          .flatMap(({ card, revokedAt }) => (revokedAt === null ? [] : [card.signKey])),
      },
      signal,
    });
  let outgoing = prepared.outgoing();
  let packet = await sealed(outgoing, prepared.whole);
  const holds = group.unitId === null ? holdsOf(db, offices) : null;
  if (prepared.whole && holds !== null && sizeOfOps(packet) > sentWhole.bytes) {
    outgoing = everything(db, holds, shipped.isKnown.bind(shipped));
    packet = await sealed(outgoing, false);
  }
  const { bytes, manifest } = packet;
  const written = await safeWrite({
    folder,
    name: fileNameOf(own, group, number, todayOf(environment)),
    extension: packetExtension,
    bytes,
    signal,
  });
  const { fileId, addressees, opCount } = manifest;
  return {
    file: {
      ...written,
      ops: opCount,
      people: prepared.people,
      fresh: prepared.fresh,
      documents: documents.documents.length,
      documentsLeft: documents.left,
      unproven: outgoing.unproven,
      to: offices.map(({ fingerprint }) => fingerprint),
    },
    sent: {
      fileId,
      number,
      at,
      addressees,
      lastOp: prepared.lastOp,
      ops: opCount,
      bytes: bytes.length,
      told:
        prepared.scope === null
          ? null
          : { offices: offices.map(({ card }) => card.signKey), ops: prepared.scope },
    },
  };
}

/** Bytes of a packet without the documents in it. */
function sizeOfOps({ bytes, manifest }: SealedPacket): number {
  return bytes.length - manifest.piecesLength;
}

/** e.g. "08173 gửi 232 ngày 2026-11-25 số 7". */
function fileNameOf(own: OwnOffice, { offices }: Group, number: number, day: string): string {
  const codes = [...new Set(offices.map(({ card }) => card.unitCode))];
  const to = codes.length > 3 ? `${codes.slice(0, 3).join("-")}-v.v` : codes.join("-");
  return `${own.card.unitCode} gửi ${to} ngày ${day} số ${number}`;
}
