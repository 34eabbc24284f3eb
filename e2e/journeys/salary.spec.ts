/** An officer sees whose step of pay is due and why, makes the papers of the session, writes that they were raised, and undoes it. */
import { mkdirSync, readdirSync } from "node:fs";
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";
import { expectAccessible } from "../support/axe";
import { readCommandLine } from "../support/command-line";
import { resizeWindow } from "../support/program";

interface Session {
  readonly due: readonly {
    readonly person: { readonly name: string };
    readonly next: { readonly on: string };
  }[];
  readonly mismatch: readonly { readonly person: { readonly name: string } }[];
}

test("a session of a month becomes papers and rows of pay, and one undo takes the rows back", async ({
  place,
  program,
  sample,
}) => {
  const { page, app } = program;
  await resizeWindow(app, { width: 1366, height: 768 });
  await expect(screensOf(page).statistics.heading).toBeVisible();
  const { due, mismatch } = await readCommandLine<Session>(
    place,
    "salary-session",
    sample,
    "--month",
    "2021-10",
  );
  await page.keyboard.press("Alt+9");
  await expect(page.getByRole("heading", { name: "Nâng bậc lương" })).toBeVisible();
  await expect(page.getByRole("group", { name: "Đợt xét" }).getByRole("status")).toHaveText("Tháng 10/2021");
  await expect(page.getByText(`Đến kỳ (${due.length})`)).toBeVisible();
  const grid = page.getByRole("grid", { name: "Những người đến kỳ" });
  await expect(grid).toContainText(due[0]?.person.name ?? "");
  await expectAccessible(page, "steps of pay that are due");

  await page.getByText(`Lệch hệ số (${mismatch.length})`).click();
  await expect(page.getByRole("grid", { name: "Những người lệch hệ số" })).toContainText("bậc này có hệ số");
  await expectAccessible(page, "whose pay does not fit");
  await page.getByText(`Đến kỳ (${due.length})`).click();

  const folder = place.path("ho-so");
  mkdirSync(folder);
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, folder);
  await page.getByRole("button", { name: "Lập hồ sơ…" }).press("Enter");
  const papers = page.getByRole("dialog", { name: "Lập hồ sơ nâng bậc lương" });
  await papers.getByRole("button", { name: /Chọn thư mục khác/ }).click();
  await expectAccessible(page, "where papers go");
  await papers.getByRole("button", { name: "Lập hồ sơ", exact: true }).click();
  await expect(papers.getByRole("status")).toContainText(`Đã lập ${due.length + 2} tệp`);
  const [made = ""] = readdirSync(folder);
  expect(readdirSync(`${folder}/${made}`)).toHaveLength(due.length + 2);
  await papers.getByRole("button", { name: "Xong" }).click();

  await page.getByRole("button", { name: "Đã nâng…" }).press("Enter");
  const raise = page.getByRole("dialog", { name: "Ghi đã nâng bậc lương" });
  await expect(raise).toContainText(due[0]?.person.name ?? "");
  await raise.getByLabel("Số quyết định").fill("15/QĐ-UBND");
  await expectAccessible(page, "what is written of whom");
  await raise.getByRole("button", { name: "Ghi đã nâng" }).click();
  await expect(page.getByText(`Đã ghi nâng bậc lương cho ${due.length} người`)).toBeVisible();
  await expect(page.getByText("Đến kỳ (0)")).toBeVisible();
  await page.keyboard.press("Control+z");
  const ask = page.getByRole("dialog");
  await ask.getByRole("button", { name: /Hoàn tác/ }).click();
  await expect(page.getByText(`Đến kỳ (${due.length})`)).toBeVisible();
});
