/** One roster, one writer: a second program says who that is, and may look meanwhile. */
import { userInfo } from "node:os";
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";
import { runCommandLine } from "../support/command-line";
import { answerDialogs, startProgram } from "../support/program";

interface SaveAnswer {
  readonly ok: boolean;
  readonly error?: { readonly code: string };
}

test("says who holds the roster and opens it for looking only, where nothing can be changed", async ({
  place,
  program,
  sample,
}) => {
  const first = screensOf(program.page);
  await expect(first.statistics.heading).toBeVisible();

  const second = await startProgram(place);
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
  await expect(person.field("Họ và tên")).toBeDisabled();
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

  const third = await startProgram(place);
  const looking = screensOf(third.page);
  await looking.welcome.recent("thanh-ba.scb").getByRole("button").first().click();
  await looking.page.getByRole("button", { name: "Mở để xem" }).click();
  await looking.shell.goTo("officials");
  await looking.officials.findAndOpen("pham dang an", "Phạm Đăng An");
  await expect(looking.person.field("Điện thoại")).toHaveValue("0912345678");
  await third.close();
});

test("once the first has closed it, the second may write", async ({ place, program, sample }) => {
  const first = screensOf(program.page);
  await expect(first.statistics.heading).toBeVisible();
  await first.shell.rosterMenu("Đóng sổ");
  await expect(first.welcome.title).toBeVisible();
  const second = await startProgram(place, { roster: sample });
  const { shell, officials } = screensOf(second.page);
  await shell.goTo("officials");
  await expect(officials.addButton).toBeEnabled();
  await second.close();
});
