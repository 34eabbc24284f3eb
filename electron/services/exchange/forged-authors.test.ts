/**
 * What a trusted commune with its own keys, our program's formats and no scruples may try: ops under the district's and a
 * neighbour's names, under nobody's, and a card with another's name. Nothing of it is taken, by name, and what else is in
 * the file comes in.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { entities } from "../../../shared/domain/entities";
import { toHex, uuidToBytes } from "../../../shared/sync/bytes";
import type { Op } from "../../../shared/sync/op";
import { encodeBody, encodeOp } from "../../../shared/sync/op-codec";
import type { HashedOp, OpRun, WriterProof } from "../../../shared/sync/packet/types";
import { sha256, signWith } from "../../files/ed25519";
import { decompressOps, openedOps } from "../../files/exchange/compressed-ops";
import { makeCard, officeKeys } from "../../files/exchange/office-keys";
import { openPacket } from "../../files/exchange/packet-file";
import type { OpenedPacket } from "../../files/exchange/packet-inner";
import { proofOfAll } from "../../testing/proof-parts";
import { forgedPacket, packetOfOps } from "../../testing/forged-packets";
import { believing, type Office, type Offices, packetsIn, testOffices } from "../../testing/offices";
import { decodeProofs } from "../../../shared/sync/packet/proofs-codec";
import { OpenRoster } from "../open-roster";

let offices: Offices;
let commune: Office;
let neighbour: Office;
let district: Office;
let theirs: string;
let mine: string;
let honest: { opened: OpenedPacket; runs: OpRun[]; proofs: readonly WriterProof[] };
let path: string;

const keysOf = (office: Office) => officeKeys(office.environment.home);

beforeAll(async () => {
  offices = testOffices();
  commune = await offices.office("xa", "08173");
  neighbour = await offices.office("xa-khac", "08203");
  district = await offices.office("huyen", "232");
  await believing(commune, district);
  await believing(neighbour, district);
  theirs = await neighbour.hires("Trần Thị Bên", "08203", "phone=1");
  await district.receives(await neighbour.sends());
  mine = await commune.hires("Nguyễn Văn Mình", "08173", "phone=1");
  await district.receives(await commune.sends());
  await commune.edits("official", mine, "phone=2");
  const sent = packetsIn(await commune.sends())[0] ?? "";
  const opened = await openPacket(readFileSync(sent), keysOf(district), sent);
  const bytes = await decompressOps(opened, sent);
  const runs = [...openedOps(opened, bytes, sent)].map(({ writer, ops }) => ({ writer, ops }));
  honest = { opened, runs, proofs: decodeProofs(opened.proofs) };
  path = join(offices.stick(), "tep.scbsync");
});
afterAll(() => offices.remove());

/** An op that gives somebody another phone number, under any name. */
function renaming(writer: Uint8Array, seq: number, prev: Uint8Array | null, id: string): HashedOp {
  const fields = new Map([[entities.official.fields.phone.id, "999"]]);
  const op: Op = {
    writer,
    seq,
    prev,
    lamport: 1000,
    at: 0,
    user: "Kẻ gian",
    change: seq,
    entity: entities.official.id,
    row: uuidToBytes(id),
    create: false,
    body: encodeBody({ fields, supersedes: new Map(), meta: { action: "edit", reason: null, undoes: null } }),
  };
  return { op, hash: sha256(encodeOp(op)) };
}

/** A head over a chain, by the commune's key, whoever's name it bears. */
function ownHead(writer: Uint8Array, ops: readonly HashedOp[]): WriterProof {
  return proofOfAll({ writer, sign: signWith(keysOf(commune).signing.privateKey) }, ops);
}

/** Hex of the names under which an office writes. */
async function writerOf(office: Office): Promise<Uint8Array> {
  return office.opened(async (roster) => {
    const { readOwnWriter } = await import("../../roster/log/own-writer");
    return readOwnWriter(roster.db)?.identity ?? new Uint8Array(48);
  });
}

interface Refusing {
  readonly files: readonly {
    result: string;
    code: string | null;
    refusedWriters: readonly { office: string; key: string; ops: number; reason: string }[];
  }[];
}

async function received(bytes: Uint8Array): Promise<Refusing["files"][number]> {
  writeFileSync(path, bytes);
  const { stdout, stderr } = await district.run("sync", "receive", district.roster, path, "--json");
  const { files } = JSON.parse(stdout === "" ? stderr : stdout) as Refusing;
  if (files[0] === undefined) throw new Error(stdout + stderr);
  return files[0];
}

const forging = () => ({
  by: keysOf(commune),
  sealKey: keysOf(district).sealKey,
  like: honest.opened,
});

