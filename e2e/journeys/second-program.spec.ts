/**
 * One roster, one writer: a second program says who that is, and may look meanwhile. One folder of settings, one program:
 * a second start shows the first. Two programs at one roster are two people here, each with settings of their own.
 */
import { copyFileSync } from "node:fs";
import { userInfo } from "node:os";
import { test as base, expect } from "../fixtures";
import { screensOf } from "../pages/screens";
import { runCommandLine, runProgram } from "../support/command-line";
import { answered } from "../support/main-process";
import { answerDialogs, type Program, root, sandbox, startProgram, Workplace } from "../support/program";

/** `colleague`: somebody else's settings on the same PC. */
const test = base.extend<{ readonly colleague: Workplace }>({
  colleague: async ({}, use) => {
    const colleague = new Workplace();
    await use(colleague);
    const bugs = colleague.bugs();
    colleague.remove();
    expect(bugs, "the program met something unexpected").toBe("");
  },
});

interface SaveAnswer {
  readonly ok: boolean;
  readonly error?: { readonly code: string };
}

test("says who holds the roster and opens it for looking only, where nothing can be changed", async ({
  place,
  colleague,
  program,
  sample,
}) => {
  const first = screensOf(program.page);
  await expect(first.statistics.heading).toBeVisible();

  const second = await startProgram(colleague);
  const { page, welcome, shell, statistics, officials, person, changes } = screensOf(second.page);
  await answerDialogs(second, { open: sample });
  await welcome.openButton.click();
  const question = page.getByRole("dialog", { name: "Sổ đang được mở ở nơi khác" });
  await expect(question).toContainText(`đang được ${userInfo().username} mở trên máy`);
  await question.getByRole("button", { name: "Hủy" }).click();
  await expect(welcome.failure).toContainText("chưa có gì thay đổi, hãy đóng sổ ở máy đó rồi thử lại.");

  await welcome.openButton.click();
  await question.getByRole("button", { name: "Mở để xem" }).click();
  await expect(statistics.heading).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "nên ở đây chỉ xem được" })).toContainText(
    userInfo().username,
  );
  await statistics.expectFigure(statistics.totalRow, "professional", "met", 386);

  await shell.goTo("officials");
  await expect(officials.addButton).toBeDisabled();
  await officials.findAndOpen("pham dang an", "Phạm Đăng An");
  await person.expectReadOnly();
  await expect(person.removeButton).toBeDisabled();
  await expect(person.qualifications.getByRole("button", { name: "Thêm trình độ" })).toBeDisabled();
  const id = new URL(page.url()).hash.split("/").at(-1);
  const refused = await page.evaluate(
    async (officialId) =>
      (await Reflect.get(window, "api").officialSave({
        action: "edit",
        officialId,
        official: { id: officialId, isNew: false, fields: { phone: "0" } },
        rows: [],
        removed: [],
      })) as SaveAnswer,
    id,
  );
  expect(refused).toMatchObject({ ok: false, error: { code: "roster-readonly" } });
  await shell.goTo("changes");
  await expect(changes.items.first()).toBeVisible();
  await expect(changes.items.getByRole("button", { name: /^Hoàn tác/ })).toHaveCount(0);

  const edit = await runCommandLine(place, "edit", sample, "official", id ?? "", "phone=0912");
  expect(edit.code).toBe(1);
  expect(edit.stderr).toContain("đang được");

  // The first one still writes, and what it wrote is there for the second when it asks again.
  await first.shell.goTo("officials");
  await first.officials.findAndOpen("pham dang an", "Phạm Đăng An");
  await first.person.type("Điện thoại", "0912345678");
  await first.person.save();
  expect(second.complaints).toEqual([]);
  await second.close();

  const third = await startProgram(colleague);
  const looking = screensOf(third.page);
  await looking.welcome.recent("thanh-ba.scb").getByRole("button").first().click();
  await looking.page.getByRole("button", { name: "Mở để xem" }).click();
  await looking.shell.goTo("officials");
  await looking.officials.findAndOpen("pham dang an", "Phạm Đăng An");
  await looking.person.expectValue("Điện thoại", "0912345678");
  await third.close();
});

