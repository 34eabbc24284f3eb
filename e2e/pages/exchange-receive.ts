/** Taking files in: the choice of files, the preview, and what comes after. */
import { expect, type Locator, type Page } from "@playwright/test";
import { answerDialogs, type Program } from "../support/program";

export class ReceiveScreen {
  readonly files: Locator;
  readonly previewButton: Locator;
  readonly previewHeading: Locator;
  readonly summary: Locator;
  readonly fileResults: Locator;
  readonly people: Locator;
  /** The field for the numbers of a large change. */
  readonly numbers: Locator;
  readonly figures: Locator;
  readonly applyButton: Locator;
  readonly discardButton: Locator;
  readonly done: Locator;
  readonly undoButton: Locator;
  readonly failure: Locator;
  /** The question before an open preview is left. */
  readonly leaving: Locator;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    const main = page.getByRole("main");
    this.files = main.getByRole("table", { name: "Các tệp tìm thấy" });
    this.previewButton = main.getByRole("button", { name: "Xem trước", exact: true });
    this.previewHeading = main.getByRole("heading", { name: "Xem trước khi nhận" });
    this.summary = main
      .getByRole("status")
      .filter({ hasText: /Nếu nhận, sổ sẽ|Sau khi nhận|không có gì mới|Không có tệp nào/ });
    this.fileResults = main.getByRole("table", { name: "Từng tệp" });
    this.people = main.getByRole("list", { name: "Từng người" }).locator("> li");
    this.numbers = main.getByRole("textbox", { name: /Số để đồng ý/ });
    this.figures = main.getByRole("table", { name: "Số liệu trước và sau" });
    this.applyButton = main.getByRole("button", { name: "Nhận vào sổ" });
    this.discardButton = main.getByRole("button", { name: /^(Không nhận|Chọn tệp khác)$/ });
    this.done = main.getByRole("heading", { name: "Đã nhận vào sổ" });
    this.undoButton = main.getByRole("button", { name: "Bỏ lần nhận này", exact: true });
    this.failure = main.getByRole("alert");
    this.leaving = page.getByRole("dialog", { name: "Đang xem trước một lần nhận" });
  }

  /** A found file by its name. */
  file(name: string): Locator {
    return this.files.getByRole("row").filter({ hasText: name });
  }

  async pickFolder(program: Program, folder: string): Promise<void> {
    await answerDialogs(program, { open: folder });
    await this.page.getByRole("main").getByRole("button", { name: "Chọn thư mục khác…" }).click();
    await expect(
      this.page
        .getByRole("main")
        .getByRole("status")
        .filter({ hasText: `trong ${folder}` }),
    ).toBeVisible();
  }

  /** Ticks the files whose names begin so, and no others. */
  async choose(...names: readonly string[]): Promise<void> {
    const boxes = this.files.getByRole("checkbox", { name: /^Chọn tệp / });
    for (const box of await boxes.all()) {
      const label = (await box.getAttribute("aria-label")) ?? "";
      await box.setChecked(names.some((name) => label.startsWith(`Chọn tệp ${name}`)));
    }
  }

  async preview(): Promise<void> {
    await this.previewButton.click();
    await expect(this.summary).toBeVisible();
  }

  person(name: string): Locator {
    return this.people.filter({ hasText: name });
  }

  /** Opens a person of the preview. @returns the tables of fields before and after */
  async openPerson(name: string): Promise<Locator> {
    const person = this.person(name);
    await person.getByRole("button", { expanded: false }).click();
    return person.getByRole("table");
  }

  /**
   * Opens the people behind a number of a unit's line.
   * @param what heading of the figure, e.g. "LLCT"
   */
  async openFigure(unit: string, what: string, when: "trước" | "sau"): Promise<Locator> {
    const name = new RegExp(`: ${what} của ${unit} ${when} khi nhận`);
    await this.figures.getByRole("button", { name }).click();
    return this.page.getByRole("dialog", { name: `${unit}, ${what}: ${when} khi nhận` });
  }

  async apply(): Promise<void> {
    await this.applyButton.click();
    await expect(this.done).toBeVisible();
  }

  async answerLeaving(answer: "Ở lại" | "Không nhận, rời đi"): Promise<void> {
    await this.leaving.getByRole("button", { name: answer }).click();
    await expect(this.leaving).toBeHidden();
  }
}
