/**
 * Invariant 7 with a roster behind it: whatever comes in place of a packet, cut, altered or spliced, also sealed anew by
 * somebody who knows the format, nothing of it enters the roster, and the refusal is one of a packet.
 *
 * Tried are every length and every byte of the file, and every byte of what is inside through the seal; on a roster
 * that was opened once and holds something that an accepted packet would change.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { believing, type Office, type Offices, packetsIn, testOffices } from "../../testing/offices";
import { AppError } from "../../../shared/contract/errors";
import { officeKeys } from "../../files/exchange/office-keys";
import { openPacket, readPacketFile } from "../../files/exchange/packet-file";
import { encodeHead, headLength } from "../../files/exchange/packet-head";
import { type OpenedPacket, openInner } from "../../files/exchange/packet-inner";
import { joined, seal, unseal } from "../../files/exchange/seal";
import { OpenRoster } from "../open-roster";
import { incomingOf, lookAt } from "./open-file";
import { type OwnOffice, ownOffice } from "./own-office";
import { Receiving } from "./receive";
import { ShippedCatalog } from "./shipped";
import { sql } from "../../roster/file/sql";

let offices: Offices;
let district: Office;
let roster: OpenRoster;
let own: OwnOffice;
/** The packet under attack and another one of the same sender. */
let packet: Buffer;
let other: Buffer;
let inner: Uint8Array;
let path: string;
let person: string;

beforeAll(async () => {
  offices = testOffices();
  const commune = await offices.office("xa", "08173");
  district = await offices.office("huyen", "232");
  await believing(commune, district);
  person = await commune.hires("Nguyễn Văn Thử", "08173");
  await district.receives(await commune.sends());
  await commune.edits("official", person, "phone=0911");
  packet = readFileSync(packetsIn(await commune.sends())[0] ?? "");
  await commune.edits("official", person, "phone=0922");
  other = readFileSync(packetsIn(await commune.sends())[0] ?? "");
  inner = await unseal(packet.subarray(headLength), officeKeys(district.environment.home).identities);
  path = join(offices.stick(), "tep.scbsync");
  roster = await OpenRoster.open(district.roster, district.environment);
  own = ownOffice(roster, district.environment);
});
afterAll(async () => {
  await roster.close();
  offices.remove();
});

/** Every row of every table, the log and the notes of the exchange included. */
function dump(): string[] {
  const tables = roster.db.raw<[string]>(sql`
    SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'file_stamp' ORDER BY name`);
  return tables.flatMap(([table]) =>
    roster.db
      .raw(sql`SELECT * FROM ${sql.name(table)}`)
      .map(
        (row) =>
          `${table} ${row.map((cell) => (cell instanceof Uint8Array ? Buffer.from(cell).toString("hex") : cell)).join("|")}`,
      )
      .sort(),
  );
}

function flipped(bytes: Uint8Array, at: number, flip: number): Uint8Array {
  const copy = new Uint8Array(bytes);
  copy[at] = (copy[at] ?? 0) ^ flip;
  return copy;
}

/** Takes many files in as one and gives back their codes; keeps what there is to keep, as a careless user would. */
async function received(...contents: readonly Uint8Array[]): Promise<(string | null)[]> {
  const paths = contents.map((bytes, place) => {
    const one = `${path}.${place}`;
    writeFileSync(one, bytes);
    return one;
  });
  const receiving = await Receiving.of(roster, district.environment, paths);
  const { summary } = receiving.keep([]);
  return summary.files.map(({ error, result }) =>
    result === "refused" ? (error?.code ?? null) : "accepted",
  );
}

const shipped = new ShippedCatalog();

