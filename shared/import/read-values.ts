/**
 * Reads the cells of a column by the type of its field, as the registry has it. Pure: units and posts are found by a port,
 * what was settled before comes in as answers and wordings. A text that was read once is not read again, which a list of ten
 * thousand lines lives by.
 */
import { columnOfKey, type PersonColumn, refersTo } from "../columns/column";
import type { EntityName, FieldValue } from "../domain/entities";
import { type QualificationKind, qualificationKinds } from "../domain/levels";
import { earliestDay, latestDay, type PackedDay } from "../domain/partial-date";
import { isOutsideText } from "../i18n";
import { choiceSetOf } from "./choice-sets";
import { cutText } from "../text/cut";
import { foldExact } from "../text/fold";
import { readScalar, readWhole } from "../text/scalar-text";
import { keepAsText, type Answers, type QuestionKind, questionKey } from "./questions";
import { type DateContext, type DateSettings, readDateCell } from "./read-dates";
import { readLevelCell } from "./read-levels";
import { besideInVillage, inVillage, outOfVillages, postsNamed, villagePost } from "./village-posts";
import { besidePost, isOfficePart, namesOnePart, postInPart } from "./post-wordings";
import { eachAnswer, eachPost, isEachAnswer, type NamedPost, postsIn, readEach } from "./several-posts";
import {
  answerBook,
  codeSystemNamed,
  namesPeople,
  readBoolean,
  readEthnicGroup,
  readNumberName,
  readText,
} from "./read-words";
import { type Asked, askWord, nothing, type Reading, saysNothing, unread, value } from "./reading";
import type { SeenCell } from "./sheet-grid";

/** The days that a row's own date can mean. */
export interface DayRange {
  readonly first: PackedDay;
  readonly last: PackedDay;
}

/** Finds rows that texts name. */
export interface ReferenceFinder {
  /** @param unit of the same row, for what is only used there. @returns ids; more than one where it could be several */
  named(entity: EntityName, text: string, days: DayRange, unit: string | null): readonly string[];
  /** Whether a text is but the front of what rows are called. */
  begins(entity: EntityName, text: string): boolean;
  coded(entity: EntityName, code: string, days: DayRange): readonly string[];
  /** Of a code whose zeros in front are lost: what it may have been. */
  codedShort(entity: EntityName, code: string, days: DayRange): readonly string[];
  /** Whether a row was there no more when the days began. */
  isOver(entity: EntityName, id: string, days: DayRange): boolean;
}

/** What the row says elsewhere that a name is looked up by. */
export interface Beside {
  readonly days: DayRange;
  readonly unit: string | null;
  /** The part of the office beside a post; null where none is named. */
  readonly part: string | null;
}

export interface ReadContext {
  readonly today: PackedDay;
  readonly date1904: boolean;
  readonly references: ReferenceFinder;
  readonly answers: Answers;
  /** What texts mean, as it was settled in this roster, by `wordKey`. */
  readonly wordings: ReadonlyMap<string, FieldValue>;
  /** Of an answer that adds a row to a catalog, the name of that row until it is written; null for any other answer. */
  readonly newRow: (entity: EntityName, answer: string) => string | null;
  /** The unit of whoever no text names another one for; null where the office answers for several. */
  readonly ownUnit: string | null;
  /** Whether an answer holds also of a text that could be read without it; left out: only of what nobody could read. */
  readonly holdsAnswers?: boolean;
}

/** The name of a text of a column, for what is settled once for all. */
export function wordKey(column: string, text: string): string {
  return `${plainKey(column)}\n${foldExact(text)}`;
}

/** The key of a column without the number of its row. */
export function plainKey(key: string): string {
  return key.split("#")[0] ?? key;
}

/** As long as a note or a field of study may be. */
const mostBeside = 200;
/** Years ahead that somebody plans for: a year of two digits is read within them. */
const yearsAhead = 30;
/** Ladders whose levels stand in columns of another one. */
const otherLadders: Readonly<Partial<Record<QualificationKind, QualificationKind>>> = {
  foreignLanguage: "languageFramework",
};
/** Peoples are names of a list, though their field is a text. */
export const ethnicKey = "official.ethnicity";

