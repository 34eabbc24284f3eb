/**
 * Says in the roster whose keys are whose, for every office that is trusted here: from that follows what its changes may
 * do, here and at whoever receives from us.
 *
 * Trust lies in the home folder and serves all rosters of it, so an office may be trusted that this roster has never been
 * told of; it is told when files are next sent or received.
 */
import type { ProvenCard } from "../../../shared/sync/packet/card-codec";
import { toHex } from "../../../shared/sync/bytes";
import { untilText } from "../../../shared/sync/authority/revoked";
import type { Edit } from "../../roster/change-log";
import { rosterKeys } from "../../roster/log/own-keys";
import {
  type CredentialRow,
  credentialRows,
  isOwnCredential,
  type Tie,
  unsaid,
} from "../../roster/read/credentials";
import { revocationsOf } from "../../roster/read/key-revocations";
import { lastOpsOf } from "../../roster/read/last-ops";
import type { OpenRoster } from "../open-roster";
import type { OwnOffice } from "./own-office";
import { isStanding } from "./standing";

/** Action of the change by which keys are confirmed. */
const trustAction = "trust";
/** Action of the change by which one is revoked. */
const revokeAction = "revoke";

function tieOf({ signKey, unitId, office }: ProvenCard): Tie {
  return { key: toHex(signKey), unit: unitId, office };
}

/**
 * Writes down whose the keys of cards are, as far as the roster does not know: also where an office took another name, or
 * a revoked key is trusted again.
 * @throws AppError roster-readonly, busy
 */
export function confirmCards(roster: OpenRoster, cards: readonly ProvenCard[]): void {
  // Also where there is nothing to write: of a roster that is only looked at nothing may be trusted.
  roster.write({ action: trustAction, reason: null, edits: confirming(roster, cards, () => true) });
}

/** @param takesBack whether a row that revokes a key is to say so no more */
function confirming(
  roster: OpenRoster,
  cards: readonly ProvenCard[],
  takesBack: (row: CredentialRow, key: string) => boolean,
): Edit[] {
  const missing: Edit[] = unsaid(roster.db, cards.map(tieOf)).map(({ key, unit, office }) => ({
    kind: "create",
    entity: "credential",
    id: roster.newId(),
    fields: { key, unit, ...(office === "" ? {} : { office }) },
  }));
  const changed = cards.map(tieOf).flatMap(({ key, unit, office }) =>
    credentialRows(roster.db, key)
      .filter((row) => row.unit === unit)
      .map((row) => ({ row, isTaken: row.until !== null && takesBack(row, key) }))
      .filter(({ row, isTaken }) => isTaken || row.office !== office)
      .map(
        ({ row: { id }, isTaken }): Edit => ({
          kind: "update",
          entity: "credential",
          id,
          fields: { ...(isTaken ? { until: null } : {}), ...(office === "" ? {} : { office }) },
        }),
      ),
  );
  return [...missing, ...changed];
}

/**
 * Says up to where a key counts: what is here of it, or what was here up to an op.
 * @param lastOp local id; null: everything that is here
 * @param reason why, for whoever is to trust the key again
 * @throws AppError roster-readonly, busy
 */
export function revokeInLog(
  roster: OpenRoster,
  card: ProvenCard,
  lastOp: number | null,
  reason: string | null,
): void {
  const { key, unit, office } = tieOf(card);
  const until = untilText(lastOpsOf(roster.db, key, lastOp));
  // In another office's row what we say would count for ourselves alone: we say it in one of our own.
  const row = credentialRows(roster.db, key).find(({ id }) => isOwnCredential(roster.db, id));
  const fields = { key, unit, ...(office === "" ? {} : { office }), until };
  const edit: Edit =
    row === undefined
      ? { kind: "create", entity: "credential", id: roster.newId(), fields }
      : { kind: "update", entity: "credential", id: row.id, fields: { until } };
  roster.write({ action: revokeAction, reason, edits: [edit] });
}

/**
 * Before files are traded: our own keys, those of every office that is trusted, and those that were revoked, since trust
 * serves all rosters of this machine and this one may not have been told. What another office says against a key stays:
 * only a clerk who was told of it takes it back.
 * @throws AppError as confirmCards
 */
export function confirmTrusted(roster: OpenRoster, { keys, trust }: OwnOffice): void {
  if (roster.readOnly) return;
  roster.keepOwnKeys(keys.ownSignKeys);
  const offices = trust.list().filter(({ role }) => role !== "recovery");
  const standing = offices.filter(isStanding);
  const own = new Set(rosterKeys(roster.db));
  const edits = standing.flatMap(({ card, trustedAt }) =>
    confirming(roster, [card], (row, key) =>
      revocationsOf(roster.db, key).every(
        (one) => one.row !== row.id || (own.has(one.by) && one.at <= trustedAt),
      ),
    ),
  );
  if (edits.length > 0) roster.write({ action: trustAction, reason: null, edits });
  for (const { card, revokedAt } of offices) {
    if (revokedAt === null) continue;
    const rows = credentialRows(roster.db, tieOf(card).key);
    if (rows.length > 0 && rows.every(({ until }) => until === null)) revokeInLog(roster, card, null, null);
  }
}
