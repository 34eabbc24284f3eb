/** The table per unit: its figures as numbers, and the links behind them. */
import { expect, type Locator, type Page } from "@playwright/test";
import type { Counts } from "../support/command-line";
import { tabToControl } from "../support/focus";

export type StandardName = "professional" | "politicalTheory" | "both";
export type StatusName = "met" | "notMet" | "unknown" | "grace" | "notApplicable";

const standardWords: Record<StandardName, string> = {
  professional: "chuẩn chuyên môn",
  politicalTheory: "chuẩn lý luận chính trị",
  both: "mọi tiêu chuẩn áp dụng",
};

const statusWords: Record<StatusName, string> = {
  met: "đạt",
  notMet: "chưa đạt",
  unknown: "chưa rõ đạt hay không",
  grace: "đang trong thời hạn hoàn thiện",
  notApplicable: "không xét",
};

/** A number on screen with where it leads. */
export interface ShownNumber {
  /** What is printed, e.g. `17` or `17/22`. */
  readonly text: string;
  /** What it says it opens. */
  readonly name: string;
  readonly href: string;
  /** People that it says it opens. */
  readonly people: number;
}

/** `1.234` as the screen prints it. */
export function numberOf(text: string): number {
  return Number(text.replaceAll(".", ""));
}

export class StatisticsScreen {
  readonly heading: Locator;
  readonly grid: Locator;
  readonly totalRow: Locator;
  readonly scope: Locator;
  readonly sets: Locator;
  readonly basisButton: Locator;
  readonly basis: Locator;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole("heading", { level: 1, name: /^Bảng tiêu chuẩn theo đơn vị/ });
    this.grid = page.getByRole("grid", { name: "Số người theo đơn vị và tình trạng tiêu chuẩn" });
    this.totalRow = this.grid
      .getByRole("row")
      .filter({ has: page.getByRole("rowheader", { name: "Tổng cộng" }) });
    this.scope = page.getByRole("combobox", { name: "Phạm vi" });
    this.sets = page.getByRole("main").getByText(/^Căn cứ:/);
    this.basisButton = page.getByRole("button", { name: "Chi tiết", exact: true });
    this.basis = page.getByRole("dialog", { name: "Căn cứ của số liệu" });
  }

  /** What waits for somebody, over the figures. */
  toDo(text: string | RegExp): Locator {
    return this.page.getByRole("navigation", { name: "Việc cần làm" }).getByRole("link", { name: text });
  }

  card(name: string): Locator {
    return this.page.getByRole("region", { name, exact: true });
  }

  /** @param unit name as the table prints it, e.g. `Xã Quảng Yên` */
  row(unit: string): Locator {
    const header = this.page.getByRole("rowheader", { name: new RegExp(`^${unit}( \\d+)?$`) });
    return this.grid.getByRole("row").filter({ has: header });
  }

  /** The link of one count in a row. */
  link(row: Locator, standard: StandardName, status: StatusName): Locator {
    return row.getByRole("link", {
      name: new RegExp(`^([\\d./]+: )?[\\d.]+ người ${statusWords[status]} ${standardWords[standard]}:`),
    });
  }

  totalLink(row: Locator): Locator {
    return row.getByRole("link", { name: /^[\d.]+ người:/ });
  }

  /** Waits until a row says so many people of one status. */
  async expectFigure(
    row: Locator,
    standard: StandardName,
    status: StatusName,
    people: number,
  ): Promise<void> {
    const link = this.link(row, standard, status);
    await expect(link).toHaveAccessibleName(new RegExp(`^([\\d./]+: )?${printed(people)} người `));
    await expect(link).toHaveText(new RegExp(`^${printed(people)}(/|$)`));
  }

  /** A row's figures as the command line would print them; a status without a column counts nobody. */
  async counts(row: Locator): Promise<Counts> {
    const count = async (standard: StandardName, status: StatusName): Promise<number> => {
      const link = this.link(row, standard, status);
      return (await link.count()) === 0 ? 0 : numberOf((await link.innerText()).split("/")[0] ?? "");
    };
    const all = async (standard: "professional" | "politicalTheory") => ({
      met: await count(standard, "met"),
      notMet: await count(standard, "notMet"),
      unknown: await count(standard, "unknown"),
      grace: await count(standard, "grace"),
      notApplicable: await count(standard, "notApplicable"),
    });
    return {
      total: numberOf(await this.totalLink(row).innerText()),
      professional: await all("professional"),
      politicalTheory: await all("politicalTheory"),
      both: { met: await count("both", "met") },
    };
  }

  /** Goes by the arrows to the number of a unit that stands first in the table. */
  async standOn(link: Locator): Promise<void> {
    await tabToControl(this.page, this.grid);
    await this.page.keyboard.press("ArrowDown");
    for (let step = 0; step < 30; step++) {
      const cell = (await this.grid.getAttribute("aria-activedescendant")) ?? "";
      if (await link.evaluate((element, id) => element.closest(`[id="${id}"]`) !== null, cell)) return;
      await this.page.keyboard.press("ArrowRight");
    }
    throw new Error(`The keys never reached ${String(link)}`);
  }

  /** Names of the units in the order of the table. The whole table is on screen where the window is tall enough. */
  async units(): Promise<string[]> {
    const names = await this.grid.getByRole("rowheader").allInnerTexts();
    return names.map((name) => name.trim().replace(/\s+\d{5}$/u, "")).filter((name) => name !== "Tổng cộng");
  }

  /** Every number inside a part of the screen. */
  async numbers(part: Locator): Promise<ShownNumber[]> {
    await expect(part.getByRole("link").first()).toBeVisible();
    const links = await part.getByRole("link").evaluateAll((all) =>
      all.map((link) => ({
        text: link.textContent,
        name: link.getAttribute("aria-label") ?? "",
        href: link.getAttribute("href") ?? "",
      })),
    );
    return links.map((link) => {
      const people = /([\d.]+) người/u.exec(link.name)?.[1];
      if (people === undefined) throw new Error(`“${link.name}” does not say how many`);
      return { ...link, people: numberOf(people) };
    });
  }
}

function printed(people: number): string {
  return String(people).replaceAll(/\B(?=(\d{3})+$)/gu, "\\.");
}
