/** The questions of an import as the window shows them: counted, page by page, and answered in one go. */
import { columnOfKey, refersTo } from "../../../shared/columns/column";
import type { CallResult, ParsedArgs } from "../../../shared/contract/contract";
import type { Translate } from "../../../shared/i18n";
import {
  canStayText,
  isAskedAlone,
  keepAsText,
  type Question,
  questionKey,
} from "../../../shared/import/questions";
import { type NewRow, newRowAnswer, newRowName } from "../../../shared/import/new-rows";
import type { CatalogFacts } from "../../roster/read/index/catalog-facts";
import { answerExample } from "./answer-example";
import { columnChoices } from "./column-choices";
import { choiceLabel, questionMessage } from "./document";
import { nearPosts } from "./near-posts";

type AtOnce = ParsedArgs<"importAnswerAll">["of"];

export function questionCounts(questions: readonly Question[]): CallResult<"importAnswer"> {
  const asked = questions.filter(isAskedAlone);
  const open = asked.filter(({ answer }) => answer === null);
  return {
    asked: asked.length,
    open: open.length,
    openEncodings: open.filter(({ kind }) => kind === "encoding").length,
    openTexts: open.filter(canStayText).length,
    recalled: asked.filter(({ recalled }) => recalled).length,
  };
}

/** Questions without an answer that were not asked before. @param before null: nothing was planned before */
export function cameUp(questions: readonly Question[], before: readonly Question[] | null): number {
  if (before === null) return 0;
  const known = new Set(before.map(({ key }) => key));
  return questions.filter((one) => isAskedAlone(one) && one.answer === null && !known.has(one.key)).length;
}

export function duplicateAnswers(
  questions: readonly Question[],
): CallResult<"importPlan">["duplicateAnswers"] {
  const all = questions.find(({ kind }) => kind === "duplicates");
  return {
    one: questions.filter(({ kind, answer }) => kind === "duplicate" && answer !== null).length,
    all: all?.answer ?? null,
    choices: [...(all?.choices ?? [])],
  };
}

/** Keys and answers that one answer for all of a kind comes to. */
export function answersAtOnce(
  questions: readonly Question[],
  of: AtOnce,
  answer: string | null,
): (readonly [string, string | null])[] {
  const isOfKind = (question: Question) => {
    if (of === "duplicates") return question.kind === "duplicate" || question.kind === "duplicates";
    return of === "encodings"
      ? question.kind === "encoding"
      : canStayText(question) && isAskedAlone(question);
  };
  const all = questions.filter(isOfKind);
  if (answer === null) return all.filter((one) => one.answer !== null).map(({ key }) => [key, null] as const);
  if (of === "duplicates") return [[questionKey("duplicates", ""), answer]];
  const given = of === "texts" ? keepAsText : answer;
  return all.filter((one) => one.answer === null).map(({ key }) => [key, given] as const);
}

/** What questions are shown by. */
export interface QuestionSurroundings {
  readonly catalog: CatalogFacts;
  /** Packed day. */
  readonly on: number;
  readonly t: Translate;
  /** Rows of catalogs that answers add. */
  readonly newRows: readonly NewRow[];
}

export function questionPage(
  questions: readonly Question[],
  offset: number,
  limit: number,
  around: QuestionSurroundings,
): CallResult<"importQuestions"> {
  const asked = questions.filter(isAskedAlone);
  return {
    total: asked.length,
    rows: asked.slice(offset, offset + limit).map((question) => shown(question, around)),
  };
}

function shown(
  question: Question,
  { catalog, on, t, newRows }: QuestionSurroundings,
): CallResult<"importQuestions">["rows"][number] {
  const { key, kind, text, column: columnKey, choices, count, samples, who, answer, recalled } = question;
  const column = columnKey === null ? null : columnOfKey(columnKey);
  const listed = kind === "word" && column !== null && choices.length === 0 ? columnChoices(column, t) : [];
  const isUnfound = kind === "word" && column !== null && refersTo(column) === "post" && choices.length === 0;
  return {
    key,
    kind,
    message: questionMessage(question, t),
    column: columnKey,
    text,
    choices: [
      ...choices.map((value) => {
        const example = answerExample(question, value, t);
        const label = choiceLabel(question, value, catalog, t);
        return { value, label: example === null ? label : `${label}: ${example}` };
      }),
      ...listed,
    ],
    added: newRows
      .filter((row) => kind === "word" && column !== null && row.entity === refersTo(column))
      .map((row) => ({ value: newRowAnswer(row), label: newRowName(row) })),
    near: isUnfound ? nearPosts(text ?? "", catalog, on) : [],
    count,
    samples: [...samples],
    who,
    answer,
    recalled,
  };
}
