/** What somebody used to a spreadsheet tries in the list without asking: pasting cells, the right button in a cell, one more person. */
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";
import { expectAccessible } from "../support/axe";
import { clipboardText, putOnClipboard } from "../support/clipboard";
import { coveredByNotices } from "../support/covered";
import { catchPopups, popups } from "../support/popups";

test("cells that are pasted into the list are looked at before they are written", async ({ program }) => {
  const { page, shell, officials, importing } = screensOf(program.page);
  await shell.goTo("officials");
  await officials.expectCount(478);
  const lines = [
    ["Họ và tên", "Giới tính", "Năm sinh", "Đơn vị", "Chức danh", "Từ ngày"],
    ["Vũ Thị Dán Một", "Nữ", "1990", "Xã Quảng Yên", "Công chức tư pháp - hộ tịch", "15/07/2021"],
    ["Vũ Văn Dán Hai", "Nam", "1985", "Xã Quảng Yên", "Công chức văn phòng - thống kê", "15/07/2021"],
  ];
  await putOnClipboard(program, lines.map((line) => line.join("\t")).join("\r\n"));
  await officials.grid.focus();
  await page.keyboard.press("Control+v");
  await importing.expectStep("columns");
  await expect(importing.main).toContainText("Tệp đang nhập: Vùng ô đã dán");
  await expect(importing.column("Họ và tên")).toHaveValue("Họ và tên");
  await importing.next();
  await importing.expectStep("preview");
  await expect(importing.main).toContainText("2 người trong bảng: thêm mới 2, cập nhật 0.");
  await importing.next();
  await importing.expectStep("done");
  await importing.tabTo(importing.button("Xem danh sách"));
  await page.keyboard.press("Enter");
  await officials.expectCount(480);
  await officials.grid.focus();
  await page.keyboard.press("Control+z");
  await expect(shell.notice("Đã hoàn tác: Nhập từ bảng tính")).toBeVisible();
  await officials.expectCount(478);
  expect(await coveredByNotices(page)).toEqual([]);
});

