/** What is chosen in the list, by keys and by the mouse, in groups and without, and what is copied of it. */
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";
import { expectAccessible } from "../support/axe";
import { clipboardText } from "../support/clipboard";

test("cells are chosen by Shift, Ctrl and Space, counted in the foot and copied with their headings", async ({
  program,
}) => {
  const { page, shell, officials } = screensOf(program.page);
  await shell.goTo("officials");
  await officials.expectCount(478);
  await officials.chooseInViews("Chọn cột…");
  await page
    .getByRole("dialog", { name: "Chọn cột" })
    .getByRole("checkbox", { name: "Tuổi", exact: true })
    .check();
  await page.keyboard.press("Escape");
  await officials.grid.focus();
  await officials.standIn("Tuổi");
  await page.keyboard.press("Control+Home");
  await officials.standIn("Tuổi");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  const ages = (await officials.texts("Tuổi")).slice(0, 3);
  const mean = ages.reduce((sum, age) => sum + Number(age), 0) / 3;
  await expect(officials.foot).toContainText("Đang chọn 3 dòng");
  await expect(officials.foot).toContainText(`trung bình ${mean.toFixed(1).replace(".", ",")}`);
  await page.keyboard.press("Control+Shift+C");
  await expect.poll(() => clipboardText(program)).toBe(["Tuổi", ...ages].join("\r\n"));

  // Whole lines, one here and one there.
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Space");
  await page.keyboard.press("Control+ArrowDown");
  await page.keyboard.press("Control+ArrowDown");
  await page.keyboard.press("Space");
  await expect(officials.foot).toContainText("Đang chọn 2 dòng");
  await page.keyboard.press("Control+C");
  const names = await officials.texts("Họ và tên");
  await expect
    .poll(async () =>
      (await clipboardText(program)).split("\r\n").map((line) => line.split("\t").slice(0, 2)),
    )
    .toEqual([
      ["1", names[0]],
      ["3", names[2]],
    ]);

  // The line of the cell that was pressed is the first of those that Ctrl takes in.
  await page.keyboard.press("Escape");
  await (await officials.cell("Họ và tên", 6)).click();
  await (await officials.cell("Họ và tên", 8)).click({ modifiers: ["Control"] });
  await expect(officials.foot).toContainText("Đang chọn 2 dòng");
  await page.keyboard.press("Control+C");
  await expect
    .poll(async () => (await clipboardText(program)).split("\r\n").map((line) => line.split("\t")[1]))
    .toEqual([names[6], names[8]]);
});

test("cells are chosen by drawing over them and by Shift and the mouse, and copied as cells", async ({
  program,
}) => {
  const { page, shell, officials } = screensOf(program.page);
  await shell.goTo("officials");
  await officials.expectCount(478);
  const names = await officials.texts("Họ và tên");
  const births = await officials.texts("Ngày sinh");
  const block = (from: number, to: number) =>
    names
      .slice(from, to + 1)
      .map((name, place) => `${name}\t${births[from + place]}`)
      .join("\r\n");

  await officials.press("Ngày sinh", 4);
  // What F2, Delete and pasting would act on is framed.
  await expect(await officials.cell("Ngày sinh", 4)).toHaveCSS("outline-style", "solid");
  await expect(officials.grid).toBeFocused();
  await officials.drawTo("Họ và tên", 1);
  await page.mouse.up();
  await expect(officials.foot).toContainText("Đang chọn 4 dòng");
  expect(await page.evaluate(() => String(window.getSelection()))).toBe("");
  await page.keyboard.press("Control+C");
  await expect.poll(() => clipboardText(program)).toBe(block(1, 4));

  await (await officials.cell("Họ và tên", 2)).click();
  await (await officials.cell("Ngày sinh", 5)).click({ modifiers: ["Shift"] });
  await expect(officials.foot).toContainText("Đang chọn 4 dòng");
  expect(await page.evaluate(() => String(window.getSelection()))).toBe("");
  await page.keyboard.press("Control+C");
  await expect.poll(() => clipboardText(program)).toBe(block(2, 5));

  // Text chosen beside the list does not stand in the way of its cells.
  await officials.summary.dblclick();
  expect(await page.evaluate(() => String(window.getSelection()))).not.toBe("");
  await (await officials.cell("Họ và tên", 3)).click();
  await page.keyboard.press("Control+C");
  await expect.poll(() => clipboardText(program)).toBe(names[3]);

  // Held beneath the last line that is seen, the block goes on.
  const seen = Number(await officials.grid.locator("[data-row]").last().getAttribute("data-row"));
  await officials.press("Ngày sinh", 0);
  const height = await page.evaluate(() => window.innerHeight);
  await page.mouse.move(400, height - 2, { steps: 4 });
  await expect(await officials.cell("Ngày sinh", seen + 5)).toBeVisible();
  await page.mouse.up();
  await page.keyboard.press("Escape");
});

test("groups are counted, folded and opened by keys, and what is chosen in them is of their people", async ({
  program,
}) => {
  const { page, shell, officials } = screensOf(program.page);
  await shell.goTo("officials");
  await officials.expectCount(478);
  const [unit = ""] = await officials.texts("Đơn vị");
  const names = await officials.texts("Họ và tên");
  await officials.chooseInViews("Gộp theo đơn vị");
  const first = page.locator('[aria-rowindex="2"]');
  await expect(first).toContainText(unit);
  await expect(first.getByRole("gridcell")).toHaveAttribute("aria-expanded", "true");
  await expect(officials.grid).toHaveAttribute("aria-rowcount", String(478 + 19 + 1));

  await officials.grid.focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(officials.foot).toContainText("Đang chọn 2 dòng");
  await officials.standIn("Họ và tên");
  await page.keyboard.press("Control+C");
  await expect.poll(() => clipboardText(program)).toBe(names[1]);

  // The keys in the line of a group, everybody chosen: they are copied.
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+Shift+C");
  await expect(shell.notice("Đã sao chép 478 dòng")).toBeVisible();
  await expect.poll(async () => (await clipboardText(program)).split("\r\n").length).toBe(479);
  await page.keyboard.press("Escape");

  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowLeft");
  await expect(first.getByRole("gridcell")).toHaveAttribute("aria-expanded", "false");
  await expect(page.locator('[aria-rowindex="3"]').getByRole("gridcell")).toHaveAttribute(
    "aria-expanded",
    "true",
  );
  await page.keyboard.press("Enter");
  await expect(first.getByRole("gridcell")).toHaveAttribute("aria-expanded", "true");
  await expect(officials.summary).toContainText("478 cán bộ");
  await expectAccessible(page, "list in groups");
});
