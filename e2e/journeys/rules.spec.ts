/**
 * Today's rules: who is judged by none is told, the set of reference is switched on by keys after its effect was seen, and
 * a long dialog never hides how to save.
 */
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { type Screens, screensOf } from "../pages/screens";
import { expectNothingCutOff, zoomTwice } from "../support/zoom";

test("from people without a rule to a table that judges them, seen before it is written", async ({
  program,
}) => {
  const { page, shell, statistics } = screensOf(program.page);
  const uncovered = await withoutRule(page, shell);
  await uncovered.getByRole("link", { name: "Mở danh mục quy định" }).press("Enter");
  const on = page.getByRole("button", { name: "Bật Quy định tham chiếu cho cấp xã từ 07/2025" });
  await on.press("Enter");
  const dialog = page.getByRole("dialog", { name: /^Bật: Quy định tham chiếu/ });
  await expect(dialog.getByRole("status")).toContainText("Số người chưa có quy định áp dụng: 445 → 0.");
  const moves = dialog.getByRole("button", { name: /xem danh sách/ });
  await moves.first().press("Enter");
  await expect(dialog.getByRole("table").last().getByRole("row").nth(1)).toBeVisible();
  await dialog.getByRole("button", { name: "Bật", exact: true }).press("Enter");
  await expect(shell.notice(/^Đã bật Quy định tham chiếu/)).toBeVisible();
  await expect(page.getByRole("button", { name: /^Tắt Quy định tham chiếu/ })).toBeVisible();
  await shell.goTo("statistics");
  await expect(statistics.totalRow).toBeVisible();
  await expect(uncovered).toBeHidden();
  await expect(page.getByText("Quy định tham chiếu cho cấp xã từ 07/2025").first()).toBeVisible();
  await expect(page.getByText("chưa đối chiếu văn bản").first()).toBeVisible();
});

test("a rule for exactly those without one, by keys from the line that tells of them", async ({
  program,
}) => {
  const { page, shell, statistics } = screensOf(program.page);
  const uncovered = await withoutRule(page, shell);
  const add = uncovered.getByRole("button", { name: "Thêm quy định" });
  await add.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Thêm quy định cho người chưa có quy định" });
  await expect(dialog.getByRole("combobox", { name: "Văn bản", exact: true })).toBeFocused();
  await expect(dialog.getByRole("combobox", { name: "Chức danh cụ thể" })).toHaveAttribute("title", /, /);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(add).toBeFocused();

  await add.press("Enter");
  const level = dialog.getByRole("combobox", { name: "Mức tối thiểu" });
  await level.focus();
  await page.keyboard.type("dai hoc");
  await expect(level).toHaveValue("Đại học");
  await dialog.getByRole("textbox", { name: "Điều, khoản" }).fill("Khoản 1");
  await expect(dialog.getByRole("status")).toContainText(/^\d+ người đổi tình trạng/);
  await page.keyboard.press("Control+s");
  await expect(shell.notice(/^Đã lưu/)).toBeVisible();
  await expect(statistics.totalRow).toBeVisible();
  // What is left is the other standard.
  await expect(page.getByRole("note").filter({ hasText: "quy định về lý luận chính trị" })).toBeVisible();
  await expect(page.getByText(/Quy định của .*Thanh Ba/).first()).toBeVisible();
});

test("the buttons of a long dialog stay in view, with the preview in a line, also at 200 %", async ({
  program,
}) => {
  const { page, shell, statistics } = screensOf(program.page);
  await expect(statistics.totalRow).toBeVisible();
  await shell.goTo("catalog");
  await page.getByRole("tab", { name: "Quy định tiêu chuẩn" }).click();
  await page
    .getByRole("button", { name: /^Sửa: / })
    .nth(1)
    .press("Enter");
  const dialog = page.getByRole("dialog", { name: /^Sửa quy định/ });
  await dialog.getByRole("combobox", { name: "Mức tối thiểu" }).click();
  await page.getByRole("option", { name: "Thạc sĩ" }).click();
  const line = dialog.getByRole("button", { name: /^Xem trước: / });
  const preview = dialog.getByRole("region", { name: "Ai đổi tình trạng nếu lưu" });
  for (const zoom of [() => Promise.resolve(), () => zoomTwice(program)]) {
    await zoom();
    for (const end of ["Home", "End"]) {
      await dialog.getByRole("textbox", { name: end === "Home" ? "Điều, khoản" : "Ghi chú" }).focus();
      for (const name of ["Lưu", "Hủy"])
        await expect(dialog.getByRole("button", { name, exact: true })).toBeInViewport({ ratio: 0.99 });
      await expect(line).toBeInViewport({ ratio: 0.99 });
    }
    await dialog.getByRole("textbox", { name: "Điều, khoản" }).focus();
    await expect(preview).not.toBeInViewport();
    await line.press("Enter");
    await expect(preview).toBeInViewport();
    await expect(preview).toBeFocused();
  }
  await expectNothingCutOff(program, "dialog of a rule");
  // The words of a box tick it where it stands.
  const police = dialog.getByRole("checkbox", { name: "Trưởng Công an" }).last();
  const before = await police.isChecked();
  await dialog.getByText("Trưởng Công an", { exact: true }).last().click();
  await expect(police).toBeChecked({ checked: !before });
});

/** The line of people whom no rule judges on a day after the communes of today came to be. */
async function withoutRule(page: Page, shell: Screens["shell"]): Promise<Locator> {
  await shell.setAsOf("01/11/2025");
  const line = page.getByRole("note").filter({ hasText: "chưa có quy định áp dụng" });
  await expect(line).toContainText("445 người");
  return line;
}
