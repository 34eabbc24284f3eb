// Plays the work of two offices while another program opens every file for a moment, as virus scanners do, and guards
// that nobody notices; and that whoever holds one for longer is named as the cause, not missing rights.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { host } from "../../files/host-system";
import { holdFiles } from "../../testing/held-files";
import { believing, type Offices, testOffices } from "../../testing/offices";

let offices: Offices;
beforeEach(() => {
  offices = testOffices();
});
afterEach(() => {
  vi.restoreAllMocks();
  offices.remove();
});

describe.each(["EPERM", "EBUSY", "EACCES"] as const)("every file refused once (%s)", (code) => {
  it("loses nothing and says nothing, from the first roster to the received packet", async () => {
    using held = holdFiles({
      matching: /so-can-bo-/,
      calls: ["rename", "link", "remove"],
      code,
      times: 1,
    });
    const commune = await offices.office("quang-yen", "08173");
    const district = await offices.office("huyen", "232");
    await believing(commune, district);
    const person = await commune.hires("Nguyễn Văn Thử", "08173");
    await commune.edits("official", person, "phone=0900");
    await district.receives(await commune.sends());
    expect(await district.field(person, "phone")).toBe("0900");
    await commune.json("sync", "keys", commune.roster, "--renew");
    await commune.json("report", commune.roster, ...toSheet(offices.stick()));
    await commune.json("undo", commune.roster);
    expect((await commune.json<{ problems: unknown[] }>("verify", commune.roster)).problems).toEqual([]);
    for (const name of ["so.scb", "office.pem", "trusted.json", ".xlsx", ".scbsync", ".scbkey"])
      expect(held.refused.join("\n")).toContain(name);
  });
});

const toSheet = (folder: string) => ["--form", "standards-by-commune", "--format", "xlsx", "--out", folder];

describe("a file that somebody holds for longer", () => {
  const impatient = () => {
    let at = 0;
    vi.spyOn(performance, "now").mockImplementation(() => (at += host.longestStandstill / 4));
  };

  it.each([
    ["the key", /office\.pem$/, ["sync", "keys", "{roster}", "--renew"]],
    ["the list of trusted offices", /trusted\.json$/, ["sync", "keys", "{roster}", "--revoke", "{other}"]],
    ["what was written last", /sentinels[/\\][^/\\]+\.json$/, ["undo", "{roster}"]],
    ["the key card", /lai\.scbkey$/, ["sync", "keys", "{roster}", "--card", "{home}/lai.scbkey"]],
    ["the new roster", /moi\.scb$/, ["init", "{home}/moi.scb", "--unit", "08173", "--on", "2021-10-01"]],
  ])("is named: %s; nothing is changed, and all goes on when it is free", async (_what, matching, words) => {
    const office = await offices.office("quang-yen", "08173");
    const other = await offices.office("huyen", "232");
    await office.trusts(other);
    await office.hires("Nguyễn Văn Thử", "08173");
    const fingerprint = await other.fingerprint();
    const home = join(offices.folder, office.name);
    const given = words.map((word) =>
      word.replace("{roster}", office.roster).replace("{home}", home).replace("{other}", fingerprint),
    );
    const state = async () => [await office.json("log", office.roster), readdirSync(home)];
    const before = await state();
    {
      impatient();
      using held = holdFiles({ matching, calls: ["rename", "link"], code: "EPERM", times: Infinity });
      const { code, stderr } = await office.run(...given);
      expect([code, held.refused.length > 2]).toEqual([1, true]);
      expect(stderr).toContain("Một chương trình khác");
      expect(stderr).not.toContain("quyền ghi");
      expect(stderr).toMatch(
        matching.source.startsWith("sent") ? /\.json/ : new RegExp(matching.source.replace("$", "")),
      );
    }
    vi.restoreAllMocks();
    expect(await state()).toEqual(before);
    await office.json(...given);
  });
});
