/** With the keys alone: everybody whom a filter finds is given one value after a look at it, and one undo takes it back. */
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";
import { expectAccessible } from "../support/axe";
import { readCommandLine } from "../support/command-line";

interface People {
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

interface Shown {
  readonly official: { readonly hometown: string | null };
}

test("one value goes to all whom a search finds, by keys alone, with what each line says before", async ({
  place,
  program,
  sample,
}) => {
  const { page, shell, officials } = screensOf(program.page);
  const { people } = await readCommandLine<People>(place, "people", sample);
  const found = people.filter(({ name }) => name.startsWith("Nguyễn Thị "));
  await shell.goTo("officials");
  await officials.expectCount(478);
  await page.keyboard.press("Control+F");
  await expect(officials.search).toBeFocused();
  await page.keyboard.type("Nguyễn Thị");
  await expect(officials.summary).toHaveText(/^\d{1,2} cán bộ/);
  const count = Number.parseInt(await officials.summary.innerText(), 10);
  expect(count).toBeGreaterThanOrEqual(found.length);
  await page.keyboard.press("Enter");
  await expect(officials.grid).toBeFocused();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(page.getByRole("button", { name: "Sửa nhiều người…" })).toBeVisible();
  await page.keyboard.press("Control+Shift+E");

  const dialog = page.getByRole("dialog", { name: "Sửa nhiều người" });
  const field = dialog.getByRole("combobox", { name: "Mục cần sửa" });
  const value = dialog.getByRole("textbox", { name: "Giá trị mới" });
  await expect(field).toBeFocused();
  await page.keyboard.type("Ngày vào Đảng");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(value).toBeFocused();
  // What nobody can have is one sentence beside the field, and nothing to write.
  await page.keyboard.type("01/01/2199");
  await page.keyboard.press("Tab");
  await expect(dialog.locator("[aria-invalid=true]")).toHaveCount(1);
  await expect(dialog.getByRole("button", { name: "Ghi cho 0 người" })).toBeDisabled();
  await expectAccessible(page, "bulk edit: a value that nobody can have");
  await expect(dialog.getByRole("radio", { name: "2 người đang chọn" })).toBeChecked();
  await field.focus();
  await field.fill("Quê quán");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Xã Thử");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await expect(dialog.getByRole("radio", { name: `Cả ${count} người khớp bộ lọc` })).toBeChecked();
  await expect(dialog.getByRole("status")).toHaveText(
    `${count} người khớp bộ lọc: ${count} sẽ thay đổi, 0 đã có giá trị này, 0 không ghi được.`,
  );
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();

  const first = found[0]?.id ?? "";
  const told = async () => {
    const { official } = await readCommandLine<Shown>(place, "show", sample, first);
    return official.hometown;
  };
  expect(await told()).toBe("Xã Thử");
  await expect(officials.grid).toBeVisible();
  await page.keyboard.press("Control+Z");
  // Of so many people it is asked first.
  await page.getByRole("dialog").getByRole("button", { name: "Hoàn tác" }).press("Enter");
  await expect.poll(told).not.toBe("Xã Thử");
});
