/** Another post or level in the table than on record: asked of each by itself, with the day that a new post needs. */
import { afterEach, expect, it } from "vitest";
import { closeImportOffices, importOffice, pasted } from "../../testing/import-office";

afterEach(closeImportOffices);

const heads = ["Họ và tên", "Số định danh", "Chức danh", "Trình độ chuyên môn"];
const list = [
  ["Nguyễn Văn Mẫu", "025080001234", "Phó Chủ tịch UBND", "Đại học"],
  ["Lê Thị Thử", "025185001234", "Chủ tịch HĐND", "Trung cấp"],
];

async function office() {
  const calls = await importOffice();
  const { ask } = calls;
  const plan = async (...lines: readonly (readonly string[])[]) => {
    const { session } = await ask("importOpen", pasted(...lines));
    await ask("importPlan", { session });
    return session;
  };
  await ask("importApply", { session: await plan(heads, ...list) });
  const asked = async (session: string) => {
    const { rows } = await ask("importQuestions", { session, offset: 0, limit: 50 });
    return rows.map(({ key, message, which, answer }) => ({ key, message, which, answer }));
  };
  const answer = async (session: string, answers: Readonly<Record<string, string>>) => {
    await ask("importAnswer", {
      session,
      answers: Object.entries(answers).map(([key, text]) => ({ key, answer: text })),
    });
    return ask("importPlan", { session });
  };
  const changes = async (session: string) => {
    const { rows } = await ask("importPeople", { session, outcome: "changed", offset: 0, limit: 9 });
    return rows.map(({ name, changes: found }) => [
      name,
      ...found.map(({ label, after }) => `${label}: ${after}`),
    ]);
  };
  return { ask, plan, asked, answer, changes };
}

const moved = [
  ["Nguyễn Văn Mẫu", "025080001234", "Chủ tịch UBND", "Đại học"],
  ["Lê Thị Thử", "025185001234", "Phó Chủ tịch HĐND", "Cao đẳng"],
];

it("names the old and the new one of each, and takes another answer of each", async () => {
  const { plan, asked, answer, changes } = await office();
  const session = await plan(heads, ...moved);
  const questions = await asked(session);
  expect(questions.map(({ message }) => message)).toEqual([
    "Nguyễn Văn Mẫu: “Chức danh” trong sổ là “Phó Chủ tịch UBND”, trong bảng là “Chủ tịch UBND”",
    "Lê Thị Thử: “Chức danh” trong sổ là “Chủ tịch HĐND”, trong bảng là “Phó Chủ tịch HĐND”",
    "Lê Thị Thử: “Trình độ chuyên môn” trong sổ là “Trung cấp”, trong bảng là “Cao đẳng”",
  ]);
  const [promotion = "", slip = "", level = ""] = questions.map(({ key }) => key);
  await answer(session, { [promotion]: "new:2025-07", [slip]: "correct", [level]: "correct" });
  expect(await changes(session)).toEqual([
    [
      "Nguyễn Văn Mẫu",
      "Đến ngày: 06/2025",
      "Chức danh: Chủ tịch UBND",
      "Đơn vị: Xã Quảng Yên",
      "Từ ngày: 07/2025",
    ],
    ["Lê Thị Thử", "Chức danh: Phó Chủ tịch HĐND", "Trình độ chuyên môn: Cao đẳng"],
  ]);
});

it("counts nobody as changed of whom nothing is written, whatever is kept as text", async () => {
  const { ask, plan } = await office();
  const session = await plan(heads, ...moved);
  const open = await ask("importPlan", { session });
  expect(open).toMatchObject({ added: 0, changed: 0, unchanged: 2, kept: 3 });
  expect(open.questions).toMatchObject({ asked: 3, open: 3 });
});

it("goes on asking for the day of a new post that the table does not tell", async () => {
  const { plan, asked, answer } = await office();
  const session = await plan(heads, ...moved.slice(0, 1));
  const [question] = await asked(session);
  expect(question?.which).toEqual({ isDated: true, needsDay: true, since: null });
  for (const said of ["new", "new:hôm nay", "new:2026-02-29", "new:1900-01-01", "xyz"]) {
    const planned = await answer(session, { [question?.key ?? ""]: said });
    expect(planned).toMatchObject({ changed: 0, questions: { open: 1 } });
  }
  expect(await answer(session, { [question?.key ?? ""]: "new:2025-07-15" })).toMatchObject({
    changed: 1,
    kept: 0,
    questions: { open: 0 },
  });
});

it("takes a day that stands in the table for the new post's only where it is another than that on record", async () => {
  const { ask, plan, asked, answer } = await office();
  const dated = ["Họ và tên", "Số định danh", "Chức danh", "Từ ngày"];
  const [name = "", number = ""] = list[0] ?? [];
  await ask("importApply", { session: await plan(dated, [name, number, "Phó Chủ tịch UBND", "15/07/2021"]) });
  const same = await plan(dated, [name, number, "Chủ tịch UBND", "15/07/2021"]);
  const [question] = await asked(same);
  expect(question?.which).toEqual({ isDated: true, needsDay: true, since: "2021-07-15" });
  // Ended before it began, the old post would go on.
  expect(await answer(same, { [question?.key ?? ""]: "new:2021-07-15" })).toMatchObject({ changed: 0 });
  expect(await answer(same, { [question?.key ?? ""]: "new:2025-10-01" })).toMatchObject({
    changed: 1,
    kept: 0,
  });
  const later = await plan(dated, [name, number, "Chủ tịch UBND", "15/10/2025"]);
  const [other] = await asked(later);
  expect(other?.which).toMatchObject({ needsDay: false });
  expect(await answer(later, { [other?.key ?? ""]: "new" })).toMatchObject({ changed: 1, kept: 0 });
});

it("gives one answer to all who have none yet, and leaves the others as they are", async () => {
  const { ask, plan, asked, answer } = await office();
  const session = await plan(heads, ...moved);
  const [first] = await asked(session);
  const planned = await answer(session, { [first?.key ?? ""]: "correct" });
  expect(planned.questions.whichRows).toEqual([
    { rows: "assignment", column: "assignment.post", open: 1, isDated: true, needsDay: true },
    {
      rows: "qualification.professional",
      column: "qualification.professional.level",
      open: 1,
      isDated: false,
      needsDay: false,
    },
  ]);
  await ask("importAnswerAll", { session, of: "whichRows", rows: "assignment", answer: "new:2025" });
  await ask("importPlan", { session });
  expect((await asked(session)).map((one) => one.answer)).toEqual(["correct", "new:2025", null]);
});

it("asks of no level that another line of the same person says, and of none that is the first", async () => {
  const { plan, asked } = await office();
  const [name = "", number = ""] = list[0] ?? [];
  const columns = ["Họ và tên", "Số định danh", "Trình độ chuyên môn", "Tin học"];
  const lines = [
    [name, number, "Thạc sĩ", ""],
    [name, number, "Đại học", "Trung cấp"],
  ];
  for (const some of [lines, [...lines].reverse()])
    expect(await asked(await plan(columns, ...some))).toEqual([]);
});
