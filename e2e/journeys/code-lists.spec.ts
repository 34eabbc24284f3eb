/**
 * Code lists and pay in the catalog: found and read, one entry added, changed and taken out, a list from a file with its
 * preview, and what is in a list offered while a person's record is typed.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";
import { expectAccessible } from "../support/axe";
import { answerDialogs, startProgram } from "../support/program";

test("code lists are read, added to and taken in from a file", async ({ place, sample }) => {
  test.slow();
  const program = await startProgram(place, { roster: sample });
  const { page, shell, catalog } = screensOf(program.page);
  await shell.goTo("catalog");
  await catalog.tab("Danh mục mã").click();
  const peoples = page.getByRole("grid", { name: "Dân tộc" });
  await expect(page.getByRole("status").filter({ hasText: "54 mục" })).toBeVisible();
  await expect(peoples.getByRole("row").filter({ hasText: "Mường" })).toContainText("04");
  await expectAccessible(page, "code lists");

  const search = page.getByRole("searchbox", { name: "Tìm trong bảng" });
  await search.fill("muong");
  await expect(page.getByRole("status").filter({ hasText: "1 mục" })).toBeVisible();
  await search.fill("");

  await page.getByRole("combobox", { name: "Danh mục" }).click();
  await page.getByRole("option", { name: "Tôn giáo" }).click();
  const religions = page.getByRole("grid", { name: "Tôn giáo" });
  await expect(religions).toContainText("Cao Đài");
  await page.getByRole("button", { name: "Thêm mục" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Tên" }).fill("Cao Đài");
  await expectAccessible(page, "a new entry");
  await dialog.getByRole("button", { name: "Lưu" }).click();
  await expect(dialog).toContainText("đã có");
  await dialog.getByRole("textbox", { name: "Tên" }).fill("Đạo Dừa");
  await dialog.getByRole("button", { name: "Lưu" }).click();
  await expect(dialog).toHaveCount(0);
  await search.fill("dao dua");
  // Until the rest is gone, the arrow leads to another row.
  await expect(page.getByRole("status").filter({ hasText: /^1 mục/ })).toBeVisible();
  await expect(religions.getByRole("row").filter({ hasText: "Đạo Dừa" })).toBeVisible();

  // Keys alone: the row is opened, changed and stored.
  await religions.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await dialog.getByRole("textbox", { name: "Mã", exact: true }).fill("16");
  await page.keyboard.press("Control+s");
  await expect(religions.getByRole("row").filter({ hasText: "Đạo Dừa" })).toContainText("16");
  await page.getByRole("button", { name: "Xóa", exact: true }).click();
  await dialog.getByRole("button", { name: "Xóa mục này" }).click();
  await expect(page.getByText("Không có mục nào khớp")).toBeVisible();
  await search.fill("");

  const wrong = join(place.folder, "sai.csv");
  writeFileSync(wrong, "Mã;Tên\r\n02;Đạo mới\r\n17;\r\n");
  await answerDialogs(program, { open: wrong });
  await page.getByRole("button", { name: "Nhập từ tệp…" }).click();
  await expect(dialog).toContainText("Dòng 2: mã “02” đang là mã của “Công giáo”.");
  await expect(dialog).toContainText("Dòng 3: thiếu tên.");
  await expect(dialog.getByRole("button", { name: "Nhập vào sổ" })).toBeDisabled();
  await expectAccessible(page, "a list with mistakes");
  await page.keyboard.press("Escape");

  const right = join(place.folder, "dung.csv");
  writeFileSync(right, "Mã;Tên\r\n17;Đạo Hiếu nghĩa\r\n08;Tin Lành\r\n");
  await answerDialogs(program, { open: right });
  await page.getByRole("button", { name: "Nhập từ tệp…" }).click();
  await expect(dialog).toContainText("Thêm 1 mục, sửa 0 mục, giữ nguyên 1 mục.");
  await expectAccessible(page, "a list before it is taken in");
  await dialog.getByRole("button", { name: "Nhập vào sổ" }).click();
  await expect(dialog).toHaveCount(0);
  await search.fill("hieu nghia");
  await expect(religions.getByRole("row").filter({ hasText: "Đạo Hiếu nghĩa" })).toBeVisible();

  await catalog.tab("Lương").click();
  const scales = page.getByRole("grid", { name: "Bảng lương" });
  await expect(scales.getByRole("row").filter({ hasText: "Loại A1" })).toContainText("2,34 · 2,67");
  await expectAccessible(page, "scales of pay");
  await page.getByRole("combobox", { name: "Danh mục" }).click();
  await page.getByRole("option", { name: "Mức lương cơ sở" }).click();
  await expect(page.getByRole("grid", { name: "Mức lương cơ sở" })).toContainText("2.530.000");

  await shell.goTo("officials");
  await page.keyboard.press("Control+n");
  const religion = page.getByRole("combobox", { name: "Tôn giáo" }).or(page.getByLabel("Tôn giáo"));
  await religion.first().fill("hieu nghia");
  await page.getByRole("option", { name: "Đạo Hiếu nghĩa" }).click();
  await expect(religion.first()).toHaveValue("Đạo Hiếu nghĩa");
  expect(program.complaints).toEqual([]);
  await program.close();
});