/** A column of a sheet, as its cells are read. */
export class CellReader {
  readonly column: PersonColumn;
  readonly #place: string;
  readonly #context: ReadContext;
  readonly #dates: DateContext;
  readonly #answer: (text: string) => string | null;
  /** Readings of texts that the row's day and unit change nothing in. */
  readonly #texts = new Map<string, Reading>();
  readonly #known = new Map<string, Reading>();
  /** Whether it is read by what the row says elsewhere: units and posts by the row's day. */
  readonly isLate: boolean;

  /**
   * @param place names the sheet's column in questions
   * @param dates what is settled of its dates
   */
  constructor(key: string, place: string, context: ReadContext, dates: DateSettings) {
    const column = columnOfKey(key);
    if (column === null) throw new Error(`No column ${key}`);
    this.column = column;
    this.isLate = refersTo(column) !== null;
    this.#place = place;
    this.#context = context;
    const thisYear = Math.trunc(context.today / 10_000);
    const latestYear = thisYear + (column.definition.past === true ? 0 : yearsAhead);
    this.#dates = { settings: dates, date1904: context.date1904, latestYear };
    this.#answer = column.definition.choices === undefined ? () => null : answerBook(column);
  }

  /** @param beside what the row says elsewhere; null for what nothing else of the row matters to */
  read(seen: SeenCell, beside: Beside, byCode = false): Reading {
    const { content } = seen.cell;
    const isPlain = content.kind === "text" && !this.isLate;
    const all = isPlain ? this.#texts : this.#known;
    const name = isPlain ? seen.text : this.#nameOf(seen, beside, byCode);
    const known = all.get(name);
    if (known !== undefined) return known;
    const plain = this.#plain(seen, beside, byCode);
    const reading = this.#settled(seen, plain, beside);
    // What is asked of each cell is no reading of its text.
    if (plain.kind !== "unread" || plain.asked?.kind !== "number") all.set(name, reading);
    return reading;
  }

  /** How dates of the column are written, as far as it is settled. */
  get dateSettings(): DateSettings {
    return this.#dates.settings;
  }

