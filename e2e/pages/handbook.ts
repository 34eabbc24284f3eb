/** The user guide over whatever is on screen. */
import { expect, type Locator, type Page } from "@playwright/test";

export class HandbookDialog {
  readonly root: Locator;
  readonly search: Locator;

  constructor(page: Page) {
    this.root = page.getByRole("dialog", { name: "Hướng dẫn sử dụng" });
    this.search = this.root.getByRole("textbox", { name: "Tìm trong hướng dẫn" });
  }

  /** Of the text, and not of the contents beside it. */
  heading(title: string): Locator {
    return this.root.getByRole("article").getByRole("heading", { name: title, exact: true });
  }

  entry(title: string): Locator {
    return this.root.getByRole("navigation").getByRole("button", { name: title, exact: true });
  }

  /** Expects the text at a chapter, or at a section of it. */
  async expectAt(chapter: string, section = chapter): Promise<void> {
    await expect(this.root.getByRole("article", { name: chapter })).toBeVisible();
    await expect(this.heading(section)).toBeInViewport();
  }
}
