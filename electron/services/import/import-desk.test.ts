/** The import as the window asks for it, through the contract. */
import { afterEach, describe, expect, it } from "vitest";
import { closeImportOffices, importOffice, pasted } from "../../testing/import-office";

afterEach(closeImportOffices);
const heading = ["STT", "Họ và tên", "Ngày sinh", "Chức vụ", "Cỡ áo"];

describe("the import of the window", () => {
  it("opens, matches, asks, previews page by page, writes once and is undone at once", async () => {
    const { ask, send } = await importOffice();
    const { session, sheets } = await ask(
      "importOpen",
      pasted(
        heading,
        ["1", "Nguyễn Văn Mẫu", "25/12/1980", "CT UBND", "111"],
        ["2", "Lê Thị Thử", "1985", "Thú y", "112"],
      ),
    );
    expect(sheets).toMatchObject([{ included: true, lines: 2, heading: { first: 1, last: 1 }, fault: null }]);
    expect(sheets[0]?.columns.map(({ letters, role }) => [letters, role])).toEqual([
      ["A", "#sequence"],
      ["B", "official.fullName"],
      ["C", "official.birth"],
      ["D", "assignment.post"],
      ["E", "#kept"],
    ]);
    const chosen = await ask("importChoose", { session, sheet: "", roles: { E: "#ignored" } });
    expect(chosen.sheets[0]?.columns[4]).toMatchObject({ role: "#ignored", label: "Không nhập cột này" });
    const plan = await ask("importPlan", { session });
    expect(plan).toMatchObject({ added: 2, kept: 1, problems: 1 });
    expect(plan.questions).toEqual({
      asked: 1,
      open: 1,
      openEncodings: 0,
      openTexts: 1,
      recalled: 0,
      whichRows: [],
      cameUp: 0,
    });
    const asked = await ask("importQuestions", { session, offset: 0, limit: 10 });
    const [question] = asked.rows;
    expect(question).toMatchObject({
      key: "word:assignment.post:Thú y",
      column: "assignment.post",
      answer: null,
      near: [],
    });
    await ask("importAnswer", {
      session,
      answers: [{ key: question?.key ?? "", answer: "Công chức chuyên môn" }],
    });
    expect((await send("importPeople", { session, outcome: "added", offset: 0, limit: 10 })).ok).toBe(false);
    expect(await ask("importPlan", { session })).toMatchObject({
      added: 2,
      kept: 0,
      questions: { asked: 1, open: 0, cameUp: 0 },
    });
    expect(await ask("importQuestions", { session, offset: 0, limit: 10 })).toMatchObject({
      total: 1,
      rows: [{ key: question?.key, answer: "Công chức chuyên môn" }],
    });
    const page = await ask("importPeople", { session, outcome: "added", offset: 1, limit: 10 });
    expect(page).toMatchObject({ total: 2, rows: [{ name: "Lê Thị Thử", rows: [3] }] });
    expect(page.rows[0]?.changes.map(({ label, before, after }) => [label, before, after])).toContainEqual([
      "Chức danh",
      null,
      "Công chức chuyên môn",
    ]);
    const { changeId, added } = await ask("importApply", { session });
    expect([changeId === null, added]).toEqual([false, 2]);
    expect(await send("importState", { session })).toMatchObject({
      ok: false,
      error: { code: "import-gone" },
    });
    await ask("changeUndo", { id: changeId ?? 0 });
    const again = await ask("importOpen", pasted(heading, ["1", "Trần Văn Ba", "1990", "", "113"]));
    expect(again.sheets[0]?.columns[4]?.role).toBe("#ignored");
  });

  it("keeps its session where another workbook comes while it is planned, and plans what was answered meanwhile", async () => {
    const { ask, send } = await importOffice();
    const people = Array.from({ length: 450 }, (_, at) => [
      `${at}`,
      `Người Thử ${at}`,
      "1985",
      "Thú y",
      `${at}`,
    ]);
    const { session } = await ask("importOpen", pasted(heading, ...people));
    const first = await ask("importPlan", { session });
    await ask("importChoose", { session, sheet: "", roles: {} });
    const planning = ask("importPlan", { session });
    const other = await send("importOpen", pasted(heading, ["1", "Trần Văn Ba", "1990", "", "113"]));
    expect(other).toMatchObject({ ok: false, error: { code: "busy" } });
    const key = "word:assignment.post:Thú y";
    await ask("importAnswer", { session, answers: [{ key, answer: "Công chức chuyên môn" }] });
    await planning;
    expect(await ask("importPlan", { session })).toMatchObject({
      added: 450,
      kept: first.kept - 450,
      questions: { asked: 1, open: 0, cameUp: 0 },
    });
    expect((await ask("importState", { session })).session).toBe(session);
  });

  it("hands hundreds of questions over page by page, and takes one answer for all of them", async () => {
    const { ask } = await importOffice();
    const rows = Array.from({ length: 250 }, (_, place) => [
      String(place + 1),
      `Nguyễn Văn ${"ABCDEGHIKL"[place % 10]}`,
      String(1950 + Math.floor(place / 10)),
      `Việc số ${place}`,
      "",
    ]);
    const { session } = await ask("importOpen", pasted(heading, ...rows));
    const plan = await ask("importPlan", { session });
    expect(plan.questions).toMatchObject({ asked: 250, open: 250, openTexts: 250 });
    const last = await ask("importQuestions", { session, offset: 240, limit: 20 });
    expect([last.total, last.rows.length]).toEqual([250, 10]);
    const [first] = last.rows;
    const answers = [{ key: first?.key ?? "", answer: "Công chức chuyên môn" }];
    expect(await ask("importAnswer", { session, answers })).toMatchObject({ asked: 250, open: 249 });
    const all = await ask("importAnswerAll", { session, of: "texts", answer: "text" });
    expect(all).toMatchObject({ open: 0 });
    const page = await ask("importQuestions", { session, offset: 239, limit: 2 });
    expect(page.rows.map(({ answer }) => answer)).toEqual(["text", "Công chức chuyên môn"]);
    expect(await ask("importPlan", { session })).toMatchObject({ added: 250, kept: 249 });
  });

  it("answers likely duplicates in one go, and takes all of these answers back", async () => {
    const { ask } = await importOffice();
    const twice = ["Một", "Hai"].flatMap((name) => [
      ["1", `Nguyễn Văn ${name}`, "1980", "", ""],
      ["2", `Nguyễn Văn ${name}`, "1980", "", ""],
    ]);
    const { session } = await ask("importOpen", pasted(heading, ...twice));
    const plan = await ask("importPlan", { session });
    expect(plan).toMatchObject({ added: 2, duplicates: 2, questions: { asked: 0 } });
    expect(plan.duplicateAnswers).toMatchObject({ one: 0, all: null });
    await ask("importAnswerAll", { session, of: "duplicates", answer: "other" });
    const answered = await ask("importPlan", { session });
    expect(answered).toMatchObject({ added: 4, duplicates: 0, duplicateAnswers: { one: 0, all: "other" } });
    await ask("importAnswerAll", { session, of: "duplicates", answer: null });
    expect(await ask("importPlan", { session })).toMatchObject({ added: 2, duplicates: 2 });
  });

  it("asks of two rows that look like one person, names both, and asks no more once they are two", async () => {
    const { ask } = await importOffice();
    const block = pasted(
      ["Họ và tên", "Ngày sinh", "Số CCCD"],
      ["Nguyễn Văn Mẫu", "25/05/1975", "025075001234"],
      ["Lê Thị Thử", "1980", ""],
      ["Nguyễn Văn Mẫu", "25/05/1975", "025075004321"],
      ["Trần Văn Khác", "1981", "025075001234"],
    );
    const { session } = await ask("importOpen", block);
    expect(await ask("importPlan", { session })).toMatchObject({ added: 2, duplicates: 2 });
    const { rows } = await ask("importPeople", { session, outcome: "duplicate", offset: 0, limit: 10 });
    const whose = { name: "Nguyễn Văn Mẫu", officialId: null, line: { sheet: "", row: 2 } };
    expect(rows).toMatchObject([
      {
        rows: [4],
        duplicate: {
          why: "trùng họ tên và ngày sinh, số định danh khác nhau",
          candidates: [whose],
        },
      },
      { rows: [5], duplicate: { why: "trùng số định danh", candidates: [whose] } },
    ]);
    await ask("importAnswer", {
      session,
      answers: [
        { key: "duplicate:!4", answer: "other" },
        { key: "duplicate:!5", answer: "leave" },
      ],
    });
    const { changeId, added } = await ask("importApply", { session });
    expect(added).toBe(3);
    expect(await ask("duplicatesPage", { offset: 0, limit: 10 })).toEqual({ total: 0, rows: [] });
    await ask("changeUndo", { id: changeId ?? 0, on: "2026-01-01" });
    const again = await ask("importOpen", block);
    expect(await ask("importPlan", { session: again.session })).toMatchObject({ added: 2, duplicates: 2 });
  });

  it("keeps nobody apart from a row that is left out, whose name can be nobody's", async () => {
    const { ask } = await importOffice();
    const { session } = await ask(
      "importOpen",
      pasted(
        ["Họ và tên", "Ngày sinh", "Số CCCD"],
        ["??", "25/05/1975", "025075001234"],
        ["Trần Văn Khác", "25/05/1976", "025075001234"],
      ),
    );
    await ask("importAnswerAll", { session, of: "duplicates", answer: "other" });
    expect(await ask("importPlan", { session })).toMatchObject({ added: 1, left: 1, duplicates: 0 });
    expect(await ask("importApply", { session })).toMatchObject({ added: 1 });
  });

  it("takes a row that is somebody of a row above for theirs, also where that one is on record", async () => {
    const { ask } = await importOffice();
    const columns = ["Họ và tên", "Ngày sinh", "Số CCCD", "Điện thoại"];
    const known = ["Nguyễn Văn Mẫu", "25/05/1975", "025075001234", ""];
    const first = await ask("importOpen", pasted(columns, known));
    await ask("importApply", { session: first.session });
    const phone = ["Nguyễn Văn Mẫu", "25/05/1975", "", "0912345678"];
    const { session } = await ask("importOpen", pasted(columns, known, phone));
    const before = await ask("importPlan", { session });
    expect(before).toMatchObject({ unchanged: 1, duplicates: 1 });
    const { rows } = await ask("importPeople", { session, outcome: "duplicate", offset: 0, limit: 10 });
    const [candidate] = rows[0]?.duplicate?.candidates ?? [];
    expect(candidate).toMatchObject({ line: { sheet: "", row: 2 }, identityNumber: "025075001234" });
    const answers = [{ key: "duplicate:!3", answer: candidate?.answer ?? "" }];
    await ask("importAnswer", { session, answers });
    expect(await ask("importPlan", { session })).toMatchObject({ people: 1, changed: 1, duplicates: 0 });
  });

  it("refuses to write what the preview did not show, and closes nothing by it", async () => {
    const { ask, send, workspace } = await importOffice();
    const row = ["1", "Nguyễn Văn Mẫu", "25/12/1980", "", ""];
    const { session } = await ask("importOpen", pasted(heading, row));
    expect(await ask("importPlan", { session })).toMatchObject({ added: 1, duplicates: 0 });
    const { roster } = workspace;
    const fields = { fullName: "Nguyễn Văn Mẫu", birth: "1980-12-25" };
    roster.write({
      action: "edit",
      edits: [{ kind: "create", entity: "official", id: roster.newId(), fields }],
    });
    expect(await send("importApply", { session })).toMatchObject({
      ok: false,
      error: { code: "import-changed" },
    });
    expect(await ask("importPlan", { session })).toMatchObject({ added: 0, duplicates: 1 });
  });

  it("matches a kept text once for everybody who has it, and takes it away there", async () => {
    const { ask } = await importOffice();
    const rows = ["Một", "Hai", "Ba"].map((name, place) => [
      String(place + 1),
      `Nguyễn Văn ${name}`,
      "1980",
      "Thú y",
      "",
    ]);
    const { session } = await ask("importOpen", pasted(heading, ...rows));
    await ask("importPlan", { session });
    expect(await ask("importApply", { session })).toMatchObject({ added: 3, kept: 3 });
    const kept = await ask("keptTexts", { offset: 0, limit: 10 });
    expect(kept).toMatchObject({
      total: 1,
      rows: [{ heading: "Chức vụ", text: "Thú y", count: 3, column: "assignment.post" }],
    });
    const matched = await ask("keptMatch", {
      heading: "Chức vụ",
      text: "Thú y",
      column: "assignment.post",
      answer: "Công chức chuyên môn",
    });
    expect(matched).toMatchObject({ people: 3, left: 0 });
    expect(await ask("keptTexts", { offset: 0, limit: 10 })).toMatchObject({ total: 0 });
    await ask("changeUndo", { id: matched.changeId ?? 0 });
    expect(await ask("keptTexts", { offset: 0, limit: 10 })).toMatchObject({
      total: 1,
      rows: [{ count: 3 }],
    });
  });

  it("writes a matched post with the day that stood beside it, as the import had read it", async () => {
    const { ask } = await importOffice();
    const table = pasted(
      ["Họ và tên", "Ngày sinh", "Chức vụ", "Từ ngày", "Cỡ giày"],
      ["Nguyễn Văn Một", "1980", "Chủ tịch UBND", "25/12/2024", "4,98"],
      ["Nguyễn Văn Hai", "1981", "Chủ nhiệm Thú y", "01/07/2025", "3,33"],
    );
    const { session } = await ask("importOpen", table);
    await ask("importPlan", { session });
    await ask("importApply", { session });
    const page = { offset: 0, limit: 10 };
    const kept = await ask("keptTexts", page);
    expect(await ask("keptCount", {})).toEqual({ texts: 4, settled: 0, lines: 0 });
    expect(kept.rows).toMatchObject([
      {
        heading: "Cỡ giày",
        text: null,
        count: 2,
        textCount: 2,
        texts: [
          { text: "4,98", count: 1, person: { fullName: "Nguyễn Văn Một" } },
          { text: "3,33", count: 1, person: { fullName: "Nguyễn Văn Hai" } },
        ],
      },
      { text: "Chủ nhiệm Thú y", offered: null, people: [{ fullName: "Nguyễn Văn Hai" }] },
      { text: "01/07/2025", column: "assignment.from", offered: "01/07/2025" },
    ]);
    const id = kept.rows[1]?.people[0]?.id ?? "";
    const matched = await ask("keptMatch", {
      heading: "Chức vụ",
      text: "Chủ nhiệm Thú y",
      column: "assignment.post",
      answer: "Công chức chuyên môn",
    });
    expect(matched).toMatchObject({ people: 1, left: 0 });
    const record = await ask("officialGet", { id, moment: { on: "2026-10-01" } });
    expect(record.rows.assignment).toMatchObject([{ fields: { from: "2025-07-01" } }]);
    expect(record.serving).toMatchObject({ postName: "Công chức chuyên môn" });
    expect(await ask("keptCount", {})).toEqual({ texts: 2, settled: 0, lines: 0 });
    expect((await ask("keptTexts", { ...page, officialId: id })).rows).toMatchObject([{ text: null }]);
  });

  it("takes a column that was meant for no item for the values of one, as they are written, or away", async () => {
    const { ask } = await importOffice();
    const table = pasted(
      ["Họ và tên", "Ngày sinh", "Chức vụ", "Quê nội", "Cỡ giày"],
      ["Nguyễn Văn Một", "1980", "Chủ tịch UBND", "Phú Thọ", "4,98"],
      ["Nguyễn Văn Hai", "1981", "Phó Chủ tịch UBND", "Thanh Ba", "3,33"],
    );
    const { session } = await ask("importOpen", table);
    await ask("importPlan", { session });
    await ask("importApply", { session });
    const hometown = { heading: "Quê nội", text: null, column: "official.hometown", answer: "" };
    expect(await ask("keptMatch", hometown)).toMatchObject({ people: 2, left: 0 });
    const [first] = (await ask("keptTexts", { offset: 0, limit: 10 })).rows;
    const record = await ask("officialGet", {
      id: first?.people[0]?.id ?? "",
      moment: { on: "2026-10-01" },
    });
    expect(record.official).toMatchObject({ hometown: "Phú Thọ" });
    const size = { heading: "Cỡ giày", text: null, column: "official.note", answer: null };
    expect(await ask("keptMatch", size)).toMatchObject({ people: 2, left: 0 });
    expect(await ask("keptCount", {})).toEqual({ texts: 0, settled: 0, lines: 0 });
  });

  it("takes a day that is typed for a kept text as people type days, and offers no inner item for a column", async () => {
    const { ask } = await importOffice();
    const roles = await ask("importRoles", {});
    expect(roles.filter(({ role }) => role.startsWith("keptText."))).toEqual([]);
    const table = pasted(
      ["Họ và tên", "Chức vụ", "Ngày sinh"],
      ["Nguyễn Văn Một", "Chủ tịch UBND", "05/06/1980"],
    );
    const { session } = await ask("importOpen", table);
    await ask("importPlan", { session });
    await ask("importApply", { session });
    const [kept] = (await ask("keptTexts", { offset: 0, limit: 10 })).rows;
    expect(kept).toMatchObject({ text: "05/06/1980", offered: "05/06/1980" });
    const { heading = "", text = "", column } = kept ?? {};
    const answer = { heading, text, column: column ?? "", answer: "05/06/1980" };
    expect(await ask("keptMatch", answer)).toMatchObject({ people: 1, left: 0 });
    const record = await ask("officialGet", { id: kept?.people[0]?.id ?? "", moment: { on: "2026-10-01" } });
    expect(record.official).toMatchObject({ birth: "1980-06-05" });
  });

  it("tells columns taken as before, what a doubtful line says, and no row by the answer that its heading holds", async () => {
    const { ask } = await importOffice();
    const table = (...names: readonly string[]) =>
      pasted(
        ["Họ và tên", "Ngày sinh", "Chức vụ", "Trình độ chuyên môn"],
        ...names.map((name) => [name, "25/12/1980", "Chủ tịch UBND", "Đại học"]),
      );
    const first = await ask("importOpen", table("Nguyễn Văn Mẫu"));
    expect(first.sheets[0]?.remembered).toBe(false);
    await ask("importPlan", { session: first.session });
    const page = { offset: 0, limit: 10 };
    const added = await ask("importPeople", { session: first.session, outcome: "added", ...page });
    expect(added.rows[0]?.changes.map(({ label }) => label)).not.toContain("Loại trình độ");
    expect(added.rows[0]?.changes.map(({ label }) => label)).toContain("Trình độ chuyên môn");
    await ask("importApply", { session: first.session });
    const again = await ask(
      "importOpen",
      pasted(
        ["Họ và tên", "Ngày sinh", "Chức vụ", "Trình độ chuyên môn"],
        ["Nguyễn Văn Mẫu", "1980", "Bí thư Đảng ủy", "Thạc sĩ"],
      ),
    );
    expect(again.sheets[0]?.remembered).toBe(true);
    await ask("importPlan", { session: again.session });
    const doubtful = await ask("importPeople", { session: again.session, outcome: "duplicate", ...page });
    expect(doubtful.rows[0]?.duplicate?.said).toContainEqual({
      of: "post",
      heading: "Chức vụ",
      text: "Bí thư Đảng ủy",
    });
  });
});
