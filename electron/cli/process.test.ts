/**
 * The command line as a process of its own: exit codes, streams, the home folder, a full disk, a folder without the
 * right to write. What runs is a bundle made like the program's, so that what only a bundle breaks is seen here.
 */
import { execFileSync, spawn } from "node:child_process";
import { chmodSync, chownSync, copyFileSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { host } from "../files/host-system";
import { filesLike, hashOf } from "../testing/command-line";
import { type CliProcess, cliProcess, isPosix, isRoot, nobody } from "../testing/command-line-process";

let place: CliProcess;
let folder = "";
let roster = "";
const cli: CliProcess["cli"] = (...words) => place.cli(...words);
const start: CliProcess["start"] = (...words) => place.start(...words);

beforeAll(async () => {
  place = await cliProcess();
  ({ folder } = place);
  roster = join(folder, "thanh-ba.scb");
  const made = cli("sample", roster);
  if (made.code !== 0) throw new Error(made.stderr);
  // Of its owner only when it is made; some tests are run by somebody else.
  chmodSync(roster, 0o644);
});
afterAll(() => place.remove());

describe("the command line's process", () => {
  it("prints one document on standard output and ends with 0", () => {
    const { code, stdout, stderr } = cli("stats", roster, "--json");
    expect([code, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toMatchObject({
      asOf: "2021-10-01",
      total: { total: 478, professional: { met: 386 } },
    });
  });

  it("takes paths from where it was started", () => {
    expect(cli("verify", "thanh-ba.scb", "--json")).toMatchObject({ code: 0, stderr: "" });
  });

  it("refuses with 1 and wrong usage with 2, on standard error alone", () => {
    const before = hashOf(roster);
    const refused = cli("edit", roster, "official", "x", "note=x", "--json");
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(JSON.parse(refused.stderr)).toMatchObject({ error: { code: "row-unknown" } });
    expect(cli("stats")).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringMatching(/^Lệnh chưa đúng: .+\n$/),
    });
    expect(hashOf(roster)).toBe(before);
  });

  it("keeps its keys in the folder that SO_CAN_BO_HOME names, and writes nobody's name or the one given, never the account's, beside a change", () => {
    const own = join(folder, "rieng.scb");
    copyFileSync(roster, own);
    const home = join(folder, "home-khac");
    const words = [join(folder, "cli", "cli.mjs"), "add", own, "official", "fullName=Nguyễn Văn An"];
    expect(start(process.execPath, words, home).code).toBe(0);
    expect(readdirSync(home).length).toBeGreaterThan(0);
    expect(start(process.execPath, [...words, "--user", "Trần Thị Mai"], home).code).toBe(0);
    const log = JSON.parse(cli("log", own, "--limit", "2", "--json").stdout) as {
      changes: { user: string }[];
    };
    expect(log.changes.map(({ user }) => user)).toEqual(["Trần Thị Mai", "Chưa ghi tên"]);
    expect(filesLike(folder, "rieng")).toEqual(["rieng.scb"]);
  });

  it.runIf(host.tellsInProc)("says at once that a home folder cannot be made, where it is needed", () => {
    const before = hashOf(roster);
    for (const home of ["/proc/nope", "/proc/nope/deeper"]) {
      expect(start(process.execPath, [place.program, "stats", roster], home).code).toBe(0);
      expect(
        start(process.execPath, [place.program, "add", roster, "official", "fullName=Nguyễn Văn An"], home),
      ).toMatchObject({
        code: 1,
        stdout: "",
        stderr: expect.stringMatching(/^Không dùng được thư mục .*nope/),
      });
    }
    expect(hashOf(roster)).toBe(before);
  });

  it.runIf(isPosix)("ends quietly when its reader leaves early", () => {
    const line = '"$0" "$1" people "$2" --json | head -c 100 >/dev/null; echo "${PIPESTATUS[0]}"';
    const { stdout, stderr } = start("bash", [
      "-c",
      line,
      process.execPath,
      join(folder, "cli", "cli.mjs"),
      roster,
    ]);
    expect([stdout, stderr]).toEqual(["0\n", ""]);
  });

  it.runIf(isPosix)("stopped while it makes a sample, leaves no half roster behind", async () => {
    const path = join(folder, "dung-giua-chung.scb");
    const words = [join(folder, "cli", "cli.mjs"), "sample", path, "--set", "province", "--json"];
    const child = spawn(process.execPath, words, { env: place.environmentOf(join(folder, "home")) });
    let stderr = "";
    child.stderr.on("data", (chunk: Buffer) => {
      // Progress is told only while the work goes on.
      if (stderr === "") child.kill("SIGINT");
      stderr += chunk.toString();
    });
    const code = await new Promise((done) => child.on("close", done));
    expect(code).toBe(1);
    expect(stderr.trim().split("\n").at(-1)).toContain('"code":"cancelled"');
    expect(filesLike(folder, "dung-giua-chung")).toEqual([]);
  });
});

describe.runIf(isPosix)("without the right to write", () => {
  const attempt = (...words: string[]) => place.unprivileged(roster, join(folder, "home-mo"), ...words);
  let closed = "";
  let locked = "";
  beforeAll(() => {
    mkdirSync(join(folder, "home-mo"));
    chmodSync(join(folder, "home-mo"), 0o777);
    closed = join(folder, "chi-doc");
    mkdirSync(closed);
    locked = join(closed, "so.scb");
    copyFileSync(roster, locked);
    chmodSync(locked, 0o444);
    chmodSync(closed, 0o555);
  });
  afterAll(() => chmodSync(closed, 0o755));

  it("a roster is read, and every change of it refused", () => {
    const before = hashOf(locked);
    expect(attempt("stats", locked)).toMatchObject({ code: 0, stderr: "" });
    const added = attempt("add", locked, "official", "fullName=Nguyễn Văn An");
    expect(added).toMatchObject({ code: 1, stdout: "" });
    expect(added.stderr).toMatch(
      /^Không ghi được vào sổ .*chi-doc\/so\.scb vì tệp hoặc thư mục chỉ cho đọc; .+\n$/,
    );
    expect(attempt("undo", locked)).toMatchObject({ code: 1, stdout: "" });
    expect(hashOf(locked)).toBe(before);
    expect(readdirSync(closed)).toEqual(["so.scb"]);
  });

  it("no roster is made and no report written in a folder that may only be read", () => {
    const words = ["--form", "standards-by-commune", "--format", "xlsx", "--out", closed];
    for (const refused of [
      attempt("init", join(closed, "moi.scb"), "--unit", "08173"),
      attempt("sample", join(closed, "moi.scb")),
      attempt("report", roster, ...words),
    ]) {
      expect(refused).toMatchObject({ code: 1, stdout: "" });
      expect(refused.stderr).toMatch(/^Thư mục .*chi-doc chỉ cho đọc; sổ không thay đổi, .+\n$/);
    }
    expect(readdirSync(closed)).toEqual(["so.scb"]);
  });

  it("a roster that may not be read is refused", () => {
    const hidden = join(folder, "kin.scb");
    copyFileSync(roster, hidden);
    chmodSync(hidden, isRoot ? 0o600 : 0o000);
    expect(attempt("stats", hidden)).toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringContaining("kin.scb"),
    });
  });

  it("nothing is changed without a place for this machine's keys", () => {
    const open = join(folder, "mo");
    mkdirSync(open);
    chmodSync(open, 0o777);
    const own = join(open, "so.scb");
    copyFileSync(roster, own);
    chmodSync(own, 0o666);
    if (isRoot) chownSync(own, nobody, nobody);
    const home = join(folder, "home-kin");
    mkdirSync(home);
    chmodSync(home, 0o555);
    const before = hashOf(own);
    const refused = place.unprivileged(roster, home, "add", own, "official", "fullName=Nguyễn Văn An");
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(refused.stderr).toMatch(/^Không dùng được thư mục cài đặt .*home-kin; sổ không thay đổi/);
    expect(hashOf(own)).toBe(before);
  });
});

