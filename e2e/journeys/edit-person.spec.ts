/** The heart of the program: a person's record changes, and every figure follows at once. */
import { readFileSync } from "node:fs";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";
import { type People, readCommandLine, rowOf, type Stats } from "../support/command-line";
import { withoutMarks } from "../support/words";

test("a new degree changes the card before saving, and the commune, the report and the command line after", async ({
  place,
  program,
  sample,
}) => {
  const { page, shell, statistics, officials, person, report } = screensOf(program.page);
  const before = await readCommandLine<Stats>(place, "stats", sample);
  const list = await readCommandLine<People>(
    place,
    "people",
    sample,
    "--standard",
    "professional",
    "--status",
    "notMet",
  );
  const somebody = list.people.find(({ findings }) => findings[1]?.status === "met");
  if (somebody?.unitCode === undefined || somebody.unitCode === null)
    throw new Error("The sample has nobody to edit");
  const commune = rowOf(before, somebody.unitCode);

  await statistics.expectFigure(
    statistics.row(commune.unitName),
    "professional",
    "met",
    commune.professional.met,
  );
  await shell.goTo("officials");
  await officials.findAndOpen(withoutMarks(somebody.name), somebody.name);
  await person.expectOpen(somebody.name);
  const card = person.card("Chuyên môn");
  await expect(card).toContainText("Chưa đạt");
  await expect(card).toContainText("Trình độ thấp hơn mức yêu cầu");

  const dialog = await person.addQualification();
  await dialog.choose("Trình độ", "Đại học");
  await dialog.type("Ngày cấp", "15/6/2020");
  await dialog.apply();
  await expect(person.aside).toContainText("theo dữ liệu đang sửa");
  await expect(card.getByText("Đạt", { exact: true })).toBeVisible();
  await expect(card).toContainText("Đại học · cấp 15/06/2020");
  // Not saved: nothing outside this form knows of it.
  const meanwhile = await readCommandLine<Stats>(place, "stats", sample);
  expect(meanwhile.rows).toEqual(before.rows);

  await person.save();
  await expect(shell.notice(/^Đã lưu hồ sơ .+\./)).toBeVisible();
  await expect(person.aside).not.toContainText("theo dữ liệu đang sửa");
  await expect(card.getByText("Đạt", { exact: true })).toBeVisible();

  await shell.goTo("statistics");
  const row = statistics.row(commune.unitName);
  await statistics.expectFigure(row, "professional", "met", commune.professional.met + 1);
  await statistics.expectFigure(row, "professional", "notMet", commune.professional.notMet - 1);
  await statistics.expectFigure(
    statistics.totalRow,
    "professional",
    "met",
    before.total.professional.met + 1,
  );
  const shown = await statistics.counts(row);

  const after = await readCommandLine<Stats>(place, "stats", sample);
  const printed = rowOf(after, somebody.unitCode);
  expect(printed).toMatchObject({ ...shown, both: { met: shown.both.met } });
  expect(printed.both.met).toBe(commune.both.met + 1);

  await shell.openReport();
  await report.chooseFormats("CSV (.csv)");
  await report.pickFolder(program, place.stick);
  await report.write();
  await expect(report.done).toBeVisible();
  const [file] = readdirSync(place.stick);
  const lines = readFileSync(join(place.stick, file ?? ""), "utf8").split(/\r?\n/u);
  const line = lines.find((text) => text.includes(commune.unitName));
  const met = shown.professional.met;
  expect(line?.split(/[,;]/u).slice(2, 5)).toEqual([shown.total, met, shown.professional.notMet].map(String));
  await page.keyboard.press("Escape");
});

test("an older record can be looked at by its day, and an edit of today leaves that day alone", async ({
  place,
  program,
  sample,
}) => {
  const { shell, officials, person, statistics } = screensOf(program.page);
  const list = await readCommandLine<People>(
    place,
    "people",
    sample,
    "--standard",
    "professional",
    "--status",
    "notMet",
    "--as-of",
    "2019-12-31",
  );
  const somebody = list.people[0];
  if (somebody === undefined) throw new Error("Nobody misses the standard on that day");
  await shell.goTo("officials");
  await officials.findAndOpen(withoutMarks(somebody.name), somebody.name);
  const dialog = await person.addQualification();
  await dialog.choose("Trình độ", "Đại học");
  await dialog.type("Ngày cấp", "1/1/2020");
  await dialog.apply();
  await person.save();

  await shell.setAsOf("31/12/2019");
  await expect(person.card("Chuyên môn")).toContainText("Chưa đạt");
  await shell.goTo("statistics");
  await statistics.expectFigure(statistics.totalRow, "professional", "notMet", list.count);
});
