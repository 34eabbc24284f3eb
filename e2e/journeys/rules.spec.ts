/** Today's rules: who is judged by none is told, the set of reference is switched on by keys after its effect was seen. */
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";

test("from people without a rule to a table that judges them, seen before it is written", async ({
  program,
}) => {
  const { page, shell, statistics } = screensOf(program.page);
  await shell.setAsOf("01/11/2025");
  const uncovered = page.getByRole("note").filter({ hasText: "chưa có quy định áp dụng" });
  await expect(uncovered).toContainText("445 người");
  await uncovered.getByRole("link", { name: "Thêm quy định" }).press("Enter");
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
