/** How complete files are: the table of units, the people who lack something, and the bar over a file that is filled in. */
import type { Locator, Page } from "@playwright/test";

export class CompletenessScreen {
  readonly units: Locator;
  readonly people: Locator;
  readonly form: Locator;
  readonly beginButton: Locator;
  readonly backButton: Locator;
  /** Over a person's file. */
  readonly bar: Locator;
  readonly nextButton: Locator;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.units = page.getByRole("grid", { name: "Mức đầy đủ của hồ sơ theo đơn vị" });
    this.people = page.getByRole("grid", { name: /^Người còn thiếu mục/ });
    this.form = page.getByRole("combobox", { name: "Mẫu sơ yếu lý lịch" });
    this.beginButton = page.getByRole("button", { name: "Ghi lần lượt từ người đầu" });
    this.backButton = page.getByRole("button", { name: "Tất cả đơn vị" });
    this.bar = page.getByRole("region", { name: "Các mục còn thiếu của hồ sơ" });
    this.nextButton = this.bar.getByRole("button", { name: "Hồ sơ tiếp theo" });
  }

  unit(name: string): Locator {
    return this.units.getByRole("row").filter({ hasText: name });
  }

  person(name: string): Locator {
    return this.people.getByRole("row").filter({ hasText: name });
  }

  /** What the file that is open still lacks. @param item as "4. Nơi sinh" */
  gap(item: string): Locator {
    return this.bar.getByRole("button", { name: item, exact: true });
  }

  async chooseForm(name: string): Promise<void> {
    await this.form.click();
    await this.page.getByRole("option", { name }).click();
  }
}
