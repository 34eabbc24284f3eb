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
  type WhichAsked,
} from "../../../shared/import/questions";
import { type NewRow, newRowAnswer, newRowName } from "../../../shared/import/new-rows";
import { placeOf } from "../../../shared/import/people";
import { countSame, type PersonPlan } from "../../../shared/import/plan";
import type { CatalogFacts } from "../../roster/read/index/catalog-facts";
import { answerExample } from "./answer-example";
import { columnChoices } from "./column-choices";
import { choiceLabel, questionMessage } from "./document";
import type { ImportPlan } from "./import-plan";
import { nearPosts } from "./near-posts";
import { whichWords } from "./which-words";

type AtOnce = Pick<ParsedArgs<"importAnswerAll">, "of" | "rows">;

export function questionCounts(questions: readonly Question[]): CallResult<"importAnswer"> {
  const asked = questions.filter(isAskedAlone);
  const open = asked.filter(({ answer }) => answer === null);
  return {
    asked: asked.length,
    open: open.length,
    openEncodings: open.filter(({ kind }) => kind === "encoding").length,
    openTexts: open.filter(canStayText).length,
    recalled: asked.filter(({ recalled }) => recalled).length,
    whichRows: whichRowsOpen(open),
  };
}

/** Another posts and levels of which nobody said what they are, by the rows that are asked about. */
function whichRowsOpen(open: readonly Question[]): CallResult<"importAnswer">["whichRows"] {
  const groups = new Map<string, CallResult<"importAnswer">["whichRows"][number]>();
  for (const { which, column } of open) {
    if (which === undefined || column === null) continue;
    const { rows, isDated, needsDay } = which;
    const known = groups.get(rows) ?? { rows, column, open: 0, isDated, needsDay: false };
    groups.set(rows, { ...known, open: known.open + 1, needsDay: known.needsDay || needsDay });
  }
  return [...groups.values()];
}

/** Questions without an answer that were not asked before. @param before null: nothing was planned before */
export function cameUp(questions: readonly Question[], before: readonly Question[] | null): number {
  if (before === null) return 0;
  const known = new Set(before.map(({ key }) => key));
  return questions.filter((one) => isAskedAlone(one) && one.answer === null && !known.has(one.key)).length;
}

export function duplicateAnswers(
  questions: readonly Question[],
  people: readonly PersonPlan[],
): CallResult<"importPlan">["duplicateAnswers"] {
  const all = questions.find(({ kind }) => kind === "duplicates");
  const open = openDuplicates(people).length;
  const several = people.filter((one) => one.outcome === "duplicate" && one.candidates.length > 1).length;
  const choices = [...(all?.choices ?? [])];
  // What one answer for all left open it answers no more.
  const same = all?.answer === "same" ? 0 : countSame(people);
  return {
    one: questions.filter(({ kind, answer }) => kind === "duplicate" && answer !== null).length,
    all: all?.answer ?? null,
    choices,
    reach: Object.fromEntries(choices.map((choice) => [choice, choice === "same" ? same : open])),
    several,
    taken: open - several,
  };
}

function openDuplicates(people: readonly PersonPlan[]): string[] {
  return people.flatMap((person) =>
    person.outcome === "duplicate" ? [questionKey("duplicate", placeOf(person))] : [],
  );
}

/**
 * Keys and answers that one answer for all of a kind comes to.
 * @param people of the plan that is in front of whoever answers; left out where there is none
 */
export function answersAtOnce(
  questions: readonly Question[],
  { of, rows }: AtOnce,
  answer: string | null,
  people?: readonly PersonPlan[],
): (readonly [string, string | null])[] {
  const isOfKind = (question: Question) => {
    if (of === "whichRows") return question.kind === "whichRow" && question.which?.rows === rows;
    if (of === "duplicates") return question.kind === "duplicate" || question.kind === "duplicates";
    return of === "encodings"
      ? question.kind === "encoding"
      : canStayText(question) && isAskedAlone(question);
  };
  const all = questions.filter(isOfKind);
  if (answer === null) return all.filter((one) => one.answer !== null).map(({ key }) => [key, null] as const);
  if (of === "duplicates") {
    const isAnswered = all.some((one) => one.kind === "duplicates" && one.answer !== null);
    // Another answer for what the first one left open is none for those that it answered.
    if (isAnswered && people !== undefined)
      return openDuplicates(people).map((key) => [key, answer] as const);
    return [[questionKey("duplicates", ""), answer]];
  }
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
  /** The same by the names that they have until they are written. */
  readonly planned: ImportPlan["newRows"];
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
  { catalog, on, t, newRows, planned }: QuestionSurroundings,
): CallResult<"importQuestions">["rows"][number] {
  const {
    key,
    kind,
    text,
    column: columnKey,
    choices,
    count,
    samples,
    who,
    answer,
    recalled,
    which,
  } = question;
  const changesOf = (asked: WhichAsked) => whichWords(asked, { newRows: planned, catalog, t });
  const column = columnKey === null ? null : columnOfKey(columnKey);
  const listed = kind === "word" && column !== null && choices.length === 0 ? columnChoices(column, t) : [];
  const isUnfound = kind === "word" && column !== null && refersTo(column) === "post" && choices.length === 0;
  return {
    key,
    kind,
    message: questionMessage(question, t, changesOf),
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
    which:
      which === undefined ? null : { isDated: which.isDated, needsDay: which.needsDay, since: which.since },
    near: isUnfound ? nearPosts(text ?? "", catalog, on) : [],
    count,
    samples: [...samples],
    who,
    answer,
    recalled,
  };
}
