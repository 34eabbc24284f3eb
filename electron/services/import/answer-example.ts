/** What an answer would make of a cell that stands there: of two orders of day and month one is seen to be wrong at a look. */
import type { Translate } from "../../../shared/i18n";
import type { Question } from "../../../shared/import/questions";
import { type DateSettings, readDateText } from "../../../shared/import/read-dates";

const open = { order: null, century: null, yearAsDate: null, serial: null, swapped: null, maySwap: false };

/** In words, of the first cell that a question is about; null where the answer makes no whole day of it. */
export function answerExample(
  { kind, samples }: Pick<Question, "kind" | "samples">,
  answer: string,
  t: Translate,
): string | null {
  const order = orderOf(kind, answer);
  const [text] = samples;
  if (order === null || text === undefined) return null;
  const settings: DateSettings = { ...open, order };
  const read = readDateText(text, { settings, date1904: false, latestYear: 0 });
  const [year, month, day] = read.kind === "value" ? String(read.value).split("-").map(Number) : [];
  return year === undefined || month === undefined || day === undefined
    ? null
    : t("import:answerExample", { text, day: String(day), month: String(month), year: String(year) });
}

/** A day that a program made is shown day before month, whatever it was meant to be. */
function orderOf(kind: Question["kind"], answer: string): DateSettings["order"] {
  if (kind === "swapped") return answer === "swap" ? "mdy" : "dmy";
  return kind === "dateOrder" && (answer === "dmy" || answer === "mdy") ? answer : null;
}
