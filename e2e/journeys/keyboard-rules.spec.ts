/** The rules of the keyboard on the real window: where the focus goes, menus, zoom, Escape, the calendar, notices. */
import { expect, test } from "../fixtures";
import { screensOf, type Screens } from "../pages/screens";
import { expectAccessible } from "../support/axe";
import { coveredByNotices } from "../support/covered";
import { catchPopups, popups } from "../support/popups";
import { askToClose, resizeWindow, startProgram } from "../support/program";

async function openPerson({ shell, officials, person }: Screens): Promise<void> {
  await shell.goTo("officials");
  await officials.findAndOpen("pham dang an", "Phạm Đăng An");
  await person.expectOpen("Phạm Đăng An");
  await expect(person.card("Lý luận chính trị")).toBeVisible();
}

test("the focus is back at what opened a dialog, whichever it is", async ({ program }) => {
  const screens = screensOf(program.page);
  const { page, shell, statistics, person } = screens;
  await expect(statistics.totalRow).toContainText("478");
  const main = page.getByRole("main");
  const comesBack = async (name: string | RegExp, part = page.locator("body")) => {
    const opener = part.getByRole("button", { name }).first();
    await opener.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog").first();
    await expect(dialog, String(name)).toBeVisible();
    await expect(dialog.locator(":focus"), String(name)).toHaveCount(1);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog"), String(name)).toHaveCount(0);
    await expect(opener, String(name)).toBeFocused();
  };
  for (const name of ["Xuất báo cáo", "Cài đặt", "Phím tắt"]) await comesBack(name, shell.rail);
  await openPerson(screens);
  for (const name of ["Thêm công tác", "Thêm trình độ", /^Sửa: /, /^Kết thúc công tác/, "Xóa hồ sơ…"])
    await comesBack(name, main);
  await (await person.edit("Ngày sinh")).focus();
  await page.keyboard.press("Alt+ArrowDown");
  await expect(page.getByRole("dialog", { name: "Lịch" }).locator(":focus")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(person.field("Ngày sinh")).toBeFocused();
  await page.getByRole("button", { name: "Thao tác với sổ này" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menu")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Thao tác với sổ này" })).toBeFocused();
  await person.expectOpen("Phạm Đăng An");
});

test("a pressed button and a vanished bar leave the keyboard where the work is", async ({ program }) => {
  const screens = screensOf(program.page);
  const { page, shell, person } = screens;
  await openPerson(screens);
  await person.edit("Điện thoại");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("0912345678");
  await person.saveButton.focus();
  await page.keyboard.press("Enter");
  await expect(shell.notice(/^Đã lưu hồ sơ .+\./)).toBeVisible();
  await expect(person.saveBar).toBeHidden();
  // The section is read again, and a way back into it stands where the work was.
  await person.expectValue("Điện thoại", "0912345678");
  await expect((await person.section("Nơi ở, liên hệ")).locator("button:focus")).toBeVisible();
});