test("cells are pasted into, cleared and filtered by, each with its keys and one undo", async ({
  program,
}) => {
  const { page, shell, officials } = screensOf(program.page);
  await shell.goTo("officials");
  await officials.standAtTop(478);
  await officials.standIn("Ngày sinh");
  const before = (await officials.texts("Ngày sinh")).slice(0, 3);
  const births = async () => (await officials.texts("Ngày sinh")).slice(0, 3);

  // Two lines from the active cell down; what cannot be read is said, and stays as it is.
  await putOnClipboard(program, "5/3/1979\r\nkhông nhớ\r\n");
  await page.keyboard.press("Control+v");
  const pasting = page.getByRole("dialog", { name: "Dán vào các ô" });
  await expect(pasting.getByRole("status")).toContainText("2 ô: 1 sẽ thay đổi");
  await expect(pasting).toContainText("Không đọc được “không nhớ”: không phải ngày tháng.");
  await expect(pasting.getByRole("cell", { name: "05/03/1979" })).toBeVisible();
  expect(await births()).toEqual(before);
  await expect(pasting.getByRole("button", { name: "Ghi 1 ô" })).toBeFocused();
  await expectAccessible(page, "cells that are pasted");
  await page.keyboard.press("Enter");
  await expect(pasting).toBeHidden();
  await expect.poll(births).toEqual(["05/03/1979", before[1], before[2]]);
  await expect(officials.grid).toBeFocused();

  // One value fills what is chosen.
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await putOnClipboard(program, "1981");
  await page.keyboard.press("Control+v");
  await expect(pasting.getByRole("status")).toContainText("3 ô: 3 sẽ thay đổi");
  await page.keyboard.press("Enter");
  await expect.poll(births).toEqual(["1981", "1981", "1981"]);
  await page.keyboard.press("Control+z");
  await expect.poll(births).toEqual(["05/03/1979", before[1], before[2]]);

  await page.keyboard.press("Delete");
  await expect(shell.notice("Đã xóa nội dung 3 ô.")).toBeVisible();
  await expect.poll(births).toEqual(["", "", ""]);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect.poll(births).toEqual(before);

  // The name is not to be done without.
  await page.keyboard.press("Control+Home");
  await officials.standIn("Họ và tên");
  const [name = ""] = await officials.texts("Họ và tên");
  await page.keyboard.press("Backspace");
  await expect(
    shell.notice("1 ô giữ nguyên. “Họ và tên” là mục bắt buộc, không để trống được."),
  ).toBeVisible();
  expect((await officials.texts("Họ và tên"))[0]).toBe(name);

  // By the menu of the cell: pasting, its value as a filter, the end of the post.
  await catchPopups(program, "Lọc theo giá trị này");
  await officials.standIn("Đơn vị");
  const [unit = ""] = await officials.texts("Đơn vị");
  await page.keyboard.press("Shift+F10");
  await expect(officials.summary).toContainText("lọc theo cột Đơn vị");
  expect(new Set(await officials.texts("Đơn vị"))).toEqual(new Set([unit]));
  const [menu = []] = await popups(program);
  const labels = menu.map(({ label }) => label);
  for (const label of ["Dán", "Xóa nội dung ô", "Kết thúc công tác…"]) expect(labels).toContain(label);
  await officials.clearButton.press("Enter");
  await officials.expectCount(478);

  await catchPopups(program, "Dán");
  await officials.grid.focus();
  await officials.standIn("Ngày sinh");
  await page.keyboard.press("Shift+F10");
  // One cell over one cell is written at once, and taken back by one key.
  await expect(shell.notice("Đã ghi 1 ô.")).toBeVisible();
  await expect(pasting).toBeHidden();
  await expect(officials.grid).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect.poll(births).toEqual(before);
  // Years and months of birth, opened, ticked and cleared by keys.
  await page.keyboard.press("Alt+ArrowDown");
  const menuOfBirth = officials.columnMenu("Ngày sinh");
  const tree = menuOfBirth.getByRole("tree", { name: "Năm và tháng của cột" });
  await menuOfBirth.getByRole("checkbox", { name: "Bỏ chọn tất cả" }).press("Space");
  await tree.press("ArrowRight");
  await tree.press("ArrowDown");
  const month = tree.locator('[aria-level="2"]').first();
  const born = Number(await month.locator("span").last().innerText());
  const wanted = await month.locator("span").nth(-2).innerText();
  await tree.press("Space");
  await officials.expectCount(born);
  await expectAccessible(page, "years and months of a column");
  await expect(month).toHaveAttribute("aria-checked", "true");
  await expect(tree.getByRole("treeitem").first()).toHaveAttribute("aria-checked", /mixed|true/);
  await page.keyboard.press("Escape");
  await expect(officials.grid).toBeFocused();
  const number = wanted.replace(/\D/g, "").padStart(2, "0");
  for (const birth of await officials.texts("Ngày sinh"))
    expect(birth).toMatch(new RegExp(`^(../)?${number}/`));
  await officials.clearButton.press("Enter");
  await officials.expectCount(478);

  await officials.search.fill("pham dang an");
  await officials.expectCount(1);
  await officials.search.press("Enter");
  await expect(officials.grid).toBeFocused();
  await catchPopups(program, "Kết thúc công tác…");
  await page.keyboard.press("Shift+F10");
  const ending = page.getByRole("dialog", { name: "Kết thúc công tác" });
  await expect(ending).toContainText("Tư pháp - hộ tịch, Xã Vân Lĩnh");
  await page.keyboard.press("Escape");
  await expect(ending).toBeHidden();
  await expect(officials.grid).toBeFocused();
  expect(await coveredByNotices(page)).toEqual([]);
});

test("a cell that is changed has the menu of text fields", async ({ program }) => {
  const { page, shell, officials } = screensOf(program.page);
  await shell.goTo("officials");
  await officials.standAtTop(478);
  await officials.standIn("Ngày sinh");
  await page.keyboard.press("F2");
  const field = page.getByRole("form", { name: /^Sửa Ngày sinh của / }).getByRole("textbox");
  await expect(field).toBeFocused();
  await catchPopups(program);
  await page.keyboard.press("Shift+F10");
  await expect.poll(async () => (await popups(program)).length).toBe(1);
  const [menu = []] = await popups(program);
  expect(menu.map(({ label }) => label)).toEqual([
    "Hoàn tác",
    "Làm lại",
    "Cắt",
    "Sao chép",
    "Dán",
    "Chọn tất cả",
  ]);
  // The keys that the menu names do what it says.
  await putOnClipboard(program, "05/1971");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+v");
  await expect(field).toHaveValue("05/1971");
  await page.keyboard.press("Escape");
});

