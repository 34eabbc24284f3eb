/** What of a grid's headings and last line cannot be read: text wider or higher than its cell, or out of reach. */
import type { Locator } from "@playwright/test";

/** @returns for each fault what is cut and by how much; empty when everything can be read, after scrolling sideways */
export async function cutHeadings(grid: Locator): Promise<string[]> {
  return grid.evaluate((table) => {
    const found: string[] = [];
    const scroller = table.parentElement;
    if (scroller === null) throw new Error("A grid stands in the box that scrolls it");
    // Half a pixel is rounding.
    const slack = 1;
    const cells = [...table.querySelectorAll<HTMLElement>("th, tfoot td")];
    for (const cell of cells) {
      const text = document.createRange();
      text.selectNodeContents(cell);
      const inner = text.getBoundingClientRect();
      const box = cell.getBoundingClientRect();
      const name = `“${cell.textContent.trim()}”`;
      const over = [
        box.left - inner.left,
        inner.right - box.right,
        box.top - inner.top,
        inner.bottom - box.bottom,
      ];
      if (over.some((by) => by > slack)) found.push(`${name} by ${over.map(Math.round).join(" ")}`);
      if (cell.scrollWidth > cell.clientWidth + slack || cell.scrollHeight > cell.clientHeight + slack)
        found.push(
          `${name} needs ${cell.scrollWidth}×${cell.scrollHeight} of ${cell.clientWidth}×${cell.clientHeight}`,
        );
    }
    // What only screen readers are told takes no room on screen, whatever its text would need.
    const wordsOf = (part: HTMLElement) => {
      const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      const rects: DOMRect[] = [];
      while (walker.nextNode() !== null) {
        if (walker.currentNode.parentElement?.closest(".visually-hidden") != null) continue;
        const text = document.createRange();
        text.selectNodeContents(walker.currentNode);
        rects.push(text.getBoundingClientRect());
      }
      const [left, right] = [
        Math.min(...rects.map((rect) => rect.left)),
        Math.max(...rects.map((rect) => rect.right)),
      ];
      return { left, right, width: right - left };
    };
    const pinned = cells.find((cell) => cell.dataset["pinned"] !== undefined);
    const groups = cells.filter((cell) => cell.getAttribute("scope") === "colgroup");
    const far = scroller.scrollWidth - scroller.clientWidth;
    for (const part of [0, 0.25, 0.5, 0.75, 1]) {
      scroller.scrollLeft = Math.round(far * part);
      const room = scroller.getBoundingClientRect();
      const left = room.left + (pinned?.getBoundingClientRect().width ?? 0);
      const right = room.left + scroller.clientWidth;
      for (const group of groups) {
        const words = wordsOf(group);
        const box = group.getBoundingClientRect();
        const seen = Math.min(box.right, right) - Math.max(box.left, left);
        // Above a sliver of a column there is no room for any word.
        if (seen < words.width + 16) continue;
        if (words.left < left - slack || words.right > right + slack)
          found.push(`“${group.textContent}” is out of sight at ${scroller.scrollLeft} of ${far}`);
      }
    }
    const last = cells.findLast((cell) => cell.tagName === "TH");
    scroller.scrollLeft = scroller.scrollWidth;
    const gap = (last?.getBoundingClientRect().right ?? Infinity) - scroller.getBoundingClientRect().right;
    if (gap > slack) found.push(`the last column ends ${Math.round(gap)} outside`);
    scroller.scrollLeft = 0;
    if (pinned !== undefined && pinned.getBoundingClientRect().width > scroller.clientWidth / 2)
      found.push("the first column takes more than half of the room");
    return found;
  });
}