test("once the first has closed it, the second may write", async ({ colleague, program, sample }) => {
  const first = screensOf(program.page);
  await expect(first.statistics.heading).toBeVisible();
  await first.shell.rosterMenu("Đóng sổ");
  await expect(first.welcome.title).toBeVisible();
  const second = await startProgram(colleague, { roster: sample });
  const { shell, officials } = screensOf(second.page);
  await shell.goTo("officials");
  await expect(officials.addButton).toBeEnabled();
  await second.close();
});

test("what is only looked at can be tried for editing again, and is looked at until then", async ({
  colleague,
  program,
  sample,
}) => {
  const first = screensOf(program.page);
  await expect(first.statistics.heading).toBeVisible();
  // Given on the command line, as by a double click: no box of the system, the question of the window.
  const second = await startProgram(colleague, { roster: sample });
  const { page, shell, officials, statistics } = screensOf(second.page);
  const question = page.getByRole("dialog", { name: "Sổ đang được mở ở nơi khác" });
  await question.getByRole("button", { name: "Mở để xem" }).click();
  await expect(statistics.heading).toBeVisible();
  const again = page.getByRole("button", { name: "Thử mở để sửa" });
  await again.click();
  await question.getByRole("button", { name: "Hủy" }).click();
  await expect(shell.notice("đang được")).toBeVisible();
  await expect(statistics.heading).toBeVisible();

  await first.shell.rosterMenu("Đóng sổ");
  await expect(first.welcome.title).toBeVisible();
  await again.click();
  await expect(again).toBeHidden();
  await shell.goTo("officials");
  await expect(officials.addButton).toBeEnabled();
  expect(second.complaints).toEqual([]);
  await second.close();
});

/** Starts the program once more for the same user, as a double click does, and waits for its end. */
async function startAgain(place: Workplace, { app }: Program, ...words: readonly string[]) {
  const executable = await answered(() => app.evaluate(() => process.execPath));
  return runProgram(place, executable, [root, ...sandbox, ...words]);
}

test("a second start for the same user opens the roster in the window that is there, and ends", async ({
  place,
  program,
  sample,
}) => {
  const { page, shell, statistics, officials, person, welcome } = screensOf(program.page);
  await expect(statistics.heading).toBeVisible();
  const other = place.path("KHAC.SCB");
  copyFileSync(sample, other);

  // Nothing unsaved: it is opened at once; its name is in capitals, as some sticks write it.
  expect((await startAgain(place, program, other)).code).toBe(0);
  await expect(page.getByRole("banner")).toContainText("Sổ mẫu");
  await expect
    .poll(async () => page.evaluate(async () => await Reflect.get(window, "api").sessionGet({})))
    .toMatchObject({ value: { path: other, readOnly: false } });

  // Without a roster the window comes to the front and stays as it is.
  await answered(() =>
    program.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize()),
  );
  expect((await startAgain(place, program)).code).toBe(0);
  await expect
    .poll(() => program.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()))
    .toBe(false);

  // Unsaved work is asked about.
  await shell.goTo("officials");
  await officials.findAndOpen("pham dang an", "Phạm Đăng An");
  await person.type("Điện thoại", "0912345678");
  expect((await startAgain(place, program, sample)).code).toBe(0);
  await shell.answerUnsaved("Ở lại");
  await person.expectValue("Điện thoại", "0912345678");
  expect((await startAgain(place, program, sample)).code).toBe(0);
  await shell.answerUnsaved("Bỏ thay đổi");
  await expect(statistics.heading).toBeVisible();

  // What cannot be opened is said in the window, and leaves it as it is.
  expect((await startAgain(place, program, place.path("khong-co.scb"))).code).toBe(0);
  await expect(shell.notice("Không tìm thấy tệp sổ")).toBeVisible();
  await shell.rosterMenu("Đóng sổ");
  await expect(welcome.title).toBeVisible();
  expect((await startAgain(place, program, place.path("khong-co.scb"))).code).toBe(0);
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Không tìm thấy tệp sổ");
});
