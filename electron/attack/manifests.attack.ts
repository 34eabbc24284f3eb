/**
 * A stick with files that say odd numbers of themselves: clocks, counts, lengths and sequences at every edge, from a
 * trusted office and from a stranger. Each file is dealt with by itself: the good one beside them is found, looked into
 * and taken in, and nothing stops listing what is there.
 */
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ProvenManifest } from "../../shared/sync/packet/manifest-codec";
import { officeKeys } from "../files/exchange/office-keys";
import { openPacket } from "../files/exchange/packet-file";
import type { OpenedPacket } from "../files/exchange/packet-inner";
import { rounds } from "../testing/attack";
import { hashOf } from "../testing/command-line";
import { forgedPacket, type Forging } from "../testing/forged-packets";
import {
  believing,
  type Office,
  type Offices,
  packetsIn,
  type Received,
  testOffices,
} from "../testing/offices";
import { kept } from "../testing/put-back";
import { windowCalls } from "../testing/window-calls";

let offices: Offices;
let district: Office;
let commune: Office;
let forgers: readonly Forging[];
/** Where the roster is as it was before each round. */
let putBack: () => void;
let goodPath: string;

async function forger(by: Office, path: string): Promise<Forging> {
  const keys = officeKeys(district.environment.home);
  const like: OpenedPacket = await openPacket(readFileSync(path), keys, path);
  return { by: officeKeys(by.environment.home), sealKey: keys.sealKey, like };
}

beforeAll(async () => {
  offices = testOffices();
  commune = await offices.office("xa", "08173");
  district = await offices.office("huyen", "232");
  const stranger = await offices.office("xa-la", "08203");
  await believing(commune, district);
  await stranger.trusts(district);
  await commune.hires("Người Một", "08173");
  await stranger.hires("Người Lạ", "08203");
  const [theirs = ""] = packetsIn(await commune.sends());
  const [strange = ""] = packetsIn(await stranger.sends());
  forgers = [await forger(commune, theirs), await forger(stranger, strange)];
  await commune.hires("Người Hai", "08173");
  [goodPath = ""] = packetsIn(await commune.sends());
  putBack = kept(district, offices.folder);
});
afterAll(() => offices.remove());

const edges = [0, 1, 2 ** 31, 2 ** 32, 2 ** 40, 2 ** 48, 8.64e15, 8.64e15 + 1, Number.MAX_SAFE_INTEGER];
const count = fc.constantFrom(...edges);
const clock = fc.constantFrom(...edges, ...edges.map((one) => -one));
const span = fc.tuple(count, count).map(([a, b]) => ({ first: Math.min(a, b), last: Math.max(a, b) }));

/** A manifest in which some numbers stand at an edge. */
const oddNumbers: fc.Arbitrary<(like: OpenedPacket) => Partial<ProvenManifest>> = fc
  .record(
    {
      at: clock,
      number: count,
      schema: count,
      opCount: count,
      opsLength: count,
      piecesLength: count,
      spans: fc.array(span, { maxLength: 4 }),
      held: fc.array(span, { maxLength: 4 }),
      lacked: fc.array(span, { maxLength: 4 }),
    },
    { requiredKeys: [] },
  )
  .map(({ spans, held, lacked, ...numbers }) => ({ manifest }) => {
    const writer = manifest.holds[0]?.writer ?? new Uint8Array(48);
    return {
      ...numbers,
      ...(spans === undefined ? {} : { withheld: spans.map((one) => ({ writer, ...one })) }),
      ...(held === undefined
        ? {}
        : { holds: [{ writer, runs: held.map((one) => ({ ...one, hash: new Uint8Array(32) })) }] }),
      ...(lacked === undefined ? {} : { lacks: [{ hash: new Uint8Array(32).fill(9), held: lacked }] }),
    };
  });

it("never hide the good file beside them", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(1), oddNumbers), { minLength: 1, maxLength: 4 }),
      async (odd) => {
        putBack();
        const stick = offices.stick();
        for (const [place, [who, change]] of odd.entries()) {
          const forging = forgers[who] as Forging;
          writeFileSync(join(stick, `a-${place}.scbsync`), await forgedPacket(forging, change(forging.like)));
        }
        copyFileSync(goodPath, join(stick, "tot.scbsync"));
        const paths = packetsIn(stick);

        const calls = windowCalls(district.environment, offices.folder);
        await calls.workspace.open(district.roster);
        try {
          const { packets } = await calls.ask("packetsFind", { folder: stick });
          expect(packets.map(({ path }) => path).sort()).toEqual(paths);
          expect(packets.find(({ fileName }) => fileName === "tot.scbsync")?.state).toBe("new");
          const { files } = await calls.ask("receivePreview", { paths });
          expect(files.map(({ path }) => path)).toEqual(paths);
          await calls.ask("receivePreviewPage", { offset: 0, limit: 100 });
          await calls.ask("receiveKeep", {});
          await calls.ask("exchangeOffices", {});
          await calls.ask("exchangeOverview", {});
          await calls.ask("receptionsList", {});
        } finally {
          await calls.close();
        }
        for (const path of paths) {
          const { code } = await district.run("sync", "inspect", path, "--roster", district.roster, "--json");
          expect([0, 1]).toContain(code);
        }
        const before = hashOf(district.roster);
        const { files } = await district.receives(goodPath, "--dry-run");
        expect(files).toMatchObject([{ result: "already" }]);
        expect(hashOf(district.roster)).toBe(before);
        await district.json("sync", "status", district.roster);
        await district.json("sync", "export", district.roster, "--to", offices.stick());
        expect(await district.json("verify", district.roster)).toMatchObject({ ok: true });
      },
    ),
    { numRuns: rounds(6, 300) },
  );
});

it("is told of each file by the command line too", async () => {
  putBack();
  const [forging] = forgers;
  if (forging === undefined) throw new Error("Nobody forges");
  const stick = offices.stick();
  const at = Number.MAX_SAFE_INTEGER;
  writeFileSync(join(stick, "a.scbsync"), await forgedPacket(forging, { at }));
  writeFileSync(join(stick, "b.scbsync"), await forgedPacket(forging, { opsLength: at }));
  copyFileSync(goodPath, join(stick, "c.scbsync"));
  const { stdout } = await district.run("sync", "receive", district.roster, stick, "--json");
  const { files } = JSON.parse(stdout) as Received;
  const results = new Map(files.map(({ path, result }) => [path, result]));
  expect(packetsIn(stick).map((path) => results.get(path))).toEqual(["applied", "refused", "applied"]);
});
