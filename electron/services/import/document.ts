/** An import as one document: what the command line prints and scripts read. */
import type { Translate } from "../../../shared/i18n";
import { columnOfKey } from "../../../shared/columns/column";
import { columnLabel } from "../../../shared/columns/label";
import {
  answersIn,
  type ColumnRole,
  columnLetters,
  type Meaning,
  roleText,
} from "../../../shared/import/column-role";
import { placeOf } from "../../../shared/import/people";
import {
  keepAsText,
  type Question,
  questionKey,
  saysNeither,
  type WhichAsked,
} from "../../../shared/import/questions";
import { isEachAnswer, postsOfAnswer } from "../../../shared/import/several-posts";
import type { CatalogFacts } from "../../roster/read/index/catalog-facts";
import { referenceName } from "../value-words";
import { answerLabel } from "./column-choices";
import type { ImportPlan, SheetState } from "./import-plan";
import { countsOf, problemsOf } from "./summary";
import { whichLabel, type WhichWords, whichWords } from "./which-words";

export function importDocument(
  plan: ImportPlan,
  sheets: readonly SheetState[],
  catalog: CatalogFacts,
  t: Translate,
) {
  const { duplicates: _duplicates, ...counts } = countsOf(plan);
  return {
    ...counts,
    duplicates: duplicatesOf(plan, t),
    problems: problemsOf(plan, t),
    questions: plan.questions.map((question) => said(question, plan.newRows, catalog, t)),
    columns: sheets.flatMap((sheet) => columnsIn(sheet, plan, t)),
    rowsLeft: sheets.flatMap(({ sheet, layout }) =>
      (layout?.left ?? []).map(({ row, reason, text }) => ({
        sheet: sheet.name,
        row,
        reason,
        message: t(`import:leftRow.${reason}`),
        text,
      })),
    ),
  };
}

export type ImportDocument = ReturnType<typeof importDocument>;

function duplicatesOf({ people }: ImportPlan, t: Translate) {
  return people.flatMap((person) => {
    const { duplicate, lines, name, birth, candidates } = person;
    const [first] = lines;
    if (duplicate === null || first === undefined) return [];
    return {
      key: questionKey("duplicate", placeOf(person)),
      sheet: first.sheet,
      row: first.row,
      name,
      birth,
      reason: duplicate,
      message: t(`import:duplicate.${duplicate}`),
      candidates: candidates.map(({ id, place, line, ...who }) => ({
        ...who,
        id: place === null ? id : null,
        place: line,
      })),
    };
  });
}

function said(question: Question, newRows: ImportPlan["newRows"], catalog: CatalogFacts, t: Translate) {
  return {
    ...question,
    message: questionMessage(question, t, (which) => whichWords(which, { newRows, catalog, t })),
    choices: question.choices.map((value) => ({ value, label: choiceLabel(question, value, catalog, t) })),
  };
}

/** A question in one sentence. @param changes what another post or level is, in words */
export function questionMessage(
  question: Question,
  t: Translate,
  changes: (which: WhichAsked) => readonly WhichWords[],
): string {
  const { kind, heading, text, samples, column, choices, which } = question;
  if (which !== undefined)
    return t(`import:question.${kind}`, {
      who: text ?? "",
      heading: column === null ? "" : labelOf(column, t),
      changes: changes(which)
        .map(({ label, before, after }) =>
          t("import:question.whichRowChange", { heading: label, before, after }),
        )
        .join("; "),
    });
  const [first] = choices;
  const value =
    kind === "blank" && column !== null && first !== undefined
      ? meaningLabel({ key: column, value: first }, t)
      : "";
  return t(`import:question.${kind}`, { heading, text: text ?? "", who: samples[0] ?? "", value });
}

/** What an answer is called. */
export function choiceLabel(
  { kind, column: key, which }: Question,
  value: string,
  catalog: CatalogFacts,
  t: Translate,
): string {
  if (kind === "word" && isEachAnswer(value)) return eachLabel(postsOfAnswer(value), catalog, t);
  if (kind === "word" || kind === "unit") {
    const column = key === null ? null : columnOfKey(key);
    const name = column === null ? null : referenceName(catalog, column.definition, value);
    return name ?? value;
  }
  if (kind === "blank" && key !== null && value !== saysNeither)
    return t("import:blankMeans", { value: meaningLabel({ key, value }, t) });
  if (which !== undefined) return whichLabel(which, value, t);
  if (kind === "oneOf" && key !== null && value !== keepAsText) return meaningLabel({ key, value }, t);
  const [word = value] = value.split(":");
  return t(`import:answer.${word}`, { defaultValue: value });
}

/** "Hai chức danh: X (chính), Y". */
export function eachLabel(ids: readonly string[], catalog: CatalogFacts, t: Translate): string {
  const [main = "", ...others] = ids.map((id) => catalog.postOfId(id)?.name ?? t("domain:unknownRow"));
  const words = { number: ids.length, main, others: others.join(", ") };
  return t(ids.length === 2 ? "import:bothPosts" : "import:eachPost", words);
}

function columnsIn({ sheet, layout }: SheetState, { lines }: ImportPlan, t: Translate) {
  return (layout?.matches ?? []).map(({ column, parts, role, suggestion, twiceOf }) => ({
    sheet: sheet.name,
    column: columnLetters(column),
    heading: parts.join(" – "),
    role: roleText(role),
    label: roleLabel(role, t),
    suggestion: suggestion === null ? null : roleText(suggestion),
    twiceOf: twiceOf === null ? null : columnLetters(twiceOf),
    cells: lines.filter(
      (line) => line.sheet === sheet.name && line.cells.some((cell) => cell.column === column),
    ).length,
  }));
}

/** What a column is taken for, in words. */
export function roleLabel(role: ColumnRole, t: Translate): string {
  switch (role.kind) {
    case "column":
      return labelOf(role.key, t);
    case "code":
      return t("import:role.code", { column: labelOf(role.key, t) });
    case "date":
    case "name":
      return t(`import:role.${role.part}`, { column: labelOf(role.key, t) });
    case "means":
      return t("import:role.means", {
        column: labelOf(role.means.key, t),
        value: meaningLabel(role.means, t),
      });
    case "carries":
      return t("import:role.carries", {
        column: labelOf(role.key, t),
        other: labelOf(role.means.key, t),
        value: meaningLabel(role.means, t),
      });
    default:
      return t(`import:role.${role.kind}`);
  }
}

function labelOf(key: string, t: Translate): string {
  const column = columnOfKey(key);
  return column === null ? key : columnLabel(t, column);
}

function meaningLabel({ key, value }: Meaning, t: Translate): string {
  const column = columnOfKey(key);
  if (column === null) return value;
  return answersIn({ key, value })
    .map((answer) => answerLabel(column, answer, t))
    .join(" / ");
}
