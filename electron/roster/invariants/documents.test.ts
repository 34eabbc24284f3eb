// Documents reach whoever is told of them: under any limit, in any order and grouping, after losses and repetitions; and
// a reception that ends at any statement leaves none of them half.
import { createHash } from "node:crypto";
import { cpSync, rmSync } from "node:fs";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { toHex } from "../../../shared/sync/bytes";
import { pieceLength } from "../../../shared/sync/packet/pieces-codec";
import { sql } from "../file/sql";
import { readBlob } from "../log/blobs";
import { sweepBlobs } from "../log/unused-blobs";
import { waitingDocumentCount } from "../read/documents";
import { verifyRoster } from "../verify";
import { timeout } from "../../testing/history/check";
import { dumpAll, dumpLog } from "../../testing/history/dump";
import { PlayOffice, World } from "../../testing/history/office";
import { newFileId, type OpFile, packetOf } from "../../testing/op-files";

vi.mock(import("../../../shared/domain/entities/list"), async (original) => {
  const { withScans } = await import("../../testing/with-scans");
  return withScans(original);
});

let world: World;
let a: PlayOffice;
let b: PlayOffice;
beforeEach(() => {
  world = new World();
  a = world.office("a");
  b = world.office("b");
});
afterEach(() => {
  a.close();
  b.close();
  world.close();
});

/** A document of a size, different for each number: every other one does not compress. */
function content(size: number, number: number): Buffer {
  const bytes = Buffer.alloc(size, number);
  if (number % 2 === 0) return bytes;
  for (let at = 0, state = number + 1; at < size; at++) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    bytes[at] = state >> 16;
  }
  return bytes;
}

const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** A person with a scan. @returns the scan's hash */
function hire(office: PlayOffice, bytes: Uint8Array): string {
  const scan = hashOf(bytes);
  const fields = { fullName: "Người", birth: "1980", scan };
  office.log.write({
    action: "add",
    user: office.name,
    edits: [{ kind: "create", entity: "official", id: office.log.newId(), fields }],
    documents: [bytes],
  });
  return scan;
}

/** Hex hashes of the documents that are there whole, each read and proven. */
function held(office: PlayOffice): string[] {
  return office.handle
    .raw<[Buffer]>(sql`SELECT hash FROM blob ORDER BY hash`)
    .map(([hash]) => hashOf(readBlob(office.handle, hash, "") ?? new Uint8Array()));
}

const pieces = (office: PlayOffice) => office.handle.value<number>(sql`SELECT count(*) FROM blob_piece`);
const sizes = fc.array(fc.integer({ min: 1, max: 3 * pieceLength + 5 }), { minLength: 1, maxLength: 4 });
const whole = Number.MAX_SAFE_INTEGER;