test("Escape closes one thing at a time, and asks before typed work is left", async ({ program }) => {
  const screens = screensOf(program.page);
  const { page, shell, officials, person } = screens;
  await openPerson(screens);
  await page.getByRole("button", { name: "Sửa mục Lý lịch" }).click();
  const ethnicity = page.getByRole("combobox", { name: /^Dân tộc/ });
  await ethnicity.fill("T");
  await expect(page.getByRole("option").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("option")).toHaveCount(0);
  await person.expectOpen("Phạm Đăng An");
  await page.keyboard.press("Escape");
  await expect(shell.unsaved).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(shell.unsaved).toBeHidden();
  await expect(ethnicity).toBeFocused();
  await expect(ethnicity).toHaveValue("T");
  await person.discardButton.click();
  await expect(ethnicity).toHaveCount(0);
  // A section that is edited is closed before the record is.
  await page.getByRole("button", { name: "Sửa mục Lý lịch" }).click();
  await page.keyboard.press("Escape");
  await expect(ethnicity).toHaveCount(0);
  await person.expectOpen("Phạm Đăng An");
  await expect((await person.section("Lý lịch")).locator("button:focus")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(officials.heading).toBeVisible();
});

test("what was typed in a dialog is asked about before Escape loses it", async ({ program }) => {
  const screens = screensOf(program.page);
  const { page, person } = screens;
  await openPerson(screens);
  const dialog = await person.addQualification();
  await dialog.choose("Trình độ", "Đại học");
  await page.keyboard.press("Escape");
  const question = page.getByRole("dialog", { name: "Có phần chưa ghi nhận" });
  await expect(question.getByRole("button", { name: "Nhập tiếp" })).toBeFocused();
  await expectAccessible(page, "question: typed in a dialog");
  await page.keyboard.press("Enter");
  await expect(question).toBeHidden();
  await expect(dialog.root.getByRole("combobox", { name: /^Trình độ/ })).toBeFocused();
  await page.keyboard.press("Escape");
  await question.getByRole("button", { name: "Bỏ phần vừa nhập" }).click();
  await expect(dialog.root).toBeHidden();
});

test("no box stands around a heading that the program put the focus on", async ({ program }) => {
  const { page, statistics } = screensOf(program.page);
  await expect(statistics.totalRow).toContainText("478");
  await page.keyboard.press("Tab");
  const outline = await page.evaluate(() => {
    const heading = document.createElement("h2");
    heading.tabIndex = -1;
    heading.textContent = "…";
    document.querySelector("main")?.append(heading);
    heading.focus();
    const { outlineStyle } = getComputedStyle(heading);
    const focused = document.activeElement === heading;
    heading.remove();
    return { outlineStyle, focused };
  });
  expect(outline).toEqual({ outlineStyle: "none", focused: true });
});

test("text fields have a menu under the right button and by keys, in dialogs too", async ({ program }) => {
  const screens = screensOf(program.page);
  const { page, person } = screens;
  await openPerson(screens);
  await catchPopups(program);
  const words = ["Hoàn tác", "Làm lại", "Cắt", "Sao chép", "Dán", "Chọn tất cả"];
  const last = async () => (await popups(program)).at(-1)?.map(({ label }) => label);
  await (await person.edit("Điện thoại")).click({ button: "right" });
  await expect.poll(last).toEqual(words);
  const dialog = await person.addQualification();
  const note = dialog.root.getByRole("textbox").last();
  await note.focus();
  await catchPopups(program);
  await page.keyboard.press("Shift+F10");
  await expect.poll(last).toEqual(words);
});

test("rows offer what can be done with them, by the mouse and by keys", async ({ program }) => {
  const screens = screensOf(program.page);
  const { page, shell, statistics, officials, person } = screens;
  await expect(statistics.totalRow).toContainText("478");
  await shell.goTo("officials");
  await officials.expectCount(478);
  await catchPopups(program, "Mở");
  await officials.grid.focus();
  await page.keyboard.press("ArrowDown");
  const name = (await officials.names())[1] ?? "";
  await page.keyboard.press("Shift+F10");
  await person.expectOpen(name);
  await shell.goTo("officials");
  await catchPopups(program, "Sao chép");
  await officials.row(name).getByRole("rowheader").click({ button: "right" });
  await expect(shell.notice("Đã sao chép 1 dòng")).toBeVisible();
  expect(await program.app.evaluate(({ clipboard }) => clipboard.readText())).toBe(name);
  await shell.goTo("statistics");
  await catchPopups(program, "Chỉ xem đơn vị này");
  await statistics.row("Xã Quảng Yên").getByRole("rowheader").click({ button: "right" });
  await expect(statistics.scope).toHaveValue("Xã Quảng Yên");
});

test("the window is shown larger and smaller as a browser's, and starts as it was left", async ({
  place,
  sample,
}) => {
  const first = await startProgram(place, { roster: sample });
  const { page, statistics, shell } = screensOf(first.page);
  await expect(statistics.totalRow).toContainText("478");
  const width = () => page.evaluate(() => window.innerWidth);
  const shownAt = (percent: number) =>
    expect.poll(async () => Math.round((1366 / (await width())) * 100)).toBe(percent);
  await page.keyboard.press("Control+=");
  await shownAt(110);
  await expect(shell.notice("Cỡ hiển thị: 110 %")).toBeVisible();
  await page.keyboard.press("Control+Shift+Equal");
  await shownAt(125);
  await page.keyboard.press("Control+NumpadAdd");
  await shownAt(150);
  await page.keyboard.press("Control+NumpadSubtract");
  await page.keyboard.press("Control+-");
  await shownAt(110);
  await page.keyboard.press("Control+/");
  await expect(page.getByRole("dialog", { name: "Phím tắt" })).toContainText("Phóng to");
  await page.keyboard.press("Control+0");
  await shownAt(100);
  await page.keyboard.press("Escape");
  await first.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.emit("zoom-changed", {}, "in");
  });
  await shownAt(110);
  await askToClose(first);
  await first.ended;
  const second = await startProgram(place, { roster: sample });
  await expect.poll(() => second.page.evaluate(() => Math.round((1366 / window.innerWidth) * 100))).toBe(110);
  await second.close();
});

