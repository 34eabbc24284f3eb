/** The user guide in the window: by one key wherever somebody is at a loss, at what it says of that, all by keys. */
import { expect, test } from "../fixtures";
import { HandbookDialog } from "../pages/handbook";
import { screensOf } from "../pages/screens";
import { expectAccessible } from "../support/axe";
import { expectNothingCutOff, zoomTwice } from "../support/zoom";

test("the guide opens at the screen one is on, finds what is looked for, and leaves work as it was", async ({
  program,
}) => {
  const { page, shell, statistics } = screensOf(program.page);
  const guide = new HandbookDialog(page);
  await expect(statistics.totalRow).toBeVisible();

  await page.keyboard.press("F1");
  await guide.expectAt("2. Bảng tiêu chuẩn");
  await expect(guide.search).toBeFocused();
  await expectAccessible(page, "guide");
  await page.keyboard.type("mau thuan");
  await expect(guide.root.getByRole("status")).toHaveText(/^\d+ chỗ$/);
  await expectAccessible(page, "guide: found");
  await page.keyboard.press("Enter");
  await guide.expectAt("8. Trao đổi với cơ quan khác", "Mâu thuẫn");
  await page.keyboard.press("PageDown");
  await expect(guide.heading("Mâu thuẫn")).not.toBeInViewport();
  await page.keyboard.press("Escape");
  await expect(guide.search).toHaveValue("");
  await page.keyboard.press("ArrowDown");
  await expect(guide.entry("1. Buổi sáng đầu tiên")).toBeFocused();
  await page.keyboard.press("Enter");
  await guide.expectAt("1. Buổi sáng đầu tiên");
  await page.keyboard.press("Escape");
  await expect(guide.root).toBeHidden();

  await shell.goTo("catalog");
  await page.getByRole("tab", { name: "Quy định tiêu chuẩn" }).click();
  await page.getByRole("button", { name: "Thêm văn bản" }).press("Enter");
  const name = page.getByRole("textbox", { name: /^Số, ký hiệu văn bản/ });
  await name.fill("Quyết định số 1");
  await page.keyboard.press("F1");
  await guide.expectAt("7. Danh mục");
  await zoomTwice(program);
  await expectNothingCutOff(program, "guide at 200 %");
  await page.keyboard.press("Escape");
  await expect(guide.root).toBeHidden();
  await expect(name).toHaveValue("Quyết định số 1");
  await expect(name).toBeFocused();
});

test("the guide is there without a roster, in the rail and in the palette, with its picture", async ({
  program,
}) => {
  const { page, shell, statistics, welcome } = screensOf(program.page);
  const guide = new HandbookDialog(page);
  await expect(statistics.totalRow).toBeVisible();
  await shell.rail.getByRole("button", { name: "Hướng dẫn" }).click();
  await guide.search.fill("nhan");
  await guide.root
    .getByRole("button", { name: /^Nhận$/ })
    .first()
    .click();
  await guide.expectAt("8. Trao đổi với cơ quan khác", "Nhận");
  const picture = guide.root.getByRole("img", { name: "Xem trước khi nhận" });
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(100);
  await guide.root.getByRole("button", { name: "Đóng" }).click();
  await shell.search.fill("huong dan su dung");
  await page.keyboard.press("Enter");
  await guide.expectAt("2. Bảng tiêu chuẩn");
  await page.keyboard.press("Escape");
  await shell.rosterMenu("Đóng sổ");
  await expect(welcome.title).toBeVisible();
  await page.keyboard.press("F1");
  await expect(guide.root).toBeVisible();
});
