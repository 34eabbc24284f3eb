// Invariant 17: ops without their writer's signed head change nothing; and whatever somebody holds, in whatever parts it
// came, they can prove and pass on.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sameBytes, toHex } from "../../../shared/sync/bytes";
import { encodeBody, encodeOp } from "../../../shared/sync/op-codec";
import type { HashedOp, WriterProof } from "../../../shared/sync/packet/types";
import { isShippedWriter } from "../../../shared/sync/shipped-op";
import {
  announce,
  checkAgreed,
  checkWhole,
  holdsFor,
  timeout,
  inTheseHistories,
} from "../../testing/history/check";
import type { PlayOffice } from "../../testing/history/office";
import { mishaps } from "../../testing/history/script";
import { playTrouble, trouble } from "../../testing/history/trouble";
import { dumpLog } from "../../testing/history/dump";
import { type OpFile, packetOf } from "../../testing/op-files";
import { proofOfAll } from "../../testing/proof-parts";
import { sha256 } from "../file/sha256";
import { sql } from "../file/sql";
import type { VerifyReport } from "../verify";
import { entities } from "../../../shared/domain/entities";

announce("authors-proven");

/** What a sender with a key of its own may try with ops that bear another's name. */
const attacks = [
  "without a head",
  "altered",
  "one more under the sender's signature",
  "a chain of its own under the name",
  "one left out of the middle",
  "under a writer of zeros",
] as const;

interface Forged {
  readonly file: OpFile;
  /** Hex of the writer that is spoken for. */
  readonly victim: string;
}

function forged(file: OpFile, sender: PlayOffice, how: (typeof attacks)[number], nth: number): Forged | null {
  const foreign = file.runs.filter(({ writer, ops }) => !isShippedWriter(writer) && ops.length > 0);
  const chosen = foreign[nth % Math.max(1, foreign.length)];
  if (chosen === undefined) return null;
  const { writer } = chosen;
  const isIts = (one: { readonly writer: Uint8Array }) => sameBytes(one.writer, writer);
  const others = file.runs.filter((run) => !isIts(run));
  const itsRuns = file.runs.filter(isIts);
  const proofs = file.proofs.filter((proof) => !isIts(proof));
  const own = file.proofs.filter(isIts);
  const { sign } = sender.identity;
  const [first, ...rest] = itsRuns as [OpFile["runs"][number], ...OpFile["runs"]];
  const last = (itsRuns.at(-1) ?? first).ops.at(-1) as HashedOp;
  const forgedProof = (ops: readonly HashedOp[]): WriterProof => proofOfAll({ writer, sign }, ops);
  const victim = toHex(writer);
  switch (how) {
    case "without a head":
      return { file: { ...file, proofs }, victim };
    case "altered": {
      const place = nth % first.ops.length;
      const ops = rechained(first.ops, place, (op) => ({ ...op, at: op.at + 1 }));
      return {
        file: { ...file, runs: [...others, { writer, ops }, ...rest], proofs: [...proofs, ...own] },
        victim,
      };
    }
    case "one more under the sender's signature": {
      const more = next(last);
      const all = [...itsRuns.flatMap(({ ops }) => ops), more];
      const runs = [...file.runs, { writer, ops: [more] }];
      return { file: { ...file, runs, proofs: [...proofs, forgedProof(all)] }, victim };
    }
    case "a chain of its own under the name": {
      const start = { ...last.op, seq: 1, prev: null, change: 1 };
      const ops = [{ op: start, hash: sha256(encodeOp(start)) }];
      return {
        file: { ...file, runs: [...others, { writer, ops }], proofs: [...proofs, forgedProof(ops)] },
        victim,
      };
    }
    case "one left out of the middle": {
      const all = itsRuns.flatMap(({ ops }) => ops);
      if (all.length < 2 || itsRuns.length > 1) return null;
      const place = nth % all.length;
      const runs = [all.slice(0, place), all.slice(place + 1)].filter((ops) => ops.length > 0);
      return {
        file: {
          ...file,
          runs: [...others, ...runs.map((ops) => ({ writer, ops }))],
          proofs: [...proofs, ...own],
        },
        victim,
      };
    }
    case "under a writer of zeros": {
      const nobody = Buffer.concat([Buffer.alloc(32), Buffer.alloc(16, 9)]);
      const op = { ...last.op, writer: nobody, seq: 1, prev: null, change: 1 };
      const made = { op, hash: sha256(encodeOp(op)) };
      return {
        file: { ...file, runs: [...file.runs, { writer: nobody, ops: [made] }] },
        victim: toHex(nobody),
      };
    }
  }
}

/** The ops with one of them changed, and those after it chained to it. */
function rechained(
  ops: readonly HashedOp[],
  place: number,
  change: (op: HashedOp["op"]) => HashedOp["op"],
): HashedOp[] {
  const out: HashedOp[] = [];
  for (const [at, one] of ops.entries()) {
    const told = at > place ? { ...one.op, prev: out.at(-1)?.hash ?? null } : one.op;
    const op = at === place ? change(told) : told;
    out.push({ op, hash: sha256(encodeOp(op)) });
  }
  return out;
}

