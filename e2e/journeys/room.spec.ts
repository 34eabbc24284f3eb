/**
 * What is seen at once on the screen that most offices have, and when it is shown twice as large: every usual column of the
 * list with what somebody lacks in few words, whole hints in empty fields, and always some of what a screen is of.
 */
import type { Locator } from "@playwright/test";
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";
import { cutPlaceholders } from "../support/placeholders";
import { resizeWindow } from "../support/program";
import { zoomTwice } from "../support/zoom";

test("the usual columns stand side by side at 1366 pixels, with what is missing", async ({ program }) => {
  const { shell, officials } = screensOf(program.page);
  await shell.goTo("officials");
  await officials.expectCount(478);
  const heading = officials.grid.getByRole("columnheader", { name: "Thiếu gì" });
  await expect(heading).toBeInViewport({ ratio: 0.99 });
  const overflow = await officials.grid.evaluate((grid) => {
    const scroller = grid.parentElement;
    if (scroller === null) throw new Error("A grid stands in the box that scrolls it");
    return scroller.scrollWidth - scroller.clientWidth;
  });
  expect(overflow).toBe(0);
  for (const words of [/^cần trung cấp, có sơ cấp/, /^cần đại học, có trung cấp, hạn 25\/12\/2024/]) {
    const short = officials.grid.getByText(words).first();
    await expect(short).toBeVisible();
    await expect(short).toHaveAttribute("title", /^Chuyên môn: Yêu cầu: .+ trở lên; Hiện có: /);
  }
  // No name, date or unit is cut, whatever stands beside it.
  const cut = await officials.grid.evaluate((grid) =>
    [...grid.querySelectorAll("td[data-column='1'], td[data-column='2'], td[data-column='3']")]
      .filter((cell) => [cell, ...cell.children].some((part) => part.scrollWidth > part.clientWidth + 1))
      .map((cell) => cell.textContent),
  );
  expect(cut).toEqual([]);
  expect(await cutLevels(officials.grid)).toEqual([]);
});

test("levels are read whole beside the signs of three standards, and their words where there is room", async ({
  program,
}) => {
  const { page, shell, officials } = screensOf(program.page);
  await shell.goTo("catalog");
  await page.getByRole("tab", { name: /tiêu chuẩn/i }).click();
  await page.getByRole("button", { name: "Chọn tiêu chuẩn…" }).click();
  const counted = page.getByRole("dialog", { name: "Tiêu chuẩn được tính" });
  await counted.getByRole("radio", { name: /^Tự chọn/ }).check();
  await counted.getByRole("checkbox", { name: "Quản lý nhà nước" }).check();
  await counted.getByRole("button", { name: "Lưu" }).click();
  await expect(counted).toBeHidden();
  await shell.goTo("officials");
  await officials.expectCount(478);
  await officials.chooseInViews("Chọn cột…");
  const chooser = page.getByRole("dialog", { name: "Chọn cột" });
  await chooser.getByRole("searchbox").fill("quan ly nha nuoc");
  await chooser.getByRole("group", { name: "Tính từ hồ sơ" }).getByRole("checkbox").first().check();
  await page.keyboard.press("Escape");
  await expect(chooser).toBeHidden();
  for (const size of [
    { width: 1366, height: 728 },
    { width: 1920, height: 1000 },
  ]) {
    await resizeWindow(program.app, size);
    await expect.poll(() => cutLevels(officials.grid)).toEqual([]);
  }
});

test("hints of empty fields are read whole on every screen", async ({ program }) => {
  const { page, shell, statistics } = screensOf(program.page);
  await expect(statistics.totalRow).toBeVisible();
  expect(await cutPlaceholders(page), "statistics").toEqual([]);
  for (const [name, heading] of [
    ["officials", "Danh sách cán bộ, công chức"],
    ["changes", "Nhật ký thay đổi"],
    ["catalog", "Danh mục"],
    ["exchange", "Trao đổi"],
  ] as const) {
    await shell.goTo(name);
    await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
    expect(await cutPlaceholders(page), name).toEqual([]);
  }
});

test("at 200 % some of the list and of the figures is in view", async ({ program }) => {
  const { page, shell, statistics, officials } = screensOf(program.page);
  await expect(statistics.totalRow).toBeVisible();
  await zoomTwice(program);
  await expect(statistics.card("Đạt chuẩn chuyên môn").getByText(/%$/).first()).toBeInViewport({
    ratio: 0.99,
  });
  await shell.goTo("officials");
  await officials.expectCount(478);
  await page.evaluate(() => document.getElementById("main")?.scrollTo(0, 0));
  for (const index of [0, 1, 2]) {
    const name = officials.grid.getByRole("rowheader").nth(index);
    await expect(name).toBeInViewport({ ratio: 0.99 });
  }
  for (const name of ["Kiểu xem", "Xuất danh sách", "Thêm cán bộ"])
    await expect(page.getByRole("button", { name: new RegExp(`^${name}`) })).toBeInViewport({ ratio: 0.99 });
});

/** Levels beside a status that are not read whole. */
async function cutLevels(grid: Locator): Promise<string[]> {
  const levels = await grid
    .locator("[data-status] ~ span:last-child")
    .evaluateAll((all) =>
      all.map((level) => ({ text: level.textContent, isCut: level.scrollWidth > level.clientWidth })),
    );
  // Some there must be.
  expect(levels.length).toBeGreaterThan(0);
  return levels.filter(({ isCut }) => isCut).map(({ text }) => text);
}
