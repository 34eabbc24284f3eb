// Guards that rows of two joined records are not taken for one where a newer program wrote something into them that nobody here
// can read: it would go out of view for everybody, also for those who can read it.
import { encode } from "cborg";
import { afterEach, expect, it } from "vitest";
import { entities } from "../../../shared/domain/entities";
import { toHex, uuidToBytes } from "../../../shared/sync/bytes";
import { checkOp, encodeOp } from "../../../shared/sync/op-codec";
import type { Op } from "../../../shared/sync/op";
import { sha256 } from "../../roster/file/sha256";
import { officialRecord } from "../../roster/read/officials";
import { World } from "../../testing/history/office";
import { Play } from "../../testing/history/play";
import { madeUpWriter, proofOfAll } from "../../testing/proof-parts";
import { joinEdits } from "./duplicates";

const author = madeUpWriter("a newer program");
const { id: qualification } = entities.qualification;

let world: World | null = null;
let play: Play | null = null;
afterEach(() => {
  play?.close();
  world?.close();
});

/** What a newer program wrote into rows, in one change. */
function written(rows: readonly (readonly [string, ReadonlyMap<number, unknown>])[]) {
  let prev: Uint8Array | null = null;
  return rows.map(([row, fields], place) => {
    const parts = new Map<number, unknown>([[1, fields]]);
    if (place === 0) parts.set(3, ["newer", null]);
    const op: Op = {
      writer: author.writer,
      seq: place + 1,
      prev,
      lamport: 500 + place,
      at: 0,
      user: "mới",
      change: 1,
      entity: qualification,
      row: uuidToBytes(row),
      create: false,
      body: encode(parts),
    };
    checkOp(op);
    const hash = sha256(encodeOp(op));
    prev = hash;
    return { op, hash };
  });
}

it.each([
  ["a field that is not known here", [[77, "A"]], [[77, "B"]]],
  ["a field that is not known here, of one", [[77, "A"]], []],
  ["choices that are not known here", [[6, "hybrid"]], [[6, "remote"]]],
  ["a date that cannot be read here", [[7, "2500-01"]], []],
] as const)("stay two with %s", async (_what, one, other) => {
  world = new World();
  play = new Play(world, 2);
  const add = { do: "add", at: 0, unit: 0 } as const;
  await play.run([add, add]);
  const office = play.office(0);
  play.strangers.add(toHex(author.writer));
  const [kept = "", joined = ""] = play
    .held(office)
    .filter(({ create, entity }) => create && entity === entities.official.id)
    .map(({ row }) => row)
    .slice(-2);
  const degreeOf = (person: string) => officialRecord(office.handle, person)?.rows.qualification[0]?.id ?? "";
  const joinsDegrees = () =>
    joinEdits(office.handle, kept, joined, {}).some(
      ({ kind, entity }) => kind === "join" && entity === "qualification",
    );
  expect(joinsDegrees()).toBe(true);
  const said = [
    [degreeOf(kept), new Map<number, unknown>(one)],
    [degreeOf(joined), new Map<number, unknown>(other)],
  ] as const;
  const ops = written(said.filter(([, fields]) => fields.size > 0));
  const { manifest } = office.write(office, true);
  const file = { manifest, runs: [{ writer: author.writer, ops }], proofs: [proofOfAll(author, ops)] };
  await play.receive(office, file);
  expect(joinsDegrees()).toBe(false);
});
