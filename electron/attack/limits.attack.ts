/**
 * Files that would take more than they are worth: a stranger's manifest of megabytes, a stranger's file of many, a list
 * of readers without end, a few bytes that unpack to a hundred megabytes, twenty thousand changes of one row (decision
 * 35). What each costs is measured in a process of its own.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { entities } from "../../shared/domain/entities";
import { uuidToBytes } from "../../shared/sync/bytes";
import { encodeBody } from "../../shared/sync/op-codec";
import { chained, type LooseOp } from "../../shared/testing/packets";
import { foldRow, type HistoryOp } from "../../shared/sync/fold";
import { officeKeys } from "../files/exchange/office-keys";
import { openPacket } from "../files/exchange/packet-file";
import { encodeHead } from "../files/exchange/packet-head";
import { joined } from "../files/exchange/seal";
import { sha256 } from "../files/exchange/verify-signature";
import { rounds } from "../testing/attack";
import { type CliProcess, cliProcess } from "../testing/command-line-process";
import { hashOf } from "../testing/command-line";
import { forgedPacket, type Forging, packetOfOps } from "../testing/forged-packets";
import { windowCalls } from "../testing/window-calls";
import { believing, type Office, type Offices, packetsIn, testOffices } from "../testing/offices";

const megabyte = 1 << 20;
let offices: Offices;
let district: Office;
let strange: Forging;
let trusted: Forging;
let processes: CliProcess;
let hook: string;

beforeAll(async () => {
  offices = testOffices();
  const commune = await offices.office("xa", "08173");
  const stranger = await offices.office("xa-la", "08203");
  district = await offices.office("huyen", "232");
  await believing(commune, district);
  await stranger.trusts(district);
  strange = await forger(stranger);
  trusted = await forger(commune);
  processes = await cliProcess();
  hook = join(offices.folder, "cost.cjs");
  writeFileSync(
    hook,
    `const fs = require("node:fs");
     process.on("exit", () => {
       const [, kilobytes] = /VmHWM:\\s*(\\d+)/.exec(fs.readFileSync("/proc/self/status", "utf8"));
       fs.writeFileSync(process.env.COST, JSON.stringify({ kilobytes: Number(kilobytes), ...process.cpuUsage() }));
     });`,
  );
});
afterAll(() => {
  processes.remove();
  offices.remove();
});

async function forger(by: Office): Promise<Forging> {
  const [path = ""] = packetsIn(await by.sends());
  const keys = officeKeys(district.environment.home);
  const like = await openPacket(readFileSync(path), keys, path);
  return { by: officeKeys(by.environment.home), sealKey: keys.sealKey, like };
}

function fileOf(bytes: Uint8Array): string {
  const path = join(offices.stick(), "tep.scbsync");
  writeFileSync(path, bytes);
  return path;
}

/** What a look at a file ends in, and what it took. */
function looked(path: string): { code: string; memory: number; seconds: number } {
  const cost = join(offices.folder, "cost.json");
  const { stderr } = processes.start(
    "env",
    [
      `COST=${cost}`,
      process.execPath,
      "--require",
      hook,
      join(processes.program),
      "sync",
      "inspect",
      path,
      "--json",
    ],
    district.environment.home,
  );
  const { kilobytes, user, system } = JSON.parse(readFileSync(cost, "utf8")) as Record<string, number>;
  const [line = ""] = stderr.trim().split("\n").slice(-1);
  const { error } = JSON.parse(line) as { error: { code: string } };
  return { code: error.code, memory: (kilobytes ?? 0) * 1024, seconds: ((user ?? 0) + (system ?? 0)) / 1e6 };
}

async function expectRefused(path: string, code: string): Promise<void> {
  const before = hashOf(district.roster);
  const { stdout } = await district.run("sync", "receive", district.roster, path, "--json");
  expect(JSON.parse(stdout)).toMatchObject({ files: [{ result: "refused", code }] });
  expect(hashOf(district.roster)).toBe(before);
  const cost = looked(path);
  expect(cost.code).toBe(code);
  process.stdout.write(`${code}: ${Math.round(cost.memory / megabyte)} MB, ${cost.seconds.toFixed(1)} s\n`);
  expect(cost.memory).toBeLessThan(300 * megabyte);
  // Processor time, for a busy machine makes everything wait; of it a fifth of a second is the program's start.
  expect(cost.seconds).toBeLessThan(3);
}

const writer = new Uint8Array(48).fill(9);
const spans = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ writer, first: 4 * n + 1, last: 4 * n + 2 }));

it("a stranger's manifest of more than a megabyte is refused unread", async () => {
  await expectRefused(fileOf(await forgedPacket(strange, { withheld: spans(600_000) })), "packet-too-large");
});

it("a trusted office's may be as large as its lists need", async () => {
  const path = fileOf(await forgedPacket(trusted, { withheld: spans(200_000) }));
  expect((await district.receives(path)).files).toMatchObject([{ result: "applied" }]);
});

it("a stranger's large file is known by its beginning", async () => {
  const pieces = new Uint8Array(rounds(24, 200) * megabyte);
  await expectRefused(fileOf(await forgedPacket(strange, {}, { pieces })), "sender-unknown");
});

it("readers without end are refused before any is tried", async () => {
  const stanza = `-> X25519 ${"A".repeat(43)}\n${"A".repeat(43)}\n`;
  const ciphertext = Buffer.from(
    `age-encryption.org/v1\n${stanza.repeat(70_000)}--- ${"A".repeat(43)}\n`,
    "ascii",
  );
  const path = fileOf(joined([await encodeHead(new Uint8Array(16), ciphertext), ciphertext]));
  await expectRefused(path, "packet-damaged");
});

