/** The list of officials. */
import { expect, type Locator, type Page } from "@playwright/test";
import { numberOf } from "./statistics";

export class OfficialsScreen {
  readonly heading: Locator;
  readonly search: Locator;
  readonly grid: Locator;
  readonly summary: Locator;
  readonly addButton: Locator;
  readonly othersButton: Locator;
  readonly clearButton: Locator;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole("heading", { level: 1, name: "Danh sách cán bộ, công chức" });
    this.search = page.getByRole("searchbox", { name: "Tìm theo tên hoặc số định danh" });
    this.grid = page.getByRole("grid", { name: "Danh sách cán bộ, công chức" });
    this.summary = page
      .getByRole("main")
      .getByRole("status")
      .filter({ hasText: /^[\d.]+ cán bộ|^Đang tải/ });
    this.addButton = page.getByRole("button", { name: "Thêm cán bộ" });
    this.othersButton = page.getByRole("button", { name: /^Xem [\d.]+ người còn lại$/ });
    this.clearButton = page
      .getByRole("search", { name: "Lọc danh sách" })
      .getByRole("button", { name: "Bỏ lọc" });
  }

  /** Waits until the list says that it has so many people, and has rows for as many. */
  async expectCount(people: number): Promise<void> {
    await expect(this.summary).toHaveText(new RegExp(`^${people.toLocaleString("de-DE")} cán bộ(?= ·|$)`));
    await expect(this.grid).toHaveAttribute("aria-rowcount", String(people + 1));
  }

  /** How many others there are, by the button that leads to them; none without the button. */
  async others(): Promise<number> {
    if ((await this.othersButton.count()) === 0) return 0;
    return numberOf(/[\d.]+/u.exec(await this.othersButton.innerText())?.[0] ?? "");
  }

  row(name: string): Locator {
    return this.grid
      .getByRole("row")
      .filter({ has: this.page.getByRole("rowheader", { name, exact: true }) });
  }

  /** Names on screen, in the order of the list. */
  names(): Promise<string[]> {
    return this.grid.getByRole("rowheader").allInnerTexts();
  }

  /** Opens somebody by mouse. */
  async open(name: string): Promise<void> {
    await this.row(name).getByRole("rowheader").dblclick();
  }

  /** Finds by typing, as on a keyboard, and opens the only one found. */
  async findAndOpen(typed: string, name: string): Promise<void> {
    await this.search.fill("");
    await this.search.pressSequentially(typed);
    // Until the list says so it is still the one before.
    await expect(this.summary).toContainText(`tìm “${typed}”`);
    await expect(this.grid).toHaveAttribute("aria-rowcount", "2");
    await expect(this.row(name)).toHaveCount(1);
    await this.search.press("Enter");
    await expect(this.grid).toBeFocused();
    await this.grid.press("Enter");
  }
}
