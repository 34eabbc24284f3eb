/** Hints of empty fields that are cut: whoever reads half of one does not know what can be typed. */
import type { Page } from "@playwright/test";

/** @returns each with its field, what it needs and what it has; empty when all can be read */
export async function cutPlaceholders(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const pen = document.createElement("canvas").getContext("2d");
    if (pen === null) throw new Error("Texts cannot be measured");
    const found: string[] = [];
    for (const field of document.querySelectorAll<HTMLInputElement>("input[placeholder]")) {
      if (field.value !== "" || field.placeholder === "" || !field.checkVisibility()) continue;
      const style = getComputedStyle(field);
      pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      const needs = pen.measureText(field.placeholder).width;
      const has =
        field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
      // Rounding is no cut.
      if (needs > has + 1)
        found.push(`“${field.placeholder}” needs ${Math.ceil(needs)} of ${Math.floor(has)}`);
    }
    return found;
  });
}
