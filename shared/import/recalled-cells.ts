/**
 * Which questions of a table an answer of an import before settled: they are shown with it, so that nobody's list is read by
 * what was said once without a word, and another answer can be given.
 */
import { columnPlace } from "./date-columns";
import type { Reading, Asked } from "./reading";
import { type Answers, keepAsText, questionKey } from "./questions";
import { isAboutColumn, type Recall } from "./recall";
import { type CellReader, plainKey, type ReadContext, wordKey } from "./read-values";
import type { LineCell } from "./line";
import { eachPost, isEachAnswer } from "./several-posts";

/** What was answered before. */
export interface AnsweredBefore {
  readonly recall: Recall;
  /** What is answered in this import alone. */
  readonly given: Answers;
}

export interface RecalledQuestion {
  readonly asked: Asked;
  readonly answer: string;
}

export class RecalledCells {
  readonly #sheet: string;
  readonly #context: ReadContext;
  readonly #before: AnsweredBefore;
  readonly #newReader: (key: string, column: number, context: ReadContext) => CellReader;
  /** Readers that know nothing of what was answered before; null for a column of which nothing was. */
  readonly #readers = new Map<number, CellReader | null>();
  readonly #worded: ReadonlySet<string>;

  constructor(
    sheet: string,
    context: ReadContext,
    before: AnsweredBefore,
    newReader: (key: string, column: number, context: ReadContext) => CellReader,
  ) {
    this.#sheet = sheet;
    this.#context = context;
    this.#before = before;
    this.#newReader = newReader;
    this.#worded = new Set([...context.wordings.keys()].map((key) => key.slice(0, key.indexOf("\n"))));
  }

  /** @param read reads the cell by a reader of its column. @returns null where it was read without such an answer */
  of(cell: LineCell, read: (reader: CellReader) => Reading): RecalledQuestion | null {
    const { reading, key, column } = cell;
    if (key === "" || (reading.kind === "unread" && reading.asked !== null)) return null;
    const reader = this.#readerOf(key, column);
    const plain = reader === null ? null : read(reader);
    if (reader === null || plain?.kind !== "unread" || plain.asked === null) return null;
    const { kind, text = cell.text } = plain.asked;
    const question = reader.questionOf(kind, text, cell.row);
    const answer = this.#context.answers.get(question) ?? this.#meaning(key, text, plain.asked);
    return answer === null ? null : { asked: plain.asked, answer };
  }

  #readerOf(key: string, column: number): CellReader | null {
    const known = this.#readers.get(column);
    if (known !== undefined) return known;
    const { recall, given } = this.#before;
    const isAsked =
      recall.hasTexts ||
      this.#worded.has(plainKey(key)) ||
      isAboutColumn(recall, columnPlace(this.#sheet, column));
    const reader = isAsked
      ? this.#newReader(key, column, { ...this.#context, answers: given, wordings: new Map() })
      : null;
    this.#readers.set(column, reader);
    return reader;
  }

  /** As an answer names it. */
  #meaning(key: string, text: string, { kind, choices = [] }: Asked): string | null {
    const meant = kind === "word" ? (this.#context.wordings.get(wordKey(key, text)) ?? null) : null;
    if (meant === null) return null;
    return meant === eachPost ? (choices.find(isEachAnswer) ?? eachPost) : String(meant);
  }
}

/**
 * The name by which it is remembered that a text was left as it is written. Where it was known what the text means, just that
 * was not wanted: what it is said to mean later is news.
 * @param key of the question
 */
export function textName(key: string, wordings: ReadContext["wordings"]): string {
  const meant = wordings.get(wordOf(key));
  return meant === undefined ? key : `${key}\n${JSON.stringify(meant)}`;
}

/** What texts mean, without those of whom somebody takes it back for this import. @param takenBack keys of questions */
export function withoutTakenBack(
  wordings: ReadContext["wordings"],
  takenBack: ReadonlySet<string>,
): ReadContext["wordings"] {
  if (takenBack.size === 0) return wordings;
  const left = new Map(wordings);
  for (const key of takenBack) left.delete(wordOf(key));
  return left;
}

/** Answers of this import, then of those before. */
export function withRecall(
  given: Answers,
  recall: Recall,
  wordings: ReadContext["wordings"],
  isTakenBack: (key: string) => boolean,
): Answers {
  const recalled = (key: string) => {
    if (isTakenBack(key)) return undefined;
    const answer = recall.columns.get(key);
    if (answer !== undefined || !recall.hasTexts || !key.startsWith(questionKey("word", ""))) return answer;
    return recall.staysText(textName(key, wordings)) ? keepAsText : undefined;
  };
  return { get: (key) => given.get(key) ?? recalled(key) };
}

/** The text of a question's key, as wordings know it. */
function wordOf(key: string): string {
  const [, column = "", ...text] = key.split(":");
  return wordKey(column, text.join(":"));
}
