/** The import as the window asks for it, through the contract. */
import { afterEach, describe, expect, it } from "vitest";
import { testPlace } from "../../testing/sample-roster";
import { type WindowCalls, windowCalls } from "../../testing/window-calls";

const open: WindowCalls[] = [];
afterEach(async () => {
  for (const calls of open.splice(0)) await calls.close();
});

async function office(): Promise<WindowCalls> {
  const place = testPlace();
  const calls = windowCalls(place.environment, place.folder);
  open.push(calls);
  const [unit] = await calls.ask("shippedUnitsSearch", { query: "08173", on: "2026-01-01", limit: 5 });
  if (unit === undefined) throw new Error("No unit");
  await calls.ask("rosterCreate", { path: `${place.folder}/so.scb`, unitId: unit.id });
  return calls;
}

const pasted = (...lines: readonly (readonly string[])[]) => ({
  text: lines.map((line) => line.join("\t")).join("\n"),
  name: "Dán",
});
const heading = ["STT", "Họ và tên", "Ngày sinh", "Chức vụ", "Sổ BHXH"];

describe("the import of the window", () => {
  it("opens, matches, asks, previews page by page, writes once and is undone at once", async () => {
    const { ask, send } = await office();
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
    expect(chosen.sheets[0]?.columns[4]).toMatchObject({ role: "#ignored", label: "Bỏ qua" });
    const plan = await ask("importPlan", { session });
    expect(plan).toMatchObject({ added: 2, kept: 1, problems: 1 });
    const [question] = plan.questions;
    expect(question).toMatchObject({
      key: "word:assignment.post:Thú y",
      column: "assignment.post",
      answer: null,
    });
    await ask("importAnswer", {
      session,
      answers: [{ key: question?.key ?? "", answer: "Công chức chuyên môn" }],
    });
    expect((await send("importPeople", { session, outcome: "added", offset: 0, limit: 10 })).ok).toBe(false);
    expect(await ask("importPlan", { session })).toMatchObject({
      added: 2,
      kept: 0,
      questions: [{ key: question?.key, answer: "Công chức chuyên môn" }],
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

  it("matches a kept text once for everybody who has it, and takes it away there", async () => {
    const { ask } = await office();
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

  it("tells columns taken as before, what a doubtful line says, and no row by the answer that its heading holds", async () => {
    const { ask } = await office();
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
    expect(doubtful.rows[0]?.duplicate?.said).toContainEqual({ heading: "Chức vụ", text: "Bí thư Đảng ủy" });
  });
});
