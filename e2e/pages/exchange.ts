/** Trading changes by file: the tabs, sending, the key cards, and what is left to settle. */
import { expect, type Locator, type Page } from "@playwright/test";
import { answerDialogs, type Program } from "../support/program";
import { ProposalsScreen } from "./exchange-proposals";
import { ReceiveScreen } from "./exchange-receive";

export const exchangeTabs = [
  "Gửi và nhận",
  "Mâu thuẫn",
  "Đề nghị",
  "Trùng người",
  "Câu hỏi",
  "Các cơ quan",
  "Thẻ khóa",
] as const;

export class ExchangeScreen {
  readonly heading: Locator;
  readonly sendButton: Locator;
  readonly receiveButton: Locator;
  readonly receptions: Locator;
  readonly conflicts: Locator;
  readonly duplicates: Locator;
  readonly apart: Locator;
  readonly offices: Locator;
  readonly tidyButton: Locator;
  readonly send: SendDialog;
  readonly receive: ReceiveScreen;
  readonly proposals: ProposalsScreen;
  readonly cards: KeyCards;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole("heading", { level: 1, name: "Trao đổi" });
    this.sendButton = page.getByRole("button", { name: /^Gửi (lên cấp trên|tệp)$/ });
    this.receiveButton = page.getByRole("button", { name: "Nhận tệp", exact: true });
    this.receptions = page.getByRole("table", { name: "Các lần nhận trước" });
    this.conflicts = page.getByRole("list", { name: "Các mâu thuẫn" }).locator("> li");
    this.duplicates = page.getByRole("list", { name: "Các cặp có thể trùng người" }).locator("> li");
    this.apart = page.getByRole("list", { name: /^Đã để riêng: / }).locator("> li");
    this.offices = page.getByRole("table", { name: "Các cơ quan" });
    this.tidyButton = page.getByRole("button", { name: "Dọn tài liệu thừa…" });
    this.send = new SendDialog(page);
    this.receive = new ReceiveScreen(page);
    this.proposals = new ProposalsScreen(page);
    this.cards = new KeyCards(page);
  }

  tab(name: (typeof exchangeTabs)[number]): Locator {
    return this.page.getByRole("tab", { name: new RegExp(`^${name}`) });
  }

  async open(name: (typeof exchangeTabs)[number]): Promise<void> {
    await this.tab(name).click();
    await expect(this.tab(name)).toHaveAttribute("aria-selected", "true");
  }

  /** The conflict about one field of one person. */
  conflict(person: string, field: string): Locator {
    return this.conflicts.filter({
      has: this.page.getByRole("heading", { level: 2, name: `${person}: ${field}`, exact: true }),
    });
  }

  /** Settles by taking the value with this text. */
  async keep(conflict: Locator, value: string): Promise<void> {
    await conflict.getByRole("button", { name: new RegExp(`^Chọn ${escaped(value)} của `) }).click();
    await expect(conflict).toBeHidden();
  }

  /** The line of an office in the table. */
  office(name: string): Locator {
    return this.offices
      .getByRole("row")
      .filter({ has: this.page.getByRole("rowheader", { name: new RegExp(`^${escaped(name)}`) }) });
  }

  /** The undo of the newest earlier reception, with its question. */
  async undoReception(): Promise<void> {
    await this.receptions.getByRole("button", { name: /^Bỏ lần nhận này, lúc/ }).click();
    await this.page
      .getByRole("dialog", { name: "Bỏ lần nhận này" })
      .getByRole("button", { name: "Bỏ lần nhận", exact: true })
      .click();
  }
}

/** The dialog that writes files for others. */
export class SendDialog {
  readonly root: Locator;
  readonly contents: Locator;
  readonly writeButton: Locator;
  readonly done: Locator;
  readonly failure: Locator;

  constructor(page: Page) {
    this.root = page.getByRole("dialog", { name: "Gửi tệp trao đổi" });
    this.contents = this.root.getByRole("region", { name: "Tệp sẽ có gì" });
    this.writeButton = this.root.getByRole("button", { name: "Xuất tệp", exact: true });
    this.done = this.root.getByRole("status").filter({ hasText: "Đã xuất xong" });
    this.failure = this.root.getByRole("alert");
  }

  addressee(name: string): Locator {
    return this.root.getByRole("checkbox", { name: new RegExp(`^${escaped(name)} \\(`) });
  }

  target(folder: string): Locator {
    return this.root.getByRole("radio").and(this.root.locator(`[value=${JSON.stringify(folder)}]`));
  }

  async pickFolder(program: Program, folder: string): Promise<void> {
    await answerDialogs(program, { open: folder });
    await this.root.getByRole("button", { name: "Chọn thư mục khác…" }).click();
    await expect(this.target(folder)).toBeChecked();
  }

  /** Writes and waits until the files were read back. */
  async write(): Promise<void> {
    await this.writeButton.click();
    await expect(this.done).toBeVisible();
  }

  async close(): Promise<void> {
    await this.root.getByRole("button", { name: "Đóng" }).last().click();
    await expect(this.root).toBeHidden();
  }
}

/** Our own card, and trusting the cards of others. */
export class KeyCards {
  readonly own: Locator;
  readonly saveDialog: Locator;
  readonly trust: Locator;
  readonly role: Locator;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.own = page.getByRole("region", { name: "Thẻ khóa của cơ quan mình" });
    this.saveDialog = page.getByRole("dialog", { name: "Lưu thẻ khóa" });
    this.trust = page.getByRole("dialog", { name: "Thêm thẻ khóa" });
    this.role = this.trust.getByRole("combobox", { name: "Vai trò của cơ quan này" });
  }

  /** The fingerprint as it stands on our card: eight groups joined by "-". */
  async fingerprint(): Promise<string> {
    const text = await this.own.getByRole("definition").nth(2).innerText();
    return (text.match(/\d{5}/gu) ?? []).join("-");
  }

  async save(program: Program, folder: string): Promise<void> {
    await this.own.getByRole("button", { name: "Lưu thẻ ra USB" }).click();
    await answerDialogs(program, { open: folder });
    await this.saveDialog.getByRole("button", { name: "Chọn thư mục khác…" }).click();
    await this.saveDialog.getByRole("button", { name: "Lưu thẻ", exact: true }).click();
    await expect(this.saveDialog.getByRole("status").filter({ hasText: "Đã xuất xong" })).toBeVisible();
    await this.saveDialog.getByRole("button", { name: "Đóng" }).last().click();
  }

  /** Picks a card's file and leaves its dialog open. */
  async pick(program: Program, file: string): Promise<void> {
    await answerDialogs(program, { open: file });
    await this.page.getByRole("button", { name: "Chọn tệp thẻ…" }).click();
    await expect(this.trust).toBeVisible();
  }

  /** One of the eight boxes, from 1 on. */
  group(n: number): Locator {
    return this.trust.getByRole("textbox", { name: `Nhóm ${n}` });
  }

  /** Types the paper's digits; the boxes pass on to each other. */
  async typeFingerprint(fingerprint: string): Promise<void> {
    await this.group(1).click();
    await this.page.keyboard.press("Control+a");
    await this.page.keyboard.type(fingerprint.replaceAll("-", ""));
  }

  async confirm(): Promise<void> {
    await this.trust.getByRole("button", { name: "Tin cậy cơ quan này" }).click();
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
}
