/** Guards that no colour of links in the page's own style outweighs that of a button which a link is drawn as. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

it("colours only links that are not drawn as buttons, and without weight", () => {
  const css = readFileSync(join(import.meta.dirname, "../renderer/app/theme/global.css"), "utf8");
  const selectors = [...css.matchAll(/([^{}]+)\{[^}]*\bcolor:/gu)].map(([, selector = ""]) => selector);
  const ofLinks = selectors.filter((selector) => /(?:^|[\s,(>])a(?![\w-])/u.test(selector));
  expect(ofLinks.length).toBeGreaterThan(0);
  for (const selector of ofLinks) expect(selector).toMatch(/:where\(a:not\(\[data-variant\]\)\)\s*$/u);
});
