/** A province's roster: the window holds the lines on screen and no others, and stays as easy to go through. */
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";
import { type People, readCommandLine, type Stats } from "../support/command-line";
import { startProgram } from "../support/program";
import { withoutMarks } from "../support/words";

/** More rows than a tall screen shows, far fewer than there are people. */
const mostRows = 200;

test("thousands of people are gone through by keyboard, and only those on screen exist", async ({
  place,
}) => {
  const roster = place.path("tinh.scb");
  await readCommandLine(place, "sample", roster, "--set", "province");
  const stats = await readCommandLine<Stats>(place, "stats", roster);
  const everybody = await readCommandLine<People>(place, "people", roster);
  expect(stats.rows).toHaveLength(148);
  const { count } = everybody;
  expect(count).toBeGreaterThan(mostRows * 10);
  const last = everybody.people.at(-1)?.name ?? "";

  const program = await startProgram(place, { roster });
  const { page, shell, statistics, officials, person } = screensOf(program.page);
  const rows = page.getByRole("row");
  await expect(statistics.grid).toHaveAttribute("aria-rowcount", String(148 + 3));
  expect(await rows.count()).toBeLessThan(mostRows);
  await statistics.expectFigure(statistics.totalRow, "professional", "met", stats.total.professional.met);

  await shell.goTo("officials");
  await officials.expectCount(count);
  // The command line lists by name.
  await officials.column("Họ và tên").getByRole("button", { name: "Họ và tên", exact: true }).click();
  await officials.grid.focus();
  await page.keyboard.press("Control+End");
  await expect(page.locator(`[aria-rowindex="${count + 1}"]`)).toContainText(last);
  expect(await rows.count()).toBeLessThan(mostRows);
  for (let n = 0; n < 3; n++) await page.keyboard.press("PageUp");
  await page.keyboard.press("Control+Home");
  await expect(page.locator('[aria-rowindex="2"]')).toContainText(everybody.people[0]?.name ?? "");
  expect(await rows.count()).toBeLessThan(mostRows);

  const middle = everybody.people[Math.floor(count / 2)]?.name ?? "";
  const same = everybody.people.filter(({ name }) => name === middle).length;
  await page.keyboard.press("Control+f");
  await page.keyboard.type(withoutMarks(middle));
  await expect(officials.search).toHaveValue(withoutMarks(middle));
  await expect(officials.summary).toContainText(`tìm “${withoutMarks(middle)}”`);
  await expect(officials.row(middle)).toHaveCount(same);
  await page.keyboard.press("ArrowDown");
  await expect(officials.grid).toBeFocused();
  await page.keyboard.press("Enter");
  await person.backButton.waitFor();
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(officials.search).toHaveValue(withoutMarks(middle));
  expect(program.complaints).toEqual([]);
  await program.close();
});
