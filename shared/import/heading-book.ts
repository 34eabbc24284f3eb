/**
 * Every way in which a column may be headed, looked up by text: labels of the registry in both languages, the clerks'
 * wordings, answers of closed lists. Made once; whoever asks gets all meanings, so that two that look alike without their
 * marks ("năm", "nam") are told apart by what stands around them and not by which came first.
 */
import {
  columnOfKey,
  isWritten,
  numbered,
  type PersonColumn,
  personColumns,
  refersTo,
} from "../columns/column";
import { computedColumns } from "../columns/computed";
import { columnLabel } from "../columns/label";
import { tableColumnLabel } from "../columns/table-column";
import { type EntityName, entityDefinition } from "../domain/entities";
import { choiceWord, createTranslate, languages, type Translate } from "../i18n";
import { type ColumnRole, type DatePart, type Meaning, type NamePart, oneOf } from "./column-role";
import { exactHeading, looseHeading } from "./heading-text";
import { answersOf, levelsTogether } from "./answer-words";
import {
  computedWordings,
  datePartWordings,
  fieldWordings,
  groupWordings,
  headingShortForms,
  headingWordings,
  namePartWordings,
  personWordings,
  sequenceWordings,
} from "./wordings";

/** What a heading can say by itself. */
export type HeadingSense =
  | { readonly kind: "role"; readonly role: ColumnRole }
  /** Beginning of the keys of a group of columns. */
  | { readonly kind: "group"; readonly prefix: string }
  /** Name of a field, where a group stands above it. */
  | { readonly kind: "field"; readonly field: string }
  | { readonly kind: "datePart"; readonly part: DatePart }
  | { readonly kind: "namePart"; readonly part: NamePart }
  | { readonly kind: "answer"; readonly means: Meaning };

/** Letters of a heading, those around it included, with what some forms write into it; a longer text is none. */
export const longestHeading = 300;

type Book = ReadonlyMap<string, readonly HeadingSense[]>;

export class HeadingBook {
  readonly #exact: Book;
  readonly #loose: Book;

  constructor() {
    const exact = new Map<string, HeadingSense[]>();
    const loose = new Map<string, HeadingSense[]>();
    const add = (map: Map<string, HeadingSense[]>, text: string, sense: HeadingSense) => {
      if (text === "") return;
      const known = map.get(text) ?? [];
      if (!known.some((one) => JSON.stringify(one) === JSON.stringify(sense)))
        map.set(text, [...known, sense]);
    };
    for (const [text, sense] of allSenses()) {
      add(exact, exactHeading(text), sense);
      add(loose, looseHeading(text), sense);
    }
    for (const [text, role] of workedOut()) {
      // A heading that may also be somebody's own column stays that.
      if (exact.has(exactHeading(text)) || loose.has(looseHeading(text))) continue;
      add(exact, exactHeading(text), { kind: "role", role });
      add(loose, looseHeading(text), { kind: "role", role });
    }
    this.#exact = exact;
    this.#loose = loose;
  }

  /**
   * By the text with its marks; by the text without them where no heading is spelt so. A text without any marks may have
   * lost them: it means all that it may.
   */
  sensesOf(text: string): readonly HeadingSense[] {
    if (text.length > longestHeading) return [];
    const loose = looseHeading(text);
    const exact = exactHeading(text);
    const found = exact === loose ? undefined : this.#exact.get(exact);
    return (
      found ??
      this.#loose.get(loose) ??
      this.#writtenOut(exact) ??
      // Before hints are taken out: "Bậc (Diễn biến lương) 1" is no "Bậc 1" of a language.
      this.#numbered(text) ??
      this.#loose.get(looseHeading(withoutHints(text))) ??
      []
    );
  }

