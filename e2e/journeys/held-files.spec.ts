/** Another program has the program's files open, as virus scanners have: nobody who works may notice more than a notice. */
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "../fixtures";
import { NameQuestion } from "../pages/name-question";
import { screensOf } from "../pages/screens";
import { answerDialogs, startProgram } from "../support/program";
import { holdNames, plugIn } from "../support/stick";

const notice = "Chưa ghi được cài đặt của máy này";

test("settings that cannot be kept leave the opened roster on screen, and say so quietly", async ({
  place,
  sample,
}) => {
  const program = await startProgram(place);
  const { page, welcome, statistics } = screensOf(program.page);
  await expect(welcome.sampleButton).toBeVisible();
  await holdNames(program, /settings\.json$/, Infinity);
  await answerDialogs(program, { open: sample });
  await welcome.openButton.click();
  await expect(statistics.totalRow).toContainText("478");
  await expect(page.getByText(notice)).toBeVisible();
  expect(program.complaints).toEqual([]);
  await program.close();
  // Written down for support, by its kind and place alone.
  const bugs = place.bugs();
  expect(bugs).toContain("FileInUse");
  expect(bugs).not.toContain("thanh-ba");
  rmSync(join(place.home, "logs"), { recursive: true });
});

test("settings that can be neither read nor written leave the roster it was started with on screen", async ({
  place,
  sample,
}) => {
  const settings = join(place.home, "settings.json");
  rmSync(settings);
  mkdirSync(settings);
  const program = await startProgram(place, { roster: sample });
  await new NameQuestion(program.page).answer("Nguyễn Thị Lan");
  const { page, statistics } = screensOf(program.page);
  await expect(statistics.totalRow).toContainText("478");
  await expect(page.getByText(notice)).toBeVisible();
  await program.close();
  expect(place.bugs()).not.toBe("");
  rmSync(join(place.home, "logs"), { recursive: true });
});

test("a report whose name was refused for a moment ends with the stick that may be pulled out", async ({
  place,
  program,
}) => {
  const { shell, statistics, report } = screensOf(program.page);
  await expect(statistics.totalRow).toContainText("478");
  await holdNames(program, /USB VAN PHONG|settings\.json$/, 3);
  const removable = await plugIn(program, place.stick);
  await shell.openReport();
  if (!removable) await report.pickFolder(program, place.stick);
  await report.chooseFormats("Excel (.xlsx)", "CSV (.csv)");
  await report.write();
  await expect(report.done).toBeVisible();
  if (removable) await expect(report.done).toContainText("Có thể rút USB.");
  expect(readdirSync(place.stick)).toHaveLength(2);
  await expect.poll(() => readFileSync(join(place.home, "settings.json"), "utf8")).toContain("USB VAN PHONG");
});

test("a change is saved once the file that remembers it is free, and the window goes on meanwhile", async ({
  program,
}) => {
  const { shell, officials, person } = screensOf(program.page);
  await shell.goTo("officials");
  await officials.findAndOpen("pham dang an", "Phạm Đăng An");
  await person.qualifications.getByRole("button", { name: "Bỏ dòng: Chuyên môn: Đại học" }).click();
  await holdNames(program, /sentinels/, 12);
  await person.save();
  await shell.goTo("statistics");
  await expect(screensOf(program.page).statistics.totalRow).toContainText("385");
});
