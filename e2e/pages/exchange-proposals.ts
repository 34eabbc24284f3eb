/** Proposals that wait: by office and reason, decided one by one or all alike. */
import type { Locator, Page } from "@playwright/test";

export class ProposalsScreen {
  /** How many wait; has the focus after one was decided. */
  readonly count: Locator;
  /** What was decided, the newest first. */
  readonly decided: Locator;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.decided = page.getByRole("list", { name: "Đề nghị đã quyết định" }).locator("> li");
    this.count = page.getByRole("main").getByRole("status").filter({ hasText: "đề nghị chờ quyết định" });
  }

  /** The proposals of an office, of one reason or another. */
  group(office: string): Locator {
    return this.page.getByRole("region", { name: new RegExp(`^${office}: `) });
  }

  items(group: Locator): Locator {
    return group.getByRole("list").locator("> li");
  }

  async decide(item: Locator, verdict: "Chấp nhận" | "Từ chối"): Promise<void> {
    await item.getByRole("button", { name: new RegExp(`^${verdict}: `) }).click();
  }
}