  /** What a cell is remembered by: all that its reading follows from. */
  #nameOf({ text, cell: { content } }: SeenCell, { days, unit, part }: Beside, byCode: boolean): string {
    const typed = content.kind === "number" ? `#${content.value} ${content.format ?? ""}` : text;
    const about = this.isLate
      ? `${days.first}-${days.last} ${unit ?? ""} ${String(byCode)} ${part ?? ""}`
      : "";
    return `${content.kind} ${typed}\n${about}`;
  }

  /** The key of the question that would settle a cell. */
  questionOf(kind: QuestionKind, text: string, row: number): string {
    if (kind === "number") return questionKey(kind, `${this.#place}${row}`);
    if (kind === "word") return questionKey(kind, plainKey(this.column.key), text);
    return kind === "lostZero"
      ? questionKey(kind, this.#place, String(text.replace(/\D/g, "").length))
      : questionKey(kind, this.#place);
  }

  /** What was settled of the very text goes before what it would be asked. */
  #settled(seen: SeenCell, reading: Reading, beside: Beside): Reading {
    const kind = this.#settledBy(reading);
    if (kind === null) return reading;
    const { days, unit } = beside;
    const asked = (reading.kind === "unread" ? reading.asked?.text : undefined) ?? this.#askedText(seen.text);
    const settledBy = (answer: Reading): Reading => {
      const whole = this.#placed(answer, seen.text);
      return whole.kind === "value" && asked !== seen.text ? { ...whole, asked } : whole;
    };
    const answered = this.#context.answers.get(this.questionOf(kind, asked, seen.row));
    if (answered === undefined && reading.kind !== "unread") return reading;
    if (answered === keepAsText) return unread(reading.kind === "unread" ? reading.reason : "word");
    if (answered !== undefined && refersTo(this.column) === "post" && isEachAnswer(answered)) {
      const each = readEach(answered, this.#postsIn(seen.text, days, unit));
      return each === null ? reading : settledBy(each);
    }
    if (answered !== undefined) {
      const cell = {
        column: seen.column,
        content: { kind: "text", runs: [{ text: answered, font: null }] },
        formula: false,
      } as const;
      const meant =
        this.#meant(answered) ??
        this.#plain({ ...seen, text: answered, cell }, { ...beside, part: null }, false);
      if (meant.kind === "unread") return reading;
      return settledBy(this.#withText(meant, seen.text));
    }
    if (kind === "number") return reading;
    const settled = this.#context.wordings.get(wordKey(this.column.key, asked));
    if (settled === undefined || this.#isOver(settled, days)) return reading;
    if (settled === eachPost && refersTo(this.column) === "post")
      return readEach(eachPost, this.#postsIn(seen.text, days, unit)) ?? reading;
    return settled === null ? nothing : this.#placed(this.#withText(value(settled), seen.text), seen.text);
  }

  /** The text that is asked about where nothing beside it changes its meaning: a post of a village is one in all of them. */
  #askedText(text: string): string {
    return refersTo(this.column) === "post" ? outOfVillages(text).text : text;
  }

  #placed(reading: Reading, text: string): Reading {
    return refersTo(this.column) === "post" ? inVillage(reading, text) : reading;
  }

  /** What a text was said to mean may have ended since: then it is asked again. */
  #isOver(settled: FieldValue, days: DayRange): boolean {
    const target = refersTo(this.column);
    return target !== null && this.#context.references.isOver(target, String(settled), days);
  }

  /** The question whose answer settles what was read; null where none does. */
  #settledBy(reading: Reading): "word" | "number" | null {
    const asked = reading.kind === "unread" ? reading.asked?.kind : undefined;
    if (asked === "word" || asked === "number") return asked;
    return this.#context.holdsAnswers === true ? "word" : null;
  }

  /** A rung that somebody chose for a text ("TOEIC 450", "Mường") says less than the text, which goes along with it. */
  #withText(reading: Reading, text: string): Reading {
    const kind = this.#ladder();
    if (kind === null || reading.kind !== "value") return reading;
    const field = kind === "ethnicLanguage" && namesPeople(text) ? "major" : "note";
    return value(reading.value, { [field]: cutText(text, mostBeside), ...reading.beside });
  }

  /** An answer that is a stored value already: a key of a list, the id of a row. */
  #meant(answered: string): Reading | null {
    const { definition } = this.column;
    if (definition.choices?.includes(answered) === true) return value(answered);
    const target = refersTo(this.column);
    if (target !== null && uuid.test(answered)) return value(answered.toLowerCase());
    const added = target === null ? null : this.#context.newRow(target, answered);
    if (added !== null) return value(added);
    return this.column.key === ethnicKey ? value(answered) : null;
  }

  #plain(seen: SeenCell, beside: Beside, byCode: boolean): Reading {
    const { text, cell } = seen;
    const { definition, key } = this.column;
    if (cell.content.kind === "error") return unread("errorCell");
    const kind = this.#ladder();
    if (kind !== null) return this.#level(kind, seen);
    if (key === ethnicKey)
      return readEthnicGroup(
        text,
        codeSystemNamed(this.#context.answers.get(questionKey("ethnicCodes", this.#place))),
      );
    switch (definition.type) {
      case "text":
        return definition.format === "digits" || definition.format === "phone"
          ? readNumberName(
              this.column,
              seen,
              (length) =>
                this.#context.answers.get(questionKey("lostZero", this.#place, String(length))) ?? null,
            )
          : readText(this.column, seen);
      case "boolean":
        return readBoolean(text);
      case "partialDate":
        return readDateCell(seen, this.#dates);
      case "day":
      case "month":
        return this.#wholeDate(seen, definition.type);
      case "choice":
        return this.#choice(text);
      case "choiceSet":
        return choiceSetOf(text, this.#answer);
      case "integer": {
        if (saysNothing(text)) return nothing;
        const whole = readWhole(text);
        return whole === null ? unread("noNumber") : value(whole);
      }
      case "decimal":
      case "money":
      case "year":
      case "timeSpan":
      case "code": {
        if (saysNothing(text)) return nothing;
        const scalar = readScalar({ type: definition.type, scale: definition.scale ?? 0 }, text);
        return scalar === null
          ? unread(definition.type === "code" ? "word" : "noNumber", askWord)
          : value(scalar);
      }
      case "reference":
      case "referenceSet":
        return this.#reference(text, beside, byCode);
      case "document":
        return unread("word");
    }
  }

  /** "B1" in a column of foreign languages stands on the ladder of six levels, and on none of the certificates. */
  #level(kind: QualificationKind, seen: SeenCell): Reading {
    const { date1904 } = this.#context;
    const read = readLevelCell(kind, seen, date1904);
    const other = otherLadders[kind];
    if (read.kind !== "unread" || other === undefined) return read;
    const there = readLevelCell(other, seen, date1904);
    const key = this.column.key.replace(`.${kind}.`, `.${other}.`);
    return there.kind === "value" ? { ...there, of: key } : read;
  }

  #ladder(): QualificationKind | null {
    const { definition, pick } = this.column;
    if (definition.ladder === undefined || pick.kind !== "best") return null;
    return qualificationKinds.find((one) => one === pick.value) ?? null;
  }

  #choice(text: string): Reading {
    if (saysNothing(text)) return nothing;
    const found = this.#answer(text);
    return found === null ? unread("word", askWord) : value(found);
  }

  #wholeDate(seen: SeenCell, type: "day" | "month"): Reading {
    const read = readDateCell(seen, this.#dates);
    const length = type === "day" ? 10 : 7;
    return read.kind === "value" && String(read.value).length !== length ? unread("noDate") : read;
  }

  #reference(text: string, beside: Beside, byCode: boolean): Reading {
    const target = refersTo(this.column);
    if (target === null || saysNothing(text) || isOutsideText(text)) return nothing;
    const { days, unit } = beside;
    const { references, ownUnit } = this.#context;
    const whole = target === "post" && beside.part !== null ? postInPart(text, beside.part) : null;
    const inPart = whole === null ? null : this.#onlyNamed(target, whole, beside);
    if (inPart !== null) return value(inPart, besidePost(text));
    const found = byCode ? references.coded(target, text, days) : references.named(target, text, days, unit);
    if (found.length === 0 && target === "post" && !byCode) {
      const of = villagePost(text);
      const ids = of === null ? [] : references.named(target, of.post, days, unit);
      const [post, ...more] = ids;
      if (post !== undefined && more.length === 0) return value(post, besideInVillage(text));
      if (of !== null && post !== undefined)
        return unread("several", { ...askWord, text: of.post, choices: ids });
    }
    const [only, ...others] = found;
    const office = unit ?? ownUnit;
    if (only === undefined && target === "unit" && office !== null && isOfficePart(text))
      return value(office, { note: text });
    const short = byCode && only === undefined ? references.codedShort(target, text, days) : [];
    if (short.length > 0) return unread("lostZero", { kind: "word", choices: short });
    const posts = only === undefined && target === "post" ? this.#postsIn(text, days, unit) : null;
    if (posts !== null)
      return unread("severalPosts", {
        kind: "word",
        choices: [eachAnswer(posts)],
        ...this.#asksOf(text),
      });
    // A bare word is another post in every part of the office.
    const isOfOne = whole !== null && namesOnePart(beside.part ?? "");
    const isBare = isOfOne && (others.length > 0 || references.begins(target, text));
    const asked: Asked = isBare ? { ...askWord, text: whole[0] } : { ...askWord, ...this.#asksOf(text) };
    if (only === undefined) return unread("word", asked);
    if (others.length > 0) return unread("several", { ...asked, choices: found });
    return value(only, target === "post" ? besidePost(text) : undefined);
  }

  /** The one row that one of the texts names. */
  #onlyNamed(target: EntityName, texts: readonly string[], { days, unit }: Beside): string | null {
    const found = texts.map((text) => this.#context.references.named(target, text, days, unit));
    const [only] = found.find((ids) => ids.length === 1) ?? [];
    return only ?? null;
  }

  #postsIn(text: string, days: DayRange, unit: string | null): readonly NamedPost[] | null {
    return postsIn(text, (part) =>
      postsNamed(part, (name) => this.#context.references.named("post", name, days, unit)),
    );
  }

  #asksOf(text: string): Pick<Asked, "text"> {
    const asked = this.#askedText(text);
    return asked === text ? {} : { text: asked };
  }
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The days that a row with this date is about. */
export function daysOf(date: FieldValue | undefined, today: PackedDay): DayRange {
  return typeof date === "string" && date !== ""
    ? { first: earliestDay(date), last: latestDay(date) }
    : { first: today, last: today };
}
