// Lines of a cloned writer of which only parts came: each is proven by its own head, also where nothing shows that they are
// two, and whatever came can be passed on.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entities } from "../../../shared/domain/entities";
import { sameBytes, toHex } from "../../../shared/sync/bytes";
import { encodeBody, encodeOp } from "../../../shared/sync/op-codec";
import type { HashedOp } from "../../../shared/sync/packet/types";
import { propertyFactor } from "../../../shared/testing/property-seed";
import { testOffice, type TestOffice } from "../../testing/log-offices";
import { newFileId, type OpFile, packetOf } from "../../testing/op-files";
import { type MadeUpWriter, madeUpWriter, partOf, proofOfAll } from "../../testing/proof-parts";
import { testFolder } from "../../testing/rosters";
import { verifySignature } from "../../files/ed25519";
import { sha256 } from "../file/sha256";
import { headFaults } from "./check-heads";
import { everything } from "./outgoing";

const clonedOffice = madeUpWriter("a cloned office");

function next({ writer }: MadeUpWriter, before: readonly HashedOp[], said: string): HashedOp {
  const seq = before.length + 1;
  const op = {
    writer,
    seq,
    prev: before.at(-1)?.hash ?? null,
    lamport: seq,
    at: 0,
    user: "x",
    change: seq,
    entity: entities.official.id,
    row: writer.slice(0, 16),
    create: seq === 1,
    body: encodeBody({ fields: new Map([[1, said]]), supersedes: new Map(), meta: null }),
  };
  return { op, hash: sha256(encodeOp(op)) };
}

function lineOf(
  shared: readonly HashedOp[],
  count: number,
  said: string,
  author: MadeUpWriter = clonedOffice,
): HashedOp[] {
  const line = [...shared];
  for (let n = 0; n < count; n++) line.push(next(author, line, `${said} ${n}`));
  return line;
}

const withSeqs = (line: readonly HashedOp[], seqs: readonly number[]) =>
  line.filter(({ op }) => seqs.includes(op.seq));

/** Some ops of a line, with the hashes of all others. */
function fileWith(
  from: TestOffice,
  line: readonly HashedOp[],
  seqs: readonly number[],
  author: MadeUpWriter = clonedOffice,
): OpFile {
  const manifest = { ...from.file().manifest, fileId: newFileId() };
  const { writer } = author;
  const whole = { manifest, runs: [{ writer, ops: line }], proofs: [proofOfAll(author, line)] };
  return partOf(whole, [{ writer, ops: withSeqs(line, seqs) }]);
}

const hashesOf = (ops: readonly HashedOp[]) => [...new Set(ops.map(({ hash }) => toHex(hash)))].sort();

/** What an office passes on of a writer, proven as any reader proves it. */
function passedOn(office: TestOffice, { writer }: MadeUpWriter = clonedOffice): string[] {
  const { ops } = packetOf(office.file());
  expect(ops.refused).toEqual([]);
  return hashesOf([...ops.batches()].flatMap((one) => (sameBytes(one.writer, writer) ? one.ops : [])));
}

async function twoOffices(): Promise<{ from: TestOffice; to: TestOffice }> {
  const folder = testFolder();
  return { from: await testOffice("xa", 1, folder), to: await testOffice("huyen", 2, folder) };
}

describe("parts of two lines are proven each by its own head", () => {
  it.each([
    // They seem to be one.
    [1, [1], [2]],
    [1, [1], [2, 3, 4]],
    [3, [1, 2], [4, 5]],
    [3, [3], [4, 5, 6, 7, 8]],
    // They meet where one of them has a gap before it: what is not on it must not be taken for it.
    [1, [2, 3], [3]],
    [1, [1, 2, 3], [3]],
    [2, [2, 3, 4], [4, 6]],
    [0, [1, 2, 3, 4, 5], [5, 6]],
    // Many gaps, and one of the lines wherever the other is.
    [1, [1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21], [3, 5, 7, 9, 11, 13, 15, 17, 19, 21]],
  ] as const)("%i shared: %j and %j", async (shared, ofOne, ofOther) => {
    const { from, to } = await twoOffices();
    const before = lineOf([], shared, "chung");
    const [one, other] = [lineOf(before, 24, "một"), lineOf(before, 23, "hai")];
    await to.receive(fileWith(from, one, ofOne));
    await to.receive(fileWith(from, other, ofOther));
    expect([...headFaults(to.roster.db, verifySignature)]).toEqual([]);
    expect(passedOn(to)).toEqual(hashesOf([...withSeqs(one, ofOne), ...withSeqs(other, ofOther)]));
  });
});

const places = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 25 });

describe("whatever parts of a cloned writer came", () => {
  it("are passed on, all of them", async () => {
    const { from, to } = await twoOffices();
    let played = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(fc.nat(12), fc.nat(12)),
        fc.array(fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 40 }), places), {
          minLength: 1,
          maxLength: 6,
        }),
        async ([shared, later], parts) => {
          const author = madeUpWriter(`a cloned office ${++played}`);
          const before = lineOf([], shared, "chung", author);
          const one = lineOf(before, 40, "một", author);
          const lines = [
            one,
            lineOf(before, 40, "hai", author),
            lineOf(one.slice(0, shared + later), 30, "ba", author),
          ];
          const came: HashedOp[] = [];
          for (const [nth, size, seqs] of parts) {
            const line = (lines[nth] ?? one).slice(0, size);
            const some = withSeqs(line, seqs);
            if (some.length === 0) continue;
            came.push(...some);
            await to.receive(fileWith(from, line, seqs, author));
          }
          expect(passedOn(to, author)).toEqual(hashesOf(came));
        },
      ),
      { numRuns: Math.ceil(25 * propertyFactor) },
    );
    expect([...headFaults(to.roster.db, verifySignature)]).toEqual([]);
  });

  it("are counted where both lines are here too often to be told apart, and spoil nothing for others", async () => {
    const { from, to } = await twoOffices();
    // Before each there are two that did not come, so that nothing here says on which line it is.
    const seqs = [...Array(20).keys()].map((place) => 4 * place + 5);
    const before = lineOf([], 1, "chung");
    for (const said of ["một", "hai"]) await to.receive(fileWith(from, lineOf(before, 90, said), seqs));
    const other = madeUpWriter("another cloned office");
    const ofOther = [lineOf([], 3, "một", other), lineOf([], 2, "hai", other)];
    for (const line of ofOther) await to.receive(fileWith(from, line, [1, 2, 3], other));
    const { unproven } = everything(to.roster.db, null, () => true);
    expect(unproven).toBeGreaterThan(0);
    expect(passedOn(to)).toHaveLength(2 * seqs.length - unproven);
    expect(passedOn(to, other)).toEqual(hashesOf(ofOther.flat()));
  });
});
