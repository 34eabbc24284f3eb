/** Two rules that contradict each other in words: each with its clause and text and what it asks for, and whom both ask. */
import { type AppError, appError } from "../../shared/contract/errors";
import { type RowFields, textOf } from "../../shared/domain/validate/fields";
import { choiceWord, type Translate } from "../../shared/i18n";
import { type Contradiction, differenceOf } from "../../shared/standards/contradictions";
import type { StandardSetRows } from "../../shared/standards/from-rows";
import { majorNames } from "../../shared/standards/majors";
import { cutText } from "../../shared/text/cut";
import { allRows } from "../roster/read/rows";
import type { OpenRoster } from "./open-roster";

/** More would hide what the sentence is about. */
const mostNamed = 3;
const longestName = 60;

/** @param sets all sets as they would be */
export function contradictionOf(
  { db, surroundings: { t } }: OpenRoster,
  sets: readonly StandardSetRows[],
  { first, second }: Contradiction,
): AppError {
  const [one, other] = [ruleOf(sets, first), ruleOf(sets, second)];
  const differs = differenceOf(one.fields, other.fields);
  const asks = (fields: RowFields) => demandOf(t, fields, differs !== "level");
  const names = new Map(
    allRows(db, "post").map(({ id, fields }) => [id, textOf(fields, "name") ?? ""] as const),
  );
  return appError("rules-contradict", {
    first: one.name,
    firstAsks: asks(one.fields),
    firstRule: first,
    second: other.name,
    secondAsks: asks(other.fields),
    secondRule: second,
    whom: whom(t, one.fields, other.fields, names),
    differs,
  });
}

function ruleOf(sets: readonly StandardSetRows[], id: string): { fields: RowFields; name: string } {
  for (const { fields, rules } of sets) {
    const rule = rules.find((one) => one.id === id);
    if (rule === undefined) continue;
    const name = `“${brief(textOf(rule.fields, "clause") ?? id)}” (${brief(textOf(fields, "name") ?? "")})`;
    return { fields: rule.fields, name };
  }
  throw new Error(`No rule ${id}`);
}

/** "Đại học, ngành Đất đai". @param ofMajors whether it is told that any field of study is taken */
function demandOf(t: Translate, fields: RowFields, ofMajors: boolean): string {
  const level = textOf(fields, "minimumLevel");
  if (level === null) return t("domain:ruleAsks.none");
  const word = choiceWord(t, "standardRule", "minimumLevel", level, textOf(fields, "standard"));
  const majors = majorNames(fields);
  if (majors.length === 0) return ofMajors ? t("domain:ruleAsks.anyMajor", { level: word }) : word;
  return t("domain:ruleAsks.majors", { level: word, majors: some(t, majors) });
}

/** The groups and single posts of which both speak. */
function whom(t: Translate, one: RowFields, other: RowFields, names: ReadonlyMap<string, string>): string {
  const both = (field: "postGroups" | "posts") => {
    const others = new Set(textOf(other, field)?.split(" ") ?? []);
    return [...new Set(textOf(one, field)?.split(" ") ?? [])].filter((key) => others.has(key));
  };
  return some(t, [
    ...both("postGroups").map((key) => choiceWord(t, "standardRule", "postGroups", key, null)),
    ...both("posts").map((id) => names.get(id) ?? id),
  ]);
}

function some(t: Translate, all: readonly string[]): string {
  const named = all.slice(0, mostNamed).map(brief).join(", ");
  return all.length <= mostNamed ? named : t("domain:ruleAsks.more", { named, more: all.length - mostNamed });
}

function brief(text: string): string {
  return text.length <= longestName ? text : `${cutText(text, longestName - 1)}…`;
}
