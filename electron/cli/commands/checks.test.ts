// Guards that the command line checks what is written as the form does and says it in the same words: errors refuse,
// questions refuse without --yes, warnings are said beside the result.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FieldIssue } from "../../../shared/contract/errors";
import { issueSentence } from "../../../shared/i18n";
import { saveOfficial } from "../../services/records";
import { type Office, type Offices, testOffices } from "../../testing/offices";

interface Added {
  readonly id: string;
  readonly warnings: readonly { field: string; reason: string; message: string }[];
}

let offices: Offices;
let office: Office;
let person: string;
beforeAll(async () => {
  offices = testOffices();
  office = await offices.office("quang-yen", "08173");
  const words = ["fullName=Nguyễn Văn Mẫu", "birth=12/05/1980", "identityNumber=999080000001"];
  person = (await office.json<Added>("add", office.roster, "official", ...words)).id;
  await office.json(
    "add",
    office.roster,
    "assignment",
    `official=${person}`,
    "unit=08173",
    "post=peoplesCommitteeChair",
    "from=2021",
  );
});
afterAll(() => offices.remove());

const rowWords = (entity: string, ...fields: string[]) => ["add", office.roster, entity, ...fields];
const ofPerson = () => `official=${person}`;

describe("a second person of one identity number", () => {
  const words = () => rowWords("official", "fullName=Trần Thị Khác", "identityNumber=999 080 000 001");

  it("is refused by a question that names the other one, and saved with --yes", async () => {
    const asked = await office.run(...words());
    expect(asked.code).toBe(1);
    expect(asked.stdout).toBe("");
    expect(asked.stderr).toContain(
      "Số này đã có trong hồ sơ khác: Nguyễn Văn Mẫu, 12/05/1980, Xã Quảng Yên.",
    );
    expect(asked.stderr).toContain("--yes");
    expect(asked.stderr.trim().split("\n")).toHaveLength(1);
    const { stderr } = await office.run(...words(), "--json");
    expect(JSON.parse(stderr)).toMatchObject({
      error: {
        code: "validation",
        issues: [{ field: "identityNumber", reason: "identityTaken", severity: "question" }],
      },
    });

    const second = await office.json<Added>(...words(), "--yes");
    // Asked once: another edit of the record says it and goes on.
    const edited = await office.run("edit", office.roster, "official", second.id, "ethnicity=Kinh");
    expect([edited.code, edited.stderr]).toEqual([
      0,
      expect.stringContaining("Số này đã có trong hồ sơ khác"),
    ]);
    const back = await office.run("edit", office.roster, "official", second.id, "identityNumber=");
    expect([back.code, back.stderr]).toEqual([0, ""]);
    const again = await office.run(
      "edit",
      office.roster,
      "official",
      second.id,
      "identityNumber=999080000001",
    );
    expect(again.code).toBe(1);
    await office.json("remove", office.roster, "official", second.id, "--reason", "Nhập trùng");
  });

  it("says it where the other record was removed", async () => {
    const { id } = await office.json<Added>(
      ...rowWords("official", "fullName=Lê Đã Xóa", "birth=1990", "identityNumber=999090000002"),
    );
    await office.json("remove", office.roster, "official", id, "--reason", "Nhập nhầm");
    const added = await office.json<Added>(
      ...rowWords("official", "fullName=Lê Mới", "identityNumber=999090000002"),
    );
    expect(added.warnings).toMatchObject([
      { reason: "identityRemoved", message: expect.stringContaining("Lê Đã Xóa, 1990") },
    ]);
  });
});

