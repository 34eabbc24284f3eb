/** Next month's copy of a list: what was answered of its columns and texts is an answer again, as long as nothing says otherwise. */
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

const heading = ["STT", "Họ và tên", "Ngày sinh", "Chức vụ", "Số CCCD", "Dân tộc"];
type Line = readonly string[];

/** Opens a list and says what is asked of it, with what is answered already. */
async function opened({ ask }: WindowCalls, lines: readonly Line[]) {
  const text = [heading, ...lines].map((line) => line.join("\t")).join("\n");
  const { session } = await ask("importOpen", { text, name: "Dán" });
  const plan = await ask("importPlan", { session });
  const { rows } = await ask("importQuestions", { session, offset: 0, limit: 50 });
  return {
    session,
    plan,
    questions: rows,
    said: rows.map(({ key, answer, recalled }) => [key, answer, recalled]),
  };
}

async function answered(
  calls: WindowCalls,
  session: string,
  answers: Readonly<Record<string, string | null>>,
) {
  const given = Object.entries(answers).map(([key, answer]) => ({ key, answer }));
  await calls.ask("importAnswer", { session, answers: given });
  await calls.ask("importPlan", { session });
  return calls.ask("importApply", { session });
}

const order = "dateOrder:!C";
const zero = "lostZero:!E:11";
const post = "word:assignment.post:Thú y";
const other = "word:assignment.post:Việc lạ";
const people = "word:official.ethnicity:Thổ";

const first: Line[] = [
  ["1", "Nguyễn Văn Mẫu", "05/12/1980", "Thú y", "25080001234", ""],
  ["2", "Lê Thị Thử", "07/08/1985", "Việc lạ", "25185004321", "Thổ"],
];
/** A month later: somebody new, written as the others are. */
const next: Line[] = [...first, ["3", "Trần Văn Ba", "03/04/1990", "Thú y", "25090004321", "Thổ"]];
const given = {
  [order]: "dmy",
  [zero]: "pad",
  [post]: "Công chức chuyên môn",
  [other]: "text",
  [people]: "Thổ",
};

async function afterTheFirst() {
  const calls = await office();
  const { session, plan, questions } = await opened(calls, first);
  expect(questions.map(({ key }) => key).sort()).toEqual(Object.keys(given).sort());
  expect(plan.questions).toMatchObject({ asked: 5, open: 5, recalled: 0 });
  await answered(calls, session, given);
  return calls;
}

describe("next month's copy of a list", () => {
  it("is answered as the list before, and says so of every question", async () => {
    const calls = await afterTheFirst();
    const { plan, questions, session } = await opened(calls, next);
    expect(plan.questions).toEqual({
      asked: 5,
      open: 0,
      openEncodings: 0,
      openTexts: 0,
      recalled: 5,
      cameUp: 0,
      whichRows: [],
    });
    expect(plan).toMatchObject({ added: 1, unchanged: 2, kept: 0 });
    const of = (key: string) => questions.find((one) => one.key === key);
    expect([of(order)?.answer, of(zero)?.answer, of(other)?.answer]).toEqual(["dmy", "pad", "text"]);
    expect([of(order)?.count, of(zero)?.count, of(post)?.count]).toEqual([3, 3, 2]);
    const labels = await calls.ask("importPeople", { session, outcome: "added", offset: 0, limit: 9 });
    expect(labels.rows[0]?.changes.map(({ after }) => after)).toEqual(
      expect.arrayContaining(["03/04/1990", "025090004321", "Công chức chuyên môn", "Thổ"]),
    );
  });

  it("is asked again where an answer is taken back, and takes another one for the next time", async () => {
    const calls = await afterTheFirst();
    const { session } = await opened(calls, next);
    const counts = await calls.ask("importAnswer", {
      session,
      answers: [order, post, other].map((key) => ({ key, answer: null })),
    });
    expect(counts).toMatchObject({ asked: 5, open: 3, recalled: 2 });
    const plan = await calls.ask("importPlan", { session });
    expect(plan.questions).toMatchObject({ open: 3, recalled: 2 });
    await answered(calls, session, { [order]: "mdy", [post]: "Bí thư Đảng ủy", [other]: "Thú y khác" });
    const { questions } = await opened(calls, next);
    const of = (key: string) => questions.find((one) => one.key === key);
    expect([of(order)?.answer, of(order)?.recalled]).toEqual(["mdy", true]);
    expect(of(other)?.recalled ?? false).toBe(false);
    const chosen = await calls.ask("postsList", { knownOn: null });
    expect(chosen.find(({ id }) => id === of(post)?.answer)?.name).toContain("Bí thư Đảng ủy");
  });
});

describe("an answer of before", () => {
  it("is none where the column says otherwise", async () => {
    const calls = await afterTheFirst();
    const { plan, said } = await opened(calls, [...next, ["4", "Đỗ Thị Tư", "05/25/1990", "", "", ""]]);
    expect(said).toContainEqual([order, null, false]);
    expect(plan.questions).toMatchObject({ open: 1, recalled: 4 });
  });

  it("is none of a column that is taken for another thing", async () => {
    const calls = await afterTheFirst();
    const { session } = await opened(calls, next);
    await calls.ask("importChoose", { session, sheet: "", roles: { C: "official.partyJoined" } });
    await calls.ask("importPlan", { session });
    const { rows } = await calls.ask("importQuestions", { session, offset: 0, limit: 50 });
    expect(rows.map(({ key, answer }) => [key, answer])).toContainEqual([order, null]);
  });

  it("is none where the post that it names has ended", async () => {
    const calls = await afterTheFirst();
    const { questions } = await opened(calls, next);
    const id = questions.find(({ key }) => key === post)?.answer ?? "";
    calls.workspace.roster.write({
      action: "edit",
      edits: [{ kind: "update", entity: "post", id, fields: { validTo: "2026-01-01" } }],
    });
    expect((await opened(calls, next)).said).toContainEqual([post, null, false]);
  });

  it("is none where it would make somebody older than people get", async () => {
    const calls = await office();
    const dates = ["STT", "Họ và tên", "Ngày vào Đảng"];
    const list = async (...lines: Line[]) => {
      const text = [dates, ...lines].map((line) => line.join("\t")).join("\n");
      const { session } = await calls.ask("importOpen", { text, name: "Dán" });
      await calls.ask("importPlan", { session });
      const { rows } = await calls.ask("importQuestions", { session, offset: 0, limit: 9 });
      return { session, said: rows.map(({ key, answer, recalled }) => [key, answer, recalled]) };
    };
    const century = "century:!C";
    const old = ["1", "Nguyễn Văn Mẫu", "23/02/20"];
    const { session, said } = await list(old);
    expect(said).toEqual([[century, null, false]]);
    await answered(calls, session, { [century]: "2000" });
    expect((await list(old, ["2", "Lê Thị Thử", "23/02/21"])).said).toEqual([[century, "2000", true]]);
    const again = await list(old);
    await answered(calls, again.session, { [century]: "1900" });
    expect((await list(old)).said).toEqual([[century, null, false]]);
  });
});
