/** The import of a list: its steps, as a clerk with a keyboard goes through them. */
import { expect, type Locator, type Page } from "@playwright/test";
import { tabToControl } from "../support/focus";

const headings = {
  file: "Chọn danh sách cần nhập",
  sheets: "Trang nào và hàng tiêu đề nào?",
  columns: "Mỗi cột trong tệp là gì?",
  questions: "Vài chỗ có thể hiểu hai cách",
  preview: "Xem trước khi ghi",
  done: "Đã nhập xong",
} as const;
export type ImportStep = keyof typeof headings;

export class ImportScreen {
  readonly heading: Locator;
  readonly main: Locator;
  readonly failure: Locator;
  readonly details: Locator;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole("main");
    this.heading = page.getByRole("heading", { level: 1, name: "Nhập danh sách từ Excel" });
    this.failure = this.main.getByRole("alert");
    this.details = page.getByRole("complementary", { name: "Chi tiết dòng đang đứng" });
  }

  step(step: ImportStep): Locator {
    return this.page.getByRole("heading", { level: 2, name: headings[step] });
  }

  /** A step is there when its heading has the keyboard, so that Tab goes on from it. */
  async expectStep(step: ImportStep): Promise<void> {
    await expect(this.step(step)).toBeFocused();
  }

  button(name: string | RegExp): Locator {
    return this.main.getByRole("button", { name });
  }

  /** Goes on by the keys that the button tells. */
  async next(): Promise<void> {
    await expect(this.button(/^(?:Tiếp|Ghi)/)).not.toHaveAttribute("aria-busy", "true");
    await this.page.keyboard.press("Control+Enter");
  }

  /** Reaches a control by Tab alone. */
  async tabTo(control: Locator): Promise<void> {
    await tabToControl(this.page, control);
  }

  /** The question that says this. */
  question(text: string): Locator {
    return this.main.getByRole("region").filter({ hasText: text });
  }

  /** What a column of the file goes into. */
  column(heading: string): Locator {
    return this.main.getByRole("combobox", { name: `Đưa cột “${heading}” vào mục` });
  }

  list(name: string): Locator {
    return this.main.getByRole("tab", { name: new RegExp(`^${name}`) });
  }

  grid(name: string): Locator {
    return this.main.getByRole("grid", { name });
  }
}
