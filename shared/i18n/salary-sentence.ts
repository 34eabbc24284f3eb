/** What puts off a step of pay, in words: screen, command line and documents say it alike. */
import { formatPartialDate, type PartialDate } from "../domain/partial-date";
import type { DisciplineForm } from "../domain/values";
import type { Translate } from "./translator";

/** A discipline since a day, or a year that was not completed, and the months by which it puts off a step. */
interface DelayTold {
  readonly event:
    | { readonly cause: DisciplineForm; readonly on: PartialDate | null }
    | { readonly cause: "notCompleted"; readonly year: number };
  readonly months: number;
}

/** @returns for instance "khiển trách từ 15/06/2021: 6 tháng" */
export function delayText(t: Translate, { event, months }: DelayTold): string {
  if (event.cause === "notCompleted") return t("due:delay.notCompleted", { year: event.year, months });
  const form = t(`domain:disciplineForm.${event.cause}`).toLowerCase();
  const from = event.on === null ? "" : formatPartialDate(event.on);
  return t("due:delay.discipline", { form, from, months });
}
