/** A rule of a standard set as a sentence that can be held against the text of the law. */
import type { TFunction } from "i18next";
import { type RowFields, textOf } from "../../../shared/domain/validate/fields";
import { formatDay } from "../../../shared/text/format";

/**
 * @param t with the namespaces `screen-catalog` and `domain`
 * @param fields a `standardRule` row
 * @returns for instance "Công chức chuyên môn: chuyên môn từ Đại học trở lên, ở địa bàn Miền núi hoặc Vùng cao."
 */
export function ruleSentence(t: TFunction, fields: RowFields): string {
  const standard = textOf(fields, "standard") ?? "";
  const level = textOf(fields, "minimumLevel");
  const standardWord = lowerFirst(t(`domain:standard.${standard}`, { defaultValue: standard }));
  const demand =
    level === null
      ? t("screen-catalog:rule.noLevel", { standard: standardWord })
      : t("screen-catalog:rule.atLeast", {
          standard: standardWord,
          level: t(`domain:level.${standard}.${level}`, { defaultValue: level }),
        });
  const any = flagWords(t, fields, "anyFlag");
  const all = flagWords(t, fields, "allFlags");
  const where = [
    any.length === 0
      ? null
      : t("screen-catalog:rule.anyFlag", { flags: any.join(t("screen-catalog:rule.or")) }),
    all.length === 0
      ? null
      : t("screen-catalog:rule.allFlags", { flags: all.join(t("screen-catalog:rule.and")) }),
    textOf(fields, "entry") === null ? null : t("screen-catalog:rule.first"),
  ].filter((part) => part !== null);
  const main = `${groupWords(t, fields, "postGroups").join("; ")}: ${[demand, ...where].join(", ")}.`;
  const grace = graceSentence(t, fields);
  return grace === null ? main : `${main} ${grace}`;
}

function groupWords(t: TFunction, fields: RowFields, field: "postGroups" | "graceGroups"): string[] {
  const groups = (textOf(fields, field) ?? "").split(" ").filter((group) => group !== "");
  return groups.map((group) => t(`domain:postGroup.${group}`, { defaultValue: group }));
}

function flagWords(t: TFunction, fields: RowFields, field: "anyFlag" | "allFlags"): string[] {
  const flags = (textOf(fields, field) ?? "").split(" ").filter((flag) => flag !== "");
  return flags.map((flag) => `“${t(`domain:areaFlag.${flag}`, { defaultValue: flag })}”`);
}

function graceSentence(t: TFunction, fields: RowFields): string | null {
  const until = textOf(fields, "graceUntil");
  const on = textOf(fields, "graceServingOn");
  if (until === null) return null;
  if (on === null) return t("screen-catalog:rule.grace", { until: formatDay(until) });
  const days = { until: formatDay(until), day: formatDay(on) };
  const groups = groupWords(t, fields, "graceGroups").join(", ");
  return groups === ""
    ? t("screen-catalog:rule.graceServing", days)
    : t("screen-catalog:rule.graceServingIn", { ...days, groups });
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase("vi") + text.slice(1);
}
