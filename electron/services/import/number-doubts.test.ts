/** A number whose digits say another sex or year of birth than its line: written as it stands, and told as worth a look. */
import { afterEach, expect, it } from "vitest";
import { closeImportOffices, importOffice, pasted } from "../../testing/import-office";

afterEach(closeImportOffices);

it("is told beside its cell, and once: not again with the list that follows", async () => {
  const { ask } = await importOffice();
  const lines = [
    ["Họ và tên", "Giới tính", "Năm sinh", "Số định danh", "Chức danh"],
    ["Nguyễn Văn Mẫu", "Nam", "1980", "025080001234", "Chủ tịch UBND"],
    ["Lê Thị Thử", "Nữ", "1986", "025085004321", "Chủ tịch HĐND"],
  ];
  const { session } = await ask("importOpen", pasted(...lines));
  expect(await ask("importPlan", { session })).toMatchObject({ added: 2, kept: 0, problems: 2 });
  const { rows } = await ask("importProblems", { session, offset: 0, limit: 9 });
  expect(rows.map(({ person, column, severity, message }) => [person, column, severity, message])).toEqual([
    ["Lê Thị Thử", "D", "warning", expect.stringContaining("Chữ số thứ tư của số định danh này là của nam")],
    ["Lê Thị Thử", "D", "warning", expect.stringContaining("sinh năm 1985")],
  ]);
  await ask("importApply", { session });
  const again = await ask("importOpen", pasted(...lines));
  expect(await ask("importPlan", { session: again.session })).toMatchObject({ unchanged: 2, problems: 0 });
});
