/** What offices of three levels do to each other in a generated history, beside their daily work, as plain numbers. */
import fc from "fast-check";
import { clocks, edits, files, length, machines } from "./script";

const nat = fc.nat({ max: 11 });
const at = fc.nat({ max: 4 });
const verdict = fc.constantFrom("accept" as const, "refuse" as const, "refuse" as const);
const answer = fc.constantFrom("accept" as const, "refuse" as const, "refuse" as const, "withdraw" as const);

function step<R extends string, S extends object>(
  weight: number,
  rank: R,
  shape: { readonly [K in keyof S]: fc.Arbitrary<S[K]> },
): {
  readonly weight: number;
  readonly arbitrary: fc.Arbitrary<S & { readonly rank: R; readonly at: number }>;
} {
  const rest = fc.record<S>(shape);
  return { weight, arbitrary: fc.tuple(at, rest).map(([by, fields]) => ({ ...fields, rank, at: by })) };
}

const dealings = [
  // About one proposal, or about all that wait.
  step(10, "decide", { nth: nat, verdict: answer, all: fc.boolean() }),
  step(2, "decideAgain", { nth: nat, verdict }),
  step(2, "compare", { to: at }),
  step(1, "revoke", { to: at }),
  step(3, "place", { person: nat, unit: nat }),
  step(2, "give", { row: nat, person: nat }),
  step(2, "rule", { nth: nat, value: fc.nat({ max: 3 }) }),
  step(1, "office", { nth: nat }),
  step(1, "form", { unit: nat, other: nat, under: nat }),
  step(1, "claim", { of: at, unit: nat }),
] as const;

/** Offices that write what they may and may not, and decide about it; machines and clocks that go wrong. */
export const disputes = fc.array(
  fc.oneof(...edits, ...files, ...machines, ...clocks, ...dealings, ...dealings),
  length,
);

type Of<A> = A extends fc.Arbitrary<infer T> ? T : never;
export type Dispute = Of<typeof disputes>;
export type RankStep = Extract<Dispute[number], { readonly rank: string }>;
