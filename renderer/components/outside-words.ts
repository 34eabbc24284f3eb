/** How somebody who holds no post on the day on screen stands to it, in words. */
import type { TFunction } from "i18next";
import type { OutsideDayData } from "../../shared/contract/schemas/officials";
import { formatDay } from "../../shared/text/format";

/** @param t with the namespace `screen-app` */
export function outsideWords(t: TFunction, { kind, day }: OutsideDayData): string {
  return t(`screen-app:outside.${kind}`, { day: day === null ? "" : formatDay(day) });
}
