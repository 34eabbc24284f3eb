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

  /** The keys in the first cell of a list of so many people. */
  async standAtTop(people: number): Promise<void> {
    await this.expectCount(people);
    await this.grid.focus();
    await this.page.keyboard.press("Control+Home");
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

  /** The button that opens views and columns; says which view is shown. */
  get viewButton(): Locator {
    return this.page.getByRole("button", { name: /^Kiểu xem/ });
  }

  /** What stands under the list. */
  get foot(): Locator {
    return this.page.getByRole("status", { name: "Số liệu của các dòng đang chọn" });
  }

  column(name: string): Locator {
    return this.grid.getByRole("columnheader").filter({ has: this.page.getByText(name, { exact: true }) });
  }

  /** What opens at a column's heading. */
  columnMenu(name: string): Locator {
    return this.page.getByRole("dialog", { name: new RegExp(`^Cột ${name}:`) });
  }

  /** Something of the menu of views. */
  async chooseInViews(item: string): Promise<void> {
    await this.viewButton.press("Enter");
    await this.page.getByRole("menuitem", { name: new RegExp(`^${item}( đã đổi)?$`) }).press("Enter");
  }

  /** Goes by the arrows to a column of the row that the keys stand in. */
  async standIn(column: string): Promise<void> {
    const wanted = await this.placeOf(column);
    for (let step = 0; step < 60; step++) {
      const cell = (await this.grid.getAttribute("aria-activedescendant")) ?? "";
      const at = Number(/c(\d+)$/.exec(cell)?.[1] ?? "0");
      if (at === wanted) return;
      await this.grid.press(at < wanted ? "ArrowRight" : "ArrowLeft");
    }
    throw new Error(`The keys never reached ${column}`);
  }

  /** A cell by its column and the place of its line, from 0. */
  async cell(column: string, line: number): Promise<Locator> {
    return this.grid.locator(`[data-row="${line}"][data-column="${await this.placeOf(column)}"]`);
  }

  /** Holds the mouse down on a cell. */
  async press(column: string, line: number): Promise<void> {
    await this.page.mouse.move(...(await this.middle(column, line)));
    await this.page.mouse.down();
  }

  /** Moves the mouse over cells. */
  async drawTo(column: string, line: number): Promise<void> {
    await this.page.mouse.move(...(await this.middle(column, line)), { steps: 6 });
  }

  private async middle(column: string, line: number): Promise<[number, number]> {
    const box = await (await this.cell(column, line)).boundingBox();
    if (box === null) throw new Error(`No cell of ${column} in line ${line}`);
    return [box.x + box.width / 2, box.y + box.height / 2];
  }

  /** What stands in a column of the rows on screen, from the top. */
  async texts(column: string): Promise<string[]> {
    const place = await this.placeOf(column);
    const cells = this.grid.locator(`[data-row][data-column="${place}"]`);
    const texts = await cells.evaluateAll((found) =>
      found.map((cell) => ({ row: Number(cell.getAttribute("data-row")), text: cell.textContent ?? "" })),
    );
    return texts.sort((a, b) => a.row - b.row).map(({ text }) => text);
  }

  /** Place of a column among those that are shown, from 0. */
  private async placeOf(column: string): Promise<number> {
    const headings = await this.grid.getByRole("columnheader").allInnerTexts();
    const place = headings.findIndex((text) => text.split("\n")[0]?.trim() === column);
    if (place < 0) throw new Error(`No column ${column} among ${headings.join(" | ")}`);
    return place;
  }
}
