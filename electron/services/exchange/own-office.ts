/**
 * Our own office towards others: its keys, its card, whom it trusts.
 *
 * Keys and trust belong to this PC's user and lie in the home folder; name and unit come from the roster.
 */
import { appError } from "../../../shared/contract/errors";
import type { OfficeName, OfficeRole } from "../../../shared/contract/schemas/exchange";
import type { ProvenCard } from "../../../shared/sync/packet/card-codec";
import { type Fingerprinted, fingerprintOf } from "../../../shared/sync/packet/fingerprint";
import type { OfficeCard } from "../../../shared/sync/packet/types";
import type { ReadHandle } from "../../roster/file/handle";
import { officeRow } from "../../roster/read/office";
import { unitById } from "../../roster/read/units";
import { makeCard, type OfficeKeys, officeKeys } from "../../files/exchange/office-keys";
import { TrustStore } from "../../files/exchange/trust-store";
import { sha256 } from "../../files/exchange/verify-signature";
import type { Environment } from "../environment";
import type { OpenRoster } from "../open-roster";
import { unitRelations } from "../../roster/read/unit-relations";

export interface OwnOffice {
  readonly keys: OfficeKeys;
  readonly card: ProvenCard;
  readonly trust: TrustStore;
}

/** @throws AppError home-unusable; roster-damaged for a roster without an office */
export function ownOffice(roster: OpenRoster, environment: Environment): OwnOffice {
  const office = officeRow(roster.db);
  const unitId = String(office?.fields["unit"] ?? "");
  const unit = unitById(roster.db, unitId);
  if (office === null || unit === null) throw appError("roster-damaged", { path: roster.path });
  const keys = officeKeys(environment.home);
  const content = { unitId, unitCode: unit.code, office: String(office.fields["name"] ?? "") };
  return { keys, card: makeCard(keys, content, environment.now()), trust: new TrustStore(environment.home) };
}

/** Keys and trust without a roster: enough to look into a packet. @throws AppError home-unusable */
export function keysOf({ home }: Pick<Environment, "home">): Pick<OwnOffice, "keys" | "trust"> {
  return { keys: officeKeys(home), trust: new TrustStore(home) };
}

/** An office as lists and sentences name it. */
export function nameOfCard(card: Fingerprinted): OfficeName {
  return { fingerprint: fingerprintOf(card, sha256), unitCode: card.unitCode, office: card.office };
}

/** How an office stands to ours by the units of the roster; `neighbour` where they do not say. */
export function suggestedRole(
  db: ReadHandle,
  own: Pick<OfficeCard, "unitId">,
  other: OfficeCard,
): OfficeRole {
  if (own.unitId === other.unitId) return "same";
  const { isAbove } = unitRelations(db);
  if (isAbove(other.unitId, own.unitId)) return "superior";
  return isAbove(own.unitId, other.unitId) ? "subordinate" : "neighbour";
}
