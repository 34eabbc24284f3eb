/** The accessibility checker, run inside the page as it is on screen. */
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { finishAnimations } from "./focus";

/**
 * Expects no violation of any rule.
 * @param what names the screen in a failure
 */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  await expectNoViolation(page, what, checkerOf(page));
}

/** Expects colours that can be told apart, on a screen that keeps to all rules in the other look. */
export async function expectColoursReadable(page: Page, what: string): Promise<void> {
  await expectNoViolation(page, what, checkerOf(page).withRules(["color-contrast", "link-in-text-block"]));
}

/**
 * The check runs in this page alone ("legacy mode"): its usual way opens a second page for the result, which this window
 * denies to everybody. Describing all that keeps to the rules would take as long as looking at it.
 */
function checkerOf(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });
}

async function expectNoViolation(page: Page, what: string, checker: AxeBuilder): Promise<void> {
  await finishAnimations(page);
  const { violations } = await checker.analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.slice(0, 5).map(({ html, failureSummary }) => `${html}\n${failureSummary ?? ""}`),
  }));
  expect(found, what).toEqual([]);
}
