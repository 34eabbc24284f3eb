/** The accessibility checker, run inside the page as it is on screen. */
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { finishAnimations } from "./focus";

/**
 * Expects no violation of any rule. The check runs in this page alone ("legacy mode"): its usual way opens a second
 * page for the result, which this window denies to everybody.
 * @param what names the screen in a failure
 */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  await finishAnimations(page);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.slice(0, 5).map(({ html, failureSummary }) => `${html}\n${failureSummary ?? ""}`),
  }));
  expect(found, what).toEqual([]);
}
