/** Importing workbooks by the command line, from the clerk's list to the roster and back. */
import { writeFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { cellText } from "../../../shared/import/cell-text";
import { cliPlace, expectSentence, hashOf } from "../../testing/command-line";
import type { ImportDocument } from "../../services/import/document";

const place = cliPlace();
afterAll(() => place.remove());

type Imported = ImportDocument & { readonly changeId: number | null };
interface Shown {
  readonly official: Record<string, unknown>;
  readonly rows: Record<string, readonly { readonly fields: Record<string, unknown> }[]>;
}

let made = 0;
async function empty(): Promise<string> {
  const path = place.path(`so-${++made}.scb`);
  await place.json("init", path, "--unit", "08173", "--on", "2026-01-01");
  return path;
}

function csv(...lines: readonly string[]): string {
  const path = place.path(`bang-${++made}.csv`);
  writeFileSync(path, `\uFEFF${lines.join("\n")}\n`);
  return path;
}

function json(content: Record<string, string>): string {
  const path = place.path(`tep-${++made}.json`);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

const take = (roster: string, file: string, ...options: readonly string[]) =>
  place.json<Imported>("import", roster, file, ...options);

interface People {
  readonly people: readonly { readonly id: string; readonly name: string; readonly birth: string | null }[];
}
async function person(roster: string, name: string): Promise<Shown & { readonly id: string }> {
  const { people } = await place.json<People>("people", roster);
  const found = people.filter((one) => one.name === name);
  if (found.length !== 1 || found[0] === undefined) throw new Error(`${found.length} × ${name}`);
  return { ...(await place.json<Shown>("show", roster, found[0].id)), id: found[0].id };
}

const heading = "STT,Họ và tên,Năm sinh,Giới tính,Số CCCD,Chức vụ,TĐCM,LLCT";

describe("import", () => {
  it.each(["Á", "A\u0301", "Ớ"])("ends, and lists the line, where a name is only %j", async (name) => {
    const roster = await empty();
    const done = await take(
      roster,
      csv("Họ và tên,Năm sinh,Chức vụ", `${name},1980,CT UBND`, "Nguyễn Văn Mẫu,1980,"),
    );
    expect(done).toMatchObject({ added: 1, left: 1 });
  });

  it("never writes the day of a post that it does not understand onto the post on record", async () => {
    const roster = await empty();
    const head = "Họ và tên,Năm sinh,Số CCCD,Chức vụ,Từ ngày";
    await take(roster, csv(head, "Nguyễn Văn Mẫu,1980,001080000001,Chủ tịch UBND,2021"));
    const again = await take(roster, csv(head, "Nguyễn Văn Mẫu,1980,001080000001,Chức gì đó,15/07/2025"));
    expect(again).toMatchObject({ added: 0, cells: { kept: 2 } });
    const { rows } = await person(roster, "Nguyễn Văn Mẫu");
    expect(rows["assignment"]?.map(({ fields }) => fields["from"])).toEqual(["2021"]);
  });

  it("leaves what an export wrote of a name as it is on record", async () => {
    const roster = await empty();
    const head = "Họ và tên,Năm sinh,Số CCCD,Chức vụ";
    await take(roster, csv(head, "Y Mẫu Niê,1980,001080000001,Chủ tịch UBND"));
    const { id } = await person(roster, "Y Mẫu Niê");
    await place.json("edit", roster, "official", id, "fullName=y Mẫu niê");
    const file = place.path("ten.csv");
    await place.json("export", roster, file);
    expect(await take(roster, file)).toMatchObject({ added: 0, changed: 0, unchanged: 1, kept: 0 });
  });

  it.each([
    "hai  dấu cách.csv",
    " đầu.csv",
    "to\u0302\u0309 hợp.csv",
    "ẩn\u200b.csv",
    "dài".repeat(60) + ".csv",
  ])("keeps texts of a file called %j", async (name) => {
    const roster = await empty();
    const file = place.path(name);
    writeFileSync(file, "\uFEFFHọ và tên,Năm sinh,Ghi chú lạ\nNguyễn Văn Mẫu,1980,cần giữ\n");
    expect(await take(roster, file)).toMatchObject({ added: 1, cells: { kept: 1 } });
  });

  it("keeps the whole of a long text, in pieces", async () => {
    const roster = await empty();
    const long = "từng chữ 😀 ".repeat(1500).trim();
    await take(roster, csv("Họ và tên,Năm sinh,Chức vụ,Ghi chú lạ", `Nguyễn Văn Mẫu,1980,CT UBND,${long}`));
    const { rows } = await person(roster, "Nguyễn Văn Mẫu");
    const pieces = rows["keptText"]?.map(({ fields }) => String(fields["text"])) ?? [];
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.join("").replaceAll(" ", "").length).toBe(long.replaceAll(" ", "").length);
  });

  it("takes a printed list in, and the same list again changes nothing", async () => {
    const roster = await empty();
    const file = csv(
      "DANH SÁCH CÁN BỘ XÃ QUẢNG YÊN,,,,,,,,",
      "STT,Họ và tên,Năm sinh,Giới tính,Dân tộc,Chức vụ,TĐCM,LLCT,Ngày vào Đảng",
      "1,Nguyễn Văn Mẫu,15/08/1980,Nam,Kinh,CT UBND,Đại học Luật,Cao cấp LLCT,3/2/2005",
      "2,TRẦN THỊ THỬ,1985,Nữ,Mường,Cán bộ thú y,ĐH,TC,",
      "Tổng cộng: 2 người,,,,,,,,",
    );
    const before = hashOf(roster);
    const trial = await take(roster, file, "--dry-run");
    expect(hashOf(roster)).toBe(before);
    expect(trial).toMatchObject({ rows: 2, added: 2, changed: 0, kept: 1, changeId: null });
    expect(trial.cells).toEqual({ stored: 14, unchanged: 0, kept: 1, listed: 2 });
    expect(trial.rowsLeft.map(({ row, reason }) => [row, reason])).toEqual([
      [1, "title"],
      [5, "total"],
    ]);
    expect(trial.problems).toMatchObject([
      { person: "Trần Thị Thử", row: 4, column: "F", value: "Cán bộ thú y", code: "word" },
    ]);
    const done = await take(roster, file);
    expect(done).toMatchObject({ rows: 2, added: 2, kept: 1 });
    const { official, rows } = await person(roster, "Nguyễn Văn Mẫu");
    expect(official).toMatchObject({
      sex: "male",
      birth: "1980-08-15",
      ethnicity: "Kinh",
      partyJoined: "2005-02-03",
    });
    expect(
      rows["qualification"]?.map(({ fields }) => [fields["kind"], fields["level"], fields["major"]]),
    ).toEqual(
      expect.arrayContaining([
        ["professional", "university", "Luật"],
        ["politicalTheory", "advanced", null],
      ]),
    );
    const again = await take(roster, file);
    expect(again).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 2,
      kept: 0,
      changeId: null,
      duplicates: [],
    });
  });

  it("asks what cannot be read in one way, keeps it as text, and stores it once it is answered", async () => {
    const roster = await empty();
    const file = csv(
      heading,
      "1,Nguyễn Văn Một,05/06/1980,Nam,25080001234,Chủ tịch UBND,ĐH,TC",
      "2,Lê Thị Hai,07/08/1985,Nữ,25080001235,Cán bộ thú y,ĐH,TC",
      "3,Trần Văn Ba,15/8/03,Nam,2.5E+10,Địa chính,Kỹ sư nông nghiệp,SC",
    );
    const asked = await take(roster, file, "--dry-run");
    expect(asked.questions.map(({ key, count }) => [key, count])).toEqual([
      ["century:!C", 1],
      ["lostZero:!E:11", 2],
      ["word:assignment.post:Cán bộ thú y", 1],
      ["number:!E4", 1],
    ]);
    const answers = json({ "lostZero:!E:11": "pad", "century:!C": "2000" });
    const done = await take(
      roster,
      file,
      "--answers",
      answers,
      "--answer",
      "word:assignment.post:Cán bộ thú y=Công chức chuyên môn",
    );
    expect(done).toMatchObject({ added: 3, kept: 1 });
    expect(done.problems.filter(({ severity }) => severity === "kept")).toMatchObject([
      { row: 4, column: "E", value: "2.5E+10", code: "scientific" },
    ]);
    const { official, rows } = await person(roster, "Lê Thị Hai");
    expect(official).toMatchObject({ identityNumber: "025080001235", birth: "1985-08-07" });
    expect(rows["assignment"]).toHaveLength(1);
    expect((await person(roster, "Trần Văn Ba")).official).toMatchObject({
      birth: "2003-08-15",
      identityNumber: null,
    });
    // What the text means was said once for all: the next list needs no answer.
    const next = csv(heading, "1,Lê Thị Tư,1990,Nữ,025090001111,Cán bộ thú y,ĐH,TC");
    const said = [{ key: "word:assignment.post:Cán bộ thú y", recalled: true }];
    expect(await take(roster, next)).toMatchObject({ added: 1, kept: 0, questions: said });
  });

  it("asks of each number that lost its digits by itself, whose it is, and gives nobody another one's", async () => {
    const roster = await empty();
    const file = csv(
      heading,
      "1,Nguyễn Văn Một,1980,Nam,2.5E+10,Chủ tịch UBND,ĐH,TC",
      "2,Lê Thị Hai,1985,Nữ,2.5E+10,Bí thư Đảng ủy,ĐH,TC",
      "3,Trần Văn Ba,1990,Nam,2.5E+10,Phó Chủ tịch UBND,ĐH,TC",
    );
    const asked = await take(roster, file, "--dry-run");
    expect(asked.questions.map(({ key, message }) => [key, message])).toEqual(
      ["Nguyễn Văn Một", "Lê Thị Hai", "Trần Văn Ba"].map((name, place) => [
        `number:!E${place + 2}`,
        `${name}: “2.5E+10” ở cột “Số CCCD” đã mất các chữ số cuối, số đầy đủ là gì?`,
      ]),
    );
    const said = ["--answer", "number:!E2=025080001234", "number:!E3=025185001235", "number:!E4=text"];
    expect(await take(roster, file, ...said)).toMatchObject({ added: 3, kept: 1 });
    const numberOf = async (name: string) => (await person(roster, name)).official["identityNumber"];
    expect(await numberOf("Nguyễn Văn Một")).toBe("025080001234");
    expect(await numberOf("Lê Thị Hai")).toBe("025185001235");
    expect(await numberOf("Trần Văn Ba")).toBeNull();
  });

  it("refuses answers to what is not asked, and leaves the roster as it was", async () => {
    const roster = await empty();
    const file = csv(heading, "1,Nguyễn Văn Một,1980,Nam,,Chủ tịch UBND,ĐH,TC");
    const before = hashOf(roster);
    const { code, stderr } = await place.run("import", roster, file, "--answer", "century:!Z=1900");
    expect(code).toBe(1);
    expectSentence(stderr);
    const odd = csv(heading, "1,Nguyễn Văn Một,1980,Nam,,Văn thư,ĐH,TC");
    const answer = 'word:assignment.post:Văn thư=new:{"name":"Văn thư"}';
    const unfit = await place.run("import", roster, odd, "--answer", answer, "--json");
    expect(unfit.code).toBe(1);
    expect(JSON.parse(unfit.stderr)).toMatchObject({ error: { code: "import-answer-unfit" } });
    expect(hashOf(roster)).toBe(before);
  });

  it.each([
    ["import-no-table", ["Ghi nhận,Khác", "1,2"]],
    ["import-no-rows", [heading]],
    [
      "import-headings",
      [
        heading,
        "1,Nguyễn Văn Một,1980,Nam,,,,",
        "Năm sinh,Họ và tên,Giới tính,Dân tộc,,,,",
        "1981,Lê Thị Hai,Nữ,Kinh,,,,",
      ],
    ],
  ])("refuses with %s and writes nothing", async (expected, lines) => {
    const roster = await empty();
    const before = hashOf(roster);
    const { code, stdout, stderr } = await place.run("import", roster, csv(...lines), "--json");
    expect([code, stdout, (JSON.parse(stderr) as { error: { code: string } }).error.code]).toEqual([
      1,
      "",
      expected,
    ]);
    expect(hashOf(roster)).toBe(before);
    const said = await place.run("import", roster, csv(...lines));
    expectSentence(said.stderr);
  });

  it("refuses one item for two columns", async () => {
    const roster = await empty();
    const file = csv("Họ và tên,A1,B1", "Nguyễn Văn Một,1980,1981");
    const map = json({ A1: "Ngày sinh", B1: "official.birth" });
    const { stderr } = await place.run("import", roster, file, "--map", map, "--json");
    expect(JSON.parse(stderr)).toMatchObject({
      error: { code: "import-twice", message: expect.stringContaining("B và C") as unknown },
    });
    const wrong = await place.run("import", roster, file, "--map", json({ A1: "Mục không có" }), "--json");
    expect(JSON.parse(wrong.stderr)).toMatchObject({ error: { code: "import-map-invalid" } });
  });

  it("takes a unit's code that lost its zero by the name beside it, and asks where none stands there", async () => {
    const roster = await empty();
    const columns = "Họ và tên,Năm sinh,Mã đơn vị,Đơn vị,Chức vụ";
    const beside = csv(columns, "Nguyễn Văn Một,1980,8173,Xã Quảng Yên,Chủ tịch UBND");
    expect(await take(roster, beside)).toMatchObject({ added: 1, kept: 0, questions: [], problems: [] });
    const alone = csv(columns, "Lê Thị Hai,1985,8173,,Chủ tịch HĐND");
    const asked = await take(roster, alone, "--dry-run");
    expect(asked.questions).toMatchObject([
      { key: "word:assignment.unit:8173", choices: [{ label: "Xã Quảng Yên" }] },
    ]);
    const unit = asked.questions[0]?.choices[0];
    const done = await take(roster, alone, "--answer", `word:assignment.unit:8173=${unit?.value ?? ""}`);
    expect(done).toMatchObject({ added: 1, kept: 0, questions: [] });
    const { rows } = await person(roster, "Lê Thị Hai");
    expect(rows["assignment"]?.map(({ fields }) => fields["unit"])).toEqual([unit?.value]);
  });

  it("updates cell by cell, never empties, never removes, and asks whether another post is a new one", async () => {
    const roster = await empty();
    const columns = "Họ và tên,Năm sinh,Số CCCD,Chức vụ,Từ ngày,TĐCM,Điện thoại";
    await take(
      roster,
      csv(
        columns,
        "Nguyễn Văn Một,13/5/1980,025080001234,Chủ tịch HĐND,01/07/2021,ĐH,0912345678",
        "Lê Thị Hai,1985,025085001234,Chủ tịch UBND,2021,TC,",
      ),
    );
    const changed = csv(columns, "Nguyễn Văn Một,1980,025080001234,Bí thư Đảng ủy,15/07/2025,Thạc sĩ,");
    const asked = await take(roster, changed);
    expect(asked).toMatchObject({ changed: 0, unchanged: 1, added: 0, kept: 3 });
    expect(asked.questions).toMatchObject([{ kind: "whichRows" }, { kind: "whichRows" }, {}, {}]);
    const answers = json({ "whichRows:assignment": "new", "whichRow:!2:qualification.professional": "new" });
    const done = await take(roster, changed, "--answers", answers);
    expect(done).toMatchObject({ changed: 1, kept: 0 });
    const { official, rows } = await person(roster, "Nguyễn Văn Một");
    expect(official).toMatchObject({ birth: "1980-05-13", phone: "0912345678" });
    const periods = rows["assignment"]?.map(({ fields }) => [fields["from"], fields["to"]]);
    expect(periods?.sort()).toEqual([
      ["2021-07-01", "2025-07-14"],
      ["2025-07-15", null],
    ]);
    expect(rows["qualification"]?.map(({ fields }) => fields["level"]).sort()).toEqual([
      "master",
      "university",
    ]);
    expect((await place.json<{ count: number }>("people", roster)).count).toBe(2);
  });

  it("lists likely duplicates, and does with them what is answered", async () => {
    const roster = await empty();
    const columns = "Họ và tên,Ngày sinh,Số CCCD,Chức vụ";
    await take(roster, csv(columns, "Nguyễn Văn Một,13/5/1980,025080001234,Chủ tịch UBND"));
    const file = csv(
      columns,
      "Nguyễn Văn Khác,13/6/1981,025080001234,Chủ tịch HĐND",
      "Nguyễn Văn Một,13/5/1980,,Bí thư Đảng ủy",
    );
    const asked = await take(roster, file);
    expect(asked).toMatchObject({ added: 0, changed: 0, changeId: null });
    expect(asked.duplicates.map(({ key, reason }) => [key, reason])).toEqual([
      ["duplicate:!2", "number"],
      ["duplicate:!3", "nameAndBirth"],
    ]);
    expect(asked.cells.listed).toBe(7);
    // Her birth stands in the table, and waits for an answer about its column.
    const open = csv("Họ và tên,Ngày sinh", "Nguyễn Văn Một,05/06/1980");
    expect((await take(roster, open)).duplicates.map(({ reason }) => reason)).toEqual(["nameUnread"]);
    const none = csv("Họ và tên,Điện thoại", "Nguyễn Văn Một,0912345678");
    expect((await take(roster, none)).duplicates.map(({ reason }) => reason)).toEqual(["name"]);
    const done = await take(roster, file, "--answer", "duplicate:!2=leave", "duplicate:!3=other");
    expect(done).toMatchObject({ added: 1, left: 1, duplicates: [] });
    expect((await place.json<{ count: number }>("people", roster)).count).toBe(2);
  });

  it("is taken back by one undo, which keeps what was edited since, and the people it was edited of", async () => {
    const roster = await empty();
    const before = await take(
      roster,
      csv(heading, "1,Nguyễn Văn Cũ,1970,Nam,025070001234,Chủ tịch HĐND,ĐH,TC"),
    );
    expect(before.added).toBe(1);
    const list = [
      "1,Nguyễn Văn Cũ,1970,Nam,025070001234,Chủ tịch HĐND,Thạc sĩ,CC",
      ...["Một", "Hai", "Ba"].map(
        (name, place) => `${place + 2},Nguyễn Văn ${name},198${place},Nam,,Chủ tịch UBND,ĐH,TC`,
      ),
    ];
    const { changeId } = await take(roster, csv(heading, ...list));
    const two = await person(roster, "Nguyễn Văn Hai");
    await place.json("edit", roster, "official", two.id, "phone=0912345678");
    const old = await person(roster, "Nguyễn Văn Cũ");
    await place.json("edit", roster, "official", old.id, "note=đã gặp");
    const undone = await place.json<{ staysEdited: number }>("undo", roster, String(changeId));
    expect(undone.staysEdited).toBe(4);
    const { people } = await place.json<People>("people", roster);
    expect(people.map(({ name }) => name).sort()).toEqual(["Nguyễn Văn Cũ", "Nguyễn Văn Hai"]);
    const kept = await person(roster, "Nguyễn Văn Hai");
    expect(kept.official).toMatchObject({ phone: "0912345678", birth: "1981" });
    expect(kept.rows["assignment"]).toHaveLength(1);
    const again = await person(roster, "Nguyễn Văn Cũ");
    expect(again.official["note"]).toBe("đã gặp");
    expect(again.rows["qualification"]?.map(({ fields }) => fields["level"]).sort()).toEqual([
      "intermediate",
      "university",
    ]);
    await place.json("verify", roster);
  });
});

