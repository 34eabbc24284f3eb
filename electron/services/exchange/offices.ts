/** Who has what: every office with its last packets and gaps, and further copies of our own roster. */
import { isoInstant } from "../../../shared/domain/hanoi-time";
import type { OfficeState } from "../../../shared/contract/schemas/exchange";
import type { CallResult } from "../../../shared/contract/contract";
import { toHex } from "../../../shared/sync/bytes";
import { provenSpans } from "../../../shared/sync/holds";
import type { ReadHandle } from "../../roster/file/handle";
import { statementOf } from "../../roster/log/packet-memory";
import { hashAt } from "../../roster/log/op-rows";
import { readOwnWriter } from "../../roster/log/own-writer";
import { type WriterRow } from "../../roster/log/held-writers";
import { officeRow } from "../../roster/read/office";
import {
  gapsOf,
  keyThatMade,
  lastReceipt,
  lastSent,
  namesOfSenders,
  opsBeyond,
  spanOf,
  waitingOf,
  writersByKey,
} from "../../roster/read/offices";
import type { TrustedOffice } from "../../files/exchange/trust-store";
import type { Environment } from "../environment";
import type { OpenRoster } from "../open-roster";
import { OfficeNames } from "./office-names";
import { nameOfCard, type OwnOffice, ownOffice } from "./own-office";

type Offices = CallResult<"exchangeOffices">;
type OwnCopy = Offices["copies"][number];

const dayMs = 86_400_000;

/** Ops of ours that an office's statement does not prove it to hold; null: it never said. */
function notYetThere(db: ReadHandle, signKey: Uint8Array): number | null {
  const holds = statementOf(db, signKey)?.holds;
  if (holds === undefined) return null;
  const theirs = new Map(holds.map((held) => [toHex(held.writer), held]));
  const theirKey = toHex(signKey);
  return opsBeyond(db, ({ id, identity }) => {
    const held = theirs.get(toHex(identity));
    // Of what it wrote itself we may have parts only, which prove nothing; what it says of it is enough.
    if (toHex(identity).startsWith(theirKey)) return held?.runs ?? [];
    return provenSpans(held, (seq) => hashAt(db, id, seq));
  });
}

/** How many lines went on under one of the names: 1 is normal. */
function branchesOf(writers: readonly WriterRow[]): number {
  const byName = new Map<string, WriterRow[]>();
  for (const row of writers.filter(({ forked }) => forked)) {
    const name = toHex(row.identity);
    byName.set(name, [...(byName.get(name) ?? []), row]);
  }
  return Math.max(1, ...[...byName.values()].map(linesOf));
}

/** A piece that begins where another one has not ended is a line of its own; one behind a gap is not. */
function linesOf(pieces: readonly WriterRow[]): number {
  let lines = 0;
  let end = 0;
  for (const { firstSeq, lastSeq, parent } of [...pieces].sort((a, b) => a.firstSeq - b.firstSeq)) {
    if (lines === 0 || parent !== null || firstSeq <= end) lines++;
    end = Math.max(end, lastSeq);
  }
  return lines;
}

function isoTime(ms: number): string {
  return isoInstant(ms);
}

function receivedFrom(db: ReadHandle, signKey: Uint8Array): OfficeState["lastReceived"] {
  const last = lastReceipt(db, signKey);
  if (last === null) return null;
  const { number, sentAt, receivedAt } = last;
  return {
    number,
    at: isoTime(sentAt),
    receivedAt: isoTime(receivedAt),
    clockSuspect: sentAt > receivedAt + dayMs,
  };
}

interface Known {
  readonly signKey: Uint8Array;
  readonly name: Pick<OfficeState, "fingerprint" | "unitCode" | "office">;
  readonly role: OfficeState["role"];
  readonly standing: OfficeState["standing"];
  readonly trustedAt: string | null;
}

function stateOf(db: ReadHandle, known: Known, writers: readonly WriterRow[]): OfficeState {
  const { signKey, name, role, standing, trustedAt } = known;
  const sent = lastSent(db, signKey);
  return {
    ...name,
    role,
    standing,
    trustedAt,
    lastReceived: receivedFrom(db, signKey),
    lastSent: sent === null ? null : { number: sent.number, at: isoTime(sent.at) },
    // An office that may not know everything lacks on purpose what it is not sent.
    notYetThere: role === "superior" || role === "same" ? notYetThere(db, signKey) : null,
    gaps: gapsOf(db, signKey, writers),
    waiting: waitingOf(db, writers),
    branches: branchesOf(writers),
  };
}

