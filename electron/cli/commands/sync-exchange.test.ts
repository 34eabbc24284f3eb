/** Sending and receiving on the command line, between a commune, its district and its province. */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, utimesSync } from "node:fs";
import { createHash } from "node:crypto";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { filesLike, hashOf } from "../../testing/command-line";
import {
  believing,
  type Office,
  type Offices,
  packetsIn,
  type Received,
  type Sent,
  testOffices,
} from "../../testing/offices";

let offices: Offices;
let commune: Office;
let other: Office;
let district: Office;
let province: Office;
beforeAll(async () => {
  offices = testOffices();
  commune = await offices.office("quang-yen", "08173");
  other = await offices.office("hoang-cuong", "08203");
  district = await offices.office("huyen", "232");
  province = await offices.office("tinh", "25");
});
afterAll(() => offices.remove());

const errorOf = async (office: Office, ...words: string[]) => {
  const { code, stdout, stderr } = await office.run(...words, "--json");
  return { exit: code, stdout, ...(JSON.parse(stderr) as { error: { code: string } }).error };
};

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

describe("sync export", () => {
  it("has nobody to write to at first, and writes nothing", async () => {
    const before = hashOf(commune.roster);
    const stick = offices.stick();
    const refused = await errorOf(commune, "sync", "export", commune.roster, "--to", stick);
    expect(refused).toMatchObject({ exit: 1, stdout: "", code: "no-addressee" });
    const unknown = "12345-".repeat(7).concat("12345");
    const words = ["sync", "export", commune.roster, "--to", stick, "--for", unknown];
    expect(await errorOf(commune, ...words)).toMatchObject({ exit: 1, code: "office-unknown" });
    expect(await errorOf(commune, ...words.slice(0, -1), ",")).toMatchObject({ exit: 2, code: "usage" });
    expect(readdirSync(stick)).toEqual([]);
    expect(hashOf(commune.roster)).toBe(before);
  });

  it("writes to those above: one packet, read back, named by who, to whom, when and its number", async () => {
    await believing(commune, district);
    await commune.trusts(province);
    await commune.trusts(other);
    await commune.hires("Nguyễn Văn Thử", "08173");
    const stick = offices.stick();
    const sent = await commune.json<Sent>("sync", "export", commune.roster, "--to", stick);
    const [path = ""] = packetsIn(stick);
    expect(readdirSync(stick)).toEqual([basename(path)]);
    expect(basename(path)).toMatch(/^08173 gui (232-25|25-232) ngay 2026-10-01 so 1\.scbsync$/);
    const bytes = readFileSync(path);
    expect(sent).toEqual({
      file: path,
      // The office, a person with a post, and whose the three keys are.
      ops: 6,
      bytes: bytes.length,
      files: [
        {
          file: path,
          ops: 6,
          bytes: bytes.length,
          people: 1,
          fresh: null,
          documents: 0,
          documentsLeft: 0,
          unproven: 0,
          sha256: createHash("sha256").update(bytes).digest("hex"),
          for: [await district.fingerprint(), await province.fingerprint()],
        },
      ],
    });
    expect(bytes.includes("Nguyễn Văn Thử")).toBe(false);
    const again = await commune.json<Sent>("sync", "export", commune.roster, "--to", stick);
    expect(basename(again.file)).toContain("so 2");
    expect(filesLike(join(commune.roster, ".."), "so.")).toEqual(["so.scb"]);
  });

  it("writes to those named: once, several times, after commas, or one after the other", async () => {
    const [a, b, c] = [await district.fingerprint(), await province.fingerprint(), await other.fingerprint()];
    const forms = [
      ["--for", a, "--for", b, "--for", c],
      ["--for", `${a},${b}, ${c}`],
      ["--for", a, b, c],
      ["--for", a.replaceAll("-", ""), b.replaceAll("-", " "), "--for", c],
      ["--for", a, a, b, c, c],
    ];
    for (const words of forms) {
      const stick = offices.stick();
      const { files } = await commune.json<Sent>("sync", "export", ...words, commune.roster, "--to", stick);
      // District and province may know everything and share a packet; the neighbour gets one of its own.
      expect([words, files.map((file) => file.for)]).toEqual([words, [[a, b], [c]]]);
      expect(packetsIn(stick)).toHaveLength(2);
    }
    const stick = offices.stick();
    const { files } = await commune.json<Sent>("sync", "export", commune.roster, "--to", stick, "--for", b);
    expect(files.map((file) => file.for)).toEqual([[b]]);
  });

  it("without anybody above writes to all that are believed, to each what it may know", async () => {
    await province.trusts(commune);
    await province.trusts(other);
    const stick = offices.stick();
    const { files } = await province.json<Sent>("sync", "export", province.roster, "--to", stick);
    expect(files.map((file) => file.for)).toEqual([
      [await commune.fingerprint()],
      [await other.fingerprint()],
    ]);
    expect(packetsIn(stick)).toHaveLength(2);
  });

  it("is refused whole when the roster cannot be noted in, with no packet left", async () => {
    const stick = offices.stick();
    const words = ["sync", "export", commune.roster, "--to", stick];
    await commune.opened(async () => {
      expect(await errorOf(commune, ...words)).toMatchObject({ exit: 1, code: "roster-locked" });
    });
    expect(readdirSync(stick)).toEqual([]);
    const before = hashOf(commune.roster);
    const nowhere = ["sync", "export", commune.roster, "--to", join(stick, "khong-co")];
    expect(await errorOf(commune, ...nowhere)).toMatchObject({ exit: 1, code: "folder-missing" });
    expect(hashOf(commune.roster)).toBe(before);
  });
});

