/** The question for the name of the person at work, which a PC asks at its first start. */
import type { Locator, Page } from "@playwright/test";

export class NameQuestion {
  readonly root: Locator;

  constructor(page: Page) {
    this.root = page.getByRole("dialog", { name: "Ai đang làm việc trên máy này?" });
  }

  async answer(name: string): Promise<void> {
    await this.root.getByRole("textbox", { name: "Họ và tên của bạn" }).fill(name);
    await this.root.getByRole("button", { name: "Tiếp tục" }).click();
    await this.root.waitFor({ state: "hidden" });
  }
}
