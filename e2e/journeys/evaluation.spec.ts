/** A clerk grades a commune in one sheet by keys alone, pastes a column from a spreadsheet, and saves and undoes it at once. */
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";
import { expectAccessible } from "../support/axe";
import { putOnClipboard } from "../support/clipboard";
import { readCommandLine } from "../support/command-line";
import { resizeWindow } from "../support/program";

interface Told {
  readonly people: number;
  readonly excellent: number;
  readonly good: number;
  readonly completed: number;
  readonly caps: readonly { readonly category: string | null; readonly isOver: boolean }[];
}

test("a commune is graded line by line, by a pasted column, saved once and undone once", async ({
  place,
  program,
  sample,
}) => {
  const { page, shell } = screensOf(program.page);
  await resizeWindow(program.app, { width: 1366, height: 768 });
  await shell.rail.getByRole("link", { name: "Đánh giá, xếp loại" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Đánh giá, xếp loại" })).toBeVisible();
  const unit = page.getByRole("combobox", { name: "Đơn vị" });
  await unit.focus();
  await page.keyboard.type("quang yen");
  await expect(page.getByRole("option", { name: /Quảng Yên/ }).first()).toBeVisible();
  await page.keyboard.press("Enter");
  const year = page.getByRole("combobox", { name: "Năm" });
  await year.focus();
  await page.keyboard.type("2022");
  await page.keyboard.press("Enter");
  const grid = page.getByRole("grid", { name: "Bảng đánh giá, xếp loại" });
  await expect(grid).toHaveAttribute("aria-rowcount", "34");
  await expectAccessible(page, "sheet of evaluations: nothing entered");

  // By number, going down; then the rest of the column as a spreadsheet gives it.
  await grid.focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("End");
  await page.keyboard.press("1");
  await page.keyboard.press("1");
  const rest = ["Hoàn thành tốt nhiệm vụ", "khá", "HTNV", "2"];
  await putOnClipboard(program, `${rest.join("\r\n")}\r\n`);
  await page.keyboard.press("Control+V");
  await expect(page.getByText(/1 ô không đọc được và giữ nguyên: .*: khá\./)).toBeVisible();
  const save = page.getByRole("button", { name: "Lưu (thêm 5, sửa 0)" });
  await expect(save).toBeVisible();

  // Points go into their cells, and what is out of bounds stays until it is mended.
  await page.keyboard.press("Home");
  for (let step = 0; step < 3; step++) await page.keyboard.press("ArrowRight");
  await page.keyboard.type("31");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^Điểm phải là số từ 0 đến 30/)).toBeVisible();
  await expectAccessible(page, "sheet of evaluations: points that cannot be");
  await page.keyboard.press("Escape");
  await expect(grid).toBeFocused();
  await page.keyboard.type("28,5");
  await page.keyboard.press("Enter");
  await expect(grid.getByText("28,5")).toBeVisible();

  await page.keyboard.press("Control+S");
  await expect(page.getByText(/^Đã lưu đánh giá: thêm 5, sửa 0/)).toBeVisible();
  await expectAccessible(page, "sheet of evaluations: saved");
  const asked = ["--year", "2022", "--unit", "08173"] as const;
  const told = await readCommandLine<Told>(place, "evaluations", sample, ...asked);
  expect(told).toMatchObject({ people: 33, excellent: 2, good: 2, completed: 1 });

  await page.keyboard.press("Control+Z");
  await expect(grid.getByText("Hoàn thành xuất sắc nhiệm vụ")).toHaveCount(0);
  const undone = await readCommandLine<Told>(place, "evaluations", sample, ...asked);
  expect(undone).toMatchObject({ people: 33, excellent: 0, good: 0, completed: 0 });
});

test("a unit over its share is named with the clause while it is typed, and can be saved", async ({
  place,
  program,
  sample,
}) => {
  const { page, shell } = screensOf(program.page);
  await resizeWindow(program.app, { width: 1366, height: 768 });
  await shell.setAsOf("31/12/2024");
  await shell.rail.getByRole("link", { name: "Đánh giá, xếp loại" }).click();
  const caps = page.getByRole("region", { name: "Tỷ lệ xuất sắc" });
  await expect(caps.getByRole("status")).toHaveText("Không đơn vị, nhóm nào vượt tỷ lệ.");
  const grid = page.getByRole("grid", { name: "Bảng đánh giá, xếp loại" });
  await grid.focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("End");
  await page.keyboard.press("1");
  await expect(caps.getByRole("status")).toContainText("vượt tỷ lệ");
  const over = caps.getByRole("listitem").first();
  await expect(over).toContainText("1 xuất sắc, tối đa 0: vượt");
  await expect(over).toContainText("NĐ 48/2023/NĐ-CP");
  await expectAccessible(page, "sheet of evaluations: over the share");
  await page.keyboard.press("Control+S");
  await expect(page.getByText(/^Đã lưu đánh giá: thêm 1, sửa 0/)).toBeVisible();
  const words = ["--year", "2024", "--as-of", "2024-12-31"] as const;
  const told = await readCommandLine<Told>(place, "evaluations", sample, ...words);
  expect(told.excellent).toBe(1);
  expect(told.caps[0]?.isOver).toBe(true);

  // What is entered and not saved is asked about before it is left.
  await grid.focus();
  await page.keyboard.press("4");
  await shell.link("officials").click();
  await shell.answerUnsaved("Ở lại");
  await expect(grid).toBeVisible();
});
