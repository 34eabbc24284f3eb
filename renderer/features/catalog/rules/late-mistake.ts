/**
 * Which field of a row a refusal is about that is only known once everything is held against each other, and what is said
 * beside it: so that whoever is refused stands where it can be mended.
 */
import type { TFunction } from "i18next";
import type { ErrorData } from "../../../../shared/contract/errors";
import type { WeakRuleData } from "../../../../shared/contract/schemas/rules";
import { readableParams, type Translate } from "../../../../shared/i18n";
import { weakSentence } from "../../../../shared/i18n/weak-sentence";
import { issueText } from "../../../records/issue-words";
import type { Refusal } from "./draft-dialog";

export interface LateMistake {
  readonly field: string;
  readonly text: string;
}

/**
 * @param t with the namespaces `screen-rules`, `errors`, `issues` and `domain`
 * @param id of the row
 * @returns null where the refusal is about no field of it
 */
export function lateMistake(t: TFunction, say: Translate, id: string, refusal: Refusal): LateMistake | null {
  if ("noLevel" in refusal) return { field: "minimumLevel", text: t("screen-rules:noLevel.field") };
  return "weaker" in refusal ? weakMistake(say, id, refusal.weaker) : errorMistake(t, id, refusal.error);
}

const weakField = {
  none: "minimumLevel",
  level: "minimumLevel",
  majors: "majors",
  grace: "graceUntil",
} as const satisfies Record<WeakRuleData["weakness"], string>;

function weakMistake(say: Translate, id: string, weaker: readonly WeakRuleData[]): LateMistake | null {
  const own = weaker.find(({ rule }) => rule === id);
  return own === undefined ? null : { field: weakField[own.weakness], text: weakSentence(say, own) };
}

function errorMistake(t: TFunction, id: string, error: ErrorData): LateMistake | null {
  const issue = error.issues?.find(({ rowId, severity }) => rowId === id && severity === "error");
  if (issue !== undefined) return { field: issue.field, text: issueText(t, issue) };
  switch (error.code) {
    case "rules-circle":
    case "rules-deep":
      return {
        field: "basedOn",
        text: t(`errors:${error.code}`, { ...readableParams(error.params) }),
      };
    case "rules-contradict": {
      const { first, firstAsks, firstRule, second, secondAsks, secondRule, differs } = error.params;
      if (id !== firstRule && id !== secondRule) return null;
      const other = id === firstRule ? { rule: second, asks: secondAsks } : { rule: first, asks: firstAsks };
      return {
        field: differs === "majors" ? "majors" : "minimumLevel",
        text: t("screen-rules:contradicts", { ...readableParams(other) }),
      };
    }
    default:
      return null;
  }
}
