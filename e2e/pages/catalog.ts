/** The catalog: units, posts, standards, the office's own details. */
import type { Locator, Page } from "@playwright/test";

export const catalogTabs = [
  "Đơn vị",
  "Chức danh",
  "Quy định tiêu chuẩn",
  "Danh mục mã",
  "Lương",
  "Cơ quan lập sổ",
] as const;

export class CatalogScreen {
  readonly heading: Locator;
  readonly units: Locator;
  readonly unitDetail: Locator;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole("heading", { level: 1, name: "Danh mục" });
    this.units = page.getByRole("grid", { name: "Đơn vị" });
    this.unitDetail = page.getByRole("complementary", { name: "Đơn vị đang chọn" });
  }

  tab(name: (typeof catalogTabs)[number]): Locator {
    return this.page.getByRole("tab", { name });
  }
}
