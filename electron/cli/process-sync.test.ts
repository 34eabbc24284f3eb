/** Trading changes as a process of its own: killed at any moment, on full disks, with rosters that may only be read. */
import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, copyFileSync, cpSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OpenRoster } from "../services/open-roster";
import { expectSentence, filesLike, hashOf } from "../testing/command-line";
import {
  believing,
  type Office,
  type Offices,
  type Received,
  type Sent,
  testOffices,
} from "../testing/offices";
import { type CliProcess, cliProcess, type Ended, isPosix } from "../testing/command-line-process";
import { sql } from "../roster/file/sql";

let place: CliProcess;
let offices: Offices;
let province: Office;
let district: Office;
/** Packets of some offices with 500 people each. */
let packets: string[];
let people = 0;
beforeAll(async () => {
  place = await cliProcess();
  offices = testOffices();
  province = await offices.office("tinh", "25");
  packets = [];
  for (let seed = 1; seed <= 2; seed++) {
    const office = offices.machine(`huyen-${seed}`);
    await office.json("sample", office.roster, "--seed", String(seed));
    await office.json("sync", "keys", office.roster, "--card", office.card);
    await believing(office, province);
    if (seed === 1) district = office;
    const sent = await office.json<Sent>("sync", "export", office.roster, "--to", offices.stick());
    packets.push(sent.file);
    people += sent.files[0]?.people ?? 0;
  }
});
afterAll(() => {
  place.remove();
  offices.remove();
});

/** Another PC of the province: its roster and home as they were at the beginning. */
function freshCopy(name: string): { home: string; roster: string; run: (...words: string[]) => Ended } {
  const folder = join(offices.folder, name);
  mkdirSync(folder);
  const [home, roster] = [join(folder, "home"), join(folder, "so.scb")];
  cpSync(province.environment.home, home, { recursive: true });
  copyFileSync(province.roster, roster);
  return { home, roster, run: (...words) => place.start(process.execPath, [place.program, ...words], home) };
}

/** All that a roster holds, apart from when and in which order it came. */
async function contentOf(roster: string): Promise<Record<string, string | number | undefined>> {
  const open = await OpenRoster.read(roster, province.environment);
  try {
    const { db } = open;
    const hash = createHash("sha256");
    for (const [op] of db.raw<[Buffer]>(sql`SELECT hash FROM op ORDER BY hash`)) hash.update(op);
    for (const entity of ["official", "assignment", "qualification", "unit", "post"]) {
      for (const row of db.raw(sql`SELECT * FROM ${sql.name(entity)} ORDER BY id`)) {
        // pk and references are numbers of this very file.
        hash.update(
          row
            .filter((cell) => typeof cell !== "number")
            .map(String)
            .join("|"),
        );
      }
    }
    const count = (table: string) => db.value<number>(sql`SELECT count(*) FROM ${sql.name(table)}`);
    return {
      digest: hash.digest("hex"),
      people: count("official"),
      receipts: count("receipt"),
      waiting: count("waiting"),
      conflicts: count("conflict"),
    };
  } finally {
    await open.close();
  }
}

describe("killed while it receives", () => {
  it("leaves a whole roster at any moment, and a further try ends as if nothing had been", async () => {
    const whole = freshCopy("dich");
    const begun = performance.now();
    const reference = whole.run("sync", "receive", whole.roster, ...packets, "--json");
    const took = performance.now() - begun;
    expect([reference.code, reference.stderr]).toEqual([0, ""]);
    expect((JSON.parse(reference.stdout) as Received).files.map(({ result }) => result)).toEqual(
      packets.map(() => "applied"),
    );
    const wanted = await contentOf(whole.roster);
    expect(wanted).toMatchObject({ people, receipts: packets.length, waiting: 0, conflicts: 0 });

    const killed = freshCopy("bi-ngat");
    const before = await contentOf(killed.roster);
    const seen: string[] = [];
    for (const share of [0.1, 0.4, 0.6, 0.75, 0.9, 0.97]) {
      const child = spawn(process.execPath, [place.program, "sync", "receive", killed.roster, ...packets], {
        env: place.environmentOf(killed.home),
        stdio: "ignore",
      });
      const timer = setTimeout(() => child.kill("SIGKILL"), took * share);
      const ended = await new Promise<string>((done) =>
        child.on("close", (code, signal) => done(String(signal ?? code))),
      );
      clearTimeout(timer);
      seen.push(ended);
      // All or nothing, whatever the moment.
      const now = await contentOf(killed.roster);
      expect([before, wanted]).toContainEqual(now);
      if (ended !== "SIGKILL" || now.people !== 0) break;
    }
    expect(seen[0]).toBe("SIGKILL");
    const checked = killed.run("verify", killed.roster, "--json");
    expect([checked.code, checked.stderr]).toEqual([0, ""]);
    const retry = killed.run("sync", "receive", killed.roster, ...packets, "--json");
    expect([retry.code, retry.stderr]).toEqual([0, ""]);
    expect(await contentOf(killed.roster)).toEqual(wanted);
    expect(JSON.parse(killed.run("verify", killed.roster, "--json").stdout)).toMatchObject({ ok: true });
    expect(filesLike(join(killed.roster, ".."), "so.")).toEqual(["so.scb"]);
  });
});

