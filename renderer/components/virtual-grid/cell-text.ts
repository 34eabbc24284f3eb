/** What a cell says, as somebody would type it: what only screen readers hear, or only eyes see, is left out. */
export function cellText(cell: Element): string {
  const words: string[] = [];
  const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  while (texts.nextNode() !== null) {
    const { parentElement, textContent } = texts.currentNode;
    if (parentElement?.closest(".visually-hidden, [aria-hidden=true]") !== null) continue;
    const word = textContent?.trim() ?? "";
    if (word !== "") words.push(word);
  }
  return words.join(" ");
}
