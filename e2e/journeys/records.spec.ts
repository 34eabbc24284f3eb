/** Adding, ending, putting right and removing; and that nothing wrong or unsaved slips through. */
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";
import { type People, readCommandLine, type Stats } from "../support/command-line";
import { askToClose } from "../support/program";

interface LogEntry {
  readonly action: string;
  readonly reason: string | null;
}

test("somebody new is added with assignment and degree, and counts at once", async ({
  place,
  program,
  sample,
}) => {
  const { page, shell, statistics, officials, person } = screensOf(program.page);
  const row = statistics.row("Xã Quảng Yên");
  await statistics.expectFigure(row, "professional", "met", 31);
  await shell.goTo("officials");
  await officials.addButton.click();
  await person.expectOpen("Cán bộ mới");
  await person.type("Họ và tên", "Đỗ Thị Minh Nguyệt");
  await person.type("Ngày sinh", "3/1990");

  const assignment = await person.addAssignment();
  await assignment.choose("Đơn vị", "Xã Quảng Yên", "quang yen");
  await assignment.choose("Chức danh", "Văn phòng - thống kê", "van phong");
  await assignment.type("Từ ngày", "1/7/2021");
  await assignment.root.getByRole("checkbox", { name: "Chức danh chính" }).check();
  await assignment.apply();
  const degree = await person.addQualification();
  await degree.choose("Trình độ", "Đại học");
  await degree.type("Ngày cấp", "2012");
  await degree.apply();
  await expect(person.card("Chuyên môn").getByText("Đạt", { exact: true })).toBeVisible();
  await expect(person.card("Lý luận chính trị")).toContainText("Chưa rõ");
  await person.save();
  await person.expectOpen("Đỗ Thị Minh Nguyệt");
  await expect(shell.notice(/^Đã thêm /)).toBeVisible();
  await person.expectValue("Ngày sinh", "03/1990");

  await shell.goTo("statistics");
  await statistics.expectFigure(row, "professional", "met", 32);
  expect((await statistics.counts(row)).total).toBe(34);
  await shell.goTo("officials");
  await officials.search.pressSequentially("do thi minh nguyet");
  await officials.expectCount(1);
  const people = await readCommandLine<People>(place, "people", sample, "--unit", "08173");
  expect(people.people.find(({ name }) => name === "Đỗ Thị Minh Nguyệt")?.birth).toBe("1990-03");
  await page.keyboard.press("Escape");
});

test("an ended assignment is an event of its own with its decision, and the person leaves the commune", async ({
  place,
  program,
  sample,
}) => {
  const { shell, statistics, officials, person, changes } = screensOf(program.page);
  const { people } = await readCommandLine<People>(place, "people", sample, "--unit", "08173");
  const somebody = people[0];
  if (somebody === undefined) throw new Error("Nobody serves in Quảng Yên");
  await shell.goTo("officials");
  await officials.findAndOpen(somebody.name, somebody.name);
  await person.assignments.getByRole("button", { name: /^Kết thúc công tác/ }).click();
  const dialog = person.dialog("Kết thúc công tác");

  await dialog.press("Kết thúc và lưu");
  await expect(dialog.root.getByText("Chưa nhập ngày kết thúc.")).toBeVisible();
  await expect(dialog.root.getByText("Chưa chọn lý do kết thúc.")).toBeVisible();
  await dialog.type("Ngày kết thúc", "31/2/2021");
  await dialog.press("Kết thúc và lưu");
  await expect(dialog.root).toContainText("Tháng 2 năm 2021 chỉ có 28 ngày");
  await dialog.type("Ngày kết thúc", "30/9/2021");
  await dialog.choose("Lý do kết thúc", "Nghỉ hưu");
  await dialog.type("Số quyết định", "12/QĐ-UBND");
  await dialog.press("Kết thúc và lưu");
  await expect(dialog.root).toBeHidden();
  await expect(shell.notice("Đã kết thúc công tác.")).toBeVisible();
  await expect(person.assignments).toContainText("30/09/2021");
  await expect(person.aside).toContainText("không giữ chức danh nào nên không xét tiêu chuẩn");

  await shell.goTo("statistics");
  await expect(statistics.totalLink(statistics.row("Xã Quảng Yên"))).toHaveText("32");
  await shell.goTo("changes");
  await expect(changes.item(0)).toContainText("Kết thúc công tác");
  await expect(changes.item(0)).toContainText("Kết thúc theo Quyết định số 12/QĐ-UBND");
});

