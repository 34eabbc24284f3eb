/** What is due is exported and a training plan printed as they stand on their screens, by keys. */
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";
import { expectAccessible } from "../support/axe";
import { readCommandLine } from "../support/command-line";
import { resizeWindow } from "../support/program";
import { setUpPrinter } from "../support/printers";
import { readPdf, readXlsx } from "../support/report-files";

interface Due {
  readonly items: readonly { readonly person: { readonly name: string } }[];
}

test("what is due goes to a folder, and a plan of training onto paper, as they are shown", async ({
  place,
  program,
  sample,
}) => {
  const { page, statistics, report, print } = screensOf(program.page);
  await resizeWindow(program.app, { width: 1366, height: 768 });
  await expect(statistics.heading).toBeVisible();
  await page.keyboard.press("Alt+7");
  const time = page.getByRole("group", { name: "Thời gian" });
  await time.getByText("Năm", { exact: true }).click();
  const kinds = page.getByRole("navigation", { name: "Loại việc" });
  await kinds.getByRole("link", { name: /^Nghỉ hưu/ }).click();
  const days = ["--from", "2021-01-01", "--to", "2021-12-31", "--kind", "retirement"] as const;
  const { items } = await readCommandLine<Due>(place, "due", sample, ...days);
  await expect(page.getByText(`Đến hạn (${items.length})`)).toBeVisible();
  await page.keyboard.press("Control+Shift+p");
  const folder = place.path("ra");
  mkdirSync(folder);
  await report.writeByKeys(program, folder, "Excel (.xlsx)");
  const [file = ""] = readdirSync(folder);
  const names = readXlsx(join(folder, file)).flatMap((row) => (/^\d+$/.test(row[0] ?? "") ? [row[2]] : []));
  expect(names).toEqual(items.map(({ person }) => person.name));
  await page.keyboard.press("Escape");

  await page.keyboard.press("Alt+0");
  const form = page.getByRole("form", { name: "Chỉ tiêu và điều kiện" });
  await form.getByRole("button", { name: "Lập kế hoạch" }).press("Enter");
  await expect(page.getByText(/^Đạt chỉ tiêu: /)).toBeVisible();
  const grid = page.getByRole("grid", { name: "Cử đi học" });
  const first = (await grid.getByRole("rowheader").first().textContent()) ?? "";
  const paper = place.path("giay.pdf");
  await setUpPrinter(program, paper);
  await page.getByRole("button", { name: "In…" }).press("Enter");
  await expect(print.pages).toBeFocused();
  expect(await print.text(1)).toContain("DANH SÁCH CỬ ĐI HỌC");
  expect(await print.text(1)).toContain(first);
  await expectAccessible(page, "a plan before it is printed");
  await page.keyboard.press("Control+p");
  await expect(print.root).toBeHidden();
  expect(await readPdf(paper)).toContain(first);
});
