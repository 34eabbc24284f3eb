/** A clerk starts the program for the first time: makes a roster, comes back to it, looks at the sample. */
import { existsSync } from "node:fs";
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";
import { expectAccessible } from "../support/axe";
import { readCommandLine, type Stats } from "../support/command-line";
import { answerDialogs, startProgram } from "../support/program";

test("makes a roster for a commune found without marks, and comes back to it", async ({ place }) => {
  const path = place.path("xa-quang-yen.scb");
  const first = await startProgram(place);
  const { page, welcome, guide, shell, statistics, officials } = screensOf(first.page);
  await expect(welcome.title).toBeVisible();
  await expect(welcome.recents).toContainText("Chưa có sổ nào");

  await welcome.createButton.click();
  await welcome.chooseUnit("quang yen phu tho", /^xã Quảng Yên.*08173.*Phú Thọ/iu);
  await expect(welcome.createDialog).toContainText("08173");
  await answerDialogs(first, { save: path });
  await welcome.submit();

  await expect(guide.heading).toBeVisible();
  await guide.expectDone("Đơn vị lập sổ");
  await expect(guide.step("Đơn vị lập sổ")).toContainText("Quảng Yên (08173)");
  await guide.leave();
  await expect(statistics.heading).toBeVisible();
  await expect(page.getByRole("banner")).toContainText("xa-quang-yen.scb");
  await shell.goTo("officials");
  await officials.expectCount(0);
  await expect(page.getByText("Sổ chưa có ai")).toBeVisible();
  expect(existsSync(path)).toBe(true);

  await shell.rosterMenu("Đóng sổ");
  await expect(welcome.recent("xa-quang-yen.scb")).toBeVisible();
  expect(first.complaints).toEqual([]);
  await first.close();

  const again = await startProgram(place);
  const screens = screensOf(again.page);
  await screens.welcome
    .recent("xa-quang-yen.scb")
    .getByRole("button", { name: /Quảng Yên/ })
    .click();
  await expect(screens.statistics.heading).toBeVisible();
  expect(again.complaints).toEqual([]);
  await again.close();

  const stats = await readCommandLine<Stats>(place, "stats", path);
  expect(stats.total.total).toBe(0);
});

test("leads through the first morning, and each step can be put off and come back to", async ({ place }) => {
  const program = await startProgram(place);
  const { page, welcome, guide, shell, statistics, person } = screensOf(program.page);
  await welcome.createButton.click();
  await welcome.chooseUnit("08173", /08173/);
  await answerDialogs(program, { save: place.path("buoi-dau") });
  await welcome.submit();
  await expect(guide.heading).toBeVisible();
  await expectAccessible(page, "guide: office");

  // The first that is left is open; it is put off.
  await guide.step("Cơ quan và người ký").getByRole("button", { name: "Để sau" }).click();
  const rules = guide.step("Quy định tiêu chuẩn đang áp dụng");
  const offered = rules.getByRole("switch");
  await expect(offered.first()).not.toBeChecked();
  await expectAccessible(page, "guide: rules");
  await offered.first().press("Space");
  await expect(offered.first()).toBeChecked();
  await expect(shell.notice(/^Đã bật: /)).toBeVisible();
  await guide.expectDone("Quy định tiêu chuẩn đang áp dụng");
  await rules.getByRole("button", { name: "Bước tiếp" }).click();
  await guide
    .step("Danh sách cán bộ, công chức")
    .getByRole("button", { name: "Nhập người đầu tiên", exact: true })
    .click();
  await person.expectOpen("Cán bộ mới");
  await person.type("Họ và tên", "Lê Văn Bảy");
  await person.saveBar.getByRole("button", { name: "Lưu và thêm người tiếp" }).click();
  await expect(shell.notice("Đã thêm Lê Văn Bảy.")).toBeVisible();
  await expect(person.field("Họ và tên")).toHaveValue("");
  await expect(person.field("Họ và tên")).toBeFocused();

  // What was put off stands on the main screen, and is done from there.
  await shell.goTo("statistics");
  await statistics.toDo("1 bước thiết lập sổ").click();
  await guide.expectDone("Danh sách cán bộ, công chức");
  const office = await guide.open("Cơ quan và người ký");
  await office.getByRole("textbox", { name: "Người ký", exact: true }).fill("Nguyễn Văn Chín");
  await office.getByRole("button", { name: "Lưu", exact: true }).click();
  await guide.expectDone("Cơ quan và người ký");
  await guide.leave();
  await expect(statistics.heading).toBeVisible();
  await expect(statistics.toDo(/bước thiết lập sổ/)).toHaveCount(0);
  expect(program.complaints).toEqual([]);
  await program.close();
});

