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

  it("marks what the line says otherwise, and nothing that is only written in another way", async () => {
    const { ask } = await importOffice();
    const columns = ["Họ và tên", "Ngày sinh", "Số CCCD", "Chức danh"];
    const known = await ask(
      "importOpen",
      pasted(
        columns,
        ["Nguyễn Văn Mẫu", "05/08/1975", "025075001234", "Chủ tịch UBND"],
        ["Nguyễn Văn Mẫu", "05/08/1975", "025075004321", "Phó Chủ tịch UBND"],
      ),
    );
    await ask("importPlan", { session: known.session });
    await ask("importAnswerAll", { session: known.session, of: "duplicates", answer: "other" });
    await ask("importPlan", { session: known.session });
    await ask("importApply", { session: known.session });
    const { session } = await ask(
      "importOpen",
      pasted([...columns, "Điện thoại"], ["NGUYỄN VĂN MẪU", "5/8/1975", "", "CT UBND", "0912345678"]),
    );
    await ask("importPlan", { session });
    const { rows } = await ask("importPeople", { session, outcome: "duplicate", offset: 0, limit: 10 });
    const told = rows[0]?.duplicate?.candidates.map(({ postName, differs }) => [postName, differs]);
    expect(told).toEqual([
      ["Chủ tịch UBND", []],
      ["Phó Chủ tịch UBND", ["post"]],
    ]);
  });

  it("sets every other field that the line gives beside what each of them has there", async () => {
    const { ask } = await importOffice();
    const columns = ["Họ và tên", "Ngày sinh", "Quê quán", "Điện thoại", "Lý luận chính trị", "Ghi chú"];
    const mau = ["Nguyễn Văn Mẫu", "25/05/1975"];
    const [first, second] = [
      [...mau, "Thôn Hạ Hòa", "0912345678", "Trung cấp", ""],
      [...mau, "Thôn Hạ Hoa", "0912000000", "", "chuyển đến"],
    ];
    const known = await ask("importOpen", pasted(columns, first ?? [], second ?? []));
    await ask("importPlan", { session: known.session });
    await ask("importAnswerAll", { session: known.session, of: "duplicates", answer: "other" });
    await ask("importPlan", { session: known.session });
    await ask("importApply", { session: known.session });
    const line = [...mau, "thôn hạ hoà", "0912 345 678", "trung cấp", "xem lại"];
    const { session } = await ask("importOpen", pasted(columns, line));
    await ask("importPlan", { session });
    const { rows } = await ask("importPeople", { session, outcome: "duplicate", offset: 0, limit: 10 });
    const [person] = rows;
    const inOrder = [...(person?.duplicate?.candidates ?? [])].map(({ officialId }) => officialId);
    expect(new Set(inOrder).size).toBe(2);
    const isFirst = person?.duplicate?.more[0]?.told[0]?.text === "Thôn Hạ Hòa" ? 0 : 1;
    const told = person?.duplicate?.more.map(({ heading, said, told: all }) => [
      heading,
      said,
      all[isFirst],
      all[1 - isFirst],
    ]);
    expect(told).toEqual([
      [
        "Quê quán",
        "thôn hạ hoà",
        { text: "Thôn Hạ Hòa", differs: false },
        { text: "Thôn Hạ Hoa", differs: true },
      ],
      [
        "Điện thoại",
        "0912 345 678",
        { text: "0912345678", differs: false },
        { text: "0912000000", differs: true },
      ],
      ["Lý luận chính trị", "trung cấp", { text: "Trung cấp", differs: false }, { text: "", differs: false }],
      ["Ghi chú", "xem lại", { text: "", differs: false }, { text: "chuyển đến", differs: true }],
    ]);
  });

  it("counts for each answer for many the rows that it answers, and leaves those answered that it does not", async () => {
    const { ask } = await importOffice();
    const columns = ["Họ và tên", "Ngày sinh", "Điện thoại"];
    const lan = ["Hoàng Thị Lan", "15/08/1988", ""];
    const mau = ["Nguyễn Văn Mẫu", "25/05/1975", ""];
    const known = await ask("importOpen", pasted(columns, lan, mau, lan));
    await ask("importPlan", { session: known.session });
    await ask("importAnswerAll", { session: known.session, of: "duplicates", answer: "other" });
    await ask("importPlan", { session: known.session });
    await ask("importApply", { session: known.session });
    const rows = [lan, mau, mau].map(([name = "", birth = ""], place) => [name, birth, `091234567${place}`]);
    const { session } = await ask("importOpen", pasted(columns, ...rows));
    const plan = async () => {
      const { duplicates, added, changed, left, duplicateAnswers } = await ask("importPlan", { session });
      const { reach, several, taken } = duplicateAnswers;
      return { duplicates, added, changed, left, reach, several, taken };
    };
    // The third row is about the second's person once that is answered, and is asked about then.
    expect(await plan()).toMatchObject({ duplicates: 3, reach: { same: 1, other: 3, leave: 3 } });
    await ask("importAnswerAll", { session, of: "duplicates", answer: "same" });
    expect(await plan()).toMatchObject({
      duplicates: 2,
      changed: 1,
      reach: { same: 0, other: 2, leave: 2 },
      several: 1,
      taken: 1,
    });
    await ask("importAnswerAll", { session, of: "duplicates", answer: "leave" });
    expect(await plan()).toMatchObject({ duplicates: 0, changed: 1, added: 0, left: 2 });
    await ask("importAnswerAll", { session, of: "duplicates", answer: null });
    expect(await plan()).toMatchObject({ duplicates: 3, changed: 0, left: 0 });
  });
});
