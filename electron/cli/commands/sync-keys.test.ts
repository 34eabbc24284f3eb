/** Key cards on the command line: whom an office believes, after comparing the fingerprint with the paper. */
import { appendFileSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashOf } from "../../testing/command-line";
import { type Keys, type Office, type Offices, testOffices } from "../../testing/offices";

let offices: Offices;
let commune: Office;
let district: Office;
let province: Office;
beforeAll(async () => {
  offices = testOffices();
  commune = await offices.office("xa", "08173");
  district = await offices.office("huyen", "232");
  province = await offices.office("tinh", "25");
});
afterAll(() => offices.remove());

async function errorOf(office: Office, ...words: string[]) {
  const { code, stdout, stderr } = await office.run(...words, "--json");
  const { error } = JSON.parse(stderr) as { error: { code: string; message: string } };
  return { exit: code, stdout, code: error.code, message: error.message };
}

const keysOf = (office: Office) => office.json<Keys>("sync", "keys", office.roster);

describe("sync keys", () => {
  it("names the office with its fingerprint, always the same, and writes its card", async () => {
    const keys = await keysOf(commune);
    expect(keys).toEqual({
      unitCode: "08173",
      office: "UBND xã Quảng Yên",
      fingerprint: expect.stringMatching(/^\d{5}(-\d{5}){7}$/),
      trusted: [],
    });
    expect(await keysOf(commune)).toEqual(keys);
    expect(readFileSync(commune.card, "utf8")).toMatch(/^SCB1:[\w-]+\n$/);
    const { stdout } = await commune.run("sync", "keys", commune.roster);
    expect(stdout).toBe(
      `UBND xã Quảng Yên (mã 08173)\nDấu khóa: ${keys.fingerprint}\nChưa tin cậy cơ quan nào.\n`,
    );
  });

  it("believes a card only with the fingerprint of the paper, however it is typed", async () => {
    const own = await district.fingerprint();
    const trust = (fingerprint: string) => [
      "sync",
      "keys",
      commune.roster,
      "--trust",
      district.card,
      "--fingerprint",
      fingerprint,
    ];
    const digits = own.replaceAll("-", "");
    const wrong = [
      digits.replace(/.$/, (digit) => String((Number(digit) + 1) % 10)),
      digits.slice(5) + digits.slice(0, 5),
      digits.slice(1),
      `${digits}0`,
      await commune.fingerprint(),
      "không có",
    ];
    for (const typed of wrong) {
      const refused = await errorOf(commune, ...trust(typed));
      expect([typed, refused.exit, refused.stdout, refused.code]).toEqual([
        typed,
        1,
        "",
        "fingerprint-differs",
      ]);
      expect((await keysOf(commune)).trusted).toEqual([]);
    }
    const right = [own, digits, own.replaceAll("-", " "), `  ${own.replaceAll("-", " – ")} `];
    for (const typed of right) {
      const { trusted } = await commune.json<Keys>(...trust(typed));
      expect(trusted).toEqual([
        { unitCode: "232", office: "UBND huyện Thanh Ba", fingerprint: own, role: "superior" },
      ]);
    }
  });

  it("tells how offices stand to each other by the units, or as it is told", async () => {
    await province.trusts(commune);
    await province.trusts(district);
    await district.trusts(province);
    await district.trusts(commune, "neighbour");
    const roles = async (office: Office) =>
      Object.fromEntries((await keysOf(office)).trusted.map(({ unitCode, role }) => [unitCode, role]));
    expect(await roles(province)).toEqual({ "08173": "subordinate", "232": "subordinate" });
    expect(await roles(district)).toEqual({ "25": "superior", "08173": "neighbour" });
    await district.trusts(commune);
    expect(await roles(district)).toEqual({ "25": "superior", "08173": "subordinate" });
    const { stdout } = await district.run("sync", "keys", district.roster);
    expect(stdout).toContain("Cấp trên");
    expect(stdout).toContain("Cấp dưới");
  });

  it("needs no card of its own office, and refuses what is no card, with nothing changed", async () => {
    const fingerprint = await district.fingerprint();
    const trust = async (path: string) =>
      (
        await errorOf(
          province,
          "sync",
          "keys",
          province.roster,
          "--trust",
          path,
          "--fingerprint",
          fingerprint,
        )
      ).code;
    const before = await keysOf(province);
    const roster = hashOf(province.roster);
    const damaged = join(offices.folder, "hong.scbkey");
    copyFileSync(commune.card, damaged);
    const text = readFileSync(damaged, "latin1");
    for (const at of [5, 40, text.length - 8]) {
      writeFileSync(damaged, text.slice(0, at) + (text[at] === "A" ? "B" : "A") + text.slice(at + 1));
      expect([at, await trust(damaged)]).toEqual([at, "card-damaged"]);
    }
    writeFileSync(damaged, text.slice(0, 60));
    expect(await trust(damaged)).toBe("card-damaged");
    writeFileSync(damaged, "");
    expect(await trust(damaged)).toBe("card-foreign");
    writeFileSync(damaged, "xin chào");
    expect(await trust(damaged)).toBe("card-foreign");
    writeFileSync(damaged, "SCB2:AAAA");
    expect(await trust(damaged)).toBe("packet-newer");
    expect(await trust(join(offices.folder, "khong-co.scbkey"))).toBe("packet-missing");
    expect(await trust(offices.folder)).toBe("card-foreign");
    expect(await trust(province.card)).toBe("card-own");
    expect(await keysOf(province)).toEqual(before);
    expect(hashOf(province.roster)).toBe(roster);
  });

  it("reads a card that an editor put a mark before and line breaks into", async () => {
    const folder = offices.stick();
    const path = join(folder, "the.scbkey");
    const text = readFileSync(district.card, "latin1").trim();
    writeFileSync(path, `\uFEFF${text.slice(0, 50)}\r\n${text.slice(50)}\r\n`);
    const words = ["--trust", path, "--fingerprint", await district.fingerprint()];
    const { trusted } = await commune.json<Keys>("sync", "keys", commune.roster, ...words);
    expect(trusted).toContainEqual(expect.objectContaining({ fingerprint: await district.fingerprint() }));
  });

  it("writes its card over an older one, and over nothing else", async () => {
    const folder = offices.stick();
    const card = join(folder, "the.scbkey");
    const words = ["sync", "keys", commune.roster, "--card"];
    for (let n = 0; n < 2; n++) await commune.json(...words, card);
    expect(readFileSync(card, "latin1")).toMatch(/^SCB1:/);
    const other = join(folder, "thu.txt");
    writeFileSync(other, "Kính gửi");
    expect((await errorOf(commune, ...words, other)).code).toBe("write-failed");
    expect(readFileSync(other, "utf8")).toBe("Kính gửi");
    const inner = join(folder, "thu-muc");
    mkdirSync(inner);
    expect((await errorOf(commune, ...words, inner)).code).toBe("write-failed");
    expect((await errorOf(commune, ...words, join(folder, "khong-co", "a.scbkey"))).code).toBe(
      "folder-missing",
    );
  });

  it("takes one step at a time", async () => {
    const fingerprint = await district.fingerprint();
    const before = await keysOf(commune);
    const wrong = [
      ["--trust", district.card],
      ["--fingerprint", fingerprint],
      ["--role", "superior"],
      ["--role", "boss", "--trust", district.card, "--fingerprint", fingerprint],
      ["--renew", "--revoke", fingerprint],
      ["--renew", "--trust", district.card, "--fingerprint", fingerprint],
    ];
    for (const words of wrong) {
      const { exit, code } = await errorOf(commune, "sync", "keys", commune.roster, ...words);
      expect([words, exit, code]).toEqual([words, 2, "usage"]);
    }
    expect(await keysOf(commune)).toEqual(before);
    const unknown = "12345-".repeat(7).concat("12345");
    const { exit, code } = await errorOf(commune, "sync", "keys", commune.roster, "--revoke", unknown);
    expect([exit, code]).toEqual([1, "office-unknown"]);
  });

  it("stops with one sentence when its list of offices is damaged, and leaves that as it is", async () => {
    const other = await offices.office("xa-khac", "08203");
    await other.trusts(district);
    const path = join(other.environment.home, "keys", "trusted.json");
    appendFileSync(path, "x");
    const before = hashOf(path);
    const stick = offices.stick();
    for (const words of [
      ["sync", "keys", other.roster],
      ["sync", "status", other.roster],
      ["sync", "export", other.roster, "--to", stick],
      ["sync", "conflicts", other.roster],
    ]) {
      const roster = hashOf(other.roster);
      expect([words, (await errorOf(other, ...words)).code]).toEqual([words, "home-damaged"]);
      expect(hashOf(other.roster)).toBe(roster);
    }
    expect(hashOf(path)).toBe(before);
  });
});
