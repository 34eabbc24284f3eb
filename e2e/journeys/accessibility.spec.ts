/** Every screen and dialog against all rules of axe; and everything within reach at 200 % zoom. */
import { writeFileSync } from "node:fs";
import { expect, test } from "../fixtures";
import { catalogTabs } from "../pages/catalog";
import { exchangeTabs } from "../pages/exchange";
import { screensOf, type Screens } from "../pages/screens";
import { expectAccessible } from "../support/axe";
import { answerDialogs, resizeWindow, startProgram, Workplace } from "../support/program";
import { expectNothingCutOff, zoomTwice } from "../support/zoom";

async function openPerson({ shell, officials, person }: Screens): Promise<void> {
  await shell.goTo("officials");
  await officials.findAndOpen("pham dang an", "Phạm Đăng An");
  await person.expectOpen("Phạm Đăng An");
  await expect(person.card("Lý luận chính trị")).toBeVisible();
}

test("the first screen, its dialog and its refusals", async ({ place }) => {
  const program = await startProgram(place);
  const { page, welcome } = screensOf(program.page);
  await expect(welcome.title).toBeVisible();
  await expectAccessible(page, "welcome");

  const foreign = place.path("la.scb");
  writeFileSync(foreign, "not a roster");
  await answerDialogs(program, { open: foreign });
  await welcome.openButton.click();
  await expect(welcome.failure).toBeVisible();
  await expectAccessible(page, "welcome with a failure");

  await welcome.createButton.click();
  await welcome.submit();
  await expect(welcome.createDialog).toContainText("Chưa chọn đơn vị lập sổ");
  await expectAccessible(page, "dialog: new roster");
  const field = welcome.createDialog.getByRole("combobox", { name: "Đơn vị lập sổ" });
  await field.pressSequentially("quang yen");
  await expect(page.getByRole("option").first()).toBeVisible();
  await expectAccessible(page, "dialog: new roster, list open");
  await program.close();
});

test("the table, the chart, the list, the log, the catalog and the exchange", async ({ program }) => {
  const { page, shell, statistics, officials, changes, catalog, exchange } = screensOf(program.page);
  await expect(statistics.totalRow).toContainText("478");
  await expectAccessible(page, "statistics: table");
  await page.getByText("Biểu đồ", { exact: true }).click();
  await expect(page.getByRole("img", { name: /^Biểu đồ/ })).toBeVisible();
  await expectAccessible(page, "statistics: chart");

  await shell.goTo("officials");
  await officials.expectCount(478);
  await officials.grid.focus();
  await expectAccessible(page, "officials");
  await officials.search.fill("khong co ai ten nhu vay");
  await officials.expectCount(0);
  await expectAccessible(page, "officials: nobody");
  await officials.clearButton.click();
  await page.getByRole("combobox", { name: "Tiêu chuẩn" }).click();
  await expect(page.getByRole("option").first()).toBeVisible();
  await expectAccessible(page, "officials: filter open");
  await page.keyboard.press("Escape");
  await resizeWindow(program.app, { width: 1900, height: 1040 });
  await officials.expectCount(478);
  await officials.grid.press("ArrowDown");
  await expect(page.getByRole("complementary", { name: "Người đang chọn" }).getByRole("article")).toHaveCount(
    2,
  );
  await expectAccessible(page, "officials with preview");
  await resizeWindow(program.app, { width: 1366, height: 728 });

  await shell.goTo("changes");
  await changes.openDetails(changes.item(0));
  await expectAccessible(page, "changes");

  await shell.goTo("catalog");
  for (const tab of catalogTabs) {
    await catalog.tab(tab).click();
    await expect(catalog.tab(tab)).toHaveAttribute("aria-selected", "true");
    await expect(page.getByRole("tabpanel")).toBeVisible();
    if (tab === "Đơn vị") {
      await catalog.units.focus();
      await page.keyboard.press("ArrowDown");
      await expect(catalog.unitDetail.getByRole("heading")).toBeVisible();
    }
    await expectAccessible(page, `catalog: ${tab}`);
  }

  await shell.goTo("exchange");
  for (const tab of exchangeTabs) {
    await exchange.open(tab);
    await expect(page.getByRole("tabpanel")).not.toBeEmpty();
    await expectAccessible(page, `exchange: ${tab}`);
  }
});

