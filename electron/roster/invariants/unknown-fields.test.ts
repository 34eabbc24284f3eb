// Invariant 10: what a newer program wrote passes through an old one byte for byte, in whatever company.
import { encode } from "cborg";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entities } from "../../../shared/domain/entities";
import { toHex, uuidToBytes } from "../../../shared/sync/bytes";
import type { Op } from "../../../shared/sync/op";
import { checkOp, encodeOp } from "../../../shared/sync/op-codec";
import type { HashedOp } from "../../../shared/sync/packet/types";
import { sha256 } from "../file/sha256";
import { testId } from "../../testing/rosters";
import { announce, checkWhole, holdsFor, timeout } from "../../testing/history/check";
import { type PlayOffice, unitIds } from "../../testing/history/office";
import { type OpFile } from "../../testing/op-files";
import { madeUpWriter, proofOfAll } from "../../testing/proof-parts";
import { exchanges } from "../../testing/history/script";

announce("unknown-fields");

/** Values of kinds that this program has no word for, and of those that it has. */
const value = fc.oneof(
  fc.string({ maxLength: 5 }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.integer(), { maxLength: 3 }),
  fc.uint8Array({ minLength: 1, maxLength: 40 }),
  fc.dictionary(fc.string({ maxLength: 3 }), fc.boolean(), { maxKeys: 2 }),
);

/** An op of a newer program: unknown entities, fields, kinds of value and parts of the body. */
const newer = fc.record({
  entity: fc.constantFrom(entities.official.id, entities.unit.id, 5_000, 5_001),
  /** A row that is known, or one of its own. */
  row: fc.nat({ max: 3 }),
  create: fc.boolean(),
  fields: fc.array(fc.tuple(fc.integer({ min: 4_000, max: 4_099 }), value), { minLength: 1, maxLength: 3 }),
  further: fc.option(fc.tuple(fc.integer({ min: 4, max: 9 }), value)),
});

const author = madeUpWriter("a newer program");
const { writer } = author;

/** A writer of a newer program, whose file the office receives. */
function newerFile(
  office: PlayOffice,
  wishes: readonly (typeof newer extends fc.Arbitrary<infer T> ? T : never)[],
) {
  let prev: Uint8Array | null = null;
  const ops = wishes.map(({ entity, row, create, fields, further }, place): HashedOp => {
    const parts = new Map<number, unknown>([[1, new Map(fields)]]);
    if (place === 0) parts.set(3, ["newer", null]);
    if (further !== null) parts.set(...further);
    // Canonical: keys in order.
    const known = entity === entities.unit.id ? unitIds[row % 3] : null;
    const op: Op = {
      writer,
      seq: place + 1,
      prev,
      lamport: place + 1,
      at: 0,
      user: "mới",
      change: 1,
      entity,
      row: uuidToBytes(known ?? testId(0x500 + 10 * entity + row)),
      create: known === null && create,
      body: encode(parts),
    };
    checkOp(op);
    const hash = sha256(encodeOp(op));
    prev = hash;
    return { op, hash };
  });
  const { manifest } = office.write(office, true);
  return { manifest, runs: [{ writer, ops }], proofs: [proofOfAll(author, ops)] } satisfies OpFile;
}

/** Every op that a file carries, by hash: its hashed bytes. */
function bytesIn(file: OpFile): Map<string, string> {
  return new Map(
    file.runs.flatMap(({ ops }) => ops.map(({ op, hash }) => [toHex(hash), toHex(encodeOp(op))])),
  );
}

describe("ops of a newer program", () => {
  it("come out of an old one as they came in, and harm nothing", { timeout }, async () => {
    await holdsFor(
      fc.tuple(exchanges, fc.array(newer, { minLength: 1, maxLength: 6 })),
      120,
      async (play, [script, wishes]) => {
        await play.run([]);
        const office = play.office(0);
        play.strangers.add(toHex(writer));
        const sent = newerFile(office, wishes);
        await play.receive(office, sent);
        await play.run(script);
        await play.exchangeAll(false);
        for (const one of play.offices) {
          const carried = bytesIn(one.write(play.office(0), true));
          for (const [hash, bytes] of bytesIn(sent)) {
            if (play.knownTo(one).has(hash)) expect(carried.get(hash)).toBe(bytes);
          }
          expect(play.portrait(one)).toEqual(play.expected(one));
        }
        checkWhole(play);
      },
    );
  });
});
