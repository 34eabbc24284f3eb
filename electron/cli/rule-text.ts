/** One rule as a line of the command line: the field of each answer with its words. */
import { entityDefinition, fieldDefinition } from "../../shared/domain/entities";
import { type RowFields, textOf } from "../../shared/domain/validate/fields";
import { choiceWord, type Translate } from "../../shared/i18n";
import { formatDay } from "../../shared/text/format";

/** Fields that the line begins or ends with, or that say nothing of the law. */
const apart: ReadonlySet<string> = new Set([
  "set",
  "standard",
  "minimumLevel",
  "clause",
  "verified",
  "order",
  "note",
]);

/** @param keyOf how a post is named */
export function ruleText(t: Translate, fields: RowFields, keyOf: (id: string) => string): string {
  const standard = textOf(fields, "standard");
  const level = textOf(fields, "minimumLevel");
  const demand = t(level === null ? "cli:rules.none" : "cli:rules.atLeast", {
    standard: t(`domain:standard.${standard}`, { defaultValue: standard ?? "" }),
    level: level === null ? "" : choiceWord(t, "standardRule", "minimumLevel", level, standard),
  });
  const conditions = Object.keys(entityDefinition("standardRule").fields).flatMap((field) => {
    const value = fields[field] ?? null;
    if (value === null || apart.has(field)) return [];
    const type = fieldDefinition("standardRule", field)?.type;
    const words =
      type === "day"
        ? [formatDay(String(value))]
        : type === "text"
          ? [String(value)]
          : String(value)
              .split(" ")
              .map((key) =>
                type === "referenceSet" ? keyOf(key) : choiceWord(t, "standardRule", field, key, null),
              );
    return [`${t(`domain:field.standardRule.${field}`)}: ${words.join(", ")}`];
  });
  const unverified = fields["verified"] === true ? [] : [t("domain:unverified").toLowerCase()];
  return [demand, ...conditions, textOf(fields, "clause") ?? "", ...unverified].join("; ");
}
