/**
 * Upkeep of a roster that has lived for years: values that were written over, and that every office in the exchange has
 * acknowledged, are dropped, with documents that nothing names any more.
 *
 * Recovery offices are not asked: they keep no roster and never say what they hold.
 */
import { appError } from "../../../shared/contract/errors";
import type { CallResult } from "../../../shared/contract/contract";
import { isoToPacked } from "../../../shared/domain/partial-date";
import type { Acknowledger } from "../../roster/log/compaction";
import { statementOf } from "../../roster/log/packet-memory";
import { opsInScope, unitsInScope } from "../../roster/read/scope";
import type { TrustedOffice } from "../../files/exchange/trust-store";
import { type Environment, todayOf } from "../environment";
import type { OpenRoster } from "../open-roster";
import { nameOfCard, type OwnOffice, ownOffice } from "./own-office";
import { isStanding, keysOfUnit, seesAll } from "./standing";

/** @throws AppError compact-alone, compact-unacknowledged, roster-readonly, busy */
export async function compactRoster(
  roster: OpenRoster,
  environment: Environment,
): Promise<CallResult<"rosterCompact">> {
  const { db } = roster;
  const own = ownOffice(roster, environment);
  const offices = own.trust.list().filter((office) => isStanding(office) && office.role !== "recovery");
  if (offices.length === 0) throw appError("compact-alone");
  const asked = offices.map(({ card }) => ({
    ...nameOfCard(card),
    acknowledged: statementOf(db, card.signKey) !== null,
  }));
  if (!asked.some(({ acknowledged }) => acknowledged)) {
    throw appError("compact-unacknowledged", { offices: asked.map(({ office }) => office).join(", ") });
  }
  const acknowledgers: Acknowledger[] = [];
  for (const office of offices) {
    acknowledgers.push({ signKey: office.card.signKey, ops: scopeOf(roster, environment, own, office) });
    // A district asks about a hundred communes, and the window must answer meanwhile.
    await environment.pause();
  }
  const { values, swept } = roster.compact(acknowledgers);
  return {
    ops: values.ops,
    bytes: values.bytes,
    documents: swept.documents,
    documentBytes: swept.bytes,
    offices: asked,
  };
}

function scopeOf(
  { db }: OpenRoster,
  environment: Environment,
  { trust }: OwnOffice,
  { card, role }: TrustedOffice,
): ReadonlySet<number> | null {
  if (seesAll(role)) return null;
  const today = isoToPacked(todayOf(environment));
  return opsInScope(db, unitsInScope(db, card.unitId), keysOfUnit(trust, card.unitId), today).ops;
}
