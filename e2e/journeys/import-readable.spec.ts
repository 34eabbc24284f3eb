/** Every step of the import of a messy workbook can be read, in both looks and at 200 %. */
import { existsSync, writeFileSync } from "node:fs";
import type { Locator } from "@playwright/test";
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";
import { expectAccessible, expectColoursReadable } from "../support/axe";
import { readCommandLine } from "../support/command-line";
import { listed, messyWorkbook } from "../support/messy-workbook";
import { answerDialogs, startProgram } from "../support/program";
import { chooseInMenu } from "../support/window-menu";
import { expectNothingCutOff, zoomTwice } from "../support/zoom";

test("every step can be read by everybody, in the dark and at 200 % too", async ({ place }) => {
  test.slow();
  const roster = place.path("quang-yen.scb");
  await readCommandLine(place, "init", roster, "--unit", "08173");
  // Somebody of the list is on record already.
  const before = place.path("truoc.csv");
  const [first] = listed;
  writeFileSync(
    before,
    `Họ và tên,Năm sinh,Chức vụ\n${first?.name ?? ""},${first?.born ?? ""},Chủ tịch UBND\n`,
  );
  await readCommandLine(place, "import", roster, before);
  const file = place.path("danh-sach.xls");
  writeFileSync(file, messyWorkbook());
  const foreign = place.path("van-ban.xlsx");
  writeFileSync(foreign, "%PDF-1.4");

  const program = await startProgram(place, { roster });
  const { page, statistics, importing } = screensOf(program.page);
  await expect(statistics.heading).toBeVisible();
  const readable = async (what: string) => {
    await chooseInMenu(program, "Giao diện tối");
    await expectColoursReadable(page, `import: ${what}, dark`);
    await chooseInMenu(program, "Giao diện sáng");
    await expectAccessible(page, `import: ${what}, light`);
  };
  await page.keyboard.press("Control+i");
  await importing.expectStep("file");
  await answerDialogs(program, { open: foreign });
  await importing.button("Chọn tệp…").click();
  await expect(importing.failure).toContainText("là tệp PDF");
  const template = place.path("mau.xlsx");
  await answerDialogs(program, { save: template });
  await importing.button("Tải tệp mẫu…").click();
  await expect(importing.main.getByText(`Đã lưu tệp mẫu: ${template}`)).toBeVisible();
  expect(existsSync(template)).toBe(true);
  await readable("file");
  await answerDialogs(program, { open: file });
  await importing.button("Chọn tệp…").click();
  await importing.expectStep("columns");
  await readable("columns");
  await importing.button("Trang và tiêu đề").click();
  await importing.expectStep("sheets");
  await expect(importing.grid("Trang Danh sach").getByRole("rowheader").first()).toBeVisible();
  await readable("sheets");
  await importing.next();
  await importing.expectStep("columns");
  await importing.next();
  await importing.expectStep("questions");
  await readable("questions");
  await importing.next();
  await importing.expectStep("preview");
  await expect(importing.details.getByRole("button", { name: /^Cùng một người với/ })).toBeVisible();
  await readable("likely duplicates");
  for (const list of ["Thêm mới", "Cần xem"] as const) {
    await importing.list(list).click();
    await expect(importing.details).toBeVisible();
    await readable(list);
  }
  await zoomTwice(program);
  await expectNothingCutOff(program, "import: preview");
  await page.keyboard.press("Control+0");
  await importing.next();
  await importing.expectStep("done");
  await readable("done");
  const painted = (control: Locator) =>
    control.evaluate((element) => {
      const { color, backgroundColor } = getComputedStyle(element);
      return { color, backgroundColor };
    });
  for (const look of ["tối", "sáng"]) {
    await chooseInMenu(program, `Giao diện ${look}`);
    // A link that is drawn as a button, beside a button.
    const link = importing.main.getByRole("link", { name: /^Khớp .* nội dung chờ khớp$/ });
    await expect.poll(() => painted(link), look).toEqual(await painted(importing.button("Nhập tệp khác")));
  }
  await importing.main.getByRole("link", { name: /^Khớp .* nội dung chờ khớp$/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Nội dung chờ khớp" })).toBeVisible();
  await expect(importing.main.getByRole("region").first()).toBeVisible();
  await readable("kept texts");
  await importing.main.getByRole("link", { name: "Từng chỗ trong tệp" }).click();
  const places = importing.main.getByRole("table", { name: "Từng chỗ trong tệp" });
  await expect(places.getByRole("row").nth(1)).toContainText(/dòng \d+/u);
  await readable("places that are left");
  await expectNothingCutOff(program, "import: places that are left");
  expect(program.complaints).toEqual([]);
  await program.close();
});
