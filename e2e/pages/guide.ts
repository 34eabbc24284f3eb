/** The steps through the first morning with a new roster. */
import { expect, type Locator, type Page } from "@playwright/test";

export class GuideScreen {
  readonly heading: Locator;
  readonly leaveButton: Locator;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole("heading", { level: 1, name: "Bắt đầu với sổ mới" });
    this.leaveButton = page.getByRole("button", { name: "Vào bảng chính" });
  }

  step(title: string): Locator {
    return this.page.getByRole("main").getByRole("listitem").filter({ hasText: title });
  }

  /** Opens a step by its heading, or leaves it open. */
  async open(title: string): Promise<Locator> {
    const step = this.step(title);
    const head = step.getByRole("button", { name: new RegExp(`^${title}`) });
    if ((await head.getAttribute("aria-expanded")) !== "true") await head.click();
    await expect(head).toHaveAttribute("aria-expanded", "true");
    return step;
  }

  async expectDone(title: string): Promise<void> {
    await expect(this.step(title)).toContainText("(đã xong)");
  }

  async leave(): Promise<void> {
    await this.leaveButton.click();
    await expect(this.heading).toBeHidden();
  }
}
