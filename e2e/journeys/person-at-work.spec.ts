/** Whose name stands beside a change: asked for at the first start, switched with a press, looked for in the log. */
import { expect, test } from "../fixtures";
import { NameQuestion } from "../pages/name-question";
import { screensOf } from "../pages/screens";
import { startProgram, Workplace } from "../support/program";

test("the name is asked for once, and stands beside what is done", async ({ madeSample }) => {
  const place = new Workplace(null);
  const first = await startProgram(place, { roster: madeSample });
  const question = new NameQuestion(first.page);
  await expect(question.root).toBeVisible();
  await first.page.keyboard.press("Escape");
  await expect(question.root).toBeVisible();
  await question.answer("Trần Thị Mai");
  await expect(first.page.getByRole("button", { name: "Người đang làm việc: Trần Thị Mai" })).toBeVisible();
  await first.close();

  const again = await startProgram(place, { roster: madeSample });
  await expect(again.page.getByRole("button", { name: "Người đang làm việc: Trần Thị Mai" })).toBeVisible();
  await expect(again.page.getByRole("dialog")).toHaveCount(0);
  await again.close();
  place.remove();
});

test("two people of one PC stand in the log by name, and are found there", async ({ program }) => {
  const { page, shell, officials, person, changes } = screensOf(program.page);
  const edit = async (phone: string) => {
    await shell.goTo("officials");
    await officials.findAndOpen("pham dang an", "Phạm Đăng An");
    await person.type("Điện thoại", phone);
    await person.save();
  };
  await edit("0912000001");
  await page.getByRole("button", { name: /^Người đang làm việc/ }).click();
  const dialog = page.getByRole("dialog", { name: "Đổi người đang làm việc" });
  await dialog.getByRole("textbox", { name: /^(Người khác|Họ và tên của bạn)$/ }).fill("Lê Văn Hòa");
  await dialog.getByRole("button", { name: "Lưu" }).click();
  await expect(page.getByRole("button", { name: "Người đang làm việc: Lê Văn Hòa" })).toBeVisible();
  await edit("0912000002");

  await shell.goTo("changes");
  await expect(changes.item(0)).toContainText("Phạm Đăng An");
  await expect(changes.item(0)).toContainText("Điện thoại: 0912000001 → 0912000002");
  await expect(changes.item(0)).toContainText("Lê Văn Hòa");
  await expect(changes.item(1)).toContainText("Nguyễn Thị Lan");

  await page.getByRole("searchbox", { name: "Tìm theo tên cán bộ" }).fill("pham dang an");
  // Both edits, and the making of the sample: its people, then its classes.
  await expect(changes.items).toHaveCount(4);
  await page.getByRole("combobox", { name: "Người ghi" }).click();
  await page.getByRole("option", { name: "Nguyễn Thị Lan" }).click();
  await expect(changes.items).toHaveCount(3);
  await page.getByRole("button", { name: "Bỏ lọc" }).click();

  await shell.undoButton.click();
  await expect(changes.item(1)).toHaveAttribute("data-undone", "true");
  await shell.redoButton.click();
  await expect(changes.item(0)).toContainText("Làm lại");
  await expect(changes.item(1)).toHaveAttribute("data-undone", "true");
  await expect(changes.item(2)).not.toHaveAttribute("data-undone", "true");
});