describe("on a full disk", () => {
  it("nothing half is left, and what was there is as it was", (context) => {
    const disk = place.smallDisk();
    if (disk === null) return context.skip("no small disk can be mounted here");
    try {
      const words = ["report", roster, "--form", "standards-by-commune", "--format", "xlsx", "--out", disk];
      const unfit = cli("sample", join(disk, "tinh.scb"), "--set", "province");
      expect(unfit).toMatchObject({ code: 1, stdout: "" });
      expect(unfit.stderr).toMatch(/^Ổ đĩa chứa .*tinh\.scb đã đầy; .+\n$/m);
      expect(readdirSync(disk)).toEqual([]);

      execFileSync("dd", ["if=/dev/zero", `of=${join(disk, "day")}`, "bs=1k", "count=1534"], {
        stdio: "ignore",
      });
      const report = cli(...words);
      expect(report).toMatchObject({ code: 1, stdout: "" });
      expect(report.stderr).toMatch(/^Ổ đĩa chứa .*dia-nho.* đã đầy; .+\n$/);
      expect(readdirSync(disk)).toEqual(["day"]);
    } finally {
      execFileSync("umount", [disk]);
    }
  });

  it("an edit is refused whole", (context) => {
    const disk = place.smallDisk();
    if (disk === null) return context.skip("no small disk can be mounted here");
    try {
      const own = join(disk, "so.scb");
      expect(cli("init", own, "--unit", "08173").code).toBe(0);
      execFileSync("bash", ["-c", 'dd if=/dev/zero of="$0" bs=1k 2>/dev/null || true', join(disk, "day")]);
      const before = JSON.parse(cli("verify", own, "--json").stdout) as object;
      const refused = cli("add", own, "official", "fullName=Nguyễn Văn An", `note=${"x".repeat(1900)}`);
      expect(refused).toMatchObject({ code: 1, stdout: "" });
      expect(refused.stderr).toMatch(/^Ổ đĩa chứa .* đã đầy; dữ liệu đã lưu trước đó vẫn nguyên, .+\n$/);
      rmSync(join(disk, "day"));
      expect(JSON.parse(cli("verify", own, "--json").stdout)).toEqual(before);
      expect(cli("add", own, "official", "fullName=Nguyễn Văn An").code).toBe(0);
    } finally {
      execFileSync("umount", [disk]);
    }
  });
});