  /** Texts of headings of columns, without marks, for finding what was misspelt. */
  *columnTexts(): Generator<readonly [string, ColumnRole]> {
    for (const [text, senses] of this.#loose)
      for (const sense of senses) if (sense.kind === "role") yield [text, sense.role];
  }

  /** What is spelt just so: "DT" in a table that writes its marks is no "ĐT". */
  spelt(text: string): readonly HeadingSense[] {
    return text.length > longestHeading ? [] : (this.#exact.get(exactHeading(text)) ?? []);
  }

  /** "Năm TN" */
  #writtenOut(exact: string): readonly HeadingSense[] | undefined {
    const words = exact.split(" ");
    const whole = words.map((word) => headingShortForms[word] ?? word).join(" ");
    return words.length === 1 || whole === exact ? undefined : this.#loose.get(looseHeading(whole));
  }

  /** "Họ và tên (Quan hệ gia đình) 2" */
  #numbered(text: string): readonly HeadingSense[] | undefined {
    const [, name, digits] = /^(.*\D)\s(\d{1,2})$/su.exec(text.trim()) ?? [];
    if (name === undefined) return undefined;
    const row = Number(digits);
    const found = (this.#loose.get(looseHeading(name)) ?? []).flatMap((sense): HeadingSense[] => {
      const column =
        sense.kind === "role" && sense.role.kind === "column" ? columnOfKey(sense.role.key) : null;
      if (column?.pick.kind !== "each" || row < 1) return [];
      const key = numbered(plainOf(column), row).key;
      return columnOfKey(key) === null ? [] : [{ kind: "role", role: { kind: "column", key } }];
    });
    return found.length === 0 ? undefined : found;
  }
}

/** "Họ và tên (ghi chữ in hoa)": how to fill a column in says nothing of what it holds. */
function withoutHints(text: string): string {
  return text.replace(/\([^()]*\)/gu, " ");
}

function plainOf(column: PersonColumn): PersonColumn {
  const [key = column.key] = column.key.split("#");
  return { ...column, key, row: null };
}

function* allSenses(): Generator<readonly [string, HeadingSense]> {
  for (const language of languages) {
    const t = createTranslate(language);
    for (const column of personColumns) {
      if (!isWritten(column)) continue;
      const role = plainRole(column);
      yield [columnLabel(t, column), { kind: "role", role }];
      yield [t(`domain:field.${column.entity}.${column.field}`), { kind: "field", field: column.field }];
      const target = refersTo(column);
      // Of rows that follow one another no list has a code without saying of which.
      if (target !== null && hasCode(target) && column.pick.kind !== "each")
        yield [codeWord(t, target), { kind: "role", role: { kind: "code", key: column.key } }];
      for (const key of column.definition.ladder === undefined ? (column.definition.choices ?? []) : [])
        yield [
          choiceWord(t, column.entity, column.field, key, null),
          { kind: "answer", means: { key: role.kind === "column" ? role.key : column.key, value: key } },
        ];
    }
  }
  for (const column of personColumns)
    for (const { text, value } of answersOf(column))
      yield [text, { kind: "answer", means: { key: column.key, value } }];
  for (const { kind, texts, levels } of levelsTogether)
    for (const { key, pick, definition } of personColumns)
      if (pick.kind === "best" && pick.value === kind && definition.ladder !== undefined)
        for (const text of texts) yield [text, { kind: "answer", means: oneOf(key, levels) }];
  for (const [key, texts] of Object.entries(headingWordings))
    if (columnOfKey(key) !== null)
      for (const text of texts) yield [text, { kind: "role", role: { kind: "column", key } }];
  for (const [prefix, texts] of Object.entries(groupWordings))
    for (const text of texts) yield [text, { kind: "group", prefix }];
  for (const [field, texts] of Object.entries(fieldWordings))
    for (const text of texts) yield [text, { kind: "field", field }];
  for (const part of ["day", "month", "year"] as const)
    for (const text of datePartWordings[part]) yield [text, { kind: "datePart", part }];
  for (const part of ["family", "given"] as const)
    for (const text of namePartWordings[part]) yield [text, { kind: "namePart", part }];
  for (const text of sequenceWordings) yield [text, { kind: "role", role: { kind: "sequence" } }];
  for (const text of personWordings) yield [text, { kind: "role", role: { kind: "person" } }];
  for (const text of computedWordings) yield [text, { kind: "role", role: { kind: "computed" } }];
}

/** Headings of what a printed or copied list works out. Which other posts somebody has is also typed in lists of others. */
function* workedOut(): Generator<readonly [string, ColumnRole]> {
  for (const language of languages) {
    const t = createTranslate(language);
    for (const column of computedColumns) {
      if (column.kind === "otherPosts") continue;
      const kind = column.kind === "number" ? "sequence" : "computed";
      yield [tableColumnLabel(t, column), { kind }];
    }
  }
}

function codeWord(t: Translate, entity: string): string {
  return t(`domain:field.${entity}.code`);
}

/** Of rows that follow one another the first, where a heading names none. */
function plainRole(column: PersonColumn): ColumnRole {
  return { kind: "column", key: column.pick.kind === "each" ? numbered(column, 1).key : column.key };
}

function hasCode(entity: EntityName): boolean {
  return entityDefinition(entity).fields["code"]?.format === "digits";
}
