/**
 * What tells this machine, and this very file, from a copy.
 *
 * A roster that was copied carries its writer along; the hints kept beside the sentinel do not fit the copy, and it
 * takes a new incarnation. Hints are compared, never sent: no other office sees them.
 */
import { statSync } from "node:fs";
import { networkInterfaces } from "node:os";
import { host as system } from "../../files/host-system";

export interface MachineHints {
  readonly host: string;
  readonly platform: string;
  /** Hardware addresses of the network adapters that are up. */
  readonly addresses: readonly string[];
}

/** Identity of a file on its volume. */
export interface FileHints {
  readonly path: string;
  /** Volume and file number, as text because they do not fit a whole number; "0" where the file system has none. */
  readonly device: string;
  readonly file: string;
}

const noAddress = "00:00:00:00:00:00";

/** Hints of the machine that this program runs on. */
export function machineHints(host: string): MachineHints {
  const adapters = Object.values(networkInterfaces()).flatMap((adapter) => adapter ?? []);
  const addresses = adapters.filter((one) => !one.internal && one.mac !== noAddress).map((one) => one.mac);
  return { host, platform: system.platform, addresses: [...new Set(addresses)].sort() };
}

/** Hints of a file that exists. Throws the error of node:fs. */
export function fileHints(path: string): FileHints {
  const { dev, ino } = statSync(path, { bigint: true });
  return { path, device: dev.toString(), file: ino.toString() };
}

/**
 * Whether two readings may be of one machine: adapters come and go, so one address in common is enough, and a machine
 * without network at one of the readings is told by its name alone.
 */
export function sameMachine(a: MachineHints, b: MachineHints): boolean {
  if (a.host !== b.host || a.platform !== b.platform) return false;
  if (a.addresses.length === 0 || b.addresses.length === 0) return true;
  return a.addresses.some((address) => b.addresses.includes(address));
}

/**
 * Whether two readings are of one file, renamed perhaps, and not of a copy. A stick changes its drive letter (the volume
 * stays) or its volume number (the path stays), so one of the two is enough.
 */
export function sameFile(a: FileHints, b: FileHints): boolean {
  return a.file === b.file && (a.device === b.device || a.path === b.path);
}
