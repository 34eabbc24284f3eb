/**
 * A nomination of an official for a title in a term (quy hoạch): several titles a person are usual, so persons and turns are
 * counted apart.
 */
import { dateIssues } from "../checks/dates";
import { error, type Found } from "../checks/found";
import { type RowFields, textOf } from "../checks/reading";
import { planningSides } from "../values";
import { entity } from "./definition";

export const planning = entity({
  id: 70,
  owner: { entity: "official", field: "official" },
  authority: "person",
  scope: "person",
  entered: true,
  counted: "person",
  title: "official",
  label: (words) =>
    [words.of("post"), words.of("unit"), words.of("term")].filter((part) => part !== null).join(", "),
  since: "from",
  paper: { number: "decisionNumber", date: "decisionDate" },
  section: "career",
  fields: {
    official: { id: 1, type: "reference", entity: "official", required: true },
    side: { id: 2, type: "choice", choices: planningSides, words: "planningSide" },
    /** Years of the term with a dash between, such as 2025-2030. */
    term: { id: 3, type: "text", format: "line", required: true, maxLength: 9 },
    post: { id: 4, type: "reference", entity: "post" },
    unit: { id: 5, type: "reference", entity: "unit" },
    /** The title where no post of the roster says it. */
    title: { id: 6, type: "text", format: "line" },
    from: { id: 7, type: "partialDate" },
    to: { id: 8, type: "partialDate", blankSays: true },
    decisionNumber: { id: 9, type: "text", maxLength: 60 },
    decisionDate: { id: 10, type: "partialDate", past: true },
    note: { id: 11, type: "text", maxLength: 2000 },
  },
  check: (fields) => [...termIssues(fields), ...titleIssues(fields)],
  checkInRecord: (row, around) =>
    dateIssues(row, around, { past: ["decisionDate"], any: ["from", "to"], period: ["from", "to"] }),
});

function termIssues(fields: RowFields): Found[] {
  const term = textOf(fields, "term");
  if (term === null) return [];
  const [, from, to] = /^(\d{4})-(\d{4})$/.exec(term) ?? [];
  return from === undefined || to === undefined || Number(to) <= Number(from)
    ? [error("term", "termNeeded")]
    : [];
}

function titleIssues(fields: RowFields): Found[] {
  return textOf(fields, "post") === null && textOf(fields, "title") === null
    ? [error("post", "titleMissing")]
    : [];
}
