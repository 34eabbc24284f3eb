/** Names of classes and reasons of a training plan in words: screen, command line and print say them alike. */
import type { PlanClass, TrainingPlanAnswer } from "../contract/schemas/training-plan";
import { formatDay, formatNumber } from "../text/format";
import type { Translate } from "./translator";

/** @returns the name of the class on record, or that of one that is only thought of, by what it proves */
export function planClassName(
  t: Translate,
  { name, kind, level, majors }: Pick<PlanClass, "name" | "kind" | "level" | "majors">,
): string {
  if (name !== null) return name;
  const words = {
    kind: t(`domain:kind.${kind}`),
    level: t(`domain:level.${kind}.${level}`, { defaultValue: level }),
  };
  return majors.length === 0
    ? t("plan:className", words)
    : t("plan:classNameMajors", { ...words, majors: majors.join(", ") });
}

/** @returns why somebody is left, with the text that keeps them from it */
export function planReasonText(
  t: Translate,
  { reason, rule }: TrainingPlanAnswer["cannot"][number],
  rules: TrainingPlanAnswer["studyRules"],
): string {
  const why = t(`plan:reason.${reason}`);
  const source = rules.find(({ key }) => key === rule);
  return source === undefined ? why : `${why} (${source.source}: ${t(`plan:studyRule.${source.key}`)})`;
}

/** @returns the name under which a plan is kept where nobody gave one */
export function planName(
  t: Translate,
  { standard, percent, by }: Pick<TrainingPlanAnswer, "standard" | "percent" | "by">,
): string {
  return t("plan:name", { standard: t(`domain:standard.${standard}`), percent, day: formatDay(by) });
}

/** Which units do not reach the target. @param units some of them @param count how many there are */
export function planShortText(
  t: Translate,
  units: readonly { readonly unitName: string | null; readonly reached: number; readonly wanted: number }[],
  count: number,
): string {
  const named = units.map(({ unitName, reached, wanted }) =>
    t("plan:shortUnit", {
      unit: unitName ?? "",
      reached: formatNumber(reached),
      wanted: formatNumber(wanted),
    }),
  );
  const rest = count - units.length;
  const all = rest > 0 ? [...named, t("plan:shortMore", { count: formatNumber(rest) })] : named;
  return t("plan:short", { count: formatNumber(count), units: all.join("; ") });
}
