/** The list of changes, as a screen of its own or in the column beside a person. */
import type { Locator, Page } from "@playwright/test";

export class ChangesScreen {
  readonly items: Locator;
  readonly page: Page;

  /** @param part where the list is; the whole page if left out */
  constructor(page: Page, part: Locator | Page = page) {
    this.page = page;
    this.items = part.getByRole("list", { name: "Các thay đổi" }).locator("> li");
  }

  /** The n-th change counted from the newest, 0 first. */
  item(n: number): Locator {
    return this.items.nth(n);
  }

  async openDetails(item: Locator): Promise<Locator> {
    await item.getByRole("button", { expanded: false }).click();
    return item.getByRole("table");
  }

  async undo(item: Locator): Promise<void> {
    await item.getByRole("button", { name: /^Hoàn tác/ }).click();
  }
}