describe("what the form warns of", () => {
  const cases: readonly [what: string, reason: string, words: () => string[]][] = [
    [
      "a phone that is none",
      "phoneUnlikely",
      () => rowWords("official", "fullName=Người Một", "phone=không có"),
    ],
    ["text of an old font", "legacyFont", () => rowWords("official", "fullName=Ph¹m §¨ng An")],
    [
      "a degree at 13",
      "grantedYoung",
      () => rowWords("qualification", ofPerson(), "kind=professional", "level=university", "granted=1994"),
    ],
    [
      "a post at 17",
      "assignmentTooYoung",
      () =>
        rowWords(
          "assignment",
          ofPerson(),
          "unit=08173",
          "post=peoplesCommitteeChair",
          "from=1997",
          "to=1998",
          "endReason=other",
        ),
    ],
    [
      "a unit before it existed",
      "unitNotYet",
      () =>
        rowWords(
          "assignment",
          ofPerson(),
          `unit=${unitId}`,
          "post=partySecretary",
          "from=2001",
          "to=2002",
          "endReason=other",
        ),
    ],
    [
      "several main posts at once",
      "mainOverlaps",
      () => rowWords("assignment", ofPerson(), "unit=08173", "post=partySecretary", "from=2022", "main=true"),
    ],
  ];
  let unitId = "";
  beforeAll(async () => {
    const record = await office.json<{ rows: { assignment: { id: string; fields: { unit: string } }[] } }>(
      "show",
      office.roster,
      person,
    );
    const [row] = record.rows.assignment;
    unitId = row?.fields.unit ?? "";
    await office.edits("assignment", row?.id ?? "", "main=true");
  });

  it.each(cases)("%s is said on standard error and in the document", async (_what, reason, words) => {
    const { id, warnings } = await office.json<Added>(...words());
    const warning = warnings.find((one) => one.reason === reason);
    expect(warning).toBeDefined();
    const entity = words()[2] ?? "";
    const { code, stdout, stderr } = await office.run(
      "edit",
      office.roster,
      entity,
      id,
      warning?.field === "phone" ? "phone=chưa có" : "note=x",
    );
    expect([code, stdout.length > 0]).toEqual([0, true]);
    if (entity === "official" || reason !== "mainOverlaps") expect(stderr).toContain(warning?.message ?? "-");
    await office.json("remove", office.roster, entity, id, "--reason", "Thử");
  });

  it("is said in the form's own words", async () => {
    const t = office.environment.t;
    const issues = await office.opened(async (roster) => {
      const id = roster.newId();
      const { warnings } = await saveOfficial(roster, office.environment, {
        action: "add",
        reason: null,
        officialId: id,
        official: { id, isNew: true, fields: { fullName: "Người Hai", phone: "không có" } },
        rows: [],
        removed: [],
      });
      return warnings;
    });
    const said = issues.map((issue: FieldIssue) => issueSentence(t, issue));
    const { warnings } = await office.json<Added>(
      ...rowWords("official", "fullName=Người Hai", "phone=không có"),
    );
    expect(warnings.map(({ message }) => message)).toEqual(said);
    expect(said).toHaveLength(1);
  });
});

describe("what the form refuses", () => {
  const cases: readonly [what: string, reason: string, words: () => string[]][] = [
    [
      "a post at 4",
      "assignmentImpossible",
      () => rowWords("assignment", ofPerson(), "unit=08173", "post=peoplesCommitteeChair", "from=1984"),
    ],
    [
      "an end before the start",
      "toBeforeFrom",
      () =>
        rowWords(
          "assignment",
          ofPerson(),
          "unit=08173",
          "post=peoplesCommitteeChair",
          "from=2022",
          "to=2021",
        ),
    ],
    [
      "a day before the birth",
      "beforeBirth",
      () => ["edit", office.roster, "official", person, "partyJoined=1979"],
    ],
    [
      "13 digits",
      "identityCount",
      () => ["edit", office.roster, "official", person, "identityNumber=9990800000012"],
    ],
    [
      "too long a text",
      "tooLong",
      () => ["edit", office.roster, "official", person, `hometown=${"x".repeat(231)}`],
    ],
    [
      "a code taken on the same day",
      "codeTaken",
      () => rowWords("unit", "code=08173", "name=Khác", "type=xa", "level=commune"),
    ],
  ];
  it.each(cases)("%s is refused in one sentence, and nothing is written", async (_what, reason, words) => {
    const before = await office.json("log", office.roster);
    const { code, stdout, stderr } = await office.run(...words());
    expect([code, stdout, stderr.trim().split("\n").length]).toEqual([1, "", 1]);
    const failed = JSON.parse((await office.run(...words(), "--json", "--yes")).stderr) as {
      error: { issues: readonly FieldIssue[] };
    };
    expect(
      failed.error.issues.filter(({ severity }) => severity === "error").map((issue) => issue.reason),
    ).toContain(reason);
    for (const issue of failed.error.issues.filter(({ severity }) => severity === "error")) {
      expect(stderr).toContain(issueSentence(office.environment.t, issue));
    }
    expect(await office.json("log", office.roster)).toEqual(before);
  });

  it.each([
    ["birth=15/8/20", "Viết rõ năm: 15/08/1920 hay 15/08/2020?"],
    ["birth=29/2/2021", "Tháng 2 năm 2021 chỉ có 28 ngày"],
    ["birth=31131980", "Không có tháng 13"],
  ])("is said of the date %s", async (word, sentence) => {
    const { code, stderr } = await office.run("edit", office.roster, "official", person, word);
    expect([code, stderr]).toEqual([1, expect.stringContaining(sentence)]);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });

  it("is read where a date can mean one day only", async () => {
    const { fields } = await office.edits("official", person, "birth=12051980", "partyJoined=3/2/99");
    expect(fields).toMatchObject({ birth: "1980-05-12", partyJoined: "1999-02-03" });
  });

  it("is refused in an edit of the catalog as in a new row", async () => {
    await office.json(
      ...rowWords("post", "key=a1", "name=Một", "group=otherPost", "category=congChuc", "order=900"),
    );
    await office.json(
      ...rowWords("post", "key=a2", "name=Hai", "group=otherPost", "category=congChuc", "order=901"),
    );
    const { code, stderr } = await office.run("edit", office.roster, "post", "a2", "key=a1");
    expect([code, stderr]).toEqual([1, expect.stringContaining("Khóa này đã dùng cho “Một”.")]);
  });
});
