/** What users get: the packaged program, with its asar, its native module beside it and its fuses set. */
import { expect, test } from "../fixtures";
import { answered } from "../support/main-process";
import { screensOf } from "../pages/screens";
import { readCommandLine, runCommandLine, runProgram } from "../support/command-line";
import { packagedProgram, sandbox, startProgram } from "../support/program";

test("the packaged program opens the sample, edits somebody and shows the change in its figures", async ({
  place,
}) => {
  const executable = packagedProgram();
  const program = await startProgram(place, { executable });
  const { page, welcome, statistics, shell, officials, person } = screensOf(program.page);
  expect(await answered(() => program.app.evaluate(({ app }) => app.isPackaged))).toBe(true);
  await welcome.sampleButton.click();
  await statistics.expectFigure(statistics.totalRow, "professional", "met", 386);
  await shell.goTo("officials");
  await officials.findAndOpen("pham dang an", "Phạm Đăng An");
  await person.qualifications.getByRole("button", { name: "Bỏ dòng: Chuyên môn: Đại học" }).click();
  await expect(person.card("Chuyên môn")).toContainText("Chưa rõ");
  await person.save();
  await shell.goTo("statistics");
  await statistics.expectFigure(statistics.totalRow, "professional", "met", 385);
  await expect(page.getByRole("banner")).toContainText("Sổ mẫu");
  expect(program.complaints).toEqual([]);
  await program.close();
});

test("its command line prints what the one of the source prints, and refuses alike", async ({
  place,
  sample,
}) => {
  const executable = packagedProgram();
  const packaged = (...args: string[]) => runProgram(place, executable, [...sandbox, "--cli", ...args]);
  const stats = await packaged("stats", sample, "--json");
  expect([stats.code, JSON.parse(stats.stdout)]).toEqual([0, await readCommandLine(place, "stats", sample)]);
  const table = await packaged("stats", sample);
  expect(table.stdout).toBe((await runCommandLine(place, "stats", sample)).stdout);

  const missing = place.path("khong-co.scb");
  const refused = await packaged("stats", missing, "--json");
  expect([refused.code, refused.stdout]).toEqual([1, ""]);
  expect(refused.stderr).toContain('"code":"roster-missing"');
  expect((await packaged("statz", sample)).code).toBe(2);
});
