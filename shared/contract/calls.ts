/**
 * The contract as plain data: names of calls and events, what each call reads and needs, without its schemas.
 *
 * The sandboxed preload cannot carry schemas and the page should not wait for them, so a bundle holds what this file
 * comes to (build/vite/evaluated.mjs) and not the contract itself. Only values that JSON can carry may be exported.
 */
import type { CallFacts } from "./call";
import { type CallName, contract, type EventName, events } from "./contract";

function factsOf({ reads, needs, about }: CallFacts): CallFacts {
  return { reads, needs, ...(about === undefined ? {} : { about }) };
}

export const calls = Object.fromEntries(
  Object.entries<CallFacts>(contract).map(([name, entry]) => [name, factsOf(entry)]),
) as { readonly [N in CallName]: CallFacts };

export const callNames = Object.keys(contract) as CallName[];

export const eventNames = Object.keys(events) as EventName[];
