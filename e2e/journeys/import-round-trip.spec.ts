/** A list that was exported, worked on in a spreadsheet and brought back: what a post or level became is asked of each. */
import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";
import { readCommandLine } from "../support/command-line";
import { answerDialogs, startProgram } from "../support/program";

test("a promotion and a slip are answered by themselves, with the day of the new post", async ({ place }) => {
  const roster = place.path("quang-yen.scb");
  await readCommandLine(place, "init", roster, "--unit", "08173");
  const list = place.path("danh-sach.csv");
  const lines = [
    "Họ và tên,Năm sinh,Chức danh,Trình độ chuyên môn",
    "Nguyễn Văn Mẫu,1980,Phó Chủ tịch UBND,Đại học",
    "Lê Thị Thử,1985,Chủ tịch HĐND,Trung cấp",
  ];
  writeFileSync(list, `${lines.join("\n")}\n`);
  await readCommandLine(place, "import", roster, list);
  const exported = place.path("xuat.csv");
  await readCommandLine(place, "export", roster, exported);
  const edited = readFileSync(exported, "utf8")
    .replace("Phó Chủ tịch UBND", "Chủ tịch UBND")
    .replace("Chủ tịch HĐND", "Phó Chủ tịch HĐND")
    .replace("Trung cấp", "Cao đẳng");
  writeFileSync(exported, edited);

  const program = await startProgram(place, { roster });
  const { page, statistics, importing } = screensOf(program.page);
  await expect(statistics.heading).toBeVisible();
  await page.keyboard.press("Control+i");
  await importing.expectStep("file");
  await answerDialogs(program, { open: exported });
  await importing.button("Chọn tệp…").click();
  await importing.expectStep("columns");
  await importing.next();
  await importing.expectStep("questions");
  const promotion = importing.question("Nguyễn Văn Mẫu: “Chức danh” trong sổ là “Phó Chủ tịch UBND”");
  await promotion.getByRole("radio", { name: /^Chức danh mới/ }).click();
  const day = promotion.getByLabel(/^Giữ chức danh mới từ ngày/);
  await expect(day).toBeVisible();
  await day.fill("7/2025");
  const slip = importing.question("Lê Thị Thử: “Chức danh” trong sổ là “Chủ tịch HĐND”");
  await slip.getByRole("radio", { name: /^Sửa lại chức danh/ }).click();
  const level = importing.question("Lê Thị Thử: “Trình độ chuyên môn” trong sổ là “Trung cấp”");
  await level.getByRole("radio", { name: /^Sửa lại trình độ/ }).click();
  await expect(importing.main.getByText("Đã trả lời hết.")).toBeVisible();
  await importing.next();
  await importing.expectStep("preview");
  await expect(importing.main.getByText("2 người trong bảng: thêm mới 0, cập nhật 2.")).toBeVisible();
  await importing.next();
  await importing.expectStep("done");
  expect(program.complaints).toEqual([]);
  await program.close();
});