describe("sync receive", () => {
  let stick = "";
  beforeAll(async () => {
    stick = await commune.sends();
  });

  it("only shows with --dry-run: the roster stays byte for byte", async () => {
    const before = hashOf(district.roster);
    const { files } = await district.receives(stick, "--dry-run");
    expect(files).toEqual([
      { path: packetsIn(stick)[0], result: "applied", code: null, ...nothing, added: 1 },
    ]);
    expect(hashOf(district.roster)).toBe(before);
    expect(filesLike(join(district.roster, ".."), "so.")).toEqual(["so.scb"]);
  });

  it("takes a folder in, and the same again without anything new", async () => {
    const [path = ""] = packetsIn(stick);
    expect((await district.receives(stick)).files).toEqual([
      { path, result: "applied", code: null, ...nothing, added: 1 },
    ]);
    const { people } = await district.json<{ people: { name: string; unitCode: string }[] }>(
      "people",
      district.roster,
      "--as-of",
      "2021-10-01",
    );
    expect(people).toMatchObject([{ name: "Nguyễn Văn Thử", unitCode: "08173" }]);
    for (const name of [stick, path]) {
      expect((await district.receives(name)).files).toEqual([
        { path, result: "already", code: null, ...nothing },
      ]);
    }
    const { stdout } = await district.run("sync", "receive", district.roster, path);
    expect(stdout).toMatch(
      /^Tệp +Kết quả +Thêm +Sửa +Thôi giữ chức +Xóa +Danh mục +Mâu thuẫn +Hết mâu thuẫn +Đang chờ +Đề nghị +Đề nghị đã quyết định +Không đọc được +Tài liệu\n/,
    );
    expect(stdout).toContain("Đã có đủ");
    expect((await district.json<{ ok: boolean }>("verify", district.roster)).ok).toBe(true);
  });

  it("takes several files as one, each counted, a file named twice once", async () => {
    const person = await commune.hires("Trần Thị Hai", "08173");
    const first = await commune.sends();
    await commune.edits("official", person, "phone=0912");
    const second = await commune.sends();
    const paths = [...packetsIn(first), ...packetsIn(second)];
    const { files } = await district.receives(...paths, second);
    expect(files.map(({ path, result, added, changed }) => [path, result, added, changed])).toEqual([
      [paths[0], "applied", 1, 0],
      [paths[1], "applied", 0, 1],
    ]);
    expect(await district.field(person, "phone")).toBe("0912");
  });

  it("takes what it can from a folder with a bad file in it, and says both", async () => {
    const person = await commune.hires("Lê Văn Ba", "08173");
    const good = await commune.sends();
    const [path = ""] = packetsIn(good);
    const bad = join(good, "hong.scbsync");
    copyFileSync(path, bad);
    const { truncateSync } = await import("node:fs");
    truncateSync(bad, 500);
    utimesSync(bad, 1_000, 1_000);
    const { code, stdout, stderr } = await district.run("sync", "receive", district.roster, good, "--json");
    expect(code).toBe(1);
    const { files } = JSON.parse(stdout) as Received;
    expect(files.map((file) => [file.path, file.result, file.code])).toEqual([
      [bad, "refused", "packet-truncated"],
      [path, "applied", null],
    ]);
    expect(JSON.parse(stderr)).toMatchObject({
      error: {
        code: "packet-truncated",
        message: expect.stringMatching(/^Đã nhận 1 tệp, từ chối 1 tệp; .*hong\.scbsync bị cụt/),
      },
    });
    expect(await district.field(person, "fullName")).toBe("Lê Văn Ba");
  });

  it("looks into folders of a folder, and past what is none of its business", async () => {
    const folder = offices.stick();
    const inner = join(folder, "Ảnh", "Thanh Ba");
    mkdirSync(inner, { recursive: true });
    const [path = ""] = packetsIn(stick);
    copyFileSync(path, join(folder, "Ảnh", "1.SCBSYNC"));
    copyFileSync(path, join(folder, "._2.scbsync"));
    copyFileSync(path, join(inner, "3.scbsync"));
    const { files } = await district.receives(folder);
    expect(files.map((file) => file.path)).toEqual([join(folder, "Ảnh", "1.SCBSYNC")]);
  });

  it("may pass a packet on: what a commune sent reaches the province through the district", async () => {
    await believing(district, province);
    const person = await commune.hires("Phạm Thị Bốn", "08173");
    await district.receives(await commune.sends("--for", await district.fingerprint()));
    const { files } = await province.receives(await district.sends());
    expect(files).toMatchObject([{ result: "applied" }]);
    expect(await province.field(person, "fullName")).toBe("Phạm Thị Bốn");
  });
});
