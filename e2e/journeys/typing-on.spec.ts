/** Whoever enters somebody types on through the key of saving: not a letter is lost, and Escape mends one mistyped day. */
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";

test("somebody new is typed on through the save, box by box, and a mistyped day is given back", async ({
  program,
}) => {
  const { shell, officials, person } = screensOf(program.page);
  const { page } = program;
  const name = await person.beginNew();
  await page.keyboard.type("Trần Gõ");
  await page.keyboard.press("Control+S");
  await page.keyboard.type(" Liền Tay");
  await expect(page.getByText(/^Đã thêm Trần Gõ/)).toBeVisible();
  await expect(name).toBeFocused();
  await page.keyboard.type(" Mãi");
  await expect(name).toHaveValue("Trần Gõ Liền Tay Mãi");
  await page.keyboard.press("Control+S");
  await expect(page.getByText(/^Đã lưu hồ sơ Trần Gõ Liền Tay Mãi/)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Trần Gõ Liền Tay Mãi" })).toBeVisible();

  const hometown = page.getByLabel(/^Quê quán/);
  await hometown.focus();
  await page.keyboard.type("Thôn ");
  await page.keyboard.press("Control+S");
  await expect(page.getByRole("button", { name: "Lưu", exact: true })).toHaveCount(0);
  await page.keyboard.type("Đồng Xuân");
  await expect(hometown).toHaveValue("Thôn Đồng Xuân");
  await page.keyboard.press("Control+S");
  await expect(page.getByRole("button", { name: "Lưu", exact: true })).toHaveCount(0);

  const birth = page.getByLabel(/^Ngày sinh/);
  await birth.focus();
  await page.keyboard.type("31/2/1980");
  await page.keyboard.press("Control+S");
  await expect(page.getByText(/^Còn 1 mục chưa đúng/)).toBeVisible();
  await expect(page.getByText(/^Đã lưu hồ sơ/)).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(birth).toHaveValue("");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Lưu", exact: true })).toHaveCount(0);

  // What is stored is what was typed, of one person.
  await shell.goTo("officials");
  await officials.findAndOpen("tran go", "Trần Gõ Liền Tay Mãi");
  await person.expectOpen("Trần Gõ Liền Tay Mãi");
  await expect(page.getByText("Thôn Đồng Xuân")).toBeVisible();
});
