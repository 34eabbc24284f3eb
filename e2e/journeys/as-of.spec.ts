/** Any date can be looked back to: other units, other rule sets, other figures; people counted once. */
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";
import { readCommandLine, type People, type Stats } from "../support/command-line";
import { resizeWindow } from "../support/program";
import { shownDay } from "../support/words";

const tall = { width: 1900, height: 1100 };

test("another day changes units, rule sets and figures, as the command line says", async ({
  place,
  program,
  sample,
}) => {
  await resizeWindow(program.app, tall);
  const { shell, statistics } = screensOf(program.page);
  await expect(statistics.sets).toContainText("TT 13/2019/TT-BNV");
  for (const [day, typed] of [
    ["2019-12-01", "1/12/2019"],
    ["2020-02-01", "01/02/2020"],
    ["2021-10-01", "1/10/2021"],
  ] as const) {
    await shell.setAsOf(typed);
    await expect(statistics.heading).toContainText(shownDay(day));
    const stats = await readCommandLine<Stats & { standardSets: { name: string }[] }>(
      place,
      "stats",
      sample,
      "--as-of",
      day,
    );
    await statistics.expectFigure(statistics.totalRow, "professional", "met", stats.total.professional.met);
    for (const { name } of stats.standardSets) await expect(statistics.sets).toContainText(name);
    expect(await statistics.units()).toEqual(stats.rows.map(({ unitName }) => unitName));
    // Once each: the rows add up to the last line, which has as many people as the list.
    const sum = stats.rows.reduce((people, row) => people + row.total, 0);
    expect((await statistics.counts(statistics.totalRow)).total).toBe(sum);
    const everybody = await readCommandLine<People>(place, "people", sample, "--as-of", day);
    expect(new Set(everybody.people.map(({ id }) => id)).size).toBe(sum);
  }
  await shell.setAsOf("1/12/2019");
  await expect(statistics.sets).not.toContainText("TT 13/2019/TT-BNV");
});

test("the day holds for the list and the person too, and an impossible day is refused in words", async ({
  place,
  program,
  sample,
}) => {
  const { shell, officials, person, statistics } = screensOf(program.page);
  const before = await readCommandLine<People>(place, "people", sample, "--as-of", "2019-06-30");
  await shell.goTo("officials");
  await shell.setAsOf("30/6/2019");
  await officials.expectCount(before.count);
  const somebody = before.people[0];
  if (somebody === undefined) throw new Error("Nobody served on that day");
  await officials.open(somebody.name);
  await expect(person.aside).toContainText(`Ngày 30/06/2019: ${somebody.post ?? ""}`);

  await shell.asOf.fill("30/2/2021");
  await shell.asOf.press("Enter");
  await expect(shell.asOf).toHaveAttribute("aria-invalid", "true");
  await expect(shell.asOf).toHaveAccessibleDescription("Không có ngày này trong lịch");
  await shell.asOf.press("Escape");
  await expect(shell.asOf).toHaveValue("30/06/2019");
  await shell.goTo("statistics");
  await expect(statistics.heading).toContainText("30/06/2019");
});

test("a scope narrows the table to one unit, and its number to that unit's people", async ({ program }) => {
  const { page, statistics, officials } = screensOf(program.page);
  await statistics.scope.click();
  await statistics.scope.pressSequentially("quang yen");
  await page.getByRole("option", { name: /^Xã Quảng Yên/ }).click();
  await expect(statistics.grid).toHaveAttribute("aria-rowcount", "4");
  expect((await statistics.counts(statistics.totalRow)).total).toBe(33);
  await statistics.totalLink(statistics.totalRow).click();
  await officials.expectCount(33);
});
