/** A post that no catalog has, added where an import asks what a text means. */
import { afterEach, describe, expect, it } from "vitest";
import { closeImportOffices, importOffice, pasted } from "../../testing/import-office";

afterEach(closeImportOffices);

describe("a new post of an import", () => {
  it("adds a post with the import for everybody who has its text, once, and takes it back with the import", async () => {
    const { ask } = await importOffice();
    const columns = ["Họ và tên", "Ngày sinh", "Chức vụ", "Từ ngày"];
    const rows = ["Một", "Hai"].map((name) => [`Nguyễn Văn ${name}`, "1980", "Văn thư", "2026"]);
    const block = pasted(columns, ...rows, ["Lê Thị Ba", "1980", "VT", "2026"]);
    const { session } = await ask("importOpen", block);
    await ask("importPlan", { session });
    const answer = 'new:{"name":"Văn thư","group":"civilServant","category":"congChuc"}';
    const key = "word:assignment.post:Văn thư";
    await ask("importAnswer", { session, answers: [{ key, answer }] });
    // The next text may mean the same: nobody has gone on to the preview yet.
    const { rows: asked } = await ask("importQuestions", { session, offset: 0, limit: 10 });
    const other = asked.find(({ text }) => text === "VT");
    expect(other?.added).toEqual([{ value: answer, label: "Văn thư" }]);
    await ask("importAnswer", { session, answers: [{ key: other?.key ?? "", answer }] });
    expect(await ask("importPlan", { session })).toMatchObject({ added: 3, kept: 0 });
    const people = await ask("importPeople", { session, outcome: "added", offset: 0, limit: 10 });
    expect(people.rows[0]?.changes).toContainEqual(
      expect.objectContaining({ label: "Chức danh", after: "Văn thư (chức danh mới)" }),
    );
    const { changeId } = await ask("importApply", { session });
    const posts = async () =>
      (await ask("postsList", { knownOn: null })).filter(({ name }) => name === "Văn thư");
    const [post, ...others] = await posts();
    expect([post, others]).toMatchObject([{ group: "civilServant", isOurs: true, validFrom: null }, []]);
    const again = await ask("importOpen", block);
    expect(await ask("importPlan", { session: again.session })).toMatchObject({
      unchanged: 3,
      questions: { open: 0, recalled: 1 },
    });
    await ask("changeUndo", { id: changeId ?? 0, on: "2026-01-01" });
    expect(await posts()).toEqual([]);
  });

  it("adds nothing where the catalog has the post by now, so that an answer may come with every list", async () => {
    const { ask } = await importOffice();
    const columns = ["Họ và tên", "Ngày sinh", "Chức vụ", "Từ ngày"];
    const answer = 'new:{"name":"Văn thư","group":"civilServant","category":"congChuc"}';
    const shipped = 'new:{"name":"Công chức chuyên môn","group":"civilServant","category":"congChuc"}';
    const answers = [
      { key: "word:assignment.post:VT", answer },
      { key: "word:assignment.post:CCCM", answer: shipped },
    ];
    for (const name of ["Một", "Hai"]) {
      const rows = ["VT", "CCCM"].map((post) => [`Nguyễn Văn ${name} ${post}`, "1980", post, "2026"]);
      const { session } = await ask("importOpen", pasted(columns, ...rows));
      await ask("importAnswer", { session, answers });
      expect(await ask("importPlan", { session })).toMatchObject({ added: 2, kept: 0 });
      await ask("importApply", { session });
    }
    const names = (await ask("postsList", { knownOn: null })).map((post) => post.name);
    expect(names.filter((name) => name === "Văn thư" || name.startsWith("Công chức chuyên môn"))).toEqual([
      "Công chức chuyên môn",
      "Văn thư",
    ]);
  });

  it("adds a post where a kept text is matched with one that the catalog lacks", async () => {
    const { ask } = await importOffice();
    const columns = ["Họ và tên", "Ngày sinh", "Chức vụ", "Từ ngày"];
    const { session } = await ask("importOpen", pasted(columns, ["Lê Thị Ba", "1980", "Văn thư", "2026"]));
    await ask("importApply", { session });
    const answer = 'new:{"name":"Văn thư xã","group":"civilServant","category":"congChuc"}';
    const match = { heading: "Chức vụ", text: "Văn thư", column: "assignment.post", answer };
    expect(await ask("keptMatch", match)).toMatchObject({ people: 1, left: 0 });
    const posts = await ask("postsList", { knownOn: null });
    expect(posts.filter(({ name }) => name === "Văn thư xã")).toHaveLength(1);
  });
});
