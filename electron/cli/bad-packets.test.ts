/**
 * Bad days with packets: each is refused in one clear sentence, and the roster, what lies beside it and the list of
 * trusted offices stay byte for byte as they were.
 */
import { brotliCompressSync, constants } from "node:zlib";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { decode, encode } from "cborg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeManifest, type ProvenManifest } from "../../shared/sync/packet/manifest-codec";
import { labelled } from "../../shared/sync/packet/signing";
import { decompressOps } from "../files/exchange/compressed-ops";
import { type OfficeKeys, officeKeys } from "../files/exchange/office-keys";
import { openPacket } from "../files/exchange/packet-file";
import { encodeHead, headLength } from "../files/exchange/packet-head";
import { encodeInner, type OpenedPacket } from "../files/exchange/packet-inner";
import { joined, seal, unseal } from "../files/exchange/seal";
import { sha256, signWith } from "../files/exchange/verify-signature";
import { expectSentence, filesLike, hashOf } from "../testing/command-line";
import {
  believing,
  type Office,
  type Offices,
  packetsIn,
  type Received,
  testOffices,
} from "../testing/offices";

let offices: Offices;
let commune: Office;
let district: Office;
let province: Office;
/** A good packet for the district, as bytes and opened. */
let good: Buffer;
let opened: OpenedPacket;
let goodPath: string;
let folder: string;
const keysOf = (office: Office): OfficeKeys => officeKeys(office.environment.home);

beforeAll(async () => {
  offices = testOffices();
  commune = await offices.office("xa", "08173");
  district = await offices.office("huyen", "232");
  province = await offices.office("tinh", "25");
  await believing(commune, district);
  await commune.trusts(province);
  for (const name of ["Một", "Hai", "Ba"]) await commune.hires(`Người ${name}`, "08173");
  const stick = await commune.sends("--for", await district.fingerprint());
  goodPath = packetsIn(stick)[0] ?? "";
  good = readFileSync(goodPath);
  opened = await openPacket(good, keysOf(district), goodPath);
  folder = offices.stick();
});
afterAll(() => offices.remove());

let files = 0;
function fileOf(bytes: Uint8Array, name = `tep-${++files}.scbsync`): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** A packet as somebody makes it who has our program and no scruples. */
async function packetOf(inner: Uint8Array, reader: Office = district): Promise<Uint8Array> {
  const ciphertext = await seal(inner, [keysOf(reader).sealKey]);
  return joined([await encodeHead(good.subarray(8, 24), ciphertext), ciphertext]);
}

function innerOf(
  change: Partial<ProvenManifest>,
  ops = opened.compressedOps,
  by: Office = commune,
): Uint8Array {
  const manifest = { ...opened.manifest, opsHash: sha256(ops), ...change };
  return encodeInner({ ...opened, manifest, compressedOps: ops }, signWith(keysOf(by).signing.privateKey));
}

const nothing = {
  added: 0,
  changed: 0,
  ended: 0,
  removed: 0,
  catalog: 0,
  conflicts: 0,
  settled: 0,
  waiting: 0,
  proposals: 0,
  decided: 0,
  unreadable: 0,
  refusedWriters: [],
  documents: 0,
};

interface Left {
  readonly roster: string;
  readonly beside: readonly string[];
  readonly trusted: string;
}

const left = (office: Office): Left => ({
  roster: hashOf(office.roster),
  beside: filesLike(dirname(office.roster), ""),
  trusted: hashOf(join(office.environment.home, "keys", "trusted.json")),
});

/** Receives in both forms, as a trial, and with a look; each is refused with a code and leaves everything. */
async function expectRefused(path: string, errorCode: string, { inspect = errorCode } = {}): Promise<void> {
  const before = left(district);
  const words = ["sync", "receive", district.roster, path];
  const spoken = await district.run(...words);
  expect([spoken.code, spoken.stdout.includes("Từ chối")]).toEqual([1, true]);
  expectSentence(spoken.stderr);
  expect(spoken.stderr).toMatch(/sổ không thay đổi/);
  expect(spoken.stderr).toMatch(/hãy /);
  for (const more of [[], ["--dry-run"]]) {
    const { code, stdout, stderr } = await district.run(...words, ...more, "--json");
    const [file] = (JSON.parse(stdout) as Received).files;
    const { error } = JSON.parse(stderr) as { error: { code: string; message: string; params: object } };
    expect([code, file, error.code]).toEqual([
      1,
      {
        path,
        result: "refused",
        code: errorCode,
        ...nothing,
      },
      errorCode,
    ]);
    expect(error.params).toMatchObject({ path });
    expect(`${error.message}\n`).toBe(spoken.stderr);
  }
  const looked = await district.run("sync", "inspect", path, "--roster", district.roster, "--json");
  if (inspect === "") {
    expect([looked.code, (JSON.parse(looked.stdout) as { code: string }).code]).toEqual([0, errorCode]);
  } else {
    expect([looked.code, looked.stdout]).toEqual([1, ""]);
    expect((JSON.parse(looked.stderr) as { error: { code: string } }).error.code).toBe(inspect);
  }
  expect(left(district)).toEqual(before);
}

