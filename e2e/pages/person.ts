/** One person's record: fields, rows, the cards that say why, the bar that saves. */
import { expect, type Locator, type Page } from "@playwright/test";
import { entities, type FieldDefinition } from "../../shared/domain/entities";
import { domain } from "../../shared/i18n/vi/domain";
import { screenPerson } from "../../shared/i18n/vi/screen-person";
import { Shell } from "./shell";

export class PersonScreen {
  readonly aside: Locator;
  readonly saveBar: Locator;
  readonly saveButton: Locator;
  readonly discardButton: Locator;
  readonly backButton: Locator;
  readonly removeButton: Locator;
  readonly assignments: Locator;
  readonly qualifications: Locator;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.aside = page.getByRole("complementary", { name: "Tiêu chuẩn, quá trình và nhật ký của người này" });
    this.saveBar = page.getByRole("region", { name: "Lưu thay đổi" });
    this.saveButton = this.saveBar.getByRole("button", { name: "Lưu", exact: true });
    this.discardButton = this.saveBar.getByRole("button", { name: "Bỏ thay đổi" });
    this.backButton = page.getByRole("button", { name: "Quay lại" });
    this.removeButton = page.getByRole("button", { name: "Xóa hồ sơ…" });
    this.assignments = page.getByRole("region", { name: "Quá trình công tác" });
    this.qualifications = page.getByRole("region", { name: "Trình độ, văn bằng" });
  }

  /** Begins somebody new from the list, by the key. @returns the box of their name, which has the keyboard */
  async beginNew(): Promise<Locator> {
    await new Shell(this.page).goTo("officials");
    await this.page.keyboard.press("Control+N");
    const name = this.page.getByLabel(/^Họ và tên/);
    await expect(name).toBeFocused();
    return name;
  }

  async expectOpen(name: string): Promise<void> {
    await expect(this.page.getByRole("heading", { level: 1, name, exact: true })).toBeVisible();
  }

  field(label: string): Locator {
    return this.page
      .getByRole("main")
      .getByRole("textbox", { name: new RegExp(`^${label}`) })
      .first();
  }

  /** Where a field is read: its value, or its name among those that are not recorded. */
  private reading(label: string): Locator {
    return this.page
      .getByRole("main")
      .locator("[data-field]")
      .filter({ hasText: new RegExp(`^${label}`, "i") })
      .first();
  }

  /** A section of the file, opened if it is folded. @param title such as "Lương và bảo hiểm" */
  async section(title: string): Promise<Locator> {
    const section = this.page.getByRole("region", { name: title, exact: true });
    await expect(section).toBeVisible();
    const fold = section.getByRole("button", { name: new RegExp(`^${title} · `), expanded: false });
    if ((await fold.count()) > 0) await fold.click();
    return section;
  }

  /** Brings a field into view: what few offices keep has no line of its own while it is blank. */
  private async uncover(label: string): Promise<void> {
    const section = await this.section(sectionOf(label));
    const shown = this.field(label).or(this.reading(label));
    const more = section.getByRole("button", { name: /^Còn \d+ mục chưa ghi/ });
    await expect(shown.or(more).first()).toBeVisible();
    if ((await shown.count()) === 0) await more.click();
    await expect(shown.first()).toBeVisible();
  }

  /** Shows a field's box by pressing what is read there, unless it is edited already; it has the keyboard then. */
  async edit(label: string): Promise<Locator> {
    const field = this.field(label);
    await this.uncover(label);
    if ((await field.count()) > 0) await field.focus();
    else {
      const value = this.reading(label).locator("dd").first();
      await ((await value.count()) > 0 ? value : this.reading(label)).click();
      await expect(field).toBeFocused();
    }
    return field;
  }

  /** Types over a field and leaves it. */
  async type(label: string, text: string): Promise<void> {
    const field = await this.edit(label);
    await field.fill(text);
    await field.blur();
  }

  /** What stands in a field, read or edited; "" where nothing is recorded. */
  async value(label: string): Promise<string> {
    const field = this.field(label);
    const section = await this.section(sectionOf(label));
    const more = section.getByRole("button", { name: /^Còn \d+ mục chưa ghi/ });
    await expect(field.or(this.reading(label)).or(more).first()).toBeVisible();
    if ((await field.count()) > 0) return await field.inputValue();
    const value = this.reading(label).locator("dd").first();
    return (await value.count()) > 0 ? await value.innerText() : "";
  }

  async expectValue(label: string, text: string): Promise<void> {
    await expect.poll(() => this.value(label)).toBe(text);
  }

  /** Nothing of the record can be edited. */
  async expectReadOnly(): Promise<void> {
    const ways = this.page.getByRole("main").getByRole("button", { name: /^Sửa mục / });
    await expect(ways.first()).toBeVisible();
    for (const way of await ways.all()) await expect(way).toBeDisabled();
  }

  /** The card of one standard, e.g. `Chuyên môn`. */
  card(standard: "Chuyên môn" | "Lý luận chính trị"): Locator {
    return this.aside.getByRole("article", { name: standard, exact: true });
  }

  async save(): Promise<void> {
    await this.saveButton.click();
    await expect(this.saveBar).toBeHidden();
  }

  /** The dialog that edits one row. */
  dialog(title: string): RowDialog {
    return new RowDialog(this.page.getByRole("dialog", { name: title }));
  }

  async addQualification(): Promise<RowDialog> {
    await this.qualifications.getByRole("button", { name: "Thêm trình độ" }).click();
    return this.dialog("Thêm trình độ, văn bằng");
  }

  async addAssignment(): Promise<RowDialog> {
    await this.assignments.getByRole("button", { name: "Thêm công tác" }).click();
    return this.dialog("Thêm công tác");
  }
}

/** Title of the section in which an own field of a person stands, by the beginning of what the field is called. */
function sectionOf(label: string): string {
  const words: Readonly<Record<string, string>> = domain.field.official;
  const fields = Object.entries<FieldDefinition>(entities.official.fields);
  const found = fields.find(([field]) => words[field]?.toLowerCase().startsWith(label.toLowerCase()));
  const section = found?.[1].section;
  if (section === undefined) throw new Error(`No field of a person is called ${label}`);
  return screenPerson.section[section];
}

/** A dialog with the fields of one row. */
export class RowDialog {
  readonly root: Locator;

  constructor(root: Locator) {
    this.root = root;
  }

  async type(label: string, text: string): Promise<void> {
    const field = this.root.getByRole("textbox", { name: new RegExp(`^${label}`) });
    await field.fill(text);
    await field.blur();
  }

  /** Takes an option of a list; with `typed`, finds it by typing first. */
  async choose(label: string, option: string, typed?: string): Promise<void> {
    const field = this.root.getByRole("combobox", { name: new RegExp(`^${label}`) });
    await field.click();
    if (typed !== undefined) {
      await field.fill("");
      await field.pressSequentially(typed);
    }
    await this.root
      .page()
      .getByRole("option", { name: new RegExp(`^${option}`) })
      .first()
      .click();
  }

  async press(button: string): Promise<void> {
    await this.root.getByRole("button", { name: button, exact: true }).click();
  }

  async apply(): Promise<void> {
    await this.press("Xong");
    await expect(this.root).toBeHidden();
  }
}
