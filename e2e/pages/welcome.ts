/** The first screen and the dialog that makes a roster. */
import type { Locator, Page } from "@playwright/test";

export class WelcomeScreen {
  readonly title: Locator;
  readonly createButton: Locator;
  readonly openButton: Locator;
  readonly sampleButton: Locator;
  readonly recents: Locator;
  readonly failure: Locator;
  readonly createDialog: Locator;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.title = page.getByRole("heading", { name: "Sổ Cán Bộ", level: 1 });
    this.createButton = page.getByRole("button", { name: /^Tạo sổ mới/ });
    this.openButton = page.getByRole("button", { name: /^Mở sổ/ });
    this.sampleButton = page.getByRole("button", { name: /^Xem sổ mẫu/ });
    this.recents = page.getByRole("region", { name: "Sổ mở gần đây" });
    this.failure = page.getByRole("alert");
    this.createDialog = page.getByRole("dialog", { name: "Tạo sổ mới" });
  }

  /** Types into the search for units and takes the option with this text. */
  async chooseUnit(typed: string, option: RegExp): Promise<void> {
    const field = this.createDialog.getByRole("combobox", { name: "Đơn vị lập sổ" });
    await field.click();
    await field.pressSequentially(typed);
    await this.page.getByRole("option", { name: option }).click();
  }

  /** Which units the shipped list is asked for; `DD/MM/YYYY`. */
  async setDay(day: string): Promise<void> {
    const field = this.createDialog.getByRole("textbox", { name: "Danh mục đơn vị tại ngày" });
    await field.fill(day);
    await field.press("Enter");
  }

  async submit(): Promise<void> {
    await this.createDialog.getByRole("button", { name: "Tạo sổ", exact: true }).click();
  }

  recent(text: string): Locator {
    return this.recents.getByRole("listitem").filter({ hasText: text });
  }
}
