/** What a preview says of a second paper or post: that it comes beside the first, which nobody would want to lose. */
import { afterEach, expect, it } from "vitest";
import { closeImportOffices, importOffice, pasted } from "../../testing/import-office";

afterEach(closeImportOffices);

async function office() {
  const calls = await importOffice();
  const plan = async (...lines: readonly (readonly string[])[]) => {
    const { session } = await calls.ask("importOpen", pasted(...lines));
    await calls.ask("importPlan", { session });
    return session;
  };
  const changes = async (session: string) => {
    const page = await calls.ask("importPeople", { session, outcome: "changed", offset: 0, limit: 9 });
    return page.rows.flatMap((person) =>
      person.changes.map(({ label, before, after, beside }) => [label, before, after, beside]),
    );
  };
  return { ...calls, plan, changes };
}

const heads = ["Họ và tên", "Số định danh", "Trình độ chuyên môn", "Ngày cấp bằng chuyên môn", "Tin học"];

it("tells a second degree as one beside the first, field by field, and a first one as what was not known", async () => {
  const { ask, plan, changes } = await office();
  await ask("importApply", {
    session: await plan(heads, ["Nguyễn Văn Mẫu", "025080001234", "Đại học", "2002", ""]),
  });
  const session = await plan(heads, ["Nguyễn Văn Mẫu", "025080001234", "Thạc sĩ", "2015", "Trung cấp"]);
  await ask("importAnswerAll", {
    session,
    of: "whichRows",
    rows: "qualification.professional",
    answer: "new",
  });
  await ask("importPlan", { session });
  expect(await changes(session)).toEqual([
    ["Trình độ chuyên môn", null, "Thạc sĩ", { text: "Đại học", stays: true }],
    ["Ngày cấp bằng chuyên môn", null, "2015", { text: "2002", stays: true }],
    ["Tin học", null, "Trung cấp", null],
  ]);
});

it("does not say of a post that ends by the import that it stays", async () => {
  const { ask, plan, changes } = await office();
  const posts = ["Họ và tên", "Số định danh", "Chức danh", "Từ ngày"];
  await ask("importApply", {
    session: await plan(posts, ["Nguyễn Văn Mẫu", "025080001234", "Phó Chủ tịch UBND", "15/07/2021"]),
  });
  const session = await plan(posts, ["Nguyễn Văn Mẫu", "025080001234", "Chủ tịch UBND", "15/10/2025"]);
  await ask("importAnswerAll", { session, of: "whichRows", rows: "assignment", answer: "new" });
  await ask("importPlan", { session });
  const told = await changes(session);
  expect(told).toContainEqual(["Đến ngày", null, "14/10/2025", null]);
  expect(told).toContainEqual([
    "Chức danh",
    null,
    "Chủ tịch UBND",
    { text: "Phó Chủ tịch UBND", stays: false },
  ]);
});

it("writes no post beside the one on record where that one cannot end the day before", async () => {
  const { ask, plan, changes } = await office();
  const posts = ["Họ và tên", "Số định danh", "Chức danh", "Từ ngày"];
  await ask("importApply", {
    session: await plan(posts, ["Nguyễn Văn Mẫu", "025080001234", "Phó Chủ tịch UBND", "15/07/2021"]),
  });
  for (const from of ["2021", "01/01/2020"]) {
    const session = await plan(posts, ["Nguyễn Văn Mẫu", "025080001234", "Chủ tịch HĐND", from]);
    await ask("importAnswerAll", { session, of: "whichRows", rows: "assignment", answer: "new" });
    await ask("importPlan", { session });
    expect(await changes(session)).toEqual([]);
    const { rows } = await ask("importProblems", { session, offset: 0, limit: 9 });
    expect(rows.map(({ message }) => message).join(" ")).toContain("chưa kết thúc được chức danh cũ");
  }
});