function knownOf({ card, role, trustedAt, revokedAt }: TrustedOffice): Known {
  return {
    signKey: card.signKey,
    name: nameOfCard(card),
    role,
    standing: revokedAt === null ? "trusted" : "revoked",
    trustedAt: isoTime(trustedAt),
  };
}

/** The state of one trusted office. */
export function officeState(roster: OpenRoster, office: TrustedOffice): OfficeState {
  const writers = writersByKey(roster.db).get(toHex(office.card.signKey)) ?? [];
  return stateOf(roster.db, knownOf(office), writers);
}

/** Hex of the keys that others took the place of, under the one that stands now. */
function keysBefore(offices: readonly TrustedOffice[]): Map<string, string[]> {
  const next = new Map(
    offices.flatMap(({ card, replacedBy }) =>
      replacedBy === null ? [] : [[toHex(card.signKey), toHex(replacedBy)] as const],
    ),
  );
  const past = new Map<string, string[]>();
  for (const key of next.keys()) {
    const seen = new Set<string>();
    let standing = key;
    for (let after = next.get(key); after !== undefined && !seen.has(after); after = next.get(after)) {
      seen.add(after);
      standing = after;
    }
    past.set(standing, [...(past.get(standing) ?? []), key]);
  }
  return past;
}

/** Every office that is trusted, that sent something, or whose changes came by way of others. */
export function exchangeOffices(roster: OpenRoster, environment: Environment): Offices {
  const { db } = roster;
  const own = ownOffice(roster, environment);
  const writers = writersByKey(db);
  const names = new OfficeNames(db, own, environment.t);
  const known = new Map<string, Known>(
    own.trust
      .list()
      .filter(({ replacedBy }) => replacedBy === null)
      .map((office) => [toHex(office.card.signKey), knownOf(office)]),
  );
  const office = officeRow(db);
  const madeBy = office === null ? null : keyThatMade(db, office.pk);
  const senders = namesOfSenders(db).map(({ sender }) => toHex(sender));
  for (const key of new Set([...senders, ...writers.keys()])) {
    if (known.has(key) || names.isOwn(key) || own.trust.bySignKey(Buffer.from(key, "hex")) !== null) continue;
    const isOurs = key === madeBy;
    known.set(key, {
      signKey: Buffer.from(key, "hex"),
      name: {
        fingerprint: null,
        unitCode: isOurs ? own.card.unitCode : (names.confirmed(key)?.unitCode ?? ""),
        office: isOurs ? own.card.office : names.of(key),
      },
      role: null,
      standing: isOurs ? "ownElsewhere" : "unknown",
      trustedAt: null,
    });
  }
  const past = keysBefore(own.trust.list());
  const writtenBy = (key: string) => [key, ...(past.get(key) ?? [])].flatMap((one) => writers.get(one) ?? []);
  const offices = [...known].map(([key, one]) => stateOf(db, one, writtenBy(key)));
  return { offices, copies: ownCopies(db, own, writers) };
}

/** The names under which our own keys wrote: this PC's, and those before a restore or of copies elsewhere. */
function ownCopies(
  db: ReadHandle,
  { keys }: OwnOffice,
  writers: ReadonlyMap<string, readonly WriterRow[]>,
): OwnCopy[] {
  const current = readOwnWriter(db);
  const rows = keys.ownSignKeys.flatMap((key) => writers.get(toHex(key)) ?? []);
  const byName = new Map<string, WriterRow[]>();
  for (const row of rows) {
    const name = toHex(row.identity);
    byName.set(name, [...(byName.get(name) ?? []), row]);
  }
  const times = new Map(
    [...byName].map(([name, pieces]) => {
      const span = pieces.map(({ id }) => spanOf(db, id));
      return [
        name,
        {
          first: Math.min(...span.map(({ first }) => first)),
          last: Math.max(...span.map(({ last }) => last)),
          ops: span.reduce((sum, { ops }) => sum + ops, 0),
        },
      ] as const;
    }),
  );
  const currentName = current === null ? "" : toHex(current.identity);
  const begun = times.get(currentName)?.first ?? 0;
  return [...byName].map(([name, pieces]) => {
    const { last = 0, ops = 0 } = times.get(name) ?? {};
    const isCurrent = name === currentName;
    return {
      name: name.slice(64, 72),
      lastAt: isoTime(last),
      ops,
      current: isCurrent,
      active: isCurrent || (begun > 0 && last > begun),
      branches: branchesOf(pieces),
    };
  });
}
