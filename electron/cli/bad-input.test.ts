/** Bad days on the command line: one clear sentence, exit 1, nothing on standard output, the roster as it was. */
import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OpenRoster } from "../services/open-roster";
import {
  type CliPlace,
  cliPlace,
  expectSentence,
  filesLike,
  hashOf,
  type Printed,
} from "../testing/command-line";

let place: CliPlace;
/** Somebody in the sample. */
let person: string;
beforeAll(async () => {
  place = cliPlace();
  const { people } = await place.json<{ people: { id: string }[] }>("people", await place.thanhBa());
  person = people[0]?.id ?? "";
});
afterAll(() => place.remove());

const nobody = "018f0000-0000-7000-8000-ffffffffffff";

/** Every command that is given a roster, with arguments that are right. */
function commandsOn(roster: string): string[][] {
  return [
    ["stats", roster],
    ["stats", roster, "--known-on", "2026-10-01"],
    ["people", roster, "--unit", "08173"],
    ["show", roster, person],
    ["edit", roster, "official", person, "note=x"],
    ["add", roster, "official", "fullName=Nguyễn Văn An"],
    ["remove", roster, "official", person, "--reason", "thử"],
    ["report", roster, "--form", "standards-by-commune", "--format", "csv", "--out", place.folder],
    ["log", roster],
    ["undo", roster],
    ["verify", roster],
  ];
}

const changing = ["edit", "add", "remove", "undo"];

function expectRefused({ code, stdout, stderr }: Printed, exit = 1): void {
  expect(stdout).toBe("");
  expectSentence(stderr);
  expect(code).toBe(exit);
}

/** Runs in both forms; the roster and what lies beside it must be the same afterwards. */
async function expectUntouched(roster: string, words: readonly string[], errorCode: string, exit = 1) {
  const before = hashOf(roster);
  const beside = filesLike(place.folder, "");
  expectRefused(await place.run(...words), exit);
  const { code, stdout, stderr } = await place.run(...words, "--json");
  const { error } = JSON.parse(stderr) as { error: { code: string; message: string } };
  expect([words[0], code, stdout, error.code]).toEqual([words[0], exit, "", errorCode]);
  expectSentence(`${error.message}\n`);
  expect(hashOf(roster)).toBe(before);
  expect(filesLike(place.folder, "")).toEqual(beside);
  return error;
}

describe("a roster that cannot be opened", () => {
  const spoiled: [string, string, (path: string) => void][] = [
    ["cut off", "roster-damaged", (path) => truncateSync(path, 100_000)],
    ["empty", "roster-damaged", (path) => truncateSync(path, 0)],
    [
      "overwritten within",
      "roster-damaged",
      (path) => {
        const bytes = readFileSync(path);
        bytes.fill(0xa5, 4096, Math.floor(bytes.length / 2));
        writeFileSync(path, bytes);
      },
    ],
    ["of another kind", "roster-foreign", (path) => writeFileSync(path, "Họ và tên;Ngày sinh\n".repeat(500))],
    [
      "of another program",
      "roster-foreign",
      (path) => {
        const bytes = readFileSync(path);
        bytes.writeUInt32BE(0x12345678, 68);
        writeFileSync(path, bytes);
      },
    ],
    [
      "of a newer program",
      "roster-newer",
      (path) => {
        const bytes = readFileSync(path);
        bytes.writeUInt32BE(4_000, 60);
        writeFileSync(path, bytes);
      },
    ],
  ];

  it.each(spoiled)("because it is %s is refused by every command", async (kind, errorCode, spoil) => {
    const roster = await place.thanhBa(`${kind.replaceAll(" ", "-")}.scb`);
    spoil(roster);
    for (const words of commandsOn(roster)) await expectUntouched(roster, words, errorCode);
  });

  it("because it is not there, or a folder, is refused by every command", async () => {
    const missing = place.path("khong-co.scb");
    const folder = place.path("thu-muc.scb");
    mkdirSync(folder);
    for (const words of commandsOn(missing)) expectRefused(await place.run(...words));
    for (const words of commandsOn(folder)) expectRefused(await place.run(...words));
    expect(filesLike(place.folder, "khong-co")).toEqual([]);
    expect(filesLike(folder, "")).toEqual([]);
  });

  it("because another program writes in it can be looked at, and not changed", async () => {
    const roster = await place.thanhBa("dang-mo.scb");
    const held = await OpenRoster.open(roster, place.environment);
    try {
      for (const words of commandsOn(roster)) {
        if (words[0] === "report") continue;
        const printed = await place.run(...words);
        if (!changing.includes(words[0] ?? ""))
          expect([words[0], printed.code, printed.stderr]).toEqual([words[0], 0, ""]);
        else if (words[0] !== "undo") expectRefused(printed);
      }
      const { stderr } = await place.run("edit", roster, "official", person, "note=x", "--json");
      const { error } = JSON.parse(stderr) as {
        error: { code: string; params: { host: string; user: string } };
      };
      expect(error.code).toBe("roster-locked");
      expect(error.params.host).not.toBe("?");
      const { stderr: sentence } = await place.run("edit", roster, "official", person, "note=x");
      expect(sentence).toMatch(
        /đang được .+ mở trên máy .+ từ \d\d\/\d\d\/\d{4} \d\d:\d\d; chưa có gì thay đổi/,
      );
    } finally {
      await held.close();
    }
    expect((await place.run("edit", roster, "official", person, "note=x")).code).toBe(0);
  });
});