function next({ op, hash }: HashedOp): HashedOp {
  const fields = new Map([[entities.official.fields.note.id, "giả"]]);
  const body = encodeBody({ fields, supersedes: new Map(), meta: null });
  const more = { ...op, seq: op.seq + 1, prev: hash, change: op.seq + 1, create: false, body };
  return { op: more, hash: sha256(encodeOp(more)) };
}

describe("ops without their writer's signed head", () => {
  it("change nothing, and what others wrote comes in all the same", { timeout }, async () => {
    let tried = 0;
    await holdsFor(
      fc.tuple(mishaps, fc.constantFrom(...attacks), fc.nat(1000)),
      240,
      async (play, [script, how, nth]) => {
        await play.run(script);
        const [sender, victim] = [play.office(0), play.office(1)];
        const honest = sender.write(victim, true);
        const attack = forged(honest, sender, how, nth);
        if (attack === null) return;
        tried++;
        const known = victim.hashes();
        const own = toHex(sender.key);
        const packet = packetOf(attack.file, () => false);
        const refused = packet.ops.refused.map(({ writer }) => toHex(writer));
        // Who signs for its own ops may write what it likes.
        if (attack.victim.startsWith(own) && !refused.includes(attack.victim)) return;
        expect(refused).toContain(attack.victim);
        victim.know([attack.file]);
        const session = victim.beginReceive();
        await session.add(packet);
        victim.log.keepReceived();
        play.note(victim);
        const allowed = new Set([
          ...known,
          ...honest.runs
            .filter(({ writer }) => !refused.includes(toHex(writer)))
            .flatMap(({ ops }) => ops.map(({ hash }) => toHex(hash))),
        ]);
        expect(new Set(victim.hashes())).toEqual(allowed);
        expect(play.portrait(victim)).toEqual(play.expected(victim));
        // The true file brings what was refused.
        await play.exchangeAll(true);
        checkAgreed(play);
        checkWhole(play);
      },
    );
    expect(tried).toBeGreaterThan(inTheseHistories(100));
  });

  it("leave the roster as it was where nothing else is in the file", { timeout }, async () => {
    await holdsFor(fc.tuple(mishaps, fc.nat(1000)), 40, async (play, [script, nth]) => {
      await play.run(script);
      const [sender, victim] = [play.office(0), play.office(1)];
      const attack = forged(sender.write(victim, true), sender, "without a head", nth);
      if (attack === null) return;
      const runs = attack.file.runs.filter(({ writer }) => toHex(writer) === attack.victim);
      const before = dumpLog(victim.handle);
      await victim.receive({ ...attack.file, runs });
      expect(dumpLog(victim.handle)).toEqual(before);
    });
  });
});

describe("what somebody holds", () => {
  it("is proven and passed on, through offices that each know a part of it", { timeout }, async () => {
    await holdsFor(
      fc.tuple(trouble, fc.array(fc.nat(), { minLength: 40, maxLength: 40 })),
      80,
      async (play, [history, draws]) => {
        await playTrouble(play, history);
        await play.exchangeAll(true);
        const source = play.office(0);
        const [middle, end] = [play.world.office("giữa"), play.world.office("cuối")];
        let draw = 0;
        const some = (office: PlayOffice, share: number) =>
          new Set(
            office.handle
              .raw<[number]>(sql`SELECT id FROM op ORDER BY id`)
              .flatMap(([id]) => ((draws[draw++ % draws.length] ?? 0) % 10 < share ? [id] : [])),
          );
        for (const share of [2, 4, 3]) {
          await passed(source, middle, some(source, share));
          await passed(middle, end, some(middle, 6));
        }
        play.offices.push(middle, end);
        for (const office of play.offices) expect(headProblems(play.verify(office))).toEqual([]);
        // What came in parts is completed by the whole.
        await play.exchangeAll(true);
        checkAgreed(play);
        checkWhole(play);
      },
      3,
    );
  });
});

function headProblems(report: unknown): unknown[] {
  return (report as VerifyReport).problems.filter(({ code }) => code === "head");
}

/** Sends some ops; none may be held back or refused, those of a cloned writer included. */
async function passed(from: PlayOffice, to: PlayOffice, ops: ReadonlySet<number>): Promise<void> {
  const ids = JSON.stringify([...ops]);
  const wanted = from.handle
    .raw<[Buffer, Buffer]>(
      sql`SELECT op.hash, writer.identity FROM json_each(${ids}) AS wanted
          JOIN op ON op.id = wanted.value JOIN writer ON writer.id = op.writer`,
    )
    .flatMap(([hash, identity]) => (isShippedWriter(identity) ? [] : [toHex(hash)]));
  const file = from.writeWithin(to, ops);
  expect(packetOf(file).ops.refused).toEqual([]);
  await to.receive(file);
  expect([...to.hashes()]).toEqual(expect.arrayContaining(wanted));
}
