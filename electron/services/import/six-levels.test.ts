/** A level of the six-level framework in a column of foreign languages: recorded as such, and told from the certificates. */
import { afterEach, expect, it } from "vitest";
import { testPlace } from "../../testing/sample-roster";
import { type WindowCalls, windowCalls } from "../../testing/window-calls";

const open: WindowCalls[] = [];
afterEach(async () => {
  for (const calls of open.splice(0)) await calls.close();
});

it("keeps B1 apart from certificates A, B and C, and asks what above a university degree means", async () => {
  const place = testPlace();
  const calls = windowCalls(place.environment, place.folder);
  open.push(calls);
  const { ask } = calls;
  const [unit] = await ask("shippedUnitsSearch", { query: "08173", on: "2026-01-01", limit: 5 });
  await ask("rosterCreate", { path: `${place.folder}/so.scb`, unitId: unit?.id ?? "" });
  const lines = [
    ["Họ và tên", "Năm sinh", "Trình độ chuyên môn", "Ngoại ngữ"],
    ["Nguyễn Văn Mẫu", "1980", "Đại học Luật", "B1"],
    ["Lê Thị Thử", "1985", "Sau đại học", "Chứng chỉ B"],
  ];
  const text = lines.map((line) => line.join("\t")).join("\n");
  const { session } = await ask("importOpen", { text, name: "Dán" });
  await ask("importPlan", { session });
  const asked = await ask("importQuestions", { session, offset: 0, limit: 10 });
  expect(asked.rows.map(({ text: said }) => said)).toEqual(["Sau đại học"]);
  expect(asked.rows[0]?.choices.map(({ value }) => value)).toEqual(
    expect.arrayContaining(["master", "doctor"]),
  );
  await ask("importAnswer", { session, answers: [{ key: asked.rows[0]?.key ?? "", answer: "master" }] });
  await ask("importPlan", { session });
  const { rows } = await ask("importPeople", { session, outcome: "added", offset: 0, limit: 10 });
  const levels = rows.map(({ changes }) => changes.map(({ label, after }) => `${label}: ${after}`));
  expect(levels[0]).toContain("Ngoại ngữ theo khung 6 bậc: Bậc 3 (B1)");
  expect(levels[1]).toContain("Ngoại ngữ: Chứng chỉ cơ bản (A, B)");
  expect(levels[1]).toContain("Trình độ chuyên môn: Thạc sĩ");
});
