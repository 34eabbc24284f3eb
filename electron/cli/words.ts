/** Dates, instants and levels as the tables of the command line write them. */
import { formatPartialDate, parsePartialDate } from "../../shared/domain/partial-date";
import type { Translate } from "../../shared/i18n";

/** 05/1980 for `1980-05`; nothing for null. */
export function dateText(date: string | null): string {
  if (date === null) return "";
  return parsePartialDate(date) === null ? date : formatPartialDate(date);
}

/** The level's name; the key itself for one of a newer program. */
export function levelText(t: Translate, kind: string, level: string): string {
  const key = `domain:level.${kind}.${level}`;
  const text = t(key);
  return text === key || text === key.slice("domain:".length) ? level : text;
}