describe.runIf(isPosix)("a roster that may only be read", () => {
  it("shows its exchange and refuses to take part in it", () => {
    const { home, roster } = freshCopy("chi-doc");
    for (const path of [offices.folder, join(roster, ".."), home]) chmodSync(path, 0o755);
    execFileSync("chmod", ["-R", "a+rwX", home]);
    const stick = offices.stick();
    chmodSync(stick, 0o777);
    const packet = join(stick, "1.scbsync");
    copyFileSync(packets[0] ?? "", packet);
    chmodSync(packet, 0o444);
    chmodSync(roster, 0o444);
    chmodSync(join(roster, ".."), 0o555);
    const before = hashOf(roster);
    const attempt = (...words: string[]) => place.unprivileged(roster, home, ...words);
    try {
      for (const words of [
        ["sync", "status", roster],
        ["sync", "conflicts", roster],
        ["sync", "keys", roster],
        ["sync", "inspect", packet, "--roster", roster],
        ["sync", "receive", roster, packet, "--dry-run"],
      ]) {
        expect([words[1], attempt(...words)]).toEqual([
          words[1],
          { code: 0, stdout: expect.stringMatching(/\n$/), stderr: "" },
        ]);
      }
      for (const words of [
        ["sync", "receive", roster, packet],
        ["sync", "export", roster, "--to", stick],
      ]) {
        const refused = attempt(...words);
        expect([words[1], refused.code, refused.stdout]).toEqual([words[1], 1, ""]);
        expectSentence(refused.stderr);
        expect(refused.stderr).toMatch(/^Không ghi được vào sổ .*so\.scb vì tệp hoặc thư mục chỉ cho đọc; /);
      }
      expect(readdirSync(stick)).toEqual(["1.scbsync"]);
      expect(hashOf(roster)).toBe(before);
    } finally {
      chmodSync(join(roster, ".."), 0o755);
    }
  });
});

describe("on a full disk", () => {
  it("no half packet is left, and the roster is as it was", (context) => {
    const disk = place.smallDisk("1m");
    if (disk === null) return context.skip("no small disk can be mounted here");
    try {
      execFileSync("bash", [
        "-c",
        'dd if=/dev/zero of="$0" bs=1k count=1000 2>/dev/null || true',
        join(disk, "day"),
      ]);
      const { roster } = district;
      const before = hashOf(roster);
      const words = ["sync", "export", roster, "--to", disk];
      const run = (...more: string[]) =>
        place.start(process.execPath, [place.program, ...words, ...more], district.environment.home);
      const refused = run();
      expect([refused.code, refused.stdout]).toEqual([1, ""]);
      expectSentence(refused.stderr);
      expect(refused.stderr).toMatch(/^Ổ đĩa chứa .*dia-nho.* đã đầy; /);
      expect(JSON.parse(run("--json").stderr)).toMatchObject({ error: { code: "disk-full" } });
      expect(readdirSync(disk)).toEqual(["day"]);
      expect(hashOf(roster)).toBe(before);
      rmSync(join(disk, "day"));
      const sent = run("--json");
      expect([sent.code, sent.stderr]).toEqual([0, ""]);
      // The refused one was no packet: numbers go on without a gap.
      expect(basename((JSON.parse(sent.stdout) as { file: string }).file)).toContain(" so 2.");
    } finally {
      execFileSync("umount", [disk]);
    }
  });

  it("a reception is refused whole and can be tried again", async (context) => {
    const disk = place.smallDisk("1900k");
    if (disk === null) return context.skip("no small disk can be mounted here");
    try {
      const copy = freshCopy("dia-day");
      const roster = join(disk, "so.scb");
      copyFileSync(copy.roster, roster);
      const before = await contentOf(roster);
      const refused = copy.run("sync", "receive", roster, ...packets, "--json");
      expect([refused.code, refused.stdout]).toEqual([1, ""]);
      expect(JSON.parse(refused.stderr)).toMatchObject({ error: { code: "disk-full" } });
      expect(await contentOf(roster)).toEqual(before);
      expect(JSON.parse(copy.run("verify", roster, "--json").stdout)).toMatchObject({ ok: true });
      expect(readdirSync(disk)).toEqual(["so.scb"]);
    } finally {
      execFileSync("umount", [disk]);
    }
  });
});