it("a few bytes that unpack to a hundred megabytes are refused, whoever sent them", async () => {
  const ops = new Uint8Array(100 * megabyte);
  const compressedOps = brotliCompressSync(ops, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  expect(compressedOps.length).toBeLessThan(2000);
  const bomb = { opCount: 1, opsLength: ops.length };
  const before = hashOf(district.roster);
  const path = fileOf(await forgedPacket(trusted, bomb, { compressedOps }));
  const { stdout } = await district.run("sync", "receive", district.roster, path, "--json");
  expect(JSON.parse(stdout)).toMatchObject({ files: [{ result: "refused", code: "packet-too-large" }] });
  expect(hashOf(district.roster)).toBe(before);
});

it("the work of folding a row grows with its ops and no faster", () => {
  let reads = 0;
  const counted = (count: number): number => {
    reads = 0;
    const ops = Array.from({ length: count }, (_, place): HistoryOp => {
      const fields = new Map([[1 + (place % 15), place]]);
      return {
        id: place.toString(16).padStart(64, "0"),
        branch: { writer: `${place % 3}`.repeat(96), fork: null },
        seq: place + 1,
        lamport: place + 1,
        create: place % 7 === 0,
        get fields() {
          reads++;
          return fields;
        },
        supersedes: new Map(),
      };
    });
    foldRow(ops);
    return reads;
  };
  const [once, tenfold] = [counted(2_000), counted(20_000)];
  expect(tenfold).toBeLessThan(11 * once);
});

it("a file of a few kilobytes that brings thousands of people, or makes a roster grow, is agreed to by its numbers", async () => {
  const entity = entities.official.id;
  const { fullName, note } = entities.official.fields;
  const count = rounds(1_200, 30_000);
  // Each text over and over: they take little room until they are unpacked, and more than a bomb's may.
  const text = (n: number) =>
    sha256(Buffer.from(String(n)))
      .join("")
      .repeat(rounds(1, 20));
  const own = new Uint8Array(48);
  own.set(trusted.by.signing.publicKey);
  new DataView(own.buffer).setUint32(40, 7);
  const ops = Array.from({ length: count }, (_, n): LooseOp => {
    const row = new Uint8Array(16).fill(0xee);
    new DataView(row.buffer).setUint32(12, n);
    const fields = new Map<number, string>([
      [fullName.id, `Nguyễn Văn ${n}`],
      [note.id, text(n)],
    ]);
    const body = encodeBody({ fields, supersedes: new Map(), meta: null });
    return { lamport: n + 1, at: n, user: "Xã", changeBack: 0, entity, row, create: true, body };
  });
  const path = fileOf(
    await packetOfOps(trusted, [chained({ writer: own, first: 1, prev: new Uint8Array(32), ops }, sha256)]),
  );
  const before = hashOf(district.roster);
  const { stderr } = await district.run("sync", "receive", district.roster, path, "--json");
  const { error } = JSON.parse(stderr) as { error: { code: string; params: { asked: string } } };
  expect(error.code).toBe("mass-unconfirmed");
  const grown = rounds(0, 1) === 0 ? "" : ",megabytes=\\d{3}";
  expect(error.params.asked).toMatch(new RegExp(`^added=${count}${grown}$`));
  expect(hashOf(district.roster)).toBe(before);
  const calls = windowCalls(district.environment, offices.folder);
  await calls.workspace.open(district.roster);
  try {
    const { mass } = await calls.ask("receivePreview", { paths: [path] });
    expect(mass.map(({ kind, count: n }) => `${kind}=${n}`).join()).toBe(error.params.asked);
    const refused = await calls.send("receiveKeep", {
      confirmed: mass.map((one) => ({ ...one, count: one.count + 1 })),
    });
    expect(refused).toMatchObject({ ok: false, error: { code: "mass-unconfirmed" } });
    await calls.ask("receiveDiscard", {});
  } finally {
    await calls.close();
  }
  expect(await district.json("verify", district.roster)).toMatchObject({ ok: true });
});

it("a row with twenty thousand changes is edited as any other", async () => {
  const person = "0a000000-0000-7000-8000-00000000aaaa";
  const row = uuidToBytes(person);
  const { fullName, phone } = entities.official.fields;
  const count = rounds(2_000, 20_000);
  const ops = Array.from({ length: count }, (_, n): LooseOp => {
    const fields = new Map<number, string>([[phone.id, `09${String(n).padStart(8, "0")}`]]);
    if (n === 0) fields.set(fullName.id, "Nguyễn Văn Nhiều");
    const body = encodeBody({ fields, supersedes: new Map(), meta: null });
    const entity = entities.official.id;
    return { lamport: n + 1, at: n, user: "Xã", changeBack: 0, entity, row, create: n === 0, body };
  });
  const own = new Uint8Array(48);
  own.set(trusted.by.signing.publicKey);
  const run = chained({ writer: own, first: 1, prev: new Uint8Array(32), ops }, sha256);
  const path = fileOf(await packetOfOps(trusted, [run]));
  const before = hashOf(district.roster);
  const { stderr } = await district.run("sync", "receive", district.roster, path, "--json");
  expect(JSON.parse(stderr)).toMatchObject({
    error: { code: "mass-unconfirmed", params: { asked: "crowded=1" } },
  });
  expect(hashOf(district.roster)).toBe(before);
  await district.receives(path, "--confirm", "crowded=1");
  const cpu = process.cpuUsage();
  await district.edits("official", person, "phone=0911222333");
  const { user, system } = process.cpuUsage(cpu);
  process.stdout.write(`an edit after ${count} of one row: ${((user + system) / 1e6).toFixed(2)} s\n`);
  expect(await district.field(person, "phone")).toBe("0911222333");
  expect(await district.json("verify", district.roster)).toMatchObject({ ok: true });
});
