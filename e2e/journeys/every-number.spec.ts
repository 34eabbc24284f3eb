/** The promise against Excel: every number opens the people behind it, and its complement the others. */
import type { Locator } from "@playwright/test";
import { expect, test } from "../fixtures";
import type { Screens } from "../pages/screens";
import { screensOf } from "../pages/screens";
import type { ShownNumber } from "../pages/statistics";
import { type People, readCommandLine, rowOf, type Stats } from "../support/command-line";
import { resizeWindow } from "../support/program";

/** Tall enough that all 19 communes are on screen together. */
const tall = { width: 1900, height: 1100 };
const low = { width: 1024, height: 480 };

/** A standard as the command line calls it, which says "both" for all of them. */
const spoken = (standard: string) => (standard === "all" ? "both" : standard);

/** The filter that an address stands for, as options of `people`. */
function optionsOf(href: string, unitCode: string | null): string[] {
  const query = new URLSearchParams(href.split("?")[1] ?? "");
  const [standard, status] = [query.get("standard"), query.get("status")];
  return [
    ...(unitCode === null ? [] : ["--unit", unitCode]),
    ...(standard === null || status === null ? [] : ["--standard", spoken(standard), "--status", status]),
  ];
}

/** Checks the list that is open: as many people as the number said, the rest behind the other button. */
async function expectBehind({ officials }: Screens, number: ShownNumber, total: number): Promise<void> {
  await officials.expectCount(number.people);
  const others = number.href.includes("standard=") ? total - number.people : 0;
  if (others === 0) await expect(officials.othersButton).toHaveCount(0);
  else await expect(officials.othersButton).toHaveText(`Xem ${others} người còn lại`);
}

interface Address {
  readonly number: ShownNumber;
  /** People of the commune. */
  readonly total: number;
}

/** In an order in which no number is that of the address before, so that a list that is still the last one is told. */
function noneLikeTheLast(all: readonly Address[]): Address[] {
  const alike = new Map<number, Address[]>();
  for (const one of all) alike.set(one.number.people, [...(alike.get(one.number.people) ?? []), one]);
  const ordered: Address[] = [];
  while (ordered.length < all.length) {
    const last = ordered.at(-1)?.number.people;
    const [most] = [...alike.values()]
      .filter(([one]) => one !== undefined && one.number.people !== last)
      .sort((a, b) => b.length - a.length);
    const next = most?.pop();
    if (next === undefined) throw new Error(`More than half of the numbers are ${last}`);
    ordered.push(next);
  }
  return ordered;
}

test("each number of three rows, pressed, opens its people by name, and then the others", async ({
  place,
  program,
  sample,
}) => {
  await resizeWindow(program.app, tall);
  const screens = screensOf(program.page);
  const { statistics, officials, shell } = screens;
  const stats = await readCommandLine<Stats>(place, "stats", sample);
  const rows: { row: Locator; code: string; total: number }[] = ["08173", "08206"].map((code) => {
    const { unitName, total } = rowOf(stats, code);
    return { row: statistics.row(unitName), code, total };
  });
  for (const { row, code, total } of rows) {
    const numbers = await statistics.numbers(row);
    expect(numbers.length).toBeGreaterThan(8);
    for (const [place_, number] of numbers.entries()) {
      await row.getByRole("link").nth(place_).click();
      await expectBehind(screens, number, total);
      const people = await readCommandLine<People>(place, "people", sample, ...optionsOf(number.href, code));
      expect(people.count).toBe(number.people);
      expect((await officials.names()).sort()).toEqual(people.people.map(({ name }) => name).sort());
      if (number.href.includes("standard=") && number.people < total) {
        await officials.othersButton.click();
        await officials.expectCount(total - number.people);
      }
      await shell.goTo("statistics");
    }
  }
});

test("each number of the last line and of the cards opens as many people as it says", async ({ program }) => {
  await resizeWindow(program.app, tall);
  const screens = screensOf(program.page);
  const { statistics, page } = screens;
  const total = 478;
  await expect(statistics.totalRow).toContainText(String(total));
  const parts = [
    statistics.totalRow,
    ...["Tổng số", "Đạt chuẩn chuyên môn", "Đạt chuẩn lý luận chính trị", "Đạt mọi tiêu chuẩn áp dụng"].map(
      (name) => statistics.card(name),
    ),
  ];
  for (const part of parts) {
    const numbers = await statistics.numbers(part);
    expect(numbers.length).toBeGreaterThan(0);
    for (const [n, number] of numbers.entries()) {
      await part.getByRole("link").nth(n).click();
      await expectBehind(screens, number, total);
      await page.keyboard.press("Alt+1");
      await expect(statistics.grid).toBeVisible();
    }
  }
});

test("a bar of the chart opens its people", async ({ program }) => {
  const { page, statistics, officials } = screensOf(program.page);
  await expect(statistics.totalRow).toContainText("478");
  await statistics.expectFigure(statistics.row("Xã Mạn Lạn"), "professional", "met", 29);
  await page.getByText("Biểu đồ", { exact: true }).click();
  const chart = page.getByRole("img", { name: /^Biểu đồ/ });
  // The only commune with this figure. The words lie over the bar and let the mouse through.
  await chart.getByText("29", { exact: true }).click({ force: true });
  await officials.expectCount(29);
  await expect(officials.summary).toContainText("Xã Mạn Lạn");
});

test("the address of every number of every commune leads to its people", async ({ program }) => {
  await resizeWindow(program.app, tall);
  const screens = screensOf(program.page);
  const { statistics, page } = screens;
  await expect(statistics.totalRow).toContainText("478");
  const units = await statistics.units();
  expect(units).toHaveLength(19);
  const all: Address[] = [];
  for (const name of units) {
    const numbers = await statistics.numbers(statistics.row(name));
    const total = numbers.find(({ href }) => !href.includes("standard="))?.people ?? -1;
    all.push(...numbers.map((number) => ({ number, total })));
  }
  // A list says how many it has whatever its height, and is there sooner where it draws few lines.
  await resizeWindow(program.app, low);
  const addresses = new Map(all.map((entry) => [entry.number.href, entry]));
  for (const { number, total } of noneLikeTheLast([...addresses.values()])) {
    await page.evaluate((href) => window.location.assign(href), number.href);
    await expectBehind(screens, number, total);
  }
  // Two links may share an address (the count and the rate) but never a different number.
  for (const { number } of all) expect(addresses.get(number.href)?.number.people).toBe(number.people);
});
