/** Which of the trusted offices are in the exchange today, and which of them may know everything. */
import type { OfficeRole } from "../../../shared/contract/schemas/exchange";
import type { TrustedOffice, TrustStore } from "../../files/exchange/trust-store";

/** Neither revoked nor replaced by a newer key. */
export function isStanding({ revokedAt, replacedBy }: TrustedOffice): boolean {
  return revokedAt === null && replacedBy === null;
}

export function seesAll(role: OfficeRole): boolean {
  return role === "superior" || role === "same" || role === "recovery";
}

/** Keys that a unit's offices ever had, lost and revoked ones too: what they wrote with them is theirs. */
export function keysOfUnit(trust: Pick<TrustStore, "list">, unitId: string | null): Uint8Array[] {
  return trust.list().flatMap(({ card }) => (card.unitId === unitId ? [card.signKey] : []));
}
