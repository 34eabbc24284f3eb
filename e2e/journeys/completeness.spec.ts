/** Files are filled in one after another: the form, the unit, the person's first missing item, the next person. */
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";
import { expectAccessible } from "../support/axe";
import { readCommandLine } from "../support/command-line";

interface Completeness {
  readonly people: number;
  readonly asked: number;
  readonly present: number;
  readonly list: readonly {
    readonly name: string;
    readonly unitCode: string;
    readonly present: number;
    readonly asked: number;
    readonly missing: readonly string[];
  }[];
}

test("missing items are filled in, one file after another", async ({ place, program, sample }) => {
  const { page, shell, person, completeness } = screensOf(program.page);
  const told = await readCommandLine<Completeness>(place, "completeness", sample, "--form", "2c-bnv-2008");
  const [first, second] = told.list.filter(({ unitCode }) => unitCode === "08173");
  if (first === undefined || second === undefined) throw new Error("The sample has nobody in Quảng Yên");
  expect([first.missing[0], second.missing[0]]).toEqual(["4", "8"]);

  await shell.goTo("completeness");
  await expect(completeness.units).toBeVisible();
  await completeness.chooseForm("Mẫu 2C-BNV/2008 (32 mục)");
  const total = completeness.units.getByRole("row").last();
  await expect(total).toContainText(
    `${told.present.toLocaleString("vi")}/${told.asked.toLocaleString("vi")}`,
  );
  await expectAccessible(page, "completeness: units");

  await completeness.unit("Quảng Yên").getByRole("link").click();
  await expect(page.getByRole("status").filter({ hasText: "33 người còn thiếu mục" })).toBeVisible();
  await expect(completeness.person(first.name)).toContainText(`${first.present}/${first.asked}`);
  await expectAccessible(page, "completeness: people");

  await completeness.beginButton.click();
  await person.expectOpen(first.name);
  const birthPlace = page.getByRole("textbox", { name: /^Nơi sinh/ });
  await expect(birthPlace).toBeFocused();
  await expect(completeness.gap("4. Nơi sinh")).toBeVisible();
  await expectAccessible(page, "completeness: a file that is filled in");
  await page.keyboard.type("Xã Đông Lĩnh");
  await page.keyboard.press("Control+S");
  await expect(completeness.gap("4. Nơi sinh")).toHaveCount(0);
  await expect(completeness.bar).toContainText(`${first.present + 1}/${first.asked}`);

  await completeness.gap("10. Nghề nghiệp trước khi tuyển dụng").click();
  await expect(page.getByRole("textbox", { name: /^Nghề nghiệp/ })).toBeFocused();
  await completeness.nextButton.focus();
  await page.keyboard.press("Enter");
  await person.expectOpen(second.name);
  await expect(page.getByRole("textbox", { name: /^Hộ khẩu thường trú/ })).toBeFocused();

  await shell.goTo("completeness");
  await expect(completeness.form).toHaveValue("Mẫu 2C-BNV/2008 (32 mục)");
  await expect(total).toContainText(
    `${(told.present + 1).toLocaleString("vi")}/${told.asked.toLocaleString("vi")}`,
  );
});