test("one person after the other is typed without leaving the keys", async ({ program }) => {
  const { page, shell, officials, person } = screensOf(program.page);
  await shell.goTo("officials");
  await officials.expectCount(478);
  await page.keyboard.press("Control+n");
  for (const name of ["Đỗ Thị Nối Tiếp", "Đỗ Văn Nối Theo"]) {
    await expect(person.field("Họ và tên")).toBeFocused();
    await expect(person.field("Họ và tên")).toHaveValue("");
    await page.keyboard.type(name);
    await page.keyboard.press("Control+Enter");
    await expect(shell.notice(`Đã thêm ${name}.`)).toBeVisible();
    expect(await coveredByNotices(page)).toEqual([]);
  }
  // The last form is left empty, and so without a question.
  await page.keyboard.press("Alt+2");
  await expect(officials.heading).toBeVisible();
  await expect(shell.unsaved).toBeHidden();
});

test("who has no post on record is given one in the list, one by typing and others by pasting", async ({
  program,
}) => {
  const { page, shell, officials, person } = screensOf(program.page);
  await shell.goTo("officials");
  await officials.expectCount(478);
  await page.keyboard.press("Control+n");
  for (const name of ["Đỗ Thị Chờ Một", "Đỗ Thị Chờ Hai", "Đỗ Thị Chờ Ba"]) {
    await expect(person.field("Họ và tên")).toBeFocused();
    await expect(person.field("Họ và tên")).toHaveValue("");
    await page.keyboard.type(name);
    await page.keyboard.press("Control+Enter");
    await expect(shell.notice(`Đã thêm ${name}.`)).toBeVisible();
  }
  await page.keyboard.press("Alt+2");
  await officials.search.fill("do thi cho");
  await officials.expectCount(3);
  const [first = ""] = await officials.texts("Họ và tên");
  await officials.search.press("Enter");
  await expect(officials.grid).toBeFocused();
  await page.keyboard.press("Control+Home");
  await officials.standIn("Chức danh");
  await page.keyboard.type("pho chu tich ubnd");
  const editor = page.getByRole("form", { name: `Sửa Chức danh của ${first}` });
  await expect(editor.getByRole("combobox")).toBeFocused();
  await page.keyboard.press("Enter");

  // What was typed stands in the post that is added; the keys are on what is still to be said.
  const adding = page.getByRole("dialog", { name: `Thêm công tác cho ${first}` });
  await expect(adding.getByRole("combobox", { name: /^Chức danh/ })).toHaveValue("Phó Chủ tịch UBND");
  const unit = adding.getByRole("combobox", { name: /^Đơn vị/ });
  await expect(unit).toBeFocused();
  await page.keyboard.type("quang yen");
  await expect(page.getByRole("option").first()).toContainText("Xã Quảng Yên");
  await page.keyboard.press("Enter");
  await expect(unit).toHaveValue("Xã Quảng Yên");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.type("7/2021");
  await expectAccessible(page, "a post that is added in the list");
  await page.keyboard.press("Enter");
  await expect(adding).toBeHidden();
  await expect(shell.notice(new RegExp(`^Đã lưu hồ sơ của ${first}`))).toBeVisible();
  await expect(officials.row(first)).toContainText("Phó Chủ tịch UBND");
  await expect(officials.row(first)).toContainText("Xã Quảng Yên");
  await expect(officials.grid).toBeFocused();

  // The others at once, with one unit for both; one undo takes both back.
  const posts = async () =>
    (await officials.texts("Chức danh")).filter((text) => text === "Chủ tịch UBND").length;
  const places = await officials.texts("Chức danh");
  const [from = 0, to = 0] = places.flatMap((text, at) => (text === "" ? [at] : []));
  await (await officials.cell("Chức danh", from)).click();
  await (await officials.cell("Chức danh", to)).click({ modifiers: ["Shift"] });
  await putOnClipboard(program, "Chủ tịch UBND");
  await page.keyboard.press("Control+v");
  const pasting = page.getByRole("dialog", { name: "Dán vào các ô" });
  await expect(pasting.getByRole("status")).toContainText("2 ô: 0 sẽ thay đổi");
  const made = pasting.getByRole("group", { name: "Thêm công tác cho 2 người, ghi chung:" });
  await expect(made.getByRole("combobox", { name: /^Đơn vị/ })).toBeFocused();
  await page.keyboard.type("quang yen");
  await expect(page.getByRole("option").first()).toContainText("Xã Quảng Yên");
  await page.keyboard.press("Enter");
  await expect(pasting.getByRole("status")).toContainText("2 ô: 2 sẽ thay đổi");
  await expectAccessible(page, "posts that are pasted for people without one");
  await pasting.getByRole("button", { name: "Ghi 2 ô" }).press("Enter");
  await expect(pasting).toBeHidden();
  await expect.poll(posts).toBe(2);
  await page.keyboard.press("Control+z");
  await expect.poll(posts).toBe(0);
  expect(await coveredByNotices(page)).toEqual([]);
});

