/** How somebody who holds no post on the day on screen stands to it, in words. `t` is with the namespace `screen-app`. */
import type { TFunction } from "i18next";
import type { OutsideDayData } from "../../shared/contract/schemas/officials";
import { formatDay } from "../../shared/text/format";

function dayText(day: string | null): string {
  return day === null ? "" : formatDay(day);
}

/** Where the record says what post is held. @param on the day on screen, `YYYY-MM-DD` */
export function outsideStanding(t: TFunction, { kind, day }: OutsideDayData, on: string): string {
  return t(`screen-app:outside.standing.${kind}`, { on: formatDay(on), day: dayText(day) });
}

/** Why the list does not show somebody, in a full sentence. @param on the day on screen, `YYYY-MM-DD` */
export function outsideSentence(
  t: TFunction,
  { kind, day }: OutsideDayData,
  { name, on }: { readonly name: string; readonly on: string },
): string {
  return t(`screen-app:outside.sentence.${kind}`, { name, on: formatDay(on), day: dayText(day) });
}

/** Beside other words about the person, as in a cell. */
export function outsideWords(t: TFunction, { kind, day }: OutsideDayData): string {
  return t(`screen-app:outside.${kind}`, { day: dayText(day) });
}
