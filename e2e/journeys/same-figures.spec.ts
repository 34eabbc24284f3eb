/** The window and the command line count with the same code; this holds them to it, number by number. */
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";
import { figuresOf, readCommandLine, type Stats } from "../support/command-line";
import { resizeWindow } from "../support/program";

test("stats --json is the table on screen, unit by unit and in the last line", async ({
  place,
  program,
  sample,
}) => {
  await resizeWindow(program.app, { width: 1900, height: 1100 });
  const { statistics } = screensOf(program.page);
  const stats = await readCommandLine<Stats>(place, "stats", sample);
  await statistics.expectFigure(statistics.totalRow, "professional", "met", stats.total.professional.met);
  const shown = [];
  for (const unitName of await statistics.units()) {
    shown.push({ unitName, ...(await statistics.counts(statistics.row(unitName))) });
  }
  expect(shown).toEqual(stats.rows.map((row) => ({ unitName: row.unitName, ...figuresOf(row) })));
  expect(await statistics.counts(statistics.totalRow)).toEqual(figuresOf(stats.total));
});
