/** Nothing is lost: a change is taken back from where one is, from the keys and from the log, and put back again. */
import { expect, test } from "../fixtures";
import { type Screens, screensOf } from "../pages/screens";
import type { Program } from "../support/program";

const name = "Phạm Đăng An";

async function openPerson(program: Program): Promise<Screens> {
  const screens = screensOf(program.page);
  await screens.shell.goTo("officials");
  await screens.officials.findAndOpen("pham dang an", name);
  await screens.person.expectOpen(name);
  return screens;
}

test("from the notice after saving", async ({ program }) => {
  const { shell, person } = await openPerson(program);
  const before = await person.value("Điện thoại");
  await person.type("Điện thoại", "0912345678");
  await person.save();
  await shell
    .notice(/^Đã lưu hồ sơ .+\./)
    .getByRole("button", { name: "Hoàn tác" })
    .click();
  await person.expectValue("Điện thoại", before);
  await expect(shell.notice(`Đã hoàn tác: Cập nhật: ${name}`)).toBeVisible();
});

test("with Ctrl+Z and back with Ctrl+Y, but in a text field the keys mean the typing", async ({
  program,
}) => {
  const { page, shell, person } = await openPerson(program);
  const phone = person.field("Điện thoại");
  const before = await person.value("Điện thoại");
  await person.type("Điện thoại", "0912345678");
  await person.save();

  await person.edit("Điện thoại");
  await page.keyboard.press("End");
  await page.keyboard.type("9");
  await page.keyboard.press("Control+z");
  await expect(phone).toHaveValue("0912345678");
  await expect(person.saveBar).toBeHidden();

  await phone.blur();
  await page.keyboard.press("Control+z");
  await expect(phone).toHaveValue(before);
  await page.keyboard.press("Control+y");
  await expect(phone).toHaveValue("0912345678");
  await shell.undoButton.click();
  await expect(phone).toHaveValue(before);
  await shell.redoButton.click();
  await expect(phone).toHaveValue("0912345678");
});

test("takes back the save, not its letters, from the field where Ctrl+S was pressed", async ({ program }) => {
  const { page, shell, person } = await openPerson(program);
  for (const label of ["Điện thoại", "Quê quán", "Ghi chú"])
    await test.step(label, async () => {
      const [field, other] = [person.field(label), person.field("Nơi sinh")];
      const before = await person.value(label);
      await person.edit("Nơi sinh");
      await page.keyboard.type("Ba");
      const otherBefore = await other.inputValue();
      await person.edit(label);
      await field.click();
      await page.keyboard.press("Control+a");
      await page.keyboard.type("0912345678");
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("Control+s");
      await expect(person.saveBar).toBeHidden();
      await expect(field).toBeFocused();
      const caret = await field.evaluate((box: HTMLInputElement) => box.selectionStart);
      expect(caret).toBe(9);

      await page.keyboard.type("7");
      await expect(person.saveBar).toBeVisible();
      await page.keyboard.press("Control+z");
      await expect(field).toHaveValue("0912345678");
      await person.expectValue("Nơi sinh", otherBefore);
      await expect(person.saveBar).toBeHidden();

      await page.keyboard.press("Control+z");
      await expect(shell.notice(`Đã hoàn tác: Cập nhật: ${name}`)).toBeVisible();
      await expect(field).toHaveValue(before);
      await expect(person.saveBar).toBeHidden();
      await page.keyboard.press("Control+y");
      await expect(field).toHaveValue("0912345678");
      await expect(person.saveBar).toBeHidden();
    });
});

test("asks about unsaved work before taking back what is stored", async ({ program }) => {
  const { shell, person } = await openPerson(program);
  const before = await person.value("Điện thoại");
  await person.type("Điện thoại", "0912345678");
  await person.save();
  await person.type("Nơi sinh", "Thanh Ba");
  await shell.undoButton.click();
  await shell.answerUnsaved("Ở lại");
  await person.expectValue("Điện thoại", "0912345678");
  await shell.undoButton.click();
  await shell.answerUnsaved("Bỏ thay đổi");
  await person.expectValue("Điện thoại", before);
});

test("from the log, with before and after in words; a change built upon says why it cannot be taken back", async ({
  program,
}) => {
  const { shell, person, changes } = await openPerson(program);
  const before = await person.value("Điện thoại");
  await person.type("Điện thoại", "0911111111");
  await person.save();
  await person.type("Điện thoại", "0922222222");
  await person.save();

  await shell.goTo("changes");
  await expect(changes.item(0)).toContainText(`Cập nhật${name}`);
  const details = await changes.openDetails(changes.item(0));
  await expect(details).toContainText("0911111111");
  await expect(details).toContainText("0922222222");

  await changes.undo(changes.item(1));
  const refusal = changes.item(1).getByRole("alert");
  await expect(refusal).toContainText(/Không hoàn tác được vì \S.* đã sửa tiếp dữ liệu này vào/);
  await expect(refusal).toContainText("sổ được giữ nguyên, hãy hoàn tác lần sửa sau trước.");

  await changes.undo(changes.item(0));
  await expect(changes.item(0)).toContainText("Hoàn tác");
  await expect(changes.item(1)).toContainText("đã hoàn tác");
  await changes.undo(changes.item(2));
  await expect(changes.item(2).or(changes.item(3)).filter({ hasText: "đã hoàn tác" })).toHaveCount(2);
  await shell.goTo("officials");
  await screensOf(program.page).officials.findAndOpen("pham dang an", name);
  await person.expectValue("Điện thoại", before);
});

test("two quick presses take back two changes, and two more put them back", async ({ program }) => {
  const { page, shell, person } = await openPerson(program);
  const before = [await person.value("Điện thoại"), await person.value("Nơi sinh")];
  await person.type("Điện thoại", "0911111111");
  await person.save();
  await person.type("Nơi sinh", "Thanh Ba");
  await person.save();
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await person.expectValue("Điện thoại", before[0] ?? "");
  await person.expectValue("Nơi sinh", before[1] ?? "");
  await page.keyboard.press("Control+y");
  await page.keyboard.press("Control+y");
  await person.expectValue("Điện thoại", "0911111111");
  await person.expectValue("Nơi sinh", "Thanh Ba");
  await expect(shell.notice(/Không/)).toHaveCount(0);
});

test("says so when there is nothing to take back", async ({ program }) => {
  const { shell, page } = await openPerson(program);
  await expect(shell.undoButton).toHaveAttribute("aria-disabled", "true");
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("Control+z");
  await expect(shell.notice("Không có gì để hoàn tác")).toBeVisible();
});