describe("a new roster", () => {
  it("is not made over a file, in a folder that is not there, or for an unknown unit", async () => {
    const taken = await place.thanhBa("co-san.scb");
    await expectUntouched(taken, ["init", taken, "--unit", "08173"], "roster-exists");
    await expectUntouched(taken, ["sample", taken], "roster-exists");
    const nowhere = join(place.folder, "khong-co", "a.scb");
    await expectUntouched(taken, ["init", nowhere, "--unit", "08173"], "folder-missing");
    await expectUntouched(taken, ["sample", nowhere], "folder-missing");
    const fresh = place.path("moi.scb");
    await expectUntouched(taken, ["init", fresh, "--unit", "99999"], "unit-unknown");
    // Of its own day only: this commune's district ended in 2025.
    await expectUntouched(taken, ["init", fresh, "--unit", "08206", "--on", "01/08/2025"], "unit-unknown");
    await expectUntouched(taken, ["init", fresh, "--unit", "08173", "--on", "31/02/2021"], "date-impossible");
    expect(filesLike(place.folder, "moi")).toEqual([]);
  });
});

describe("a wrong value", () => {
  const cases: [string, string, (roster: string) => string[]][] = [
    ["an unknown unit", "unit-unknown", (roster) => ["stats", roster, "--unit", "99999"]],
    ["a unit by an id that is nobody's", "unit-unknown", (roster) => ["people", roster, "--unit", nobody]],
    ["an impossible day", "date-impossible", (roster) => ["stats", roster, "--as-of", "2021-02-29"]],
    ["an impossible day known", "date-impossible", (roster) => ["stats", roster, "--known-on", "00/00/2021"]],
    ["an unknown person", "row-unknown", (roster) => ["show", roster, nobody]],
    ["an id that is none", "row-unknown", (roster) => ["edit", roster, "official", "1 OR 1=1", "note=x"]],
    ["an unknown row", "row-unknown", (roster) => ["edit", roster, "assignment", nobody, "note=x"]],
    [
      "an unknown person's row",
      "row-unknown",
      (roster) => ["add", roster, "qualification", `official=${nobody}`, "kind=it", "level=basic"],
    ],
    [
      "an unknown row to remove",
      "row-unknown",
      (roster) => ["remove", roster, "qualification", nobody, "--reason", "x"],
    ],
    ["an unknown entity", "entity-unknown", (roster) => ["edit", roster, "nhanvien", person, "note=x"]],
    ["an unknown entity to describe", "entity-unknown", () => ["describe", "nhanvien"]],
    ["an unknown field", "field-unknown", (roster) => ["edit", roster, "official", person, "salary=1"]],
    [
      "an impossible birth",
      "date-impossible",
      (roster) => ["edit", roster, "official", person, "birth=31/02/1980"],
    ],
    ["a birth to come", "validation", (roster) => ["edit", roster, "official", person, "birth=2030"]],
    ["an empty name", "validation", (roster) => ["edit", roster, "official", person, "fullName= "]],
    [
      "a number that is none",
      "validation",
      (roster) => ["edit", roster, "official", person, "identityNumber=12ab"],
    ],
    ["an unknown sex", "value-invalid", (roster) => ["edit", roster, "official", person, "sex=x"]],
    [
      "another owner",
      "value-invalid",
      (roster) => ["edit", roster, "qualification", qualification, `official=${nobody}`],
    ],
    [
      "an unknown post",
      "post-unknown",
      (roster) => ["add", roster, "assignment", `official=${person}`, "post=Vua"],
    ],
    [
      "an unknown unit to serve in",
      "unit-unknown",
      (roster) => ["add", roster, "assignment", `official=${person}`, "unit=99999"],
    ],
    [
      "a level of another kind",
      "level-unknown",
      (roster) => ["edit", roster, "qualification", qualification, "level=Cao cấp"],
    ],
    ["no owner", "validation", (roster) => ["add", roster, "qualification", "kind=it", "level=basic"]],
    [
      "nothing required",
      "validation",
      (roster) => ["add", roster, "assignment", `official=${person}`, "note=x"],
    ],
    [
      "an end before the start",
      "validation",
      (roster) => [
        "add",
        roster,
        "assignment",
        `official=${person}`,
        "unit=08173",
        "post=Chủ tịch UBND",
        "from=2021",
        "to=2020",
      ],
    ],
    [
      "a wrong rule",
      "validation",
      (roster) => ["add", roster, "standardRule", "standard=professional", "clause=x", "order=1"],
    ],
    [
      "a unit code twice",
      "validation",
      (roster) => [
        "add",
        roster,
        "unit",
        "code=08173",
        "name=X",
        "type=xa",
        "level=commune",
        "validFrom=2021-01-01",
      ],
    ],
    ["an unknown change", "row-unknown", (roster) => ["undo", roster, "999999"]],
    ["nothing to undo", "undo-nothing", (roster) => ["undo", roster]],
    [
      "an unknown form",
      "form-unknown",
      (roster) => ["report", roster, "--form", "x", "--format", "csv", "--out", "."],
    ],
    [
      "an unknown format",
      "format-unknown",
      (roster) => ["report", roster, "--form", "standards-by-commune", "--format", "odt", "--out", "."],
    ],
    [
      "PDF without Electron",
      "pdf-unavailable",
      (roster) => [
        "report",
        roster,
        "--form",
        "standards-by-commune",
        "--format",
        "pdf",
        "--out",
        place.folder,
      ],
    ],
    [
      "a folder that is not there",
      "folder-missing",
      (roster) => [
        "report",
        roster,
        "--form",
        "standards-by-commune",
        "--format",
        "csv",
        "--out",
        place.path("usb"),
      ],
    ],
  ];
  let roster = "";
  let qualification = "";
  beforeAll(async () => {
    roster = await place.thanhBa("gia-tri.scb");
    interface Record {
      readonly rows: { readonly qualification: readonly { id: string; fields: { kind: string } }[] };
    }
    const record = await place.json<Record>("show", roster, person);
    qualification = record.rows.qualification.find(({ fields }) => fields.kind === "professional")?.id ?? "";
  });

  it.each(cases)("%s is refused with %s", async (_what, errorCode, words) => {
    await expectUntouched(roster, words(roster), errorCode);
  });

  it("is named with its field, and every one of several", async () => {
    const words = ["add", roster, "official", "birth=2030", "identityNumber=12"];
    const error = await expectUntouched(roster, words, "validation");
    expect(error).toMatchObject({ params: { count: 3 } });
    expect(
      (error as unknown as { issues: { field: string }[] }).issues.map(({ field }) => field).sort(),
    ).toEqual(["birth", "fullName", "identityNumber"]);
    const { stderr } = await place.run(...words);
    expect(stderr).toMatch(/^Còn 3 mục chưa đúng nên chưa lưu gì: .*Họ và tên: Chưa nhập họ và tên\./);
  });
});

