/** A clerk sees who is nominated and what each still lacks, and who could take a key post, and opens a person from there. */
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";
import { expectAccessible } from "../support/axe";
import { readCommandLine } from "../support/command-line";
import { resizeWindow } from "../support/program";

interface Planning {
  readonly term: string;
  readonly turns: number;
  readonly people: number;
  readonly nominees: readonly { readonly person: { readonly id: string; readonly name: string } }[];
}

test("the page of a term shows what the command line finds, in turns and people, and leads to a person", async ({
  place,
  program,
  sample,
}) => {
  const { page } = program;
  await resizeWindow(program.app, { width: 1366, height: 768 });
  // What is pressed before the first screen stands is heard by nobody.
  await expect(screensOf(page).statistics.heading).toBeVisible();
  await page.keyboard.press("Alt+Q");
  await expect(page.getByRole("heading", { name: "Quy hoạch" })).toBeVisible();

  const { term, turns, people, nominees } = await readCommandLine<Planning>(place, "planning", sample);
  await expect(page.getByRole("combobox", { name: "Nhiệm kỳ" })).toHaveValue(`Nhiệm kỳ ${term}`);
  await expect(page.getByText(`${turns} lượt quy hoạch của ${people} người`)).toBeVisible();
  const grid = page.getByRole("grid", { name: "Người được quy hoạch" });
  const [first] = nominees;
  await expect(grid.getByRole("row").nth(1)).toContainText(first?.person.name ?? "");
  await expectAccessible(page, "nominees");

  await page.getByText("Nguồn thay thế chức danh chủ chốt", { exact: true }).click();
  const posts = page.getByRole("grid", { name: "Nguồn thay thế" });
  await expect(posts).toContainText("Bí thư Đảng ủy");
  await expect(posts).toContainText(/: ngay/);
  await expectAccessible(page, "key posts");

  await page.getByText(`Người được quy hoạch (${turns})`).click();
  await grid
    .getByRole("link", { name: first?.person.name ?? "" })
    .first()
    .click();
  await expect(page).toHaveURL(new RegExp(`#/officials/${first?.person.id ?? ""}`));
  await page.goBack();
  await expect(grid).toBeVisible();
});
