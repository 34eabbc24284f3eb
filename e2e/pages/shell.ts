/** The frame around every screen: rail, top bar, notices, and the question about unsaved work. */
import { expect, type Locator, type Page } from "@playwright/test";

const screens = {
  statistics: "Bảng tiêu chuẩn",
  officials: "Danh sách cán bộ",
  changes: "Nhật ký",
  catalog: "Danh mục",
  exchange: "Trao đổi",
  completeness: "Mức đầy đủ hồ sơ",
  classes: "Lớp bồi dưỡng",
} as const;

export type ScreenName = keyof typeof screens;

export class Shell {
  readonly rail: Locator;
  readonly asOf: Locator;
  /** The day whose knowledge counts; empty: all that is known now. */
  readonly knownOn: Locator;
  /** What says over the screen that it is not today as known today. */
  readonly moment: Locator;
  readonly search: Locator;
  readonly undoButton: Locator;
  readonly redoButton: Locator;
  /** The question before unsaved work is left. */
  readonly unsaved: Locator;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.rail = page.getByRole("navigation", { name: "Các màn hình" });
    this.asOf = page.getByRole("textbox", { name: "Tính đến ngày", exact: true });
    this.knownOn = page.getByRole("textbox", { name: "Theo sổ ngày", exact: true });
    this.moment = page.getByRole("status").filter({ hasText: /^Đang xem tính đến ngày/ });
    this.search = page.getByRole("combobox", { name: "Tìm người, xã, màn hình, lệnh" });
    const banner = page.getByRole("banner");
    this.undoButton = banner.getByRole("button", { name: /^Hoàn tác/ });
    this.redoButton = banner.getByRole("button", { name: /^Làm lại/ });
    this.unsaved = page.getByRole("dialog", { name: "Có thay đổi chưa lưu" });
  }

  link(screen: ScreenName): Locator {
    return this.rail.getByRole("link", { name: screens[screen] });
  }

  async goTo(screen: ScreenName): Promise<void> {
    await this.link(screen).click();
  }

  /** @param day as a person types it, e.g. `31/12/2019` */
  async setAsOf(day: string): Promise<void> {
    await this.asOf.fill(day);
    await this.asOf.press("Enter");
  }

  /** @param day as a person types it; "" for all that is known now */
  async setKnownOn(day: string): Promise<void> {
    await this.knownOn.fill(day);
    await this.knownOn.press("Enter");
  }

  /** Back to the roster's own day by all that is known: one click. */
  async goHome(): Promise<void> {
    await this.moment.getByRole("button", { name: /^Về / }).click();
    await expect(this.moment).toBeHidden();
  }

  /** The notice with this text at the edge of the window. */
  notice(text: string | RegExp): Locator {
    return this.page.getByRole("alert").filter({ hasText: text });
  }

  /** Answers the question about unsaved work. */
  async answerUnsaved(answer: "Ở lại" | "Bỏ thay đổi" | "Lưu rồi rời đi"): Promise<void> {
    await this.unsaved.getByRole("button", { name: answer }).click();
    await expect(this.unsaved).toBeHidden();
  }

  async openReport(): Promise<void> {
    await this.rail.getByRole("button", { name: "Xuất báo cáo" }).click();
  }

  /** Something of the menu beside the roster's name. */
  async rosterMenu(item: "Tạo sổ mới…" | "Mở sổ…" | "Đóng sổ"): Promise<void> {
    await this.page.getByRole("button", { name: "Thao tác với sổ này" }).click();
    await this.page.getByRole("menuitem", { name: item }).click();
  }
}
