/** Any date can be looked back to: other units, other rule sets, other figures; people counted once. */
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";
import { expectAccessible } from "../support/axe";
import { answered } from "../support/main-process";
import { catchPopups, popups } from "../support/popups";
import { readCommandLine, type People, type Stats } from "../support/command-line";
import { dayBefore, sampleMadeEarlier } from "../support/past";
import { resizeWindow, startProgram } from "../support/program";
import { expectNothingCutOff, zoomTwice } from "../support/zoom";
import { shownDay } from "../support/words";

const tall = { width: 1900, height: 1100 };

test("another day changes units, rule sets and figures, as the command line says", async ({
  place,
  program,
  sample,
}) => {
  await resizeWindow(program.app, tall);
  const { shell, statistics } = screensOf(program.page);
  await expect(statistics.sets).toContainText("Thông tư số 13/2019/TT-BNV");
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
  await expect(statistics.sets).not.toContainText("Thông tư số 13/2019/TT-BNV");
});

test("the day holds for the list and the person too, and an impossible day is refused in words", async ({
  place,
  program,
  sample,
}) => {
  const { shell, officials, person, statistics } = screensOf(program.page);
  // The list holds whoever holds any post; a table counts cán bộ and công chức unless asked for others.
  const everyKind = ["--kinds", "canBo,congChuc,khongChuyenTrach"];
  const before = await readCommandLine<People>(
    place,
    "people",
    sample,
    "--as-of",
    "2019-06-30",
    ...everyKind,
  );
  await shell.goTo("officials");
  await shell.setAsOf("30/6/2019");
  await officials.expectCount(before.count);
  const [first] = await officials.names();
  const somebody = before.people.find(({ name }) => name === first);
  if (somebody === undefined) throw new Error("Nobody served on that day");
  await officials.open(somebody.name);
  await expect(person.aside).toContainText(`Ngày 30/06/2019: ${somebody.post ?? ""}`);

  await shell.asOf.fill("30/2/2021");
  await shell.asOf.press("Enter");
  await expect(shell.asOf).toHaveAttribute("aria-invalid", "true");
  await expect(shell.asOf).toHaveAccessibleDescription("Tháng 2 năm 2021 chỉ có 28 ngày");
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

test("what was known on a past day is shown, said over every screen, and cannot be edited", async ({
  place,
}) => {
  // The sample as it was recorded ten days ago; a name is corrected today.
  const sample = place.path("mau-truoc.scb");
  await sampleMadeEarlier(place, sample, 10);
  const { people } = await readCommandLine<People>(place, "people", sample);
  const somebody = people[0];
  if (somebody === undefined) throw new Error("Nobody serves in the sample");
  await readCommandLine(place, "edit", sample, "official", somebody.id, "fullName=Đặng Văn Đổi Tên");
  const past = dayBefore(1);
  const before = await readCommandLine<People>(place, "people", sample, "--known-on", past);
  expect(before.people.map(({ name }) => name)).toContain(somebody.name);
  const stats = await readCommandLine<Stats>(place, "stats", sample, "--known-on", past);

  const program = await startProgram(place, { roster: sample });
  const { page, shell, statistics, officials, person, catalog, exchange } = screensOf(program.page);
  await expect(statistics.totalRow).toContainText("478");
  await expect(shell.moment).toBeHidden();
  await shell.goTo("officials");
  await officials.findAndOpen("doi ten", "Đặng Văn Đổi Tên");
  await person.expectOpen("Đặng Văn Đổi Tên");

  await shell.setKnownOn(shownDay(past));
  await expect(shell.moment).toContainText(`theo những gì đã có trong sổ đến hết ngày ${shownDay(past)}`);
  await person.expectOpen(somebody.name);
  await person.expectReadOnly();
  await expect(shell.moment).toContainText("Chỉ xem được");
  await expectAccessible(page, "person by the knowledge of a past day");

  await shell.goTo("officials");
  await officials.expectCount(before.count);
  await expect(officials.addButton).toBeDisabled();

  // Whatever would change something says why it does not; the row's menu offers what can be done.
  const refused = shell.notice(/^Chỉ xem được; muốn sửa/);
  await officials.grid.focus();
  await officials.standIn("Ngày sinh");
  const ways = ["F2", "Control+D", "Control+Shift+E", "Control+N", "Control+I", "Control+E", "Control+Z"];
  for (const key of ways) {
    await page.keyboard.press(key);
    await expect(refused, key).toBeVisible();
    await refused.getByRole("button", { name: "Đóng" }).click();
    await expect(refused, key).toBeHidden();
    await expect(officials.heading, key).toBeVisible();
    await expect(page.getByRole("dialog"), key).toHaveCount(0);
    await officials.grid.focus();
  }
  await answered(() =>
    program.app.evaluate(({ clipboard }) => clipboard.writeText("Họ và tên\tNăm sinh\nA\t1970")),
  );
  await page.keyboard.press("Control+V");
  await expect(refused).toBeVisible();
  await catchPopups(program);
  await page.keyboard.press("Shift+F10");
  await expect.poll(async () => (await popups(program)).length).toBe(1);
  const [offered = []] = await popups(program);
  expect(offered.map(({ label }) => label).filter((label) => /Sửa|Điền/.test(label))).toEqual([]);
  expect(offered.map(({ label }) => label)).toContain("Sao chép");

  await shell.goTo("statistics");
  await statistics.expectFigure(statistics.totalRow, "professional", "met", stats.total.professional.met);
  for (const [screen, heading] of [
    ["changes", page.getByRole("heading", { level: 1, name: "Nhật ký thay đổi" })],
    ["catalog", catalog.heading],
    ["exchange", exchange.heading],
  ] as const) {
    await shell.goTo(screen);
    await expect(heading).toBeVisible();
    await expect(shell.moment).toBeVisible();
  }

  // Back through the screens keeps the moment; one click leaves it.
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(catalog.heading).toBeVisible();
  await expect(shell.knownOn).toHaveValue(shownDay(past));
  await zoomTwice(program);
  await expectNothingCutOff(program, "a past day's knowledge");
  await expectAccessible(page, "a past day's knowledge at 200 %");
  await shell.goHome();
  await expect(shell.knownOn).toHaveValue("");
  await page.keyboard.press("Alt+2");
  await expect(officials.addButton).toBeEnabled();
  expect(program.complaints).toEqual([]);
  await program.close();
});

test("another day is said over the screen with one way back, and the keyboard reaches all of it", async ({
  program,
}) => {
  const { page, shell, statistics } = screensOf(program.page);
  await shell.setAsOf("30/6/2019");
  await expect(statistics.heading).toContainText("30/06/2019");
  await expect(shell.moment).toContainText("Đang xem tính đến ngày 30/06/2019.");
  await shell.asOf.focus();
  await page.keyboard.press("Tab");
  await expect(shell.knownOn).toBeFocused();
  const home = shell.moment.getByRole("button", { name: "Về ngày 01/10/2021 của sổ mẫu" });
  await home.focus();
  await page.keyboard.press("Enter");
  await expect(shell.moment).toBeHidden();
  await expect(statistics.heading).toContainText("01/10/2021");
  await expect(shell.asOf).toHaveValue("01/10/2021");
});
