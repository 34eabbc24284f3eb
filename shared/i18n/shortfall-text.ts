/** What is missing by one standard as one line, in the words of the card that explains it: for lists of many people. */
import type { FindingData } from "../contract/schemas/common";
import { formatPartialDate } from "../domain/partial-date";
import type { Translate } from "./translator";

/** @returns for instance "Yêu cầu: Trung cấp trở lên; Hiện có: Sơ cấp. Trình độ thấp hơn mức yêu cầu." */
export function shortfallText(t: Translate, of: FindingData): string {
  const { required, actual } = levelWords(t, of);
  const facts = [
    ...(required === null ? [] : [[t("screen-person:why.required"), required]]),
    [t("screen-person:why.actual"), actual],
    ...(of.graceUntil === null
      ? []
      : [[t("screen-person:why.graceUntil"), formatPartialDate(of.graceUntil)]]),
  ];
  const reasons = of.missing.map((reason) => t(`missing:${reason}`, { defaultValue: reason }));
  return [facts.map((fact) => fact.join(": ")).join("; "), ...reasons].map((part) => `${part}.`).join(" ");
}

/** What the rule asks for ("Trung cấp trở lên"; null where no level is) and what is held, in words. */
export function levelWords(
  t: Translate,
  of: FindingData,
): { readonly required: string | null; readonly actual: string } {
  const level = (key: string | null) =>
    key === null
      ? t("screen-person:why.nothing")
      : t(`domain:level.${of.standard}.${key}`, { defaultValue: key });
  return {
    required: of.required === null ? null : t("screen-person:why.orHigher", { level: level(of.required) }),
    actual: of.actual === null && of.evidence.length > 0 ? t("screen-person:why.notSure") : level(of.actual),
  };
}
