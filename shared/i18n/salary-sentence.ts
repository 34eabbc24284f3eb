/** What somebody is paid by, the step that comes next and what puts it off, in words: screen, lists and documents say it alike. */
import type { SalaryLineData } from "../contract/schemas/salary";
import { formatPartialDate, type PartialDate } from "../domain/partial-date";
import type { DisciplineForm } from "../domain/values";
import { formatDecimal } from "../text/format";
import { dueMissingText } from "./due-sentence";
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

/** @returns for instance "bậc 3, hệ số 3,00 từ 01/10/2018"; empty where no pay is on record */
export function payNowText(t: Translate, { now }: Pick<SalaryLineData, "now">): string {
  if (now === null) return "";
  const { step, coefficient, percent } = now;
  const since = (percent ?? 0) > 0 ? now.percentFrom : now.from;
  const parts = [
    step === null ? null : t("screen-salary:step", { step }),
    coefficient === null ? null : t("screen-salary:coefficient", { coefficient: decimal(coefficient) }),
    percent === null || percent === 0 ? null : t("screen-salary:percent", { percent }),
  ].filter((part) => part !== null);
  const pay = parts.join(", ");
  return since === null ? pay : t("screen-salary:since", { pay, day: formatPartialDate(since) });
}

/** @returns for instance "bậc 4, hệ số 3,33"; empty where no step follows */
export function payNextText(t: Translate, { next }: Pick<SalaryLineData, "next">): string {
  if (next === null) return "";
  const { kind, step, coefficient, percent } = next;
  if (kind === "overTop") return t("screen-salary:percent", { percent });
  return [
    t("screen-salary:step", { step }),
    t("screen-salary:coefficient", { coefficient: decimal(coefficient) }),
  ].join(", ");
}

/** Why the next step comes when it does. */
export function payWhyText(t: Translate, { delays, next }: Pick<SalaryLineData, "delays" | "next">): string {
  if (delays.length === 0) return t(`screen-salary:${next?.kind === "overTop" ? "usualOver" : "usual"}`);
  const why = delays.map((delay) => delayText(t, delay)).join("; ");
  const isUnverified = delays.some(({ unverified }) => unverified);
  const delayed = t("screen-salary:delayed", { months: next?.delayedBy ?? 0, why });
  return isUnverified ? `${delayed} (${t("due:unverified")})` : delayed;
}

/** Why no step can be worked out, or what of the pay does not fit together. */
export function payUnknownText(
  t: Translate,
  { missing, mismatch }: Pick<SalaryLineData, "missing" | "mismatch">,
): string {
  if (mismatch === null) return dueMissingText(t, missing);
  const why = dueMissingText(t, [mismatch.problem]);
  const { expected } = mismatch;
  return expected === null ? why : t("screen-salary:expected", { why, coefficient: decimal(expected) });
}

function decimal(hundredths: number): string {
  return formatDecimal(hundredths / 100, 2);
}
