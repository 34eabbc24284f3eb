// Lines of a cloned writer of which only parts came: each is proven by its own head, also where nothing shows that they are two.
import { describe, expect, it } from "vitest";
import { entities } from "../../../shared/domain/entities";
import { toHex, uuidToBytes } from "../../../shared/sync/bytes";
import { encodeBody, encodeOp } from "../../../shared/sync/op-codec";
import type { HashedOp } from "../../../shared/sync/packet/types";
import { testOffice, type TestOffice } from "../../testing/log-offices";
import { newFileId, type OpFile, packetOf } from "../../testing/op-files";
import { madeUpWriter, partOf, proofOfAll } from "../../testing/proof-parts";
import { testFolder, testId } from "../../testing/rosters";
import { verifySignature } from "../../files/ed25519";
import { sha256 } from "../file/sha256";
import { headFaults } from "./check-heads";

const author = madeUpWriter("a cloned office");

function next(before: readonly HashedOp[], said: string): HashedOp {
  const seq = before.length + 1;
  const op = {
    writer: author.writer,
    seq,
    prev: before.at(-1)?.hash ?? null,
    lamport: seq,
    at: 0,
    user: "x",
    change: seq,
    entity: entities.official.id,
    row: uuidToBytes(testId(0x500)),
    create: seq === 1,
    body: encodeBody({ fields: new Map([[1, said]]), supersedes: new Map(), meta: null }),
  };
  return { op, hash: sha256(encodeOp(op)) };
}

function lineOf(shared: readonly HashedOp[], count: number, said: string): HashedOp[] {
  const line = [...shared];
  for (let n = 0; n < count; n++) line.push(next(line, `${said} ${n}`));
  return line;
}

/** Some ops of a line, with the hashes of all others. */
function fileWith(from: TestOffice, line: readonly HashedOp[], seqs: readonly number[]): OpFile {
  const manifest = { ...from.file().manifest, fileId: newFileId() };
  const { writer } = author;
  const whole = { manifest, runs: [{ writer, ops: line }], proofs: [proofOfAll(author, line)] };
  return partOf(whole, [{ writer, ops: line.filter(({ op }) => seqs.includes(op.seq)) }]);
}

describe("parts of two lines that seem to be one", () => {
  it.each([
    [1, [1], [2]],
    [1, [1], [2, 3, 4]],
    [3, [1, 2], [4, 5]],
    [3, [3], [4, 5, 6, 7, 8]],
  ] as const)("are proven each by its own head (%i shared)", async (shared, ofOne, ofOther) => {
    const folder = testFolder();
    const from = await testOffice("xa", 1, folder);
    const to = await testOffice("huyen", 2, folder);
    const before = lineOf([], shared, "chung");
    await to.receive(fileWith(from, lineOf(before, 6, "một"), ofOne));
    await to.receive(fileWith(from, lineOf(before, 5, "hai"), ofOther));
    expect([...headFaults(to.roster.db, verifySignature)]).toEqual([]);
    const { ops } = packetOf(to.file());
    expect(ops.refused).toEqual([]);
    const passedOn = [...ops.batches()].filter(({ writer }) => writer[0] === author.writer[0]);
    expect(passedOn.flatMap((batch) => batch.ops.map(({ op }) => op.seq)).sort((a, b) => a - b)).toEqual([
      ...ofOne,
      ...ofOther,
    ]);
  });
});

describe("parts of two lines that meet where one of them has a gap before it", () => {
  // What is not on a line must not be taken for it because something of it stands earlier.
  it.each([
    [1, [2, 3], [3]],
    [1, [1, 2, 3], [3]],
    [2, [2, 3, 4], [4, 6]],
    [0, [1, 2, 3, 4, 5], [5, 6]],
  ] as const)("are proven each by its own head (%i shared)", async (shared, ofOne, ofOther) => {
    const folder = testFolder();
    const from = await testOffice("xa", 1, folder);
    const to = await testOffice("huyen", 2, folder);
    const before = lineOf([], shared, "chung");
    const [one, other] = [lineOf(before, 6, "một"), lineOf(before, 5, "hai")];
    await to.receive(fileWith(from, one, ofOne));
    await to.receive(fileWith(from, other, ofOther));
    const { ops } = packetOf(to.file());
    expect(ops.refused).toEqual([]);
    const passedOn = [...ops.batches()].filter(({ writer }) => writer[0] === author.writer[0]);
    const expected = [
      ...one.filter(({ op }) => ofOne.some((seq) => seq === op.seq)),
      ...other.filter(({ op }) => ofOther.some((seq) => seq === op.seq)),
    ];
    expect(passedOn.flatMap((batch) => batch.ops.map(({ hash }) => toHex(hash))).sort()).toEqual(
      [...new Set(expected.map(({ hash }) => toHex(hash)))].sort(),
    );
  });
});