describe("what is no packet", () => {
  it("is refused as such", async () => {
    await expectRefused(fileOf(Buffer.from("Kính gửi UBND huyện"), "thu.scbsync"), "packet-foreign");
    await expectRefused(fileOf(readFileSync(district.roster), "so.scbsync"), "packet-foreign");
    await expectRefused(fileOf(readFileSync(commune.card), "the.scbsync"), "packet-foreign");
    await expectRefused(fileOf(Buffer.alloc(100)), "packet-foreign");
    await expectRefused(fileOf(Buffer.alloc(0)), "packet-truncated");
  });

  it("and what is not there, or a folder without packets, is refused before anything is opened", async () => {
    const before = left(district);
    const empty = join(folder, "trong");
    mkdirSync(empty);
    writeFileSync(join(empty, "anh.jpg"), "x");
    for (const [name, part] of [
      [join(folder, "khong-co.scbsync"), "Không tìm thấy tệp trao đổi"],
      [empty, "Không có tệp trao đổi (.scbsync) nào trong"],
    ] as const) {
      const spoken = await district.run("sync", "receive", district.roster, name);
      expect([spoken.code, spoken.stdout]).toEqual([1, ""]);
      expectSentence(spoken.stderr);
      expect(spoken.stderr).toContain(part);
      const { code, stdout, stderr } = await district.run("sync", "receive", district.roster, name, "--json");
      expect([code, stdout]).toEqual([1, ""]);
      expect(JSON.parse(stderr)).toMatchObject({ error: { code: "packet-missing", params: { path: name } } });
    }
    const both = await district.run(
      "sync",
      "receive",
      district.roster,
      goodPath,
      join(folder, "khong-co"),
      "--json",
    );
    expect([both.code, both.stdout]).toEqual([1, ""]);
    expect(left(district)).toEqual(before);
    expect((await district.run("sync", "receive", district.roster)).code).toBe(2);
    expect((await district.run("sync", "receive")).code).toBe(2);
  });
});

describe("a packet that did not arrive whole", () => {
  it("is refused as cut short at any length", async () => {
    for (const length of [1, 7, 8, 30, 63, 64, 65, 300, Math.floor(good.length / 2), good.length - 1])
      await expectRefused(fileOf(good.subarray(0, length)), "packet-truncated");
  });

  it("is refused as damaged where a byte is another: in head, keys, middle and end", async () => {
    const places: [number, string][] = [
      [0, "packet-foreign"],
      [6, "packet-foreign"],
      [8, "packet-damaged"],
      [24, "packet-truncated"],
      [33, "packet-damaged"],
      [63, "packet-damaged"],
      [64, "packet-damaged"],
      [90, "packet-damaged"],
      [200, "packet-damaged"],
      [Math.floor(good.length / 2), "packet-damaged"],
      [good.length - 1, "packet-damaged"],
    ];
    for (const [at, code] of places) {
      const bytes = Buffer.from(good);
      bytes.writeUInt8(bytes.readUInt8(at) ^ 0x40, at);
      await expectRefused(fileOf(bytes, `hong-${at}.scbsync`), code);
    }
    await expectRefused(fileOf(Buffer.concat([good, Buffer.of(0)])), "packet-damaged");
  });
});

