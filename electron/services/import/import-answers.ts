/**
 * What was answered of one import, here and in imports before, and what it asked. An answer of before is one until somebody
 * gives another or takes it back; a question stays on the list once it was asked, so that its answer can be changed.
 */
import type { FieldValue } from "../../../shared/domain/entities";
import type { SheetLayout } from "../../../shared/import/layout";
import type { Answers, Question } from "../../../shared/import/questions";
import type { TableContext } from "../../../shared/import/read-table";
import {
  type Recall,
  recalledAnswers,
  type RecallContext,
  type RememberedLayout,
} from "../../../shared/import/recall";
import { withoutTakenBack, withRecall } from "../../../shared/import/recalled-cells";

type Wordings = ReadonlyMap<string, FieldValue>;

export class ImportAnswers {
  readonly #given = new Map<string, string>();
  readonly #takenBack = new Set<string>();
  /** Answers of before by which it was planned. */
  #recalled: ReadonlyMap<string, string> = new Map();
  /** Keys of questions that an import before answered, whatever was said of them since. */
  readonly #ofBefore = new Set<string>();
  /** Given answers that something in the table asked for. */
  readonly #used = new Set<string>();
  /** Questions that came up, also those that are no longer asked because they were answered. */
  readonly #asked = new Map<string, Question>();
  /** Given answers that nobody could read. */
  #unfit: ReadonlySet<string> = new Set();
  #wordings: Wordings = new Map();

  /** By the questions' keys; null takes an answer back. */
  take(answers: Iterable<readonly [string, string | null]>): void {
    const unfit = new Set(this.#unfit);
    this.#unfit = unfit;
    for (const [key, text] of answers) {
      unfit.delete(key);
      if (text === null) {
        this.#given.delete(key);
        if (this.#ofBefore.has(key)) this.#takenBack.add(key);
      } else {
        this.#given.set(key, text);
        this.#takenBack.delete(key);
      }
    }
  }

  /** What was answered in this import. */
  get given(): ReadonlyMap<string, string> {
    return this.#given;
  }

  /** Keys of questions whose answers of before are none any more. */
  get takenBack(): ReadonlySet<string> {
    return this.#takenBack;
  }

  /** What texts meant in the roster when it was planned last. */
  get wordings(): Wordings {
    return this.#wordings;
  }

  /** What was answered, here or before; null: nothing yet. */
  to(key: string): string | null {
    if (this.#unfit.has(key)) return null;
    return this.#given.get(key) ?? (this.isRecalled(key) ? (this.#recalled.get(key) ?? null) : null);
  }

  /** Whether a question has its answer from an import before. */
  isRecalled(key: string): boolean {
    return this.#recalled.has(key) && !this.#given.has(key) && !this.#takenBack.has(key);
  }

  /** Keys of answers to what nothing in the table asks; known once it was planned. */
  get unasked(): readonly string[] {
    return [...this.#given.keys()].filter((key) => !this.#used.has(key) && !this.#asked.has(key));
  }

  /** Keys of answers that could not be read, so that what they answer is still asked; known once it was planned. */
  get unfit(): ReadonlySet<string> {
    return this.#unfit;
  }

  /** Notes that a question was asked. */
  use(keys: Iterable<string>): void {
    for (const key of keys) this.#used.add(key);
  }

  /** What a plan reads its tables by. @param recall null where nothing of before is told */
  context(wordings: Wordings, recall: Recall): Pick<TableContext, "answers" | "wordings" | "before"> {
    this.#wordings = wordings;
    const given: Answers = {
      get: (key) => {
        const answer = this.#given.get(key);
        if (answer !== undefined) this.#used.add(key);
        return answer;
      },
    };
    return {
      answers: withRecall(given, recall, wordings, (key) => this.#takenBack.has(key)),
      wordings: withoutTakenBack(wordings, this.#takenBack),
      before: { recall, given },
    };
  }

  /**
   * What is asked, with what was asked before and answered since, so that an answer can be changed; behind it what an import
   * before answered.
   */
  questions(found: readonly Question[]): Question[] {
    for (const question of found) this.#asked.set(question.key, question);
    this.#unfit = new Set(
      found.flatMap(({ key, answer }) => (answer === null && this.#given.has(key) ? [key] : [])),
    );
    const keys = new Set(found.map(({ key }) => key));
    const settled = [...this.#asked.values()].flatMap((question) => {
      const answer = this.#given.get(question.key);
      return keys.has(question.key) || answer === undefined ? [] : { ...question, answer, recalled: false };
    });
    const all = [...found, ...settled];
    this.#recalled = new Map(
      all.flatMap(({ key, answer, recalled }) =>
        recalled && answer !== null ? [[key, answer] as const] : [],
      ),
    );
    for (const key of this.#recalled.keys()) this.#ofBefore.add(key);
    const isOld = ({ key }: Question) => this.#ofBefore.has(key);
    return [...all.filter((one) => !isOld(one)), ...all.filter(isOld)];
  }
}

/** What holds of some tables that was answered before. */
export function recallOf(
  tables: readonly { readonly sheet: string; readonly layout: SheetLayout }[],
  remembered: (fingerprint: string) => RememberedLayout | null,
  now: RecallContext,
): Recall {
  const known = tables.flatMap(({ sheet, layout }) => {
    const before = remembered(layout.fingerprint);
    return before === null ? [] : { before, layout, sheet };
  });
  const found = known.map(({ sheet, layout, before }) => recalledAnswers(sheet, layout, before, now));
  return {
    columns: new Map(found.flatMap(({ columns }) => [...columns])),
    doubted: new Set(found.flatMap(({ doubted }) => [...doubted])),
    staysText: (name) => known.some(({ before }) => before.staysText(name)),
    hasTexts: known.some(({ before }) => before.hasTexts),
  };
}
