/** What is missing by one standard as one line, in the words of the card that explains it: for lists of many people. */
import type { TFunction } from "i18next";
import type { ShortfallData } from "../../../shared/contract/schemas/officials";
import type { Standard } from "../../../shared/domain/values";
import type { Words } from "../../components/words";

/**
 * @param t with the namespaces `screen-person` and `missing`
 * @returns for instance "Yêu cầu: Trung cấp trở lên; Hiện có: Sơ cấp. Trình độ thấp hơn mức yêu cầu."
 */
export function shortfallText(t: TFunction, words: Words, standard: Standard, of: ShortfallData): string {
  const level = (key: string | null) => words.level(standard, key) ?? t("screen-person:why.nothing");
  const facts = [
    ...(of.required === null
      ? []
      : [[t("screen-person:why.required"), t("screen-person:why.orHigher", { level: level(of.required) })]]),
    [
      t("screen-person:why.actual"),
      of.actual === null && of.hasEvidence ? t("screen-person:why.notSure") : level(of.actual),
    ],
    ...(of.graceUntil === null ? [] : [[t("screen-person:why.graceUntil"), words.date(of.graceUntil)]]),
  ];
  const reasons = of.missing.map((reason) => t(`missing:${reason}`, { defaultValue: reason }));
  return [facts.map((fact) => fact.join(": ")).join("; "), ...reasons].map((part) => `${part}.`).join(" ");
}
