/** One box for everything: people, units, screens and commands, by keys alone and without marks. */
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";
import { expectAccessible } from "../support/axe";

test("leads to a person, a commune's people, a screen and a command, and begins with what was opened last", async ({
  program,
}) => {
  const { page, shell, statistics, officials, person } = screensOf(program.page);
  await expect(statistics.totalRow).toContainText("478");
  const log = page.getByRole("heading", { level: 1, name: "Nhật ký thay đổi" });
  const open = async (typed: string) => {
    await page.keyboard.press("Control+k");
    await expect(shell.search).toBeFocused();
    await page.keyboard.type(typed);
    await page.keyboard.press("Enter");
  };
  await open("pham dang an");
  await person.expectOpen("Phạm Đăng An");
  await open("van linh");
  await officials.expectCount(22);
  await open("nhat ky");
  await expect(log).toBeVisible();
  await open("phim tat");
  await expect(page.getByRole("dialog", { name: "Phím tắt" })).toBeVisible();
  // Behind a dialog the box is out of reach, as everything is.
  await page.keyboard.press("Escape");

  await page.keyboard.press("Control+k");
  const list = page.getByRole("listbox", { name: "Những gì tìm thấy" });
  await expect(list.getByRole("group").first()).toContainText("Mở gần đây");
  await expect(list.getByRole("option").first()).toContainText("Phím tắt");
  await expectAccessible(page, "palette: opened lately");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(log).toBeVisible();

  await page.keyboard.press("Control+k");
  await page.keyboard.type("khong co gi nhu vay");
  await expect(list).toContainText("Không tìm thấy gì");
  // The first Escape closes the list, the second takes the text back.
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
  await page.keyboard.press("Escape");
  await expect(shell.search).toHaveValue("");
  await expect(log).toBeVisible();
});
