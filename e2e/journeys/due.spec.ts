/** A clerk sees who has something due, of whom that is not known, opens a person, and takes the days along as a calendar. */
import { readFileSync } from "node:fs";
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";
import { expectAccessible } from "../support/axe";
import { readCommandLine } from "../support/command-line";
import { resizeWindow } from "../support/program";

interface Due {
  readonly items: readonly {
    readonly person: { readonly id: string; readonly name: string };
    readonly on: string;
  }[];
  readonly unknown: readonly unknown[];
}

test("the page of a time shows what the command line finds, leads to people, and is saved as a calendar", async ({
  place,
  program,
  sample,
}) => {
  const { page } = program;
  await resizeWindow(program.app, { width: 1366, height: 768 });
  // What is pressed before the first screen stands is heard by nobody.
  await expect(screensOf(page).statistics.heading).toBeVisible();
  await page.keyboard.press("Alt+7");
  await expect(page.getByRole("heading", { name: "Việc đến hạn" })).toBeVisible();
  const time = page.getByRole("group", { name: "Thời gian" });
  await expect(time.getByRole("status")).toHaveText("Tháng 10/2021");
  await time.getByText("Năm", { exact: true }).click();
  await expect(time.getByRole("status")).toHaveText("Năm 2021");
  const kinds = page.getByRole("navigation", { name: "Loại việc" });
  await kinds.getByRole("link", { name: /^Nghỉ hưu/ }).click();
  await time.getByRole("button", { name: "Năm 2022" }).click();

  const days = ["--from", "2022-01-01", "--to", "2022-12-31", "--kind", "retirement"] as const;
  const { items } = await readCommandLine<Due>(place, "due", sample, ...days);
  expect(items.length).toBeGreaterThan(0);
  await expect(page.getByText(`Đến hạn (${items.length})`)).toBeVisible();
  const grid = page.getByRole("grid", { name: "Việc đến hạn" });
  await expect(grid.getByRole("row")).toHaveCount(items.length + 1);
  await expect(grid).toContainText(/hết ngày 3[01]\/\d\d\/2022 – hưởng lương hưu từ 01\//);
  await expectAccessible(page, "what is due");

  const path = place.path("lich.ics");
  await program.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  await page.getByRole("button", { name: "Lưu lịch (.ics)…" }).press("Enter");
  await expect(page.getByText(`Đã lưu lịch gồm ${items.length} việc`)).toBeVisible();
  const calendar = readFileSync(path, "utf8").replaceAll("\r\n ", "");
  expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(items.length);
  for (const { person, on } of items) {
    expect(calendar).toContain(`DTSTART;VALUE=DATE:${on.replaceAll("-", "")}`);
    expect(calendar).toContain(`SUMMARY:Nghỉ hưu – ${person.name}`);
  }

  await kinds.getByRole("link", { name: /^Nâng bậc lương/ }).click();
  await page.getByText(/^Chưa tính được \(\d/).click();
  const unknown = page.getByRole("grid", { name: "Những người chưa tính được" });
  await expect(unknown).toContainText("hệ số không khớp bậc");
  await expectAccessible(page, "of whom it is not known");

  await kinds.getByRole("link", { name: /^Nghỉ hưu/ }).click();
  await page.getByText(`Đến hạn (${items.length})`).click();
  await grid
    .getByRole("link", { name: items[0]?.person.name ?? "" })
    .first()
    .click();
  await expect(page).toHaveURL(new RegExp(`#/officials/${items[0]?.person.id ?? ""}`));
  await page.goBack();
  await expect(grid).toBeVisible();
});
