/** Whoever is judged by a law that nobody compared with its text is marked wherever that is shown, and nobody else is. */
import type { Locator } from "@playwright/test";
import { expect, test } from "../fixtures";
import { screensOf } from "../pages/screens";
import { readCommandLine } from "../support/command-line";

interface Judged {
  readonly people: readonly {
    readonly name: string;
    readonly findings: readonly { readonly standard: string; readonly verified: boolean | null }[];
  }[];
}

const words = "chưa đối chiếu văn bản";

test("two people of one list, by a rule that was compared and by one that was not", async ({
  program,
  place,
  sample,
}) => {
  const { page, shell, statistics, officials, person } = screensOf(program.page);
  const lacking = ["--standard", "professional", "--status", "notMet"];
  const { people } = await readCommandLine<Judged>(place, "people", sample, ...lacking);
  const judgedBy = (compared: boolean) => {
    const found = people.find(({ findings }) =>
      findings.some(({ standard, verified }) => standard === "professional" && verified === compared),
    );
    if (found === undefined) throw new Error(`Nobody is judged by a rule with verified ${compared}`);
    return found.name;
  };
  const expectMark = (within: Locator, stands: boolean) =>
    expect(within.getByText(words, { exact: true })).toHaveCount(stands ? 1 : 0);

  // Figures rest on both, and say so once a standard.
  await expectMark(statistics.card("Đạt chuẩn chuyên môn"), true);
  await expectMark(statistics.grid.getByRole("columnheader", { name: /^Chuyên môn/ }), true);

  for (const stands of [false, true]) {
    const name = judgedBy(!stands);
    await shell.goTo("officials");
    await officials.search.fill(name);
    const row = officials.row(name).first();
    await expect(row).toBeVisible();
    const status = row.getByRole("gridcell").filter({ hasText: "Chưa đạt" }).first();
    await expectMark(status, stands);
    const tip = status.locator("[title]").first();
    if (stands) await expect(tip).toHaveAttribute("title", /xét theo quy định chưa đối chiếu văn bản/);
    else await expect(tip).not.toHaveAttribute("title", /chưa đối chiếu/);
    await expectMark(row.getByRole("gridcell").filter({ hasText: /cần / }).first(), stands);

    await row.getByRole("rowheader").dblclick();
    await person.expectOpen(name);
    const summary = page.getByRole("region", { name: "Tóm tắt" }).getByRole("listitem");
    await expectMark(summary.filter({ hasText: "Chuyên môn" }), stands);
    const card = person.aside.getByRole("article", { name: /^Chuyên môn/ });
    // Beside the status, and in words beside the rule.
    await expect(card.getByText(words, { exact: true })).toHaveCount(stands ? 2 : 0);
    await page.keyboard.press("Escape");
    await expect(officials.heading).toBeVisible();
  }
});
