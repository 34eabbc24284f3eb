/** A list of village posts through the window's calls: asked once, noted with the village, and known next month. */
import { afterEach, describe, expect, it } from "vitest";
import { closeImportOffices, importOffice, pasted } from "../../testing/import-office";

afterEach(closeImportOffices);

const columns = ["Họ và tên", "Ngày sinh", "Chức vụ", "Từ ngày"];
const rowsOf = (...posts: readonly string[]) =>
  posts.map((post, at) => [`Nguyễn Văn ${["Một", "Hai", "Ba", "Bốn"][at]}`, "1980", post, "2025"]);
const answer = 'new:{"name":"Trưởng khu","group":"otherPost","category":"khongChuyenTrach"}';
const key = "word:assignment.post:Trưởng khu";

type Ask = Awaited<ReturnType<typeof importOffice>>["ask"];

async function opened(ask: Ask, ...posts: readonly string[]) {
  const { session } = await ask("importOpen", pasted(columns, ...rowsOf(...posts)));
  const plan = await ask("importPlan", { session });
  const { rows } = await ask("importQuestions", { session, offset: 0, limit: 20 });
  return { session, plan, asked: rows.map((row) => [row.key, row.count, row.recalled]) };
}

/** What is recorded of posts, by what the preview of added people says. */
async function added(ask: Ask, session: string) {
  await ask("importPlan", { session });
  const { rows } = await ask("importPeople", { session, outcome: "added", offset: 0, limit: 20 });
  return rows.map(({ changes }) =>
    changes.flatMap(({ label, after }) => (/Chức danh|Ghi chú/u.test(label) ? after : [])),
  );
}

describe("a list of village posts", () => {
  it("asks nothing of those of the decree, and two posts of one text once", async () => {
    const { ask } = await importOffice();
    const list = [
      "Trưởng thôn Mẫu",
      "Tổ trưởng TDP số 3",
      "Bí thư Chi bộ, Trưởng thôn 3",
      "Bí thư Chi bộ, Trưởng thôn 4",
    ];
    const { session, asked } = await opened(ask, ...list);
    expect(asked).toEqual([["word:assignment.post:Bí thư Chi bộ, Trưởng thôn", 2, false]]);
    const [first, second] = await added(ask, session);
    expect(first).toEqual(["Trưởng thôn", "Thôn Mẫu"]);
    expect(second).toEqual(["Tổ trưởng tổ dân phố", "TDP số 3"]);
  });

  it("asks once of a post that the catalog lacks, and knows it next month in a village that is new", async () => {
    const { ask } = await importOffice();
    const { session, plan, asked } = await opened(ask, "Trưởng khu 1", "Trưởng khu Mẫu", "trưởng khu 3");
    expect(asked).toEqual([[key, 3, false]]);
    expect(plan).toMatchObject({ questions: { open: 1 } });
    await ask("importAnswer", { session, answers: [{ key, answer }] });
    expect(await added(ask, session)).toEqual([
      ["Trưởng khu (chức danh mới)", "Khu 1"],
      ["Trưởng khu (chức danh mới)", "Khu Mẫu"],
      ["Trưởng khu (chức danh mới)", "Khu 3"],
    ]);
    await ask("importApply", { session });
    const next = await opened(ask, "Trưởng khu 1", "Trưởng khu Mẫu", "trưởng khu 3", "Trưởng khu 4");
    expect(next.plan).toMatchObject({ unchanged: 3, added: 1, kept: 0, questions: { open: 0 } });
    expect(await added(ask, next.session)).toEqual([["Trưởng khu", "Khu 4"]]);
  });

  it("remembers what two posts of one text are for every village", async () => {
    const { ask } = await importOffice();
    const { session } = await opened(ask, "Bí thư Chi bộ, Trưởng thôn 3");
    const { rows } = await ask("importQuestions", { session, offset: 0, limit: 5 });
    const both = rows[0]?.choices[0]?.value ?? "";
    await ask("importAnswer", { session, answers: [{ key: rows[0]?.key ?? "", answer: both }] });
    expect(await ask("importPlan", { session })).toMatchObject({ added: 1, kept: 0 });
    await ask("importApply", { session });
    const next = await opened(ask, "Bí thư Chi bộ, Trưởng thôn 3", "Bí thư Chi bộ, Trưởng thôn 9");
    expect(next.plan).toMatchObject({ unchanged: 1, added: 1, kept: 0, questions: { open: 0 } });
  });

  it("remembers what was left as it is written for every village", async () => {
    const { ask } = await importOffice();
    const { session } = await opened(ask, "Trưởng khu 1");
    await ask("importAnswer", { session, answers: [{ key, answer: "text" }] });
    await ask("importPlan", { session });
    await ask("importApply", { session });
    const next = await opened(ask, "Trưởng khu 1", "Trưởng khu 2");
    expect(next.plan.questions).toMatchObject({ open: 0, recalled: 1 });
  });

  it("offers for a kept text what another village's was matched with", async () => {
    const { ask } = await importOffice();
    const { session } = await opened(ask, "Trưởng khu 1", "Trưởng khu 2");
    await ask("importApply", { session });
    const match = { heading: "Chức vụ", text: "Trưởng khu 1", column: "assignment.post", answer };
    expect(await ask("keptMatch", match)).toMatchObject({ people: 1, left: 0 });
    const post = (await ask("postsList", { knownOn: null })).find(({ name }) => name === "Trưởng khu");
    const { rows } = await ask("keptTexts", { offset: 0, limit: 5 });
    const villages = rows.flatMap(({ text, offered }) => (text === "2025" ? [] : [[text, offered]]));
    expect(post).toBeDefined();
    expect(villages).toEqual([["Trưởng khu 2", post?.id]]);
  });
});