describe("a packet of a newer program", () => {
  it("is refused and kept, once, until the program is updated", async () => {
    const bytes = Buffer.from(good);
    bytes.writeUInt8(2, 7);
    await expectRefused(fileOf(bytes, "moi.scbsync"), "packet-newer");
    bytes.writeUInt8(3, 7);
    await expectRefused(fileOf(bytes, "moi.scbsync"), "packet-newer");
    const kept = join(district.environment.home, "kept-packets");
    expect(readdirSync(kept).sort()).toEqual(["moi (2).scbsync", "moi.scbsync"]);
    expect(readFileSync(join(kept, "moi (2).scbsync")).equals(bytes)).toBe(true);
    const status = await district.json<{ kept: string[] }>("sync", "status", district.roster);
    expect(status.kept.sort()).toEqual(["moi (2).scbsync", "moi.scbsync"]);

    const manifest = decode(encodeManifest(opened.manifest), { useMaps: true }) as Map<number, unknown>;
    const newer = encode(manifest.set(1, 2));
    const length = Buffer.alloc(4);
    length.writeUInt32BE(newer.length);
    const sign = signWith(keysOf(commune).signing.privateKey);
    const inner = joined([sign(labelled("packet", newer)), length, newer, opened.compressedOps]);
    await expectRefused(fileOf(await packetOf(inner), "moi-trong.scbsync"), "packet-newer");
  });
});

describe("a packet that is not for us, or not from whom it says", () => {
  it("is refused when it is for another office", async () => {
    const stick = await commune.sends("--for", await province.fingerprint());
    await expectRefused(packetsIn(stick)[0] ?? "", "packet-not-for-us");
  });

  it("is refused when somebody sealed for us what was written for another office", async () => {
    const [path = ""] = packetsIn(await commune.sends("--for", await province.fingerprint()));
    const bytes = readFileSync(path);
    const inner = await unseal(bytes.subarray(headLength), keysOf(province).identities);
    const ciphertext = await seal(inner, [keysOf(district).sealKey]);
    const again = joined([await encodeHead(bytes.subarray(8, 24), ciphertext), ciphertext]);
    await expectRefused(fileOf(again, "chuyen-tay.scbsync"), "packet-not-for-us");
  });

  it("is refused from a stranger, who may be looked at", async () => {
    await province.trusts(district);
    const [path = ""] = packetsIn(await province.sends("--for", await district.fingerprint()));
    await expectRefused(path, "sender-unknown", { inspect: "" });
  });

  it("is refused when another key signed it", async () => {
    await expectRefused(fileOf(await packetOf(innerOf({}, undefined, province))), "packet-damaged");
  });

  it("is refused when the sender's card is put on another's packet", async () => {
    const { card } = await import("../services/exchange/own-office").then(({ ownOffice }) =>
      province.opened((roster) => ownOffice(roster, province.environment)),
    );
    await expectRefused(fileOf(await packetOf(innerOf({ sender: card }))), "packet-damaged");
  });

  it("is refused from a key that was revoked", async () => {
    const other = await offices.office("xa-khac", "08203");
    await believing(other, district);
    const [path = ""] = packetsIn(await other.sends());
    await district.json("sync", "keys", district.roster, "--revoke", await other.fingerprint());
    await expectRefused(path, "sender-revoked", { inspect: "" });
  });
});

describe("a packet that lies about what it holds", () => {
  it("is refused when more comes out of it than it says", async () => {
    const { opsLength } = opened.manifest;
    for (const stated of [0, 1, opsLength - 1])
      await expectRefused(fileOf(await packetOf(innerOf({ opsLength: stated }))), "packet-too-large");
    const bomb = brotliCompressSync(Buffer.alloc(64 << 20), {
      params: { [constants.BROTLI_PARAM_QUALITY]: 3 },
    });
    expect(bomb.length).toBeLessThan(1000);
    await expectRefused(fileOf(await packetOf(innerOf({ opsLength: 1000 }, bomb))), "packet-too-large");
    await expectRefused(fileOf(await packetOf(innerOf({ opsLength: 2 ** 40 }, bomb))), "packet-too-large");
  });

  it("is refused when less or something else comes out", async () => {
    const { opsLength, opCount } = opened.manifest;
    await expectRefused(fileOf(await packetOf(innerOf({ opsLength: opsLength + 1 }))), "packet-damaged");
    for (const count of [0, opCount - 1, opCount + 1])
      await expectRefused(fileOf(await packetOf(innerOf({ opCount: count }))), "packet-damaged");
    const noOps = brotliCompressSync(Buffer.alloc(opsLength, 0xff));
    await expectRefused(fileOf(await packetOf(innerOf({}, noOps))), "packet-damaged");
    const notBrotli = Buffer.alloc(opsLength, 0x55);
    await expectRefused(fileOf(await packetOf(innerOf({}, notBrotli))), "packet-damaged");
    const ops = await decompressOps(opened, goodPath);
    const twice = joined([ops, ops.subarray(0, ops.length - 1)]);
    const lengthened = innerOf({ opsLength: twice.length }, brotliCompressSync(twice));
    await expectRefused(fileOf(await packetOf(lengthened)), "packet-damaged");
  });
});
