// Documents from one office's disk to another's, as the command line meets them.
import { execFileSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { believing, type Office, packetsIn, type Sent, testOffices } from "../../testing/offices";
import { host } from "../../files/host-system";

vi.mock(import("../../../shared/domain/entities/list"), async (original) => {
  const { withScans } = await import("../../testing/with-scans");
  return withScans(original);
});

const offices = testOffices();
const megabyte = 1 << 20;
const scan = randomBytes(2.5 * megabyte);
const hash = createHash("sha256").update(scan).digest("hex");
let commune: Office;
let other: Office;
let district: Office;
let path: string;
let id: string;
beforeAll(async () => {
  commune = await offices.office("xa", "08173");
  other = await offices.office("xa-khac", "08203");
  district = await offices.office("huyen", "232");
  await believing(commune, district);
  await believing(other, district);
  path = join(offices.stick(), "quyet-dinh.pdf");
  writeFileSync(path, scan);
});
afterAll(offices.remove);

interface SentDocuments extends Sent {
  readonly files: (Sent["files"][number] & { readonly documents: number; readonly documentsLeft: number })[];
}

async function sends(
  from: Office,
  to: Office,
  ...words: string[]
): Promise<{ folder: string; sent: SentDocuments }> {
  const folder = offices.stick();
  const addressee = ["--for", await to.fingerprint()];
  const sent = await from.json<SentDocuments>(
    "sync",
    "export",
    from.roster,
    "--to",
    folder,
    ...addressee,
    ...words,
  );
  return { folder, sent };
}

const waiting = async (office: Office) =>
  (await office.json<{ documents: number }>("sync", "status", office.roster)).documents;
const refusal = async (office: Office, ...words: string[]) => {
  const { code, stdout, stderr } = await office.run(...words, "--json");
  return {
    code,
    error: (JSON.parse(stdout === "" ? stderr : stdout) as { error: { code: string } }).error.code,
  };
};
const sha256Of = (file: string) => createHash("sha256").update(readFileSync(file)).digest("hex");

describe("a document in a record", () => {
  it("comes in with the edit that names it, and goes out again under a free name", async () => {
    id = await commune.hires("Nguyễn Văn Ảnh", "08173", `scan=@${path}`);
    expect(await commune.field(id, "scan")).toBe(hash);
    const { stdout } = await commune.run("show", commune.roster, id);
    expect(stdout).toContain(`${hash} (2.621.440 byte)`);
    const { file } = await commune.json<{ file: string }>("document", commune.roster, hash, "--out", path);
    expect(file).not.toBe(path);
    expect(sha256Of(file)).toBe(hash);
    expect(await commune.json("verify", commune.roster)).toMatchObject({ ok: true, waitingDocuments: 0 });
  });

  it("is found under its name to the letter, also in the other form of its marks or with blanks around it", async () => {
    const folder = offices.stick();
    for (const name of ["quyết định.pdf", " tờ khai.pdf "].map((one) => one.normalize("NFD"))) {
      const file = join(folder, name);
      writeFileSync(file, name);
      await commune.edits("official", id, `scan=@${file}`);
      expect(await commune.field(id, "scan")).toBe(sha256Of(file));
    }
    await commune.edits("official", id, `scan=${hash}`);
  });

  it.skipIf(!host.rightsAreModes)("is refused where it is a pipe that nobody writes into", async () => {
    const pipe = join(offices.stick(), "ong");
    execFileSync("mkfifo", [pipe]);
    expect(await refusal(commune, "edit", commune.roster, "official", id, `scan=@${pipe}`)).toEqual({
      code: 1,
      error: "document-unreadable",
    });
  });

  it("is refused where it cannot be read, is empty or too large, and leaves the roster as it was", async () => {
    const before = sha256Of(commune.roster);
    const folder = offices.stick();
    const empty = join(folder, "rong.pdf");
    writeFileSync(empty, "");
    const large = join(folder, "lon.pdf");
    writeFileSync(large, Buffer.alloc(20 * megabyte + 1));
    for (const [file, error] of [
      [join(folder, "khong-co.pdf"), "document-unreadable"],
      [folder, "document-unreadable"],
      [empty, "document-empty"],
      [large, "document-too-large"],
    ] as const) {
      expect(await refusal(commune, "edit", commune.roster, "official", id, `scan=@${file}`)).toEqual({
        code: 1,
        error,
      });
    }
    // What is refused for another field leaves no document behind either.
    const unborn = ["edit", commune.roster, "official", id, `scan=@${path}`, "birth=32/13/1980"];
    expect((await refusal(commune, ...unborn)).code).toBe(1);
    expect(sha256Of(commune.roster)).toBe(before);
  });

  it("that has not come is waited for, visibly and without an error", async () => {
    const { folder, sent } = await sends(commune, district, "--documents-up-to", "0");
    expect(sent.files).toMatchObject([{ documents: 0, documentsLeft: 1 }]);
    expect((await district.receives(folder)).files).toMatchObject([{ result: "applied", documents: 0 }]);
    expect(await waiting(district)).toBe(1);
    const { stdout } = await district.run("show", district.roster, id);
    expect(stdout).toContain(`${hash} (chờ tệp)`);
    expect(await district.json("verify", district.roster)).toMatchObject({ ok: true, waitingDocuments: 1 });
    expect((await district.run("verify", district.roster)).stdout).toContain("(chờ tệp): 1");
    expect(await refusal(district, "document", district.roster, hash, "--out", path)).toEqual({
      code: 1,
      error: "document-waiting",
    });
    expect(await refusal(district, "document", district.roster, "ab", "--out", path)).toEqual({
      code: 1,
      error: "document-unknown",
    });
  });

  it("comes in as many packets as the chosen size asks for, each told what is there already", async () => {
    let rounds = 0;
    let bytes = 0;
    while ((await waiting(district)) > 0) {
      expect(++rounds).toBeLessThanOrEqual(3);
      // What the district has and waits for is said in its own packets.
      await commune.receives((await sends(district, commune)).folder);
      const { folder, sent } = await sends(commune, district, "--documents-up-to", "1");
      const size = sent.files[0]?.bytes ?? 0;
      expect(size).toBeLessThan(1.1 * megabyte);
      bytes += size;
      const { files } = await district.receives(folder);
      expect(files).toMatchObject([{ result: "applied", documents: rounds === 3 ? 1 : 0 }]);
    }
    expect(rounds).toBe(3);
    expect(bytes).toBeLessThan(2.7 * megabyte);
    const out = join(offices.stick(), "ban-sao.pdf");
    expect(await district.json("document", district.roster, hash, "--out", out)).toMatchObject({ file: out });
    expect(sha256Of(out)).toBe(hash);
  });

  it("goes to nobody who has it, and to nobody who may not know the record", async () => {
    await commune.receives((await sends(district, commune)).folder);
    const again = await sends(commune, district);
    expect(again.sent.files).toMatchObject([{ documents: 0, documentsLeft: 0 }]);
    const { folder, sent } = await sends(district, other);
    expect(sent.files).toMatchObject([{ documents: 0, documentsLeft: 0 }]);
    await other.receives(folder);
    expect(await waiting(other)).toBe(0);
    expect(readFileSync(other.roster).includes(scan.subarray(0, 64))).toBe(false);
  });

  it("is wanted no more once another took its place, and stays while the log names it", async () => {
    const photo = randomBytes(1000);
    writeFileSync(path, photo);
    await commune.edits("official", id, `scan=@${path}`);
    await commune.edits("official", id, `scan=@${path}`, "note=mới");
    const { folder, sent } = await sends(commune, district);
    expect(sent.files).toMatchObject([{ documents: 1, documentsLeft: 0 }]);
    await district.receives(packetsIn(folder)[0] ?? "");
    expect(await waiting(district)).toBe(0);
    // The log still says what the record named before.
    expect(await district.json("tidy", district.roster)).toMatchObject({ documents: 0 });
    expect(await district.json("verify", district.roster)).toMatchObject({ ok: true });
  });
});
