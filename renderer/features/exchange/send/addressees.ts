/** Whom files can be written for, and who is meant when nothing is said. */
import type { OfficeRole, OfficeState } from "../../../../shared/contract/schemas/exchange";

/** Roles in the order in which they are offered. Recovery keys open every file and get none of their own. */
export const addresseeRoles = [
  "superior",
  "same",
  "subordinate",
  "neighbour",
] as const satisfies OfficeRole[];
type AddresseeRole = (typeof addresseeRoles)[number];

/** An office that files can be written for. */
export type Addressee = OfficeState & { readonly fingerprint: string; readonly role: AddresseeRole };

function isAddressee(office: OfficeState): office is Addressee {
  return (
    office.standing === "trusted" &&
    office.fingerprint !== null &&
    addresseeRoles.some((one) => one === office.role)
  );
}

/** Trusted offices with a role that files are written for. */
export function addresseesOf(offices: readonly OfficeState[]): Addressee[] {
  return offices.filter(isAddressee);
}

/** Chosen to begin with: all superiors. */
export function firstChosen(addressees: readonly Addressee[]): ReadonlySet<string> {
  return new Set(addressees.filter(({ role }) => role === "superior").map(({ fingerprint }) => fingerprint));
}

/** Names of trusted recovery keys, which open every file. */
export function recoveryNames(offices: readonly OfficeState[]): string[] {
  return offices
    .filter(({ standing, role }) => standing === "trusted" && role === "recovery")
    .map(({ office }) => office);
}
