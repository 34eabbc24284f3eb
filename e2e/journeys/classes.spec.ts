/** A class is opened, people are picked into it, results are typed, and one undo takes a result with its paper back. */
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";
import { expectAccessible } from "../support/axe";
import { readCommandLine } from "../support/command-line";

interface Classes {
  readonly classes: number;
  readonly turns: number;
  readonly people: number;
}

interface People {
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

interface Shown {
  readonly rows: { readonly qualification: readonly { readonly fields: { readonly kind: string } }[] };
}

test("people are picked into a class and get the paper that it proves", async ({
  place,
  program,
  sample,
}) => {
  const { page, shell } = screensOf(program.page);
  const whole = ["--from", "2000-01-01", "--to", "2099-12-31"];
  const told = await readCommandLine<Classes>(place, "classes", sample, ...whole);
  expect([told.classes, told.turns]).toEqual([190, 12_500]);

  await shell.goTo("classes");
  const totals = page.getByLabel("Tổng hợp");
  await expect(totals).toContainText("190 lớp");
  await expect(totals).toContainText("12.500 lượt người");
  await expect(totals).toContainText(`${told.people.toLocaleString("vi")} người trong sổ`);
  await expectAccessible(page, "classes: list");

  await page.getByRole("button", { name: "Thêm lớp" }).click();
  const editor = page.getByRole("dialog", { name: "Lớp mới" });
  await editor.getByRole("textbox", { name: /^Tên lớp/ }).fill("Lớp tiếng Mường thử");
  await editor.getByRole("combobox", { name: /^Loại chương trình/ }).fill("Tiếng dân tộc");
  await page.getByRole("option", { name: "Tiếng dân tộc", exact: true }).click();
  await editor.getByRole("textbox", { name: /^Khai giảng/ }).fill("05/2021");
  await editor.getByRole("textbox", { name: /^Bế giảng/ }).fill("03/2021");
  await editor.getByRole("textbox", { name: /^Số chỗ/ }).fill("3");
  await editor.getByRole("combobox", { name: /cấp: loại/ }).fill("Tiếng dân tộc");
  await page.getByRole("option", { name: /Tiếng dân tộc/ }).click();
  await editor.getByRole("combobox", { name: /cấp: trình độ/ }).click();
  await page
    .getByRole("option", { name: /chứng chỉ/i })
    .first()
    .click();
  await editor.getByRole("button", { name: "Lưu" }).click();
  await expect(editor).toContainText("Lớp kết thúc trước ngày khai giảng");
  await editor.getByRole("textbox", { name: /^Bế giảng/ }).fill("06/2021");
  await expectAccessible(page, "classes: editor");
  await editor.getByRole("button", { name: "Lưu" }).click();

  const panel = page.getByRole("region", { name: "Lớp Lớp tiếng Mường thử" });
  await panel.getByRole("button", { name: "Thêm học viên" }).click();
  const pick = page.getByRole("dialog", { name: /^Thêm học viên vào/ });
  const people = pick.getByRole("grid", { name: "Chọn học viên" });
  await people.getByRole("row").nth(1).click();
  await people
    .getByRole("row")
    .nth(4)
    .click({ modifiers: ["Shift"] });
  await expect(pick.getByRole("status")).toContainText("Đã chọn 4 người: thêm 3");
  await expect(pick).toContainText("Lớp có 3 chỗ và đã đủ");
  await expectAccessible(page, "classes: picking");
  await pick.getByRole("button", { name: "Thêm 3 học viên" }).click();

  const learners = panel.getByRole("grid", { name: "Học viên của lớp" });
  const row = (n: number) => learners.getByRole("row").nth(n);
  await row(1).click();
  await page.keyboard.press("1");
  await expect(row(1)).toContainText("Đạt");
  await page.keyboard.press("2");
  await expect(row(2)).toContainText("Không đạt");
  await expectAccessible(page, "classes: learners");
  const name = await row(1).getByRole("rowheader").innerText();
  const { people: everybody } = await readCommandLine<People>(place, "people", sample);
  const id = everybody.find((one) => one.name === name)?.id ?? "";
  const papers = async () => {
    const { rows } = await readCommandLine<Shown>(place, "show", sample, id);
    return rows.qualification.filter(({ fields }) => fields.kind === "ethnicLanguage").length;
  };
  expect(await papers()).toBe(1);
  await shell.undoButton.click();
  await expect(row(2)).not.toContainText("Không đạt");
  await shell.undoButton.click();
  await expect(row(1)).not.toContainText("Đạt");
  expect(await papers()).toBe(0);
});