test("a person: form, mistakes, dialogs and questions", async ({ program }) => {
  const screens = screensOf(program.page);
  const { page, shell, person } = screens;
  await openPerson(screens);
  await expectAccessible(page, "person");
  await person.aside.getByText("Nhật ký", { exact: true }).click();
  await expect(person.aside.getByRole("list")).toBeVisible();
  await expectAccessible(page, "person: history");
  await page.getByRole("button", { name: "Sửa mục Lý lịch" }).click();
  await expect(person.field("Họ và tên")).toBeFocused();
  await expectAccessible(page, "person: a section that is edited");

  await person.type("Số định danh", "123");
  await expect(person.saveBar).toBeVisible();
  await page.keyboard.press("Control+s");
  await expect(person.saveBar).toContainText("đã đánh dấu đỏ");
  await expectAccessible(page, "person with a mistake");
  await shell.goTo("statistics");
  await expect(shell.unsaved).toBeVisible();
  await expectAccessible(page, "question: unsaved work");
  await shell.answerUnsaved("Ở lại");
  await person.discardButton.click();

  const degree = await person.addQualification();
  await degree.press("Xong");
  await expectAccessible(page, "dialog: degree");
  await page.keyboard.press("Escape");
  await expect(degree.root).toBeHidden();
  const post = await person.addAssignment();
  await expectAccessible(page, "dialog: assignment");
  await page.keyboard.press("Escape");
  await expect(post.root).toBeHidden();
  await person.assignments.getByRole("button", { name: /^Kết thúc công tác/ }).click();
  await expect(person.dialog("Kết thúc công tác").root).toBeVisible();
  await expectAccessible(page, "dialog: end of an assignment");
  await page.keyboard.press("Escape");
  await expect(person.dialog("Kết thúc công tác").root).toBeHidden();
  await person.removeButton.click();
  await expect(page.getByRole("dialog", { name: "Xóa hồ sơ cán bộ" })).toBeVisible();
  await expectAccessible(page, "question: removal");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);

  await person.type("Điện thoại", "0912");
  await person.save();
  await expect(shell.notice(/^Đã lưu hồ sơ .+\./)).toBeVisible();
  await expectAccessible(page, "person with a notice");
  await page.keyboard.press("Control+n");
  await person.expectOpen("Cán bộ mới");
  await expectAccessible(page, "new person");
});

test("report, settings, keys and the menu of the roster", async ({ place, program }) => {
  const { page, shell, statistics, report } = screensOf(program.page);
  await expect(statistics.heading).toBeVisible();
  await shell.openReport();
  await expect(report.root.getByRole("radio").first()).toBeVisible();
  await expectAccessible(page, "dialog: report");
  await report.pickFolder(program, place.stick);
  await report.chooseFormats("CSV (.csv)");
  await report.write();
  await expect(report.done).toBeVisible();
  await expectAccessible(page, "dialog: report written");
  await page.keyboard.press("Escape");
  await expect(report.root).toBeHidden();

  await shell.rail.getByRole("button", { name: "Cài đặt" }).click();
  await expect(page.getByRole("textbox", { name: "Họ và tên người đang làm việc" })).toBeVisible();
  await expectAccessible(page, "dialog: settings");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("Control+/");
  await expect(page.getByRole("dialog", { name: "Phím tắt" })).toBeVisible();
  await expectAccessible(page, "dialog: keys");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.getByRole("button", { name: "Thao tác với sổ này" }).click();
  await expect(page.getByRole("menu")).toBeVisible();
  await expectAccessible(page, "menu of the roster");
  await page.keyboard.press("Escape");
  await shell.search.pressSequentially("nguyen");
  await expect(page.getByRole("option").first()).toBeVisible();
  await expectAccessible(page, "search");
});

