/**
 * Choices of few answers under the keyboards that offices type Vietnamese with. UniKey hears the keys of a word and sends
 * letters, then Backspaces and the letters anew with their marks, as text that no key stands for; other input methods
 * compose a word and hand it over whole.
 */
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";

/** What UniKey sends for the keys d, a, i, j. "⌫" is the key; a marked letter comes as text, without a key. */
const university = ["d", "a", "i", "⌫", "⌫", "ạ", "i"];
/** For d, d, a, i, j: the crossed letter first. */
const crossed = ["d", "⌫", "đ", "a", "i", "⌫", "⌫", "ạ", "i"];
/** For t, h, a, c, j, blank, s, i, x. */
const master = ["t", "h", "a", "c", "⌫", "⌫", "ạ", "c", " ", "s", "i", "⌫", "ĩ"];

async function send(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    if (key === "⌫") await page.keyboard.press("Backspace");
    else if (key === " ") await page.keyboard.press("Space");
    else if (/^[a-z]$/.test(key)) await page.keyboard.press(key);
    else await page.keyboard.insertText(key);
  }
}

async function compose(page: Page, steps: readonly string[], text: string): Promise<void> {
  const input = await page.context().newCDPSession(page);
  for (const step of steps)
    await input.send("Input.imeSetComposition", {
      text: step,
      selectionStart: step.length,
      selectionEnd: step.length,
    });
  await input.send("Input.insertText", { text });
  await input.detach();
}

test("a level is typed over a cell as UniKey and input methods write it", async ({ program }) => {
  const { page, shell, officials } = screensOf(program.page);
  await shell.goTo("officials");
  await officials.standAtTop(478);
  await officials.standIn("Chuyên môn");
  const editor = page.getByRole("form", { name: /^Sửa Trình độ chuyên môn của / });
  const level = editor.getByRole("combobox");

  await send(page, university);
  await expect(level).toHaveValue("Đại học");
  // A word of its own, as after a rest.
  await page.keyboard.press("Escape");
  await send(page, crossed);
  await expect(level).toHaveValue("Đại học");
  await page.keyboard.press("Escape");
  await send(page, master);
  await expect(level).toHaveValue("Thạc sĩ");
  await expect(editor.getByText(/Không có mục nào như vậy/)).toBeHidden();
  await page.keyboard.press("Escape");

  await page.keyboard.press("F2");
  await page.keyboard.insertText("tiến sĩ");
  await expect(level).toHaveValue("Tiến sĩ");
  await page.keyboard.press("Escape");
  await page.keyboard.press("F2");
  await compose(page, ["t", "th", "tha", "thạ", "thạc"], "thạc");
  await expect(level).toHaveValue("Thạc sĩ");
  // Letters that mean nothing are taken back one by one.
  await page.keyboard.press("Escape");
  await send(page, ["t", "r", "u", "w"]);
  await expect(editor.getByText(/Không có mục nào như vậy/)).toBeVisible();
  await send(page, ["⌫"]);
  await expect(level).toHaveValue("Trung cấp");
  await expect(editor.getByText(/Không có mục nào như vậy/)).toBeHidden();
  await page.keyboard.press("Escape");
  await expect(officials.grid).toBeFocused();
});

test("a level is chosen so in a form", async ({ program }) => {
  const { page, shell, statistics, person } = screensOf(program.page);
  await expect(statistics.heading).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(shell.search).toBeFocused();
  await page.keyboard.type("pham dang an");
  await page.getByRole("option", { name: /^Phạm Đăng An/ }).click();
  await person.expectOpen("Phạm Đăng An");
  await person.qualifications.getByRole("button", { name: /Thêm trình độ/ }).click();
  const dialog = person.dialog("Thêm trình độ, văn bằng").root;
  const kind = dialog.getByRole("combobox", { name: /^Loại trình độ/ });
  await expect(kind).toBeFocused();
  // A long list is typed into.
  await send(page, ["c", "h", "u", "y", "e", "n", "⌫", "⌫", "ê", "n"]);
  await page.keyboard.press("Tab");
  await expect(kind).toHaveValue("Chuyên môn");
  const level = dialog.getByRole("combobox", { name: /^Trình độ/ });
  await expect(level).toBeFocused();
  await send(page, university);
  await expect(level).toHaveValue("Đại học");
});
