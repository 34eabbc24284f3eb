/** A roster whose tables a program with a smaller registry made: opened as any other, with everything in it. */
import { madeOlder } from "../../electron/testing/older-roster";
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";
import { readCommandLine } from "../support/command-line";
import { startProgram } from "../support/program";

test("opens a roster of an older program with all that its log holds", async ({ place, sample }) => {
  madeOlder(sample);
  const program = await startProgram(place, { roster: sample });
  const { shell, statistics, officials, person } = screensOf(program.page);
  // Levels come from the qualifications, of which there was no table.
  await statistics.expectFigure(statistics.totalRow, "professional", "met", 386);
  await shell.goTo("officials");
  await officials.findAndOpen("pham dang an", "Phạm Đăng An");
  await expect(person.qualifications.getByRole("row").first()).toBeVisible();
  await program.close();
  expect(program.complaints, "the page complained").toEqual([]);
  expect(await readCommandLine(place, "verify", sample)).toMatchObject({ ok: true });
});
