/**
 * What stands in place of the unit of whoever holds no post on a day, on screen and on paper; and how it is known again in
 * a list that comes back, where it is no name of a unit.
 */
import type { OutsideDayData } from "../contract/schemas/officials";
import { formatDay } from "../text/format";
import type { Translate } from "./translator";
import { screenApp } from "./vi/screen-app";

export function outsideText(t: Translate, { kind, day }: OutsideDayData): string {
  return t(`screen-app:outside.${kind}`, { day: day === null ? "" : formatDay(day) });
}

const { none, later, earlier } = screenApp.outside;
/** As it is printed, in Vietnamese: all but the day. */
const printed = [none, later, earlier].map((words) => words.replace("{{day}}", "").toLocaleLowerCase("vi"));

/** Whether a text is what a printed list says in place of a unit. */
export function isOutsideText(text: string): boolean {
  const said = text.normalize("NFC").toLocaleLowerCase("vi");
  return said === none || printed.slice(1).some((words) => said.startsWith(words));
}
