// Guards that nobody answers of a likely duplicate without what tells people apart, nor puts two rows into one record unasked.
import { afterEach, describe, expect, it } from "vitest";
import { closeImportOffices, importOffice, pasted } from "../../testing/import-office";

afterEach(closeImportOffices);

describe("a likely duplicate of the preview", () => {
  it("asks again of an answer by which two rows came to one record, and takes none for all rows for that", async () => {
    const { ask } = await importOffice();
    const columns = ["Họ và tên", "Ngày sinh", "Điện thoại"];
    const known = await ask("importOpen", pasted(columns, ["Nguyễn Văn Mẫu", "25/05/1975", ""]));
    await ask("importApply", { session: known.session });
    const rows = ["0912345678", "0912345679"].map((phone) => ["Nguyễn Văn Mẫu", "25/05/1975", phone]);
    const { session } = await ask("importOpen", pasted(columns, ...rows));
    const duplicates = async () => {
      const plan = await ask("importPlan", { session });
      const page = await ask("importPeople", { session, outcome: "duplicate", offset: 0, limit: 10 });
      expect(page.total).toBe(plan.duplicates);
      return page.rows.map((row) => ({ rows: row.rows, whose: row.duplicate?.candidates[0] }));
    };
    const [, second] = await duplicates();
    const answer = second?.whose?.answer ?? "";
    // The lower row first: nothing else goes to that record then.
    await ask("importAnswer", { session, answers: [{ key: "duplicate:!3", answer }] });
    expect(await duplicates()).toMatchObject([{ rows: [2], whose: { line: null } }]);
    await ask("importAnswer", { session, answers: [{ key: "duplicate:!2", answer }] });
    const held = [{ rows: [3], whose: { line: { sheet: "", row: 2 }, answer: "same:!2" } }];
    expect(await duplicates()).toMatchObject(held);
    await ask("importAnswerAll", { session, of: "duplicates", answer: null });
    await ask("importAnswerAll", { session, of: "duplicates", answer: "same" });
    expect(await duplicates()).toMatchObject(held);
    await ask("importAnswer", { session, answers: [{ key: "duplicate:!3", answer: "same:!2" }] });
    expect(await duplicates()).toEqual([]);
    expect(await ask("importPlan", { session })).toMatchObject({ people: 1, changed: 1 });
  });

  it("tells of a likely duplicate the unit and the post, of a row of the table as they are written there", async () => {
    const { ask } = await importOffice();
    const columns = ["Họ và tên", "Ngày sinh", "Đơn vị", "Chức danh"];
    const { session } = await ask(
      "importOpen",
      pasted(
        columns,
        ["Nguyễn Văn Mẫu", "25/05/1975", "Phòng thử", "Bí thư thử"],
        ["Nguyễn Văn Mẫu", "25/05/1975", "", "Văn thư"],
      ),
    );
    await ask("importPlan", { session });
    const { rows } = await ask("importPeople", { session, outcome: "duplicate", offset: 0, limit: 10 });
    const { said, candidates } = rows[0]?.duplicate ?? {};
    expect(candidates).toMatchObject([{ unitName: "Phòng thử", postName: "Bí thư thử" }]);
    expect(said).toContainEqual({ of: "post", heading: "Chức danh", text: "Văn thư" });
  });
});
