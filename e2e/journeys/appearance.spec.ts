/**
 * The dark look: chosen once, kept for the next start, readable on every screen and dialog. What does not hang on colours
 * is looked at in the light one (accessibility.spec.ts).
 */
import { expect, test } from "../fixtures";
import { catalogTabs } from "../pages/catalog";
import { exchangeTabs } from "../pages/exchange";
import { screensOf } from "../pages/screens";
import { expectColoursReadable } from "../support/axe";
import { startProgram } from "../support/program";
import { chooseInMenu } from "../support/window-menu";

function look(page: ReturnType<typeof screensOf>["page"]): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
}

const light = "rgb(243, 245, 248)";
const dark = "rgb(21, 27, 35)";

test("is chosen in the settings, holds for the next start, and goes back by the menu", async ({
  place,
  sample,
}) => {
  const first = await startProgram(place, { roster: sample });
  const { page, shell, statistics } = screensOf(first.page);
  await expect(statistics.totalRow).toContainText("478");
  expect(await look(page)).toBe(light);
  await shell.rail.getByRole("button", { name: "Cài đặt" }).click();
  await page.getByRole("combobox", { name: "Giao diện" }).click();
  await page.getByRole("option", { name: "Tối", exact: true }).click();
  await page.getByRole("button", { name: "Lưu", exact: true }).click();
  await expect.poll(() => look(page)).toBe(dark);
  expect(await first.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe("dark");
  await first.close();

  const again = await startProgram(place, { roster: sample });
  const after = screensOf(again.page);
  await expect(after.statistics.totalRow).toContainText("478");
  expect(await look(after.page)).toBe(dark);
  await chooseInMenu(again, "Giao diện sáng");
  await expect.poll(() => look(after.page)).toBe(light);
  await after.shell.rail.getByRole("button", { name: "Cài đặt" }).click();
  await expect(after.page.getByRole("combobox", { name: "Giao diện" })).toHaveValue("Sáng");
  expect(again.complaints).toEqual([]);
  await again.close();
});

test("can be read everywhere", async ({ place, sample }) => {
  test.slow();
  const program = await startProgram(place, { roster: sample });
  const screens = screensOf(program.page);
  const { page, shell, statistics, officials, person, changes, catalog, exchange, report } = screens;
  await expect(statistics.totalRow).toContainText("478");
  await chooseInMenu(program, "Giao diện tối");
  await expect.poll(() => look(page)).toBe(dark);
  await expectColoursReadable(page, "statistics: table, dark");
  await page.getByText("Biểu đồ", { exact: true }).click();
  await expect(page.getByRole("img", { name: /^Biểu đồ/ })).toBeVisible();
  await expectColoursReadable(page, "statistics: chart, dark");
  await shell.openReport();
  await expect(report.root.getByRole("radio").first()).toBeVisible();
  await expectColoursReadable(page, "dialog: report, dark");
  await page.keyboard.press("Escape");

  await shell.goTo("officials");
  await officials.expectCount(478);
  await officials.grid.focus();
  await expectColoursReadable(page, "officials, dark");
  await officials.findAndOpen("pham dang an", "Phạm Đăng An");
  await expect(person.card("Lý luận chính trị")).toBeVisible();
  await expectColoursReadable(page, "person, dark");
  await person.type("Số định danh", "123");
  await page.keyboard.press("Control+s");
  await expect(person.saveBar).toContainText("đã đánh dấu đỏ");
  await expectColoursReadable(page, "person with a mistake, dark");
  await shell.goTo("statistics");
  await expect(shell.unsaved).toBeVisible();
  await expectColoursReadable(page, "question: unsaved work, dark");
  await shell.answerUnsaved("Bỏ thay đổi");

  await shell.goTo("changes");
  await expect(changes.item(0)).toBeVisible();
  await expectColoursReadable(page, "changes, dark");
  await shell.goTo("catalog");
  for (const tab of catalogTabs) {
    await catalog.tab(tab).click();
    await expect(page.getByRole("tabpanel")).toBeVisible();
    await expectColoursReadable(page, `catalog: ${tab}, dark`);
  }
  await shell.goTo("exchange");
  for (const tab of exchangeTabs) {
    await exchange.open(tab);
    await expect(page.getByRole("tabpanel")).not.toBeEmpty();
    await expectColoursReadable(page, `exchange: ${tab}, dark`);
  }
  expect(program.complaints).toEqual([]);
  await program.close();
});
