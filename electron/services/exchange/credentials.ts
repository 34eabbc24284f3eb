/**
 * Says in the roster whose keys are whose, for every office that is trusted here: from that follows what its changes may
 * do, here and at whoever receives from us.
 *
 * Trust lies in the home folder and serves all rosters of it, so an office may be trusted that this roster has never been
 * told of; it is told when files are next sent or received.
 */
import type { ProvenCard } from "../../../shared/sync/packet/card-codec";
import { toHex } from "../../../shared/sync/bytes";
import { type Tie, untied } from "../../roster/read/credentials";
import type { OpenRoster } from "../open-roster";
import type { OwnOffice } from "./own-office";
import { isStanding } from "./standing";

/** Action of the change by which keys are confirmed. */
const trustAction = "trust";

function tieOf({ signKey, unitId, office }: ProvenCard): Tie {
  return { key: toHex(signKey), unit: unitId, office };
}

/** Writes down whose the keys of cards are, as far as the roster does not know. @throws AppError roster-readonly, busy */
export function confirmCards(roster: OpenRoster, cards: readonly ProvenCard[]): void {
  const missing = untied(roster.db, cards.map(tieOf));
  roster.write({
    action: trustAction,
    reason: null,
    edits: missing.map(({ key, unit, office }) => ({
      kind: "create",
      entity: "credential",
      id: roster.newId(),
      fields: { key, unit, ...(office === "" ? {} : { office }) },
    })),
  });
}

/** Before files are traded: our own keys, and those of every office that is trusted. @throws AppError as confirmCards */
export function confirmTrusted(roster: OpenRoster, { keys, trust }: OwnOffice): void {
  if (roster.readOnly) return;
  roster.keepOwnKeys(keys.ownSignKeys);
  const offices = trust.list().filter((office) => isStanding(office) && office.role !== "recovery");
  const cards = offices.map(({ card }) => card);
  if (untied(roster.db, cards.map(tieOf)).length > 0) confirmCards(roster, cards);
}