test("a day is chosen in the calendar by the mouse and goes into the field", async ({ program }) => {
  const screens = screensOf(program.page);
  const { page, shell, statistics, person } = screens;
  await expect(statistics.totalRow).toContainText("478");
  const day = page
    .getByRole("banner")
    .getByRole("button", { name: /^Chọn ngày trên lịch/ })
    .first();
  await day.click();
  const calendar = page.getByRole("dialog", { name: "Lịch" });
  await expect(calendar.getByRole("button", { name: "1, 01/10/2021" })).toBeFocused();
  await expectAccessible(page, "calendar");
  await calendar.getByRole("button", { name: "Tháng trước" }).click();
  await calendar.getByRole("button", { name: "15, 15/09/2021" }).click();
  await expect(shell.asOf).toHaveValue("15/09/2021");
  await expect(shell.asOf).toBeFocused();
  await openPerson(screens);
  await person.edit("Ngày sinh");
  await page.keyboard.press("Alt+ArrowDown");
  await calendar.getByRole("textbox", { name: "Năm" }).fill("1965");
  await calendar.getByRole("combobox", { name: "Tháng" }).selectOption("3");
  await calendar.getByRole("button", { name: "Chỉ lấy tháng 03/1965" }).click();
  await person.expectValue("Ngày sinh", "03/1965");
});

test("notices lie over nothing, and what is wrong with a field moves nothing, at every size", async ({
  program,
}) => {
  const screens = screensOf(program.page);
  const { page, shell, statistics, person } = screens;
  await openPerson(screens);
  for (const [n, size] of [
    { width: 1024, height: 768 },
    { width: 1366, height: 728 },
    { width: 1920, height: 1040 },
    { width: 683, height: 364 },
  ].entries()) {
    await resizeWindow(program.app, size);
    const phone = await person.edit("Điện thoại");
    const identity = await person.edit("Số định danh");
    await identity.scrollIntoViewIfNeeded();
    const before = await phone.boundingBox();
    await identity.fill("123");
    await identity.blur();
    await expect(page.getByText(/12 chữ số/).first()).toBeVisible();
    expect(await phone.boundingBox(), `${size.width}`).toEqual(before);
    await person.discardButton.click();
    await (await person.edit("Điện thoại")).fill(`091234567${n}`);
    await page.keyboard.press("Control+s");
    await expect(shell.notice(/^Đã lưu hồ sơ .+\./)).toBeVisible();
    expect(await coveredByNotices(page), `${size.width}`).toEqual([]);
    await shell.goTo("statistics");
    await expect(statistics.totalRow).toContainText("478");
    expect(await coveredByNotices(page), `${size.width}`).toEqual([]);
    await page.goBack();
    await person.expectOpen("Phạm Đăng An");
  }
});
