/** A clerk without a mouse: opens a roster, finds somebody, edits, saves, takes it back; always seeing where they are. */
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";
import { focusStop, tabOn, tabTo, unseen } from "../support/focus";
import { answerDialogs, startProgram } from "../support/program";

test("from the first screen to a saved and undone change without the mouse", async ({ place, sample }) => {
  const program = await startProgram(place);
  const { page, welcome, statistics, officials, person, shell } = screensOf(program.page);
  await expect(welcome.title).toBeVisible();
  await answerDialogs(program, { open: sample });
  const welcomeStops = await tabTo(page, ({ name }) => name.includes("Mở sổ"), 5);
  expect(unseen(welcomeStops)).toEqual([]);
  await page.keyboard.press("Enter");
  await expect(statistics.heading).toBeVisible();

  await page.keyboard.press("Alt+2");
  await officials.expectCount(478);
  await page.keyboard.press("Control+f");
  await expect(officials.search).toBeFocused();
  await page.keyboard.type("pham dang an");
  await expect(officials.summary).toContainText("tìm “pham dang an”");
  await page.keyboard.press("ArrowDown");
  await expect(officials.grid).toBeFocused();
  expect(await focusStop(page)).toMatchObject({ visible: true, onScreen: true });
  await page.keyboard.press("Enter");
  await person.expectOpen("Phạm Đăng An");

  await tabTo(page, ({ name }) => name.includes("Sửa mục Nơi ở, liên hệ"), 60);
  await page.keyboard.press("Enter");
  await expect(person.field("Nơi ở hiện nay")).toBeFocused();
  const stops = await tabTo(page, ({ name }) => name.includes("phone"), 40);
  expect(unseen(stops)).toEqual([]);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("0912345678");
  await page.keyboard.press("Control+s");
  await expect(shell.notice(/^Đã lưu hồ sơ .+\./)).toBeVisible();
  await expect(person.saveBar).toBeHidden();

  // The first closes the section that is edited, the second the record.
  await page.keyboard.press("Escape");
  await person.expectValue("Điện thoại", "0912345678");
  await page.keyboard.press("Escape");
  await expect(officials.heading).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(shell.notice("Đã hoàn tác: Cập nhật: Phạm Đăng An")).toBeVisible();
  await page.keyboard.press("Control+y");
  await expect(shell.notice("Đã làm lại: Phạm Đăng An")).toBeVisible();
  expect(program.complaints).toEqual([]);
  await program.close();
});

test("a row of the person is added and edited in its dialog by keys alone", async ({ program }) => {
  const { page, shell, statistics, officials, person } = screensOf(program.page);
  await expect(statistics.heading).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(shell.search).toBeFocused();
  await page.keyboard.type("pham dang an");
  await expect(page.getByRole("option", { name: /^Phạm Đăng An/ })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await person.expectOpen("Phạm Đăng An");

  await tabTo(page, ({ name }) => name.includes("Thêm trình độ"), 60);
  await page.keyboard.press("Enter");
  const dialog = person.dialog("Thêm trình độ, văn bằng").root;
  await expect(dialog.getByRole("combobox", { name: /^Loại trình độ/ })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(dialog.getByRole("combobox", { name: /^Trình độ/ })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  // Up from the first is the last.
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("combobox", { name: /^Trình độ/ })).toHaveValue("Tiến sĩ");
  const stops = await tabTo(page, ({ name }) => name.includes("granted"), 8);
  expect(unseen(stops)).toEqual([]);
  await page.keyboard.type("2021");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(person.qualifications).toContainText("Tiến sĩ");
  await expect(person.saveBar).toBeVisible();

  // Escape leaves what is open, one thing at a time: the question, then nothing behind its back.
  await page.keyboard.press("Escape");
  await expect(shell.unsaved).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(shell.unsaved).toBeHidden();
  await expect(person.saveBar).toBeVisible();
  await page.keyboard.press("Control+s");
  await expect(person.saveBar).toBeHidden();
  await expect(officials.heading).toBeHidden();
});

test("the table's numbers are reached and opened by the arrow keys", async ({ program }) => {
  const { page, statistics, officials } = screensOf(program.page);
  await expect(statistics.totalRow).toContainText("478");
  await statistics.grid.focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  const cell = page.locator(`[id="${await statistics.grid.getAttribute("aria-activedescendant")}"]`);
  const people = Number(await cell.innerText());
  expect(await focusStop(page)).toMatchObject({ visible: true, onScreen: true });
  await page.keyboard.press("Enter");
  await officials.expectCount(people);
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(statistics.heading).toBeVisible();
});

test("Ctrl+/ lists the keys, Escape closes it, and the focus is back where it was", async ({ program }) => {
  const { page, shell, statistics } = screensOf(program.page);
  await expect(statistics.heading).toBeVisible();
  await shell.asOf.focus();
  await page.keyboard.press("Control+/");
  const help = page.getByRole("dialog", { name: "Phím tắt" });
  await expect(help).toContainText("Ctrl + Z");
  // Behind an open dialog the other keys rest.
  await page.keyboard.press("Alt+2");
  await expect(help).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();
  await expect(shell.asOf).toBeFocused();
  await expect(statistics.heading).toBeVisible();

  await page.keyboard.press("Control+Shift+P");
  await expect(page.getByRole("dialog", { name: "Xuất báo cáo" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  for (const [keys, heading] of [
    ["Alt+3", "Nhật ký thay đổi"],
    ["Alt+4", "Danh mục"],
    ["Alt+5", "Trao đổi"],
    ["Alt+2", "Danh sách cán bộ, công chức"],
    ["Control+n", "Cán bộ mới"],
    ["Alt+1", "Bảng tiêu chuẩn theo đơn vị"],
  ] as const) {
    await page.keyboard.press(keys);
    await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
  }
});

test("Tab begins in the content and passes every control of every screen in sight", async ({ program }) => {
  const { page, shell, statistics } = screensOf(program.page);
  await expect(statistics.totalRow).toContainText("478");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("main").locator(":focus")).toHaveCount(1);
  const skip = page.getByRole("link", { name: "Đến nội dung chính" });
  await skip.focus();
  expect(await focusStop(page)).toMatchObject({ visible: true, onScreen: true });
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();

  for (const screen of ["statistics", "officials", "changes", "catalog", "exchange"] as const) {
    await shell.goTo(screen);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await shell.link(screen).focus();
    const stops = [];
    for (let n = 0; n < 30; n++) {
      await tabOn(page);
      const stop = await focusStop(page);
      if (stop.name === "nothing") break;
      stops.push(stop);
    }
    expect(stops.length).toBeGreaterThan(5);
    expect(unseen(stops), screen).toEqual([]);
  }
});
