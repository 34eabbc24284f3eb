/** Files that change much: the table before and after, its people, and the numbers that must be typed. */
import { expectAccessible } from "../support/axe";
import { figuresOf, rowOf, type Stats } from "../support/command-line";
import { expect, test } from "../support/exchange-fixtures";
import { tabTo, unseen } from "../support/focus";
import { type Office, sampleDay } from "../support/offices";

const unit = "Xã Quảng Yên";

/** Ends the posts of some people of a commune, the first of its list. @returns their names */
async function endPosts(office: Office, unitCode: string, count: number): Promise<string[]> {
  const { people } = await office.json<{ people: readonly { id: string; name: string }[] }>(
    "people",
    "--unit",
    unitCode,
    "--as-of",
    sampleDay,
  );
  const leaving = people.slice(0, count);
  for (const { id } of leaving) {
    const { rows } = await office.json<{ rows: { assignment: readonly { id: string }[] } }>("show", id);
    const post = rows.assignment[0]?.id ?? "";
    await office.json("edit", "assignment", post, "to=2021-09-30", "endReason=relieved");
  }
  return leaving.map(({ name }) => name);
}

test("people who leave their posts are told by number and by name, and come in with the numbers typed", async ({
  commune,
  district,
  openWindow,
  stick,
}) => {
  const [left] = await endPosts(district, commune.unitCode, 12);
  await district.sends(stick, commune);
  const after = rowOf(await district.json<Stats>("stats", "--as-of", sampleDay), commune.unitCode);
  const { page, shell, exchange, statistics, program } = await openWindow(commune);
  const { receive } = exchange;
  await page.keyboard.press("Control+r");
  await receive.preview();
  await expect(page.getByRole("main")).toContainText(
    "Thay đổi lớn: 12 người mất chức vụ đang giữ hoặc thôi giữ sớm hơn đã ghi, 1 đơn vị",
  );
  await expect(receive.figures.getByRole("row").filter({ hasText: unit })).toContainText("12 người đi");
  await expectAccessible(page, "a preview of a large change");

  const toFigure = await tabTo(page, ({ name }) => name.includes(`Số người của ${unit} trước khi nhận`), 12);
  expect(unseen(toFigure)).toEqual([]);
  await page.keyboard.press("Enter");
  const people = page.getByRole("dialog", { name: `${unit}, Số người: trước khi nhận` });
  await expect(people).toContainText("33 người");
  await expect(people.getByRole("row").filter({ hasText: left ?? "" })).toContainText(
    "sau khi nhận không còn",
  );
  await expect(people.getByText("sau khi nhận không còn")).toHaveCount(12);
  await expectAccessible(page, "the people behind a number");
  await page.keyboard.press("Escape");
  await expect(people).toBeHidden();
  const later = await receive.openFigure(unit, "Số người", "sau");
  await expect(later).toContainText("21 người");
  await page.keyboard.press("Escape");

  await receive.applyButton.click();
  await expect(receive.numbers).toBeFocused();
  await expect(page.getByRole("main")).toContainText("Hãy gõ đúng 12 1 để đồng ý");
  await receive.numbers.fill("12");
  await receive.numbers.press("Enter");
  await expect(receive.done).toHaveCount(0);
  await receive.numbers.fill("12 1");
  await receive.numbers.press("Enter");
  await expect(receive.done).toBeVisible();
  await shell.goTo("statistics");
  expect(await statistics.counts(statistics.row(unit))).toEqual(figuresOf(after));

  // Taking it back changes as much, and is asked about alike.
  await shell.goTo("exchange");
  await exchange.undoReception();
  const question = page.getByRole("dialog", { name: "Bỏ lần nhận này" });
  const field = question.getByRole("textbox", { name: /Số để đồng ý/ });
  await expect(field).toBeFocused();
  await expectAccessible(page, "the numbers of a reception that is taken back");
  await field.fill("1");
  await field.press("Enter");
  await expect(shell.notice("Đã bỏ lần nhận; sổ trở lại như trước đó.")).toBeVisible();
  await shell.goTo("statistics");
  await expect(statistics.totalLink(statistics.row(unit))).toHaveText("33");
  await program.close();
});
