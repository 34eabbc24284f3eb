/** What keeps a typed text from being a date, as one sentence: alike beside a field and on the command line. */
import { formatPartialDate } from "../domain/partial-date";
import type { ImpossibleDate, TypedDate } from "../domain/typed-date";
import type { Translate } from "./translator";

/** @returns null for a date, and for nothing typed */
export function dateSentence(t: Translate, read: TypedDate): string | null {
  if (read.ok || read.reason === "empty") return null;
  switch (read.reason) {
    case "format":
      return t("domain:date.format");
    case "impossible":
      return impossibleSentence(t, read.why);
    case "unclear": {
      const choices = read.choices.map(formatPartialDate);
      return t("domain:date.unclear", { choices: choices.join(t("domain:date.or")) });
    }
  }
}

function impossibleSentence(t: Translate, why: ImpossibleDate): string {
  switch (why.part) {
    case "day":
      return t("domain:date.noDay", { month: why.month, year: why.year, days: why.days });
    case "month":
      return t("domain:date.noMonth", { month: why.month });
    case "year":
      return t("domain:date.noYear");
    case "zero":
      return t("domain:date.zero");
  }
}
