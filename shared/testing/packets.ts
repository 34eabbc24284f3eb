/** What the tests of packets share: chained runs of ops to put into one. */
import fc from "fast-check";
import { plainText } from "../text/foreign";
import type { FieldValue } from "../domain/entities";
import type { Op, Sha256 } from "../sync/op";
import { encodeBody, encodeOp, longestUser } from "../sync/op-codec";
import type { HashedOp, OpRun } from "../sync/packet/types";

/** The part of an op that does not follow from the ops before it. */
export interface LooseOp {
  readonly lamport: number;
  readonly at: number;
  readonly user: string;
  /** How many ops back the change began, as far as there are that many. */
  readonly changeBack: number;
  readonly entity: number;
  readonly row: Uint8Array;
  readonly create: boolean;
  readonly body: Uint8Array;
}

export interface LooseRun {
  readonly writer: Uint8Array;
  readonly first: number;
  readonly prev: Uint8Array;
  readonly ops: readonly LooseOp[];
}

export interface TestRun extends OpRun {
  readonly ops: readonly HashedOp[];
}

/** Chains ops. */
export function chained({ writer, first, prev, ops }: LooseRun, sha256: Sha256): TestRun {
  let before = first === 1 ? null : prev;
  const out: HashedOp[] = [];
  for (const [place, { changeBack, ...parts }] of ops.entries()) {
    const seq = first + place;
    const op: Op = { ...parts, writer, seq, prev: before, change: Math.max(1, seq - changeBack) };
    const hash = sha256(encodeOp(op));
    out.push({ op, hash });
    before = hash;
  }
  return { writer, ops: out };
}

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const value: fc.Arbitrary<FieldValue> = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.maxSafeInteger(),
  fc.boolean(),
  fc.constant(null),
  fc.uuid(),
);
const body = fc
  .record({
    fields: fc.array(fc.tuple(fc.nat(300), value), { maxLength: 4 }).map((pairs) => new Map(pairs)),
    supersedes: fc
      .array(fc.tuple(fc.nat(300), bytes(32)), { maxLength: 2 })
      .map((pairs) => new Map(pairs.map(([field, hash]) => [field, [hash]]))),
    meta: fc.option(fc.constant({ action: "edit", reason: null, undoes: null })),
  })
  .map(encodeBody);
// Few different ones, so that things are met again.
const row = fc.oneof(
  fc.nat(5).map((n) => new Uint8Array(16).fill(n)),
  bytes(16),
);
const writer = fc.oneof(
  fc.nat(2).map((n) => new Uint8Array(48).fill(n)),
  bytes(48),
);
const looseOp: fc.Arbitrary<LooseOp> = fc.record({
  lamport: fc.oneof(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 2 ** 40 })),
  at: fc.oneof(fc.nat(2_000_000_000), fc.maxSafeInteger()),
  user: fc.oneof(
    fc.constantFrom("Lê Thị Hoa", "Trần Văn Bình"),
    fc.string({ unit: "grapheme" }).map((text) => plainText(text, longestUser)),
  ),
  changeBack: fc.nat(3),
  entity: fc.integer({ min: 1, max: 300 }),
  row,
  create: fc.boolean(),
  body,
});

export const looseRuns: fc.Arbitrary<LooseRun[]> = fc.array(
  fc.record({
    writer,
    first: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 1_000_000 })),
    prev: bytes(32),
    ops: fc.array(looseOp, { minLength: 1, maxLength: 12 }),
  }),
  { maxLength: 5 },
);
