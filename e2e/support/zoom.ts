/** The window at 200 %, and what cannot be reached in it. */
import { expect } from "@playwright/test";
import { answered } from "./main-process";
import type { Program } from "./program";

/** Doubles everything on screen, which leaves half the room. */
export async function zoomTwice({ app, page }: Program): Promise<void> {
  await answered(() =>
    app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2);
    }),
  );
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(683);
}

/** Nothing is out of reach, once what comes and goes by itself, such as a notice, has done so. */
export async function expectNothingCutOff(program: Program, where: string): Promise<void> {
  await expect.poll(() => cutOff(program), where).toEqual([]);
}

/** Controls that stand outside what the window shows and cannot be scrolled to; and how far the page itself scrolls. */
async function cutOff({ page }: Program): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const { documentElement: top } = document;
    if (top.scrollWidth > top.clientWidth)
      found.push(`the page is ${top.scrollWidth} wide of ${top.clientWidth}`);
    const dialog = document.querySelector("[role=dialog]");
    const controls = (dialog ?? document).querySelectorAll<HTMLElement>(
      "button, a[href], input:not([type=hidden]), textarea, [role=tab]",
    );
    for (const control of controls) {
      if (control.closest("[role=grid] *") !== null || control.closest("[aria-hidden=true]") !== null)
        continue;
      // Folded away, with room kept for it.
      if (!control.checkVisibility()) continue;
      const box = control.getBoundingClientRect();
      // Drawn by their labels, or shown only with the focus.
      if (box.width <= 1 || box.height <= 1 || getComputedStyle(control).opacity === "0") continue;
      if (control.matches("a[href='#main']")) continue;
      control.scrollIntoView({ block: "nearest", inline: "nearest" });
      const { left, right, top: upper, bottom } = control.getBoundingClientRect();
      const tooTall = bottom - upper > window.innerHeight;
      // Half a pixel at 200 % is a whole one here.
      const slack = 2;
      const inside =
        left >= -slack &&
        right <= window.innerWidth + slack &&
        upper >= -slack &&
        (tooTall || bottom <= window.innerHeight + slack);
      const label = control.getAttribute("aria-label") ?? control.textContent.slice(0, 30);
      if (!inside) {
        found.push(
          `${control.tagName} “${label}” at ${Math.round(left)},${Math.round(upper)}–${Math.round(right)},${Math.round(bottom)}`,
        );
      }
    }
    return found;
  });
}
