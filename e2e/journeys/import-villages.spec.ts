/** A list with posts of villages: one question for all of them, and a post added in one answer is the first choice of the next. */
import { writeFileSync } from "node:fs";
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";
import { readCommandLine } from "../support/command-line";
import { answerDialogs, startProgram } from "../support/program";

const list = (...lines: readonly string[]) =>
  `Họ và tên,Ngày sinh,Số CCCD,Chức vụ,Từ ngày\n${lines.join("\n")}\n`;

test("posts of villages are asked about once, and duplicates are told apart by their numbers", async ({
  place,
}) => {
  const roster = place.path("quang-yen.scb");
  await readCommandLine(place, "init", roster, "--unit", "08173");
  const before = place.path("truoc.csv");
  writeFileSync(
    before,
    list(
      "Nguyễn Văn Mẫu,13/05/1980,025080000001,Chủ tịch UBND,2022",
      "Lê Thị Thử,14/06/1981,025181000002,Chủ tịch HĐND,2022",
    ),
  );
  await readCommandLine(place, "import", roster, before);
  const file = place.path("thon.csv");
  writeFileSync(
    file,
    list(
      "Trần Văn Một,13/05/1970,025070000011,Trưởng khu 1,2023",
      "Trần Văn Hai,13/06/1971,025071000012,Trưởng khu Đồng Mẫu,2023",
      "Trần Văn Ba,13/07/1972,025072000013,Trưởng thôn 5,2023",
      "Trần Văn Bốn,13/08/1973,025073000014,TK,2023",
      "Nguyễn Văn Mẫu,13/05/1980,025080000091,Trưởng khu 3,2023",
      "Lê Thị Thử,14/06/1981,025181000092,Trưởng khu 4,2023",
    ),
  );
  const program = await startProgram(place, { roster });
  const { page, statistics, importing } = screensOf(program.page);
  await expect(statistics.heading).toBeVisible();
  await page.keyboard.press("Control+i");
  await answerDialogs(program, { open: file });
  await importing.button("Chọn tệp…").click();
  await importing.expectStep("columns");
  await importing.next();
  await importing.expectStep("questions");

  const villages = importing.question("“Trưởng khu” ở cột “Chức vụ” nghĩa là gì?");
  await expect(villages).toContainText("Trưởng khu 1 (Trần Văn Một) · Trưởng khu Đồng Mẫu");
  await villages.getByRole("button", { name: "Thêm chức danh mới…" }).click();
  for (const [field, choice] of [
    ["Nhóm chức danh", "Chức danh khác"],
    ["Loại", "Người hoạt động không chuyên trách"],
  ] as const) {
    await page.getByRole("combobox", { name: new RegExp(`^${field}`, "u") }).click();
    await page.getByRole("option", { name: choice }).click();
  }
  await page.getByRole("button", { name: "Dùng mục này" }).click();

  const other = importing.question("“TK” ở cột “Chức vụ” nghĩa là gì?");
  await other.getByRole("combobox", { name: "“TK” nghĩa là" }).click();
  await expect(page.getByRole("option").first()).toHaveText("Trưởng khu (chức danh mới)");
  await page.getByRole("option").first().click();
  await expect(importing.main.getByRole("region").filter({ hasText: "nghĩa là gì?" })).toHaveCount(2);
  await importing.next();
  await importing.expectStep("preview");

  await importing.list("Nghi trùng").click();
  await expect(importing.button("Cả 2 dòng: đều là người đã có, nêu ở bên cạnh")).toBeVisible();
  await expect(importing.details.getByRole("button", { name: /^Cùng một người với/u })).toHaveAttribute(
    "data-variant",
    "default",
  );
  await importing.button("Cả 2 dòng: đều là người khác, thêm mới").click();
  await importing.list("Thêm mới").click();
  await expect(importing.main.getByRole("row", { name: /Trần Văn Hai/u })).toContainText("Khu Đồng Mẫu");
  await importing.next();
  await importing.expectStep("done");
  expect(program.complaints).toEqual([]);
  await program.close();
});