describe("documents", () => {
  it("reach both offices under any limit that lets a piece through, though files are lost and repeated", {
    timeout,
  }, async () => {
    const step = fc.record({
      fromA: fc.boolean(),
      limit: fc.integer({ min: 0, max: 4 * pieceLength }),
      fate: fc.constantFrom("comes", "comes", "comes", "twice", "lost", "late"),
    });
    let played = 0;
    await fc.assert(
      fc.asyncProperty(sizes, sizes, fc.array(step, { maxLength: 12 }), async (ofA, ofB, steps) => {
        const [one, two] = [world.office(`one-${++played}`), world.office(`two-${played}`)];
        const hashes = [
          ...ofA.map((size, n) => hire(one, content(size, n))),
          ...ofB.map((size, n) => hire(two, content(size, 50 + n))),
        ];
        const late: (() => Promise<unknown>)[] = [];
        for (const { fromA, limit, fate } of steps) {
          const [from, to] = fromA ? [one, two] : [two, one];
          const file = from.write(to, false, limit);
          if (fate === "late") late.push(() => to.receive(file));
          if (fate === "comes" || fate === "twice") await to.receive(file);
          if (fate === "twice") await to.receive(file);
        }
        for (const receive of late.reverse()) await receive();
        // Every round brings at least one piece of what is lacked on either side.
        for (let round = 0; round < 40; round++) {
          await two.receive(one.write(two, false, pieceLength));
          await one.receive(two.write(one, false, pieceLength));
        }
        const all = [...new Set(hashes)].sort();
        for (const office of [one, two]) {
          expect(held(office)).toEqual(all);
          expect({ pieces: pieces(office), waiting: waitingDocumentCount(office.handle) }).toEqual({
            pieces: 0,
            waiting: 0,
          });
          office.reopen();
          expect(verifyRoster(office.path)).toMatchObject({ ok: true, waitingDocuments: 0, problems: [] });
          office.close();
        }
      }),
      { numRuns: 12, seed: 20_261_128 },
    );
  });

  it("come together from pieces of many files in any order", { timeout }, async () => {
    for (const n of [0, 1, 2]) hire(a, content(2 * pieceLength + 9 + n, n));
    const file = a.write(b, true, whole);
    await b.receive({ ...file, pieces: [] });
    expect(file.pieces).toHaveLength(9);
    const order = fc.shuffledSubarray([...file.pieces.keys(), ...file.pieces.keys()], { minLength: 18 });
    await fc.assert(
      fc.asyncProperty(order, fc.integer({ min: 1, max: 7 }), async (places, grouped) => {
        for (let at = 0; at < places.length; at += grouped) {
          const some = places.slice(at, at + grouped).flatMap((place) => file.pieces[place] ?? []);
          const manifest = { ...file.manifest, fileId: newFileId() };
          await b.receive({ manifest, runs: [], proofs: [], pieces: some });
        }
        expect(held(b)).toEqual(held(a));
        expect(pieces(b)).toBe(0);
        b.handle.run(sql`DELETE FROM blob`);
      }),
      { numRuns: 10, seed: 20_261_128 },
    );
  });

  it("that no record names are not kept, whoever sends them", async () => {
    const scan = hire(a, content(500, 1));
    const file = a.write(b, true, whole);
    const padding = content(pieceLength, 7);
    const hash = Buffer.from(hashOf(padding), "hex");
    const asked = vi.fn(() => padding);
    const padded = [...file.pieces, { hash, size: padding.length, place: 0, bytes: asked }];
    const { effects } = await b.receive({ ...file, pieces: padded });
    expect(effects).toMatchObject([{ pieces: 1, documents: 1 }]);
    expect(asked).not.toHaveBeenCalled();
    expect(held(b)).toEqual([scan]);
    expect(pieces(b)).toBe(0);
  });

  it("are said to be lacked by whoever lost them, and come again", async () => {
    const scan = hire(a, content(90_000, 3));
    await b.receive(a.write(b, false, whole));
    await a.receive(b.write(a, false, whole));
    expect(a.write(b, false, whole).pieces).toEqual([]);
    b.handle.run(sql`DELETE FROM blob`);
    const { manifest } = b.write(a, false, whole);
    expect(manifest.lacks.map(({ hash }) => toHex(hash))).toEqual([scan]);
    await a.receive(b.write(a, false, whole));
    await b.receive(a.write(b, false, whole));
    expect(held(b)).toEqual([scan]);
  });

  it("go when nothing in the log names them, and never before", async () => {
    const scan = hire(a, content(700, 1));
    const replaced = hire(a, content(800, 3));
    const [id] = a.handle.raw<[Buffer]>(sql`SELECT id FROM official ORDER BY pk DESC LIMIT 1`).flat();
    const uuid = toHex(id ?? Buffer.alloc(16)).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
    a.log.write({
      action: "edit",
      user: "a",
      edits: [{ kind: "update", entity: "official", id: uuid, fields: { scan: null } }],
    });
    expect(a.handle.transaction(() => sweepBlobs(a.handle))).toEqual({ documents: 0, bytes: 0 });
    expect(held(a)).toEqual([scan, replaced].sort());
    // Received, half of it, and taken back: then no op names it any more.
    const file = a.write(b, true, whole);
    const { end } = await b.receive({ ...file, pieces: file.pieces.slice(0, 1) });
    expect(held(b)).toHaveLength(1);
    b.log.undoReception(end.receptionId ?? 0, "b");
    expect(b.handle.transaction(() => sweepBlobs(b.handle))).toMatchObject({ documents: 1 });
    expect({ held: held(b), pieces: pieces(b) }).toEqual({ held: [], pieces: 0 });
  });
});

class Stop extends Error {}

/** Fails at the statement of a number that writes. @returns how many there were so far */
function failingAt(office: PlayOffice, statement: number): () => number {
  let count = 0;
  const { handle } = office;
  const run = handle.run.bind(handle);
  handle.run = (query) => {
    if (count++ === statement) throw new Stop();
    return run(query);
  };
  return () => count;
}

describe("a reception of documents that ends at some statement", () => {
  it("leaves everything as it was, and can be done again", { timeout }, async () => {
    for (const n of [0, 1]) hire(a, content(pieceLength + 100 + n, n));
    const file = a.write(b, true, whole);
    await b.receive({ ...file, pieces: file.pieces.slice(1, 2) });
    const later: OpFile = { ...file, manifest: { ...file.manifest, fileId: newFileId(), number: 9 } };
    const before = dumpAll(b.handle);
    const folder = b.copy();
    const copy = () => {
      const place = world.place();
      cpSync(folder, place, { recursive: true });
      return new PlayOffice(world, "copy", place, b.file);
    };
    const receive = async (office: PlayOffice) => {
      await office.beginReceive().add(packetOf(later));
      office.log.keepReceived();
    };
    const counting = copy();
    const count = failingAt(counting, whole);
    await receive(counting);
    const statements = count();
    const after = dumpLog(counting.handle);
    expect(held(counting)).toEqual(held(a));
    counting.close();
    expect(statements).toBeGreaterThan(10);
    for (let at = 0; at < statements; at++) {
      const office = copy();
      failingAt(office, at);
      await expect(receive(office).finally(() => office.log.discardReceived())).rejects.toThrow(Stop);
      office.reopen();
      expect(dumpAll(office.handle)).toEqual(before);
      await receive(office);
      expect(dumpLog(office.handle)).toEqual(after);
      office.close();
      rmSync(office.folder, { recursive: true });
    }
  });
});