test("a correction and a removal go into the log with their reasons", async ({ place, program, sample }) => {
  const { page, shell, officials, person, changes } = screensOf(program.page);
  await shell.goTo("officials");
  await officials.expectCount(478);
  await officials.findAndOpen("pham dang an", "Phạm Đăng An");
  await person.type("Ngày sinh", "10/1989");
  await person.saveBar.getByRole("checkbox", { name: "Đính chính" }).check();
  await person.saveBar
    .getByRole("textbox", { name: "Nội dung đính chính (không bắt buộc)" })
    .fill("nhầm tháng sinh");
  await person.save();
  await person.expectValue("Ngày sinh", "10/1989");

  await person.removeButton.click();
  const question = page.getByRole("dialog", { name: "Xóa hồ sơ cán bộ" });
  await question.getByRole("button", { name: "Xóa hồ sơ" }).click();
  await expect(question).toContainText("Chưa nhập lý do");
  await question.getByRole("textbox", { name: /^Lý do xóa/ }).fill("nhập trùng");
  await question.getByRole("button", { name: "Xóa hồ sơ" }).click();
  await officials.expectCount(477);

  await shell.goTo("changes");
  await expect(changes.item(0)).toContainText("Xóa hồ sơ");
  await expect(changes.item(0)).toContainText("Lý do: nhập trùng");
  await expect(changes.item(1)).toContainText("Đính chính");
  await expect(changes.item(1)).toContainText("Lý do: nhầm tháng sinh");
  const log = await readCommandLine<{ changes: LogEntry[] }>(place, "log", sample, "--limit", "2");
  expect(log.changes.map(({ reason }) => reason)).toEqual(["nhập trùng", "nhầm tháng sinh"]);

  await changes.undo(changes.item(0));
  await shell.goTo("officials");
  await officials.expectCount(478);
});

test("wrong input is marked beside its field in words, and nothing is saved", async ({
  place,
  program,
  sample,
}) => {
  const { page, shell, officials, person } = screensOf(program.page);
  const before = await readCommandLine(place, "log", sample);
  await shell.goTo("officials");
  await officials.findAndOpen("pham dang an", "Phạm Đăng An");
  await person.type("Họ và tên", "");
  await person.type("Ngày sinh", "31/2/1980");
  await person.type("Số định danh", "123");
  for (const [label, sentence] of [
    ["Họ và tên", "Chưa nhập họ và tên."],
    ["Ngày sinh", "Tháng 2 năm 1980 chỉ có 29 ngày"],
    ["Số định danh", "Cần đủ 12 chữ số"],
  ] as const) {
    const field = person.field(label);
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveAccessibleDescription(new RegExp(sentence));
  }
  await page.keyboard.press("Control+s");
  await expect(person.saveBar).toContainText("Còn 3 mục chưa đúng, đã đánh dấu đỏ");
  await expect(person.field("Họ và tên")).toBeFocused();
  expect(await readCommandLine(place, "log", sample)).toEqual(before);

  const dialog = await person.addQualification();
  await dialog.press("Xong");
  await expect(dialog.root.getByText("Chưa chọn trình độ.")).toBeVisible();
  await dialog.press("Hủy");
  await person.discardButton.click();
  await person.expectValue("Họ và tên", "Phạm Đăng An");
});

test("unsaved work is asked about before the screen, the roster or the window is left", async ({
  program,
}) => {
  const { page, shell, officials, person, statistics, welcome } = screensOf(program.page);
  await shell.goTo("officials");
  await officials.findAndOpen("pham dang an", "Phạm Đăng An");
  await person.type("Điện thoại", "0912345678");
  const stays = async () => {
    await shell.answerUnsaved("Ở lại");
    await person.expectValue("Điện thoại", "0912345678");
    await expect(person.saveBar).toBeVisible();
  };

  await shell.goTo("statistics");
  await stays();
  await person.backButton.click();
  await stays();
  await page.keyboard.press("Alt+ArrowLeft");
  await stays();
  await shell.rosterMenu("Đóng sổ");
  await stays();
  await askToClose(program);
  await stays();

  await shell.goTo("statistics");
  await shell.answerUnsaved("Lưu rồi rời đi");
  await expect(statistics.heading).toBeVisible();
  await shell.goTo("officials");
  await officials.findAndOpen("pham dang an", "Phạm Đăng An");
  await person.expectValue("Điện thoại", "0912345678");

  await person.type("Điện thoại", "0900 000 000");
  await shell.rosterMenu("Đóng sổ");
  await shell.answerUnsaved("Bỏ thay đổi");
  await expect(welcome.title).toBeVisible();
});

test("closing the window saves when asked to", async ({ place, program, sample }) => {
  const { shell, officials, person } = screensOf(program.page);
  await shell.goTo("officials");
  await officials.findAndOpen("pham dang an", "Phạm Đăng An");
  await person.type("Họ và tên", "Phạm Đăng Ân");
  await askToClose(program);
  await expect(shell.unsaved).toBeVisible();
  await shell.unsaved.getByRole("button", { name: "Lưu rồi rời đi" }).click();
  await program.ended;
  const people = await readCommandLine<People>(place, "people", sample);
  expect(people.people.map(({ name }) => name)).toContain("Phạm Đăng Ân");
  const stats = await readCommandLine<Stats>(place, "stats", sample);
  expect(stats.total.total).toBe(478);
});