/** What looking at bytes ends in, without the file between. */
async function outcome(open: () => OpenedPacket | Promise<OpenedPacket>): Promise<string> {
  try {
    const opened = await open();
    const { ops } = await incomingOf(opened, path, shipped);
    return [...ops.batches()].length > 0 ? "accepted" : "empty";
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

async function expectUnchanged(work: () => Promise<void>): Promise<void> {
  const before = dump();
  await work();
  expect(dump()).toEqual(before);
}

it("every length: refused, in one reception of all", async () => {
  await expectUnchanged(async () => {
    const codes = await received(...Array.from(packet, (_, length) => packet.subarray(0, length)));
    expect(new Set(codes)).toEqual(new Set(["packet-truncated"]));
    expect(codes).toHaveLength(packet.length);
  });
});

it("every byte of the file: refused, in one reception of all", async () => {
  await expectUnchanged(async () => {
    const codes = await received(...Array.from(packet, (_, at) => flipped(packet, at, 1 + (at % 255))));
    expect(codes).toHaveLength(packet.length);
    for (const code of codes) expect(code).toMatch(/^packet-(?:foreign|newer|truncated|damaged)$/);
  });
});

it("every byte inside, the seal and the head made anew: refused", async () => {
  const { sealKey } = own.keys;
  const expected = { fileId: packet.subarray(8, 24), ownSignKeys: own.keys.ownSignKeys, path };
  for (let at = 0; at < inner.length; at++) {
    for (const flip of [1, 0x80, 1 + (at % 255)]) {
      const code = await outcome(() => openInner(flipped(inner, at, flip), expected));
      expect([at, code]).toEqual([at, expect.stringMatching(/^packet-(?:damaged|newer)$/)]);
    }
  }
  for (let length = 0; length < inner.length; length++)
    expect(await outcome(() => openInner(inner.subarray(0, length), expected))).toBe("packet-damaged");
  // A spread of them all the way from the file into the roster.
  await expectUnchanged(async () => {
    const places = Array.from(inner, (_, at) => at).filter((at) => at % 23 === 0);
    const files: Uint8Array[] = [];
    for (const at of places) {
      const ciphertext = await seal(flipped(inner, at, 1 + (at % 255)), [sealKey]);
      files.push(joined([await encodeHead(packet.subarray(8, 24), ciphertext), ciphertext]));
    }
    for (const code of await received(...files)) expect(code).toMatch(/^packet-(?:damaged|newer)$/);
  });
});

it("spliced from two packets or made of anything: refused", async () => {
  const mended = async (bytes: Uint8Array) => {
    const ciphertext = bytes.subarray(headLength);
    return joined([await encodeHead(bytes.subarray(8, 24), ciphertext), ciphertext]);
  };
  const piece = fc.tuple(fc.boolean(), fc.nat(), fc.nat(200));
  const spliced = fc
    .array(
      fc.oneof({ weight: 4, arbitrary: piece }, { weight: 1, arbitrary: fc.uint8Array({ maxLength: 40 }) }),
      {
        minLength: 1,
        maxLength: 6,
      },
    )
    .map((parts) =>
      joined(
        parts.map((part) => {
          if (part instanceof Uint8Array) return part;
          const [isOther, from, length] = part;
          const source = isOther ? other : packet;
          const start = from % source.length;
          return source.subarray(start, start + length * 8);
        }),
      ),
    );
  await expectUnchanged(async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(packet.length), spliced, fc.boolean(), async (keep, rest, mend) => {
        const bytes = joined([packet.subarray(0, keep), rest]);
        if (packet.equals(bytes) || other.equals(bytes)) return;
        const file = mend && bytes.length > headLength ? await mended(bytes) : bytes;
        writeFileSync(path, file);
        const { opened, refusal } = await lookAt(path, own);
        expect([opened, refusal?.code]).toEqual([null, expect.stringMatching(/^packet-/)]);
      }),
      { numRuns: 1500 },
    );
    // Some of them as receptions, which are kept.
    const some = fc.sample(spliced, { numRuns: 200, seed: 7 });
    for (const code of await received(...some)) expect(code).toMatch(/^packet-/);
  });
});

it("the packet itself would have changed the roster", async () => {
  const before = dump();
  expect(await received(packet)).toEqual(["accepted"]);
  expect(dump()).not.toEqual(before);
  expect(roster.db.value<string>(sql`SELECT phone FROM official`)).toBe("0911");
  writeFileSync(path, packet);
  expect(await outcome(async () => openPacket(await readPacketFile(path), own.keys, path))).toBe("accepted");
});