describe("wrong usage", () => {
  it("ends with 2 and one sentence", async () => {
    const roster = await place.thanhBa("cach-dung.scb");
    const cases = [
      [],
      ["xoa-het", roster],
      ["stats"],
      ["stats", roster, roster],
      ["stats", roster, "--as-of"],
      ["stats", roster, "--as-of", "2021"],
      ["stats", roster, "--colour"],
      ["people", roster, "--status", "met"],
      ["people", roster, "--standard", "both"],
      ["people", roster, "--standard", "both", "--status", "good"],
      ["people", roster, "--standard", "both", "--status", "met,good"],
      ["people", roster, "--standard", "both", "--status", ","],
      ["people", roster, "--complement"],
      ["edit", roster, "official", person],
      ["edit", roster, "official", person, "note"],
      ["edit", roster, "official", person, "note=a", "note=b"],
      ["add", roster, "office", "name=x"],
      ["remove", roster, "official", person],
      ["remove", roster, "unit", person, "--reason", "x"],
      ["report", roster, "--form", "standards-by-commune", "--format", "csv"],
      ["log", roster, "--limit", "0"],
      ["undo", roster, "hai"],
      ["sample", place.path("x.scb"), "--set", "xa"],
      ["sample", place.path("x.scb"), "--seed", "-1"],
      ["init", place.path("x.scb")],
    ];
    for (const words of cases) await expectUntouched(roster, words, "usage", 2);
  });

  it("helps whoever asks", async () => {
    for (const words of [["--help"], ["help"], ["stats", "--help"], ["edit", "--help", "--json"]]) {
      const { code, stdout, stderr } = await place.run(...words);
      expect([code, stderr]).toEqual([0, ""]);
      expect(stdout).toContain("Cách dùng: ");
    }
  });
});

describe("a roster whose tables were changed behind its log", () => {
  it("is told by verify, with the report on standard output and exit 1", async () => {
    const { default: Database } = await import("better-sqlite3");
    const roster = await place.thanhBa("sua-lau.scb");
    const db = new Database(roster);
    db.prepare("UPDATE official SET birth = '1900' WHERE pk = (SELECT min(pk) FROM official)").run();
    db.close();
    const before = hashOf(roster);
    const { code, stdout, stderr } = await place.run("verify", roster, "--json");
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      problems: [{ code: "projection" }, { code: "proof", detail: "official" }],
    });
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: "roster-damaged" } });
    const shown = await place.run("verify", roster);
    expectSentence(shown.stderr);
    expect(shown.stdout).toContain("Bảng dữ liệu");
    expect(hashOf(roster)).toBe(before);
    rmSync(roster);
  });
});
