/** A rule of a standard set as a sentence that can be held against the text of the law. */
import type { TFunction } from "i18next";
import type { PostOption } from "../../../shared/contract/schemas/catalog";
import { fieldDefinition, type FieldValue } from "../../../shared/domain/entities";
import { type RowFields, textOf } from "../../../shared/domain/validate/fields";
import { majorNames } from "../../../shared/standards/majors";
import { formatDay } from "../../../shared/text/format";
import { inSentence } from "../../../shared/text/in-sentence";

/**
 * @param t with the namespaces `screen-catalog`, `screen-rules` and `domain`
 * @param fields a `standardRule` row
 * @param posts those that there are, in the order in which they are to be named
 * @returns for instance "Công chức chuyên môn: chuyên môn từ Đại học trở lên, ở địa bàn Miền núi hoặc Vùng cao."
 */
export function ruleSentence(
  t: TFunction,
  fields: RowFields,
  posts: readonly Pick<PostOption, "id" | "name">[] = [],
): string {
  const standard = textOf(fields, "standard") ?? "";
  const level = textOf(fields, "minimumLevel");
  const standardWord = inSentence(t(`domain:standard.${standard}`, { defaultValue: standard }));
  const demand =
    level === null
      ? t("screen-catalog:rule.noLevel", { standard: standardWord })
      : t("screen-catalog:rule.atLeast", {
          standard: standardWord,
          level: t(`domain:level.${standard}.${level}`, { defaultValue: level }),
        });
  const majors = majorNames(fields);
  const any = flagWords(t, fields, "anyFlag");
  const all = flagWords(t, fields, "allFlags");
  const where = [
    majors.length === 0
      ? null
      : t("screen-rules:when.majors", { majors: majors.join(t("screen-catalog:rule.or")) }),
    any.length === 0
      ? null
      : t("screen-catalog:rule.anyFlag", { flags: any.join(t("screen-catalog:rule.or")) }),
    all.length === 0
      ? null
      : t("screen-catalog:rule.allFlags", { flags: all.join(t("screen-catalog:rule.and")) }),
    textOf(fields, "entry") === null ? null : t("screen-catalog:rule.first"),
    ...personConditions(t, fields),
  ].filter((part) => part !== null);
  const named = keysOf(fields, "posts");
  const single = posts.filter(({ id }) => named.includes(id)).map(({ name }) => name);
  const main = `${[...groupWords(t, fields, "postGroups"), ...single].join("; ")}: ${[demand, ...where].join(", ")}.`;
  const grace = graceSentence(t, fields);
  return grace === null ? main : `${main} ${grace}`;
}

/** What is asked of the person and not of where they serve. */
function personConditions(t: TFunction, fields: RowFields): string[] {
  const categories = keysOf(fields, "categories").map((key) =>
    t(`domain:postCategory.${key}`, { defaultValue: key }),
  );
  const servingOn = textOf(fields, "servingOn");
  return [
    ...(categories.length === 0 ? [] : [t("screen-rules:when.categories", { kinds: categories.join(", ") })]),
    ...between(t, "age", fields["ageFrom"], fields["ageTo"]),
    ...between(t, "months", fields["monthsFrom"], fields["monthsTo"]),
    ...(servingOn === null ? [] : [t("screen-rules:when.serving", { day: formatDay(servingOn) })]),
  ];
}

function between(
  t: TFunction,
  what: "age" | "months",
  from: FieldValue | undefined,
  to: FieldValue | undefined,
): string[] {
  const [least, most] = [from ?? null, to ?? null];
  if (least === null && most === null) return [];
  const form = least === null ? "to" : most === null ? "from" : "between";
  return [t(`screen-rules:when.${what}.${form}`, { from: least, to: most })];
}

/** What a field has ticked, in the order of its choices: stored it is sorted by letters that nobody reads. */
function keysOf(fields: RowFields, field: string): string[] {
  const keys = (textOf(fields, field) ?? "").split(" ").filter((key) => key !== "");
  const choices = fieldDefinition("standardRule", field)?.choices ?? [];
  return keys.sort((a, b) => choices.indexOf(a) - choices.indexOf(b));
}

function groupWords(t: TFunction, fields: RowFields, field: "postGroups" | "graceGroups"): string[] {
  return keysOf(fields, field).map((group) => t(`domain:postGroup.${group}`, { defaultValue: group }));
}

function flagWords(t: TFunction, fields: RowFields, field: "anyFlag" | "allFlags"): string[] {
  return keysOf(fields, field).map((flag) => `“${t(`domain:areaFlag.${flag}`, { defaultValue: flag })}”`);
}

function graceSentence(t: TFunction, fields: RowFields): string | null {
  const until = textOf(fields, "graceUntil");
  const on = textOf(fields, "graceServingOn");
  const event = textOf(fields, "graceEvent");
  if (event !== null) {
    const years = t("screen-rules:when.grace", {
      years: fields["graceYears"] ?? "",
      event: inSentence(t(`domain:graceEvent.${event}`, { defaultValue: event })),
    });
    return on === null ? years : t("screen-rules:when.graceServing", { years, day: formatDay(on) });
  }
  if (until === null) return null;
  if (on === null) return t("screen-catalog:rule.grace", { until: formatDay(until) });
  const days = { until: formatDay(until), day: formatDay(on) };
  const groups = groupWords(t, fields, "graceGroups").join(", ");
  return groups === ""
    ? t("screen-catalog:rule.graceServing", days)
    : t("screen-catalog:rule.graceServingIn", { ...days, groups });
}