test("a roster that may only be looked at", async ({ place, sample }) => {
  const holder = await startProgram(place, { roster: sample });
  await expect(screensOf(holder.page).statistics.heading).toBeVisible();
  // Somebody else at the same PC.
  const colleague = new Workplace();
  const program = await startProgram(colleague);
  const screens = screensOf(program.page);
  const { page, welcome, statistics } = screens;
  await answerDialogs(program, { open: sample });
  await welcome.openButton.click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectAccessible(page, "question: look only");
  await page.getByRole("button", { name: "Mở để xem" }).click();
  await expect(statistics.totalRow).toContainText("478");
  await openPerson(screens);
  await expectAccessible(page, "person, looking only");
  await program.close();
  colleague.remove();
  await holder.close();
});

test("at 200 % nothing is cut off, and the work can still be done", async ({ program }) => {
  const screens = screensOf(program.page);
  const { page, shell, statistics, officials, person, report, catalog, exchange } = screens;
  await expect(statistics.totalRow).toContainText("478");
  await zoomTwice(program);
  await expectNothingCutOff(program, "statistics");
  await expectAccessible(page, "statistics at 200 %");

  await page.keyboard.press("Alt+2");
  await officials.expectCount(478);
  await expectNothingCutOff(program, "officials");
  await expectAccessible(page, "officials at 200 %");
  await page.keyboard.press("Control+f");
  await page.keyboard.type("pham dang an");
  await expect(officials.summary).toContainText("tìm “pham dang an”");
  await page.keyboard.press("Enter");
  await expect(officials.grid).toBeFocused();
  await page.keyboard.press("Enter");
  await person.expectOpen("Phạm Đăng An");
  await expectNothingCutOff(program, "person");
  await (await person.edit("Điện thoại")).fill("0912");
  await expect(person.saveBar).toBeVisible();
  await expectNothingCutOff(program, "person with unsaved work");
  await expectAccessible(page, "person at 200 %");
  await page.keyboard.press("Control+s");
  await expect(person.saveBar).toBeHidden();

  await page.keyboard.press("Control+Shift+P");
  await expect(report.root).toBeVisible();
  await expectNothingCutOff(program, "report");
  await report.root.locator("summary").press("Enter");
  await expectNothingCutOff(program, "report with what the office writes on it");
  await page.keyboard.press("Escape");
  await expect(report.root).toBeHidden();
  await page.keyboard.press("Alt+3");
  await expectNothingCutOff(program, "changes");
  await page.keyboard.press("Alt+4");
  await expect(catalog.heading).toBeVisible();
  await expectNothingCutOff(program, "catalog");
  await page.keyboard.press("Alt+5");
  await expect(exchange.heading).toBeVisible();
  for (const tab of exchangeTabs) {
    await exchange.open(tab);
    await expect(page.getByRole("tabpanel")).not.toBeEmpty();
    await expectNothingCutOff(program, `exchange: ${tab}`);
  }
  await expect(shell.link("catalog")).toBeVisible();
});

test("in a window of 683×364, as small as that zoom, the mouse reaches everything too", async ({
  program,
}) => {
  const screens = screensOf(program.page);
  const { shell, officials, person } = screens;
  await resizeWindow(program.app, { width: 683, height: 364 });
  await shell.goTo("officials");
  await officials.findAndOpen("pham dang an", "Phạm Đăng An");
  const dialog = await person.addQualification();
  await dialog.choose("Trình độ", "Đại học");
  await dialog.apply();
  await person.save();
  await shell.goTo("statistics");
  await shell.openReport();
  await screens.report.root.getByRole("button", { name: "Hủy" }).click();
  await shell.goTo("changes");
  await screens.changes.undo(screens.changes.item(0));
  await expect(screens.changes.item(1)).toContainText("đã hoàn tác");
});