test("Tab goes from cell to cell, copied cells are framed, cut ones are cleared, and the grid is left by keys", async ({
  program,
}) => {
  const { page, shell, officials } = screensOf(program.page);
  await shell.goTo("officials");
  await officials.expectCount(478);
  const births = () => officials.texts("Ngày sinh");
  const standing = async () =>
    /r(\d+)c(\d+)$/
      .exec((await officials.grid.getAttribute("aria-activedescendant")) ?? "")
      ?.slice(1)
      .map(Number);
  await (await officials.cell("Ngày sinh", 0)).click();
  const [, column = 0] = (await standing()) ?? [];

  // A line is typed by Tab; Enter goes on under where it began.
  await page.keyboard.type("1971");
  await page.keyboard.press("Tab");
  await expect.poll(async () => (await births())[0]).toBe("1971");
  await expect.poll(standing).toEqual([0, column + 1]);
  await page.keyboard.press("Shift+Tab");
  await expect.poll(standing).toEqual([0, column]);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.type("1972");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await births())[0]).toBe("1972");
  await expect.poll(standing).toEqual([1, column]);

  // What was copied is framed until it is given up, or something is written.
  const framed = officials.grid.locator("[data-copied]");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Control+C");
  await expect(framed).toHaveCount(2);
  await page.keyboard.press("Escape");
  await expect(framed).toHaveCount(0);
  await (await officials.cell("Ngày sinh", 1)).click();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Control+C");
  await expect(framed).toHaveCount(2);
  await expectAccessible(page, "list with copied cells");

  const before = await births();
  await page.keyboard.press("Control+X");
  await expect(shell.notice("Đã xóa nội dung 2 ô.")).toBeVisible();
  await expect(framed).toHaveCount(0);
  expect(await clipboardText(program)).toBe([before[1], before[2]].join("\r\n"));
  await expect.poll(async () => (await births()).slice(1, 3)).toEqual(["", ""]);
  await page.keyboard.press("Control+Z");
  await expect.poll(births).toEqual(before);

  // Who is changed stays where the eye is, also in a list by that column, until it is sorted anew.
  const heading = officials.column("Ngày sinh").getByRole("button", { name: "Ngày sinh", exact: true });
  await heading.click();
  const names = () => officials.texts("Họ và tên");
  const years = async () => (await births()).map((text) => text.slice(-4));
  await expect
    .poll(async () => {
      const shown = await years();
      return shown.every((year, at) => at === 0 || (shown[at - 1] ?? "") <= year);
    })
    .toBe(true);
  const sorted = (await names()).slice(0, 3);
  await (await officials.cell("Ngày sinh", 1)).click();
  await page.keyboard.type("1970");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await births())[1]).toBe("1970");
  expect((await names()).slice(0, 3)).toEqual(sorted);
  await expect.poll(standing).toEqual([2, column]);
  await heading.click();
  await heading.click();
  await heading.click();
  await expect.poll(async () => (await names())[1]).toBe(sorted[2]);

  // To the edge, as far as there are lines.
  await (await officials.cell("Ngày sinh", 1)).click();
  await page.keyboard.press("Control+Shift+ArrowDown");
  await expect(officials.foot).toContainText("Đang chọn 477 dòng");

  // By keys alone nobody is held in the grid.
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(officials.grid).not.toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(officials.grid).toBeFocused();
  await expect(officials.grid).toHaveAccessibleDescription(/bấm Escape rồi bấm Tab/);
});
