/** Whom files can be written for, and who is meant when nothing is said. */
import type { OfficeName, OfficeRole, OfficeState } from "../../../../shared/contract/schemas/exchange";

/** Roles in the order in which they are offered. Recovery keys open every file and get none of their own. */
export const addresseeRoles = [
  "superior",
  "same",
  "subordinate",
  "neighbour",
] as const satisfies OfficeRole[];
type AddresseeRole = (typeof addresseeRoles)[number];

/** An office that files can be written for. */
export type Addressee = OfficeName & { readonly role: AddresseeRole };
/** Another office, with what is known of it here. */
export type KnownAddressee = OfficeState & Addressee;

function isAddressee(office: OfficeState): office is KnownAddressee {
  return (
    office.standing === "trusted" &&
    office.fingerprint !== null &&
    addresseeRoles.some((one) => one === office.role)
  );
}

/** Trusted offices with a role that files are written for. */
export function addresseesOf(offices: readonly OfficeState[]): KnownAddressee[] {
  return offices.filter(isAddressee);
}

/** Whether some office was trusted here and is no more: whoever looks for it is not new to exchanging. */
export function wasTrusted(offices: readonly OfficeState[]): boolean {
  return offices.some(({ standing }) => standing === "revoked");
}

/** Whether a file for one of them holds the whole roster. */
export function somebodySeesAll(addressees: readonly Addressee[]): boolean {
  return addressees.some(({ role }) => role === "superior" || role === "same");
}

/**
 * Our own office, for another copy of the roster: what was entered in this one must be carried there even where no other
 * office may know all of it.
 * @param office what it is called in the list
 */
export function ourselves(own: OfficeName, office: string): Addressee {
  return { ...own, office, role: "same" };
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
