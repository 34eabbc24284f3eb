/** Why something is due and what is missing to say when, in words: page, command line, print and calendar say it alike. */
import type { DueGap, DueWhy } from "../domain/due";
import { formatPartialDate } from "../domain/partial-date";
import { formatDecimal } from "../text/format";
import type { Translate } from "./translator";

/** @returns for instance "hết ngày 30/04/2026 – hưởng lương hưu từ 01/05/2026" */
export function dueWhyText(t: Translate, { key, params }: DueWhy): string {
  const words = Object.entries(params).map(([name, value]) => [name, wordOf(t, value)]);
  return t(`due:why.${key}`, Object.fromEntries(words));
}

/** @returns for instance "chưa ghi ngày sinh; chưa ghi giới tính" */
export function dueMissingText(t: Translate, missing: readonly DueGap[]): string {
  return missing.map((gap) => t(`due:missing.${gap}`)).join("; ");
}

function wordOf(t: Translate, value: DueWhy["params"][string]): string | number {
  if (typeof value !== "object") return value;
  if ("date" in value) return formatPartialDate(value.date);
  if ("hundredths" in value) return formatDecimal(value.hundredths / 100, 2);
  return t(`domain:${value.list}.${value.key}`, { defaultValue: value.key });
}