describe("template", () => {
  it("has the headings of the handbook, and is found by the import without a question", async () => {
    const { file } = await place.json<{ file: { path: string } }>("template", place.path("mau.xlsx"));
    const { readWorkbookHere } = await import("../../files/import/read-workbook");
    const { sheets } = await readWorkbookHere({ kind: "file", path: file.path });
    const texts = sheets[0]?.rows[0]?.cells.map((cell) => cellText(cell, false));
    expect(texts?.join(", ")).toBe(
      "Mã cán bộ, Họ và tên, Giới tính, Ngày sinh, Số định danh, Dân tộc, Tôn giáo, Quê quán, Ngày vào Đảng, Ngày chính thức, Mã đơn vị, Đơn vị, Chức danh, Từ ngày, Đến ngày, Trình độ phổ thông, Trình độ chuyên môn, Chuyên ngành, Ngày cấp bằng chuyên môn, Trình độ LLCT, Ngày cấp LLCT, QLNN, Tin học, Ngoại ngữ, Ghi chú",
    );
    const roster = await empty();
    const filled = csv(
      (texts ?? []).join(","),
      ",Nguyễn Văn Mẫu,Nam,25/05/1980,025080001234,Kinh,Không,Quảng Yên,03/02/2005,03/02/2006,08173,Xã Quảng Yên,Chủ tịch UBND,01/07/2025,,THPT,Đại học,Luật,2004,Cao cấp,2015,Chuyên viên và tương đương,Chứng chỉ cơ bản (A; B),Trung cấp,ghi chú",
    );
    const done = await take(roster, filled);
    expect(done.columns.filter(({ role }) => role === "#kept")).toEqual([]);
    expect([done.problems, done.questions, done.kept]).toEqual([[], [], 0]);
  });
});