describe("a trusted commune", () => {
  it.each([
    ["its neighbour's", () => neighbour],
    ["the district's", () => district],
  ] as const)("writes nothing under %s name, and the rest of its file comes in", async (_, of) => {
    const office = of();
    const writer = await writerOf(office);
    const phone = await commune.field(mine, "phone");
    await commune.edits("official", mine, `phone=${Number(phone) + 1}`);
    const sent = packetsIn(await commune.sends())[0] ?? "";
    const opened = await openPacket(readFileSync(sent), keysOf(district), sent);
    const runs = [...openedOps(opened, await decompressOps(opened, sent), sent)];
    const lie = renaming(writer, 1, null, theirs);
    const bytes = await packetOfOps({ ...forging(), like: opened }, [...runs, { writer, ops: [lie] }], {}, [
      ...decodeProofs(opened.proofs),
      ownHead(writer, [lie]),
    ]);
    const file = await received(bytes);
    expect(file).toMatchObject({ result: "applied", code: null });
    expect(file.refusedWriters).toMatchObject([
      { key: toHex(writer.subarray(0, 32)), ops: 1, reason: "unproven" },
    ]);
    expect(file.refusedWriters[0]?.office).not.toBe("");
    expect(await district.field(theirs, "phone")).toBe("1");
    expect(await district.field(mine, "phone")).toBe(String(Number(phone) + 1));
    expect(await district.json("verify", district.roster)).toMatchObject({ ok: true });
  });

  it("writes nothing under a writer of zeros, which no history would show", async () => {
    const nobody = new Uint8Array(48);
    nobody.fill(7, 32);
    const lie = renaming(nobody, 1, null, theirs);
    const bytes = await packetOfOps(
      forging(),
      [...honest.runs, { writer: nobody, ops: [lie] }],
      {},
      honest.proofs,
    );
    const file = await received(bytes);
    expect(file.refusedWriters).toMatchObject([{ office: "", ops: 1, reason: "notShipped" }]);
    expect(await district.field(theirs, "phone")).toBe("1");
  });

  it("is refused whole where nothing in its file is proven, and the roster stays as it was", async () => {
    const before = readFileSync(district.roster);
    const file = await received(await packetOfOps(forging(), honest.runs, {}, []));
    expect(file).toMatchObject({ result: "refused", code: "packet-unproven" });
    expect(file.refusedWriters).toMatchObject([{ ops: honest.opened.manifest.opCount, reason: "unproven" }]);
    expect(readFileSync(district.roster).equals(before)).toBe(true);
  });

  it("sends nothing in another's name: its card is not the one that was compared", async () => {
    const card = makeCard(
      keysOf(commune),
      { unitId: honest.opened.manifest.sender.unitId, unitCode: "25", office: "UBND tỉnh Phú Thọ" },
      0,
    );
    const file = await received(await forgedPacket(forging(), { sender: card }));
    expect(file).toMatchObject({ result: "refused", code: "sender-changed" });
    const { stdout } = await district.run("sync", "inspect", path, "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      trusted: false,
      code: "sender-changed",
      sender: { office: honest.opened.manifest.sender.office, unitCode: "08173", confirmed: true },
    });
  });
});

describe("an office that is called otherwise than before", () => {
  it("is believed again once its new card was compared, and not a moment before", async () => {
    const [office] = (await commune.opened((roster: OpenRoster) => officeIds(roster))) ?? [];
    await commune.edits("office", office ?? "", "name=UBND xã Quảng Yên mới");
    await commune.edits("official", mine, "phone=77");
    const folder = await commune.sends();
    const { code, stdout, stderr } = await district.run("sync", "receive", district.roster, folder, "--json");
    expect(code).toBe(1);
    expect(stdout + stderr).toContain("sender-changed");
    expect(await district.field(mine, "phone")).not.toBe("77");
    const again = await district.run("sync", "receive", district.roster, folder);
    expect(again.stderr).toContain("“UBND xã Quảng Yên mới”");
    const card = join(offices.stick(), "moi.scbkey");
    await commune.json("sync", "keys", commune.roster, "--card", card);
    const compared = ["--fingerprint", await commune.fingerprint()];
    await district.json("sync", "keys", district.roster, "--trust", card, ...compared);
    await district.receives(folder);
    expect(await district.field(mine, "phone")).toBe("77");
  });
});

async function officeIds(roster: OpenRoster): Promise<string[]> {
  const { officeRow } = await import("../../roster/read/office");
  const row = officeRow(roster.db);
  return row === null ? [] : [row.id];
}
