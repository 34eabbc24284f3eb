/** The days of a unit, post or text as a clerk writes them. */
import type { TFunction } from "i18next";
import type { Words } from "../../components/words";

/** "từ 01/02/2020", "đến 30/06/2025", both, or nothing for a row that always was. */
export function periodText(t: TFunction, words: Words, from: string | null, to: string | null): string {
  if (from === null && to === null) return "";
  if (to === null) return t("screen-catalog:period.from", { from: words.date(from) });
  if (from === null) return t("screen-catalog:period.to", { to: words.date(to) });
  return `${words.date(from)} – ${words.date(to)}`;
}
