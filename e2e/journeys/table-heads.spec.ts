/** The table of a province and the list of its people can be read to the last heading at every usual size. */
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";
import { readCommandLine } from "../support/command-line";
import { cutHeadings } from "../support/cut-headings";
import { resizeWindow, startProgram } from "../support/program";
import { zoomTwice } from "../support/zoom";

const sizes = [
  { width: 1024, height: 768 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;

test("no heading and no sum is cut, whatever the window's size and zoom", async ({ place }) => {
  const roster = place.path("tinh.scb");
  await readCommandLine(place, "sample", roster, "--set", "province");
  const program = await startProgram(place, { roster });
  const { page, shell, statistics, officials } = screensOf(program.page);
  const expectWhole = async (where: string) => {
    await expect(statistics.totalRow).toBeVisible();
    await expect.poll(() => cutHeadings(statistics.grid), `${where}: table`).toEqual([]);
    await shell.goTo("officials");
    await expect(officials.grid.getByRole("rowheader").first()).not.toBeEmpty();
    await expect.poll(() => cutHeadings(officials.grid), `${where}: list`).toEqual([]);
    await shell.goTo("statistics");
  };
  for (const size of sizes) {
    await resizeWindow(program.app, size);
    await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(size.width);
    await expectWhole(`${size.width}×${size.height}`);
  }
  // The largest of them has room for every column at once.
  await expect(statistics.totalRow).toBeVisible();
  const beyond = await statistics.grid.evaluate(({ parentElement }) =>
    parentElement === null ? -1 : parentElement.scrollWidth - parentElement.clientWidth,
  );
  expect(beyond).toBe(0);
  await resizeWindow(program.app, { width: 1366, height: 728 });
  await zoomTwice(program);
  await expectWhole("200 %");
  await program.close();
});
