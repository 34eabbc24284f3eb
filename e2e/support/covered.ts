/** What lies over what: notices over buttons, numbers and totals. */
import type { Page } from "@playwright/test";

/** Controls and last lines of tables that a notice lies over, by name. What is scrolled out of sight counts for nothing. */
export function coveredByNotices(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const visible = (element: Element) => {
      let { left, right, top, bottom } = element.getBoundingClientRect();
      for (let around = element.parentElement; around !== null; around = around.parentElement) {
        if (getComputedStyle(around).overflow === "visible") continue;
        const box = around.getBoundingClientRect();
        left = Math.max(left, box.left);
        right = Math.min(right, box.right);
        top = Math.max(top, box.top);
        bottom = Math.min(bottom, box.bottom);
      }
      return { left, right, top, bottom };
    };
    const found: string[] = [];
    for (const notice of document.querySelectorAll("[role=alert]")) {
      const over = visible(notice);
      for (const control of document.querySelectorAll(
        "button, a[href], input, textarea, [role=grid] tfoot td",
      )) {
        if (notice.contains(control) || control.matches("a[href='#main']")) continue;
        const box = visible(control);
        const width = Math.min(box.right, over.right) - Math.max(box.left, over.left);
        const height = Math.min(box.bottom, over.bottom) - Math.max(box.top, over.top);
        if (width > 1 && height > 1)
          found.push(control.getAttribute("aria-label") ?? control.textContent.slice(0, 40));
      }
    }
    return found;
  });
}