test("finds a commune of an earlier day by that day", async ({ place }) => {
  const program = await startProgram(place);
  const { page, welcome } = screensOf(program.page);
  await welcome.createButton.click();
  await welcome.setDay("01/10/2021");
  await welcome.chooseUnit("vo lao thanh ba", /^xã Võ Lao.*huyện Thanh Ba/iu);
  await answerDialogs(program, { save: place.path("vo-lao") });
  await welcome.submit();
  await expect(page.getByRole("banner")).toContainText("vo-lao.scb");
  await program.close();
});

test("asks for the unit before making anything, and leaves no file when the dialog is closed", async ({
  place,
}) => {
  const program = await startProgram(place);
  const { page, welcome } = screensOf(program.page);
  await welcome.createButton.click();
  await welcome.submit();
  await expect(welcome.createDialog).toContainText("Chưa chọn đơn vị lập sổ");

  await welcome.chooseUnit("08173", /08173/);
  await answerDialogs(program, { save: null });
  await welcome.submit();
  await expect(welcome.createDialog).toBeVisible();
  await welcome.createDialog.getByRole("button", { name: "Hủy" }).click();
  await expect(welcome.createDialog).toBeHidden();
  await expect(page.getByRole("banner")).toHaveCount(0);
  await program.close();
});

test("opens the sample, whose figures are the published ones", async ({ place }) => {
  const program = await startProgram(place);
  const { page, welcome, shell, statistics } = screensOf(program.page);
  await welcome.sampleButton.click();
  await expect(statistics.heading).toContainText("01/10/2021");
  await statistics.expectFigure(statistics.totalRow, "professional", "met", 386);
  await statistics.expectFigure(statistics.totalRow, "politicalTheory", "met", 461);
  expect((await statistics.counts(statistics.totalRow)).total).toBe(478);
  const quangYen = await statistics.counts(statistics.row("Xã Quảng Yên"));
  expect(quangYen).toMatchObject({
    total: 33,
    professional: { met: 31 },
    politicalTheory: { met: 31 },
    both: { met: 31 },
  });
  await expect(page.getByRole("banner")).toContainText("Sổ mẫu");

  await shell.rosterMenu("Đóng sổ");
  await welcome.sampleButton.click();
  await expect(statistics.heading).toBeVisible();
  await program.close();
});

test("a recent roster that is gone says so instead of failing", async ({ place, sample }) => {
  const program = await startProgram(place, { roster: sample });
  const { welcome, shell, statistics } = screensOf(program.page);
  await expect(statistics.heading).toBeVisible();
  await shell.rosterMenu("Đóng sổ");
  await expect(welcome.recent("thanh-ba.scb")).toBeVisible();
  await program.close();

  const { rmSync } = await import("node:fs");
  rmSync(sample);
  const again = await startProgram(place);
  const screens = screensOf(again.page);
  const gone = screens.welcome.recent("thanh-ba.scb");
  await expect(gone).toContainText("không tìm thấy tệp");
  await gone.getByRole("button", { name: /^Bỏ .* khỏi danh sách$/ }).click();
  await expect(gone).toHaveCount(0);
  await again.close();
});
