/** The preview before printing. */
import { expect, type Locator, type Page } from "@playwright/test";

export class PrintPreview {
  readonly page: Page;
  readonly root: Locator;
  readonly pages: Locator;
  readonly printButton: Locator;
  readonly saveButton: Locator;
  readonly failure: Locator;

  constructor(page: Page) {
    this.page = page;
    this.root = page.getByRole("dialog", { name: "Xem trước khi in" });
    this.pages = this.root.getByRole("region", { name: "Các trang sẽ in" });
    this.printButton = this.root.getByRole("button", { name: "In…" });
    this.saveButton = this.root.getByRole("button", { name: "Lưu PDF…" });
    this.failure = this.root.getByRole("alert");
  }

  /** What stands on a page that is seen, as a reader of the screen has it. @param number from 1 */
  async text(number: number): Promise<string> {
    const page = this.pages.getByRole("region", { name: new RegExp(`^Trang ${number}/`) });
    await expect(page).toContainText(/\S/);
    return (await page.textContent()) ?? "";
  }

  /** The share of the dialog's height that shows pages, and how far they can be moved sideways, in pixels. */
  room(): Promise<{ share: number; sideways: number }> {
    return this.pages.evaluate((element) => ({
      share: element.clientHeight / window.innerHeight,
      sideways: element.scrollWidth - element.clientWidth,
    }));
  }

  /** Whether a page that is seen has been drawn: more than one colour of white and grey stands on it. */
  async isDrawn(number: number): Promise<boolean> {
    const canvas = this.pages
      .getByRole("region", { name: new RegExp(`^Trang ${number}/`) })
      .locator("canvas");
    return canvas.evaluate((element) => {
      const { width, height } = element as HTMLCanvasElement;
      const context = (element as HTMLCanvasElement).getContext("2d");
      if (context === null || width === 0 || height === 0) return false;
      const { data } = context.getImageData(0, 0, width, height);
      for (let at = 0; at < data.length; at += 4)
        if (data[at + 3] === 255 && (data[at] ?? 255) < 64) return true;
      return false;
    });
  }
}
