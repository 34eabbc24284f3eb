/** The dialog that writes reports. */
import { expect, type Locator, type Page } from "@playwright/test";
import { tabToControl } from "../support/focus";
import { answerDialogs, type Program } from "../support/program";

const formats = ["Excel (.xlsx)", "Word (.docx)", "PDF (.pdf)", "CSV (.csv)"] as const;
type Format = (typeof formats)[number];

export class ReportDialog {
  readonly root: Locator;
  readonly writeButton: Locator;
  readonly failure: Locator;
  readonly done: Locator;
  readonly stopButton: Locator;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.root = page.getByRole("dialog", { name: "Xuất báo cáo" });
    this.writeButton = this.root.getByRole("button", { name: "Xuất tệp" });
    this.failure = this.root.getByRole("alert");
    this.done = this.root.getByRole("status").filter({ hasText: "Đã xuất xong" });
    this.stopButton = this.root.getByRole("button", { name: "Dừng" });
  }

  format(name: Format): Locator {
    return this.root.getByRole("checkbox", { name });
  }

  /** Ticks these file types and no others. */
  async chooseFormats(...wanted: readonly Format[]): Promise<void> {
    for (const name of formats) {
      await this.format(name).setChecked(wanted.includes(name));
    }
  }

  /** Picks a folder through the system's dialog. */
  async pickFolder(program: Program, folder: string): Promise<void> {
    await answerDialogs(program, { open: folder });
    await this.root.getByRole("button", { name: "Chọn thư mục khác…" }).click();
    await expect(this.target(folder)).toBeChecked();
  }

  target(folder: string): Locator {
    return this.root.getByRole("radio").and(this.root.locator(`[value=${JSON.stringify(folder)}]`));
  }

  async write(): Promise<void> {
    await this.writeButton.click();
  }

  /** Writes into a folder without the mouse, with these file types ticked and no others. */
  async writeByKeys(program: Program, folder: string, ...wanted: readonly Format[]): Promise<void> {
    for (const name of formats) {
      const box = this.format(name);
      if ((await box.count()) === 0 || (await box.isChecked()) === wanted.includes(name)) continue;
      await tabToControl(this.page, box);
      await this.page.keyboard.press("Space");
    }
    await answerDialogs(program, { open: folder });
    await tabToControl(this.page, this.root.getByRole("button", { name: "Chọn thư mục khác…" }));
    await this.page.keyboard.press("Enter");
    await expect(this.target(folder)).toBeChecked();
    await tabToControl(this.page, this.writeButton);
    await this.page.keyboard.press("Enter");
    await expect(this.done).toBeVisible();
  }
}
