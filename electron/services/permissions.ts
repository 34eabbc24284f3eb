/**
 * Who acts, and whether they may: the one place that the window's gate and the command line both ask before anything is
 * done. A service never asks by itself, so that what a call needs is read in the contract alone.
 */
import type { Need } from "../../shared/contract/call";
import { appError } from "../../shared/contract/errors";

/** Who acts: travels with the environment of every call. */
export interface Caller {
  /** Name written beside each change. */
  readonly user: string;
  /** What the roster's administrator made of the user; null until roles are set up. */
  readonly role: string | null;
  /** The PC, as it calls itself. */
  readonly device: string;
}

/** Whether a caller may do what needs this. */
export type Policy = (caller: Caller, need: Exclude<Need, "nothing">) => boolean;

/** Until roles are set up everybody may do everything. */
export const everybody: Policy = () => true;

/** What of the environment decides. */
export interface Permissions {
  readonly caller: () => Caller;
  readonly policy: Policy;
}

/** @throws AppError not-allowed */
export function demand({ caller, policy }: Permissions, need: Need): void {
  if (need !== "nothing" && !policy(caller(), need)) throw appError("not-allowed", { need });
}
