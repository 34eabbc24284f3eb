/** What is on screen, looked at page by page and printed; all of it by keys. */
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";
import { expectAccessible } from "../support/axe";
import { answerDialogs, resizeWindow } from "../support/program";
import { setUpPrinter } from "../support/printers";
import { readPdf } from "../support/report-files";
import { expectNothingCutOff, zoomTwice } from "../support/zoom";

test("the table is looked at before it is printed, with the figures of the screen on it", async ({
  place,
  program,
}) => {
  await resizeWindow(program.app, { width: 1366, height: 768 });
  const { page, shell, statistics, print } = screensOf(program.page);
  await expect(statistics.totalRow).toContainText("478");
  const units = await statistics.units();
  const paper = place.path("giay.pdf");
  await setUpPrinter(program, null);
  await shell.asOf.focus();
  await page.keyboard.press("Control+p");
  await expect(print.pages).toBeFocused();
  const text = await print.text(1);
  for (const unit of units.slice(0, 5)) {
    const { total, professional } = await statistics.counts(statistics.row(unit));
    const { met, notMet, unknown, grace } = professional;
    expect(text, unit).toContain([unit, total, met, notMet, unknown, grace].join(" "));
  }
  await expect.poll(() => print.isDrawn(1)).toBe(true);
  await expectAccessible(page, "preview");
  // Pages as wide as the window, and nearly as high.
  const room = await print.room();
  expect(room.share).toBeGreaterThan(0.6);
  expect(room.sideways).toBe(0);

  // Larger and smaller, page by page.
  await page.keyboard.press("-");
  await expect(print.root.getByText(/^\d+ %$/)).not.toHaveText("100 %");
  await print.root.getByRole("button", { name: "Vừa cả trang" }).press("Enter");
  await print.root.getByRole("button", { name: "Trang sau" }).press("Enter");
  await expect(print.root.getByRole("textbox", { name: "Đến trang" })).toHaveValue("2");
  expect(await print.text(2)).toContain("THỦ TRƯỞNG ĐƠN VỊ");

  await page.keyboard.press("Control+p");
  await expect(print.failure).toHaveText(
    /^Máy này chưa cài máy in nào; chưa in gì, bản xem trước vẫn còn đây\. .*bấm Lưu PDF để in ở máy khác\.$/u,
  );
  const folder = place.path("luu");
  mkdirSync(folder);
  await answerDialogs(program, { save: join(folder, "Bang.pdf") });
  await page.keyboard.press("Control+s");
  await expect(print.root.getByText(/^Đã lưu .*Bang\.pdf, đã đọc lại để kiểm tra\.$/u)).toBeVisible();
  expect(readdirSync(folder)).toEqual(["Bang.pdf"]);
  expect(await readPdf(join(folder, "Bang.pdf"))).toContain(text.slice(-200));

  await setUpPrinter(program, paper);
  await page.keyboard.press("Control+p");
  await expect(print.root).toBeHidden();
  await expect(page.getByText("Đã gửi bản in đến máy in.")).toBeVisible();
  const printed = await readPdf(paper);
  for (const unit of units) expect(printed).toContain(unit);
  await expect(shell.asOf).toBeFocused();
});

test("the list is printed as it stands, or only the lines that are chosen", async ({ place, program }) => {
  await resizeWindow(program.app, { width: 1366, height: 768 });
  const { page, shell, officials, report, print } = screensOf(program.page);
  await setUpPrinter(program, null);
  await shell.goTo("officials");
  await officials.expectCount(478);
  const [other = "", first = "", second = ""] = await officials.texts("Họ và tên");
  await officials.grid.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+Space");
  await page.keyboard.press("Shift+ArrowDown");

  await page.keyboard.press("Control+p");
  await expect(print.pages).toBeFocused();
  const whole = await print.text(1);
  for (const name of [other, first, second]) expect(whole).toContain(name);
  await print.root.getByRole("checkbox", { name: "Chỉ 2 dòng đang chọn" }).press("Space");
  await expect(print.root.getByText("/ 1 trang")).toBeVisible();
  const chosen = await print.text(1);
  expect(chosen).toContain(first);
  expect(chosen).toContain(second);
  expect(chosen).toContain("Danh sách có 2 người.");
  expect(chosen).not.toContain(other);
  await page.keyboard.press("Escape");
  await expect(print.root).toBeHidden();

  // The same from the dialog that writes files, which says how large they will be.
  await page.keyboard.press("Control+Shift+P");
  await expect(report.root.getByText("Sẽ ghi 478 dòng, 8 cột.")).toBeVisible();
  await report.root.getByRole("checkbox", { name: "Chỉ 2 dòng đang chọn" }).press("Space");
  await expect(report.root.getByText("Sẽ ghi 2 dòng, 8 cột.")).toBeVisible();
  await page.keyboard.press("Control+p");
  await expect(print.pages).toBeFocused();
  expect(await print.text(1)).toContain("Danh sách có 2 người.");
  await page.keyboard.press("Escape");
  await expect(print.root).toBeHidden();
  await expect(report.root).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(report.root).toBeHidden();

  // In groups it is printed in groups, each with how many it has.
  await officials.chooseInViews("Gộp theo đơn vị");
  const group = page.locator('[aria-rowindex="2"]').getByRole("gridcell");
  await expect(group).toContainText(/\d$/u);
  const [unit = "", count = ""] = await group.locator("span").allInnerTexts();
  await officials.grid.focus();
  await page.keyboard.press("Control+p");
  await expect(print.pages).toBeFocused();
  expect(await print.text(1)).toContain(`${unit} (${count} người)`);
  await page.keyboard.press("Escape");
  await expect(print.root).toBeHidden();
  expect(existsSync(place.stick)).toBe(true);
  expect(readdirSync(place.stick)).toEqual([]);
});

test("the preview can be read and reached at 200 %, and in the dark", async ({ program }) => {
  await resizeWindow(program.app, { width: 1366, height: 768 });
  const { page, statistics, print } = screensOf(program.page);
  await expect(statistics.totalRow).toContainText("478");
  await zoomTwice(program);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.keyboard.press("Control+p");
  await expect(print.pages).toBeFocused();
  await expectNothingCutOff(program, "preview");
  await expectAccessible(page, "preview at 200 % in the dark");
  await page.keyboard.press("Escape");
  await expect(print.root).toBeHidden();
});
