/** Where the keyboard is, and whether a person can see that. */
import { expect, type Locator, type Page } from "@playwright/test";

export interface FocusStop {
  /** Role or tag with its name, for messages. */
  readonly name: string;
  /** Whether anything about the element or what surrounds it looks different while it has the focus. */
  readonly visible: boolean;
  /** Whether its middle lies inside the window. */
  readonly onScreen: boolean;
}

/** Brings what fades and slides to its end, as half-faded colours are nobody's contrast; what turns forever turns on. */
export async function finishAnimations(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
    }
  });
}

/**
 * Looks at the element with the focus, then at the same element without it, and gives the focus back.
 * Comparing is the only fair judge: a ring may be an outline, a shadow or a border, on the element or beside it.
 */
export function focusStop(page: Page): Promise<FocusStop> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) {
      return { name: "nothing", visible: false, onScreen: false };
    }
    const active = document.getElementById(element.getAttribute("aria-activedescendant") ?? "");
    const around = [
      element,
      element.parentElement,
      element.nextElementSibling,
      element.closest("label"),
      active,
      active?.parentElement,
    ].filter((one) => one instanceof Element);
    const looks = () =>
      around
        .map((one) => {
          const style = getComputedStyle(one);
          return [
            style.outlineStyle === "none" ? "" : `${style.outlineWidth} ${style.outlineColor}`,
            style.boxShadow,
            style.borderColor,
            style.backgroundColor,
          ].join("|");
        })
        .join("\n");
    // Rings fade in; what counts is where they end.
    const settle = () => {
      for (const animation of document.getAnimations()) {
        if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
      }
    };
    settle();
    const focused = looks();
    const box = (active ?? element).getBoundingClientRect();
    element.blur();
    settle();
    const blurred = looks();
    element.focus({ preventScroll: true });
    const label = element.getAttribute("aria-label") ?? element.textContent.trim().slice(0, 40);
    return {
      name: `${element.getAttribute("role") ?? element.tagName.toLowerCase()} “${label}” #${element.id}`,
      visible: focused !== blurred,
      onScreen:
        box.top + box.height / 2 >= 0 &&
        box.top + box.height / 2 <= window.innerHeight &&
        box.left + Math.min(box.width, 40) / 2 >= 0 &&
        box.left <= window.innerWidth,
    };
  });
}

/** Presses Tab, after Escape where the keys are in a grid in which Tab goes from cell to cell. */
export async function tabOn(page: Page): Promise<void> {
  const grid = page.locator("[role=grid][aria-describedby]:focus");
  if ((await grid.count()) > 0) await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
}

/**
 * Presses Tab until the focus is where it should be.
 * @returns every stop on the way
 * @throws Error when it is not reached in so many presses
 */
export async function tabTo(
  page: Page,
  wanted: (stop: FocusStop) => boolean,
  most: number,
): Promise<FocusStop[]> {
  const stops: FocusStop[] = [];
  for (let n = 0; n < most; n++) {
    await tabOn(page);
    const stop = await focusStop(page);
    stops.push(stop);
    if (wanted(stop)) return stops;
  }
  throw new Error(`Not reached in ${most} presses of Tab: ${stops.map(({ name }) => name).join(", ")}`);
}

/** The stops that somebody at the keyboard could not see. */
export function unseen(stops: readonly FocusStop[]): string[] {
  return stops.filter(({ visible, onScreen }) => !visible || !onScreen).map(({ name }) => name);
}

/** More stops than any screen has between two things that a clerk goes to one after the other. */
const mostStops = 80;

/**
 * Presses Tab until a control has the keyboard; none where it has it already.
 * @throws Error when it is not reached
 */
export async function tabToControl(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible();
  const isThere = () => control.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < mostStops; presses++) {
    if (await isThere()) return;
    await tabOn(page);
  }
  throw new Error(`Not reached by Tab: ${String(control)}`);
}
