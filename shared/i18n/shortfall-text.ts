/** What is missing by one standard as one line, in the words of the card that explains it: for lists of many people. */
import type { FindingData } from "../contract/schemas/common";
import { levelRank } from "../domain/levels";
import { formatPartialDate } from "../domain/partial-date";
import { cutText } from "../text/cut";
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
  const reasons = of.missing.map((reason) => missingText(t, of, reason));
  return [facts.map((fact) => fact.join(": ")).join("; "), ...reasons].map((part) => `${part}.`).join(" ");
}

/**
 * One reason of a finding as a sentence without its full stop; the first with what an import said of it, so that nobody
 * takes what waits to be matched for what was never told.
 */
export function missingText(t: Translate, of: FindingData, reason: string): string {
  const sentence = reasonText(t, of, reason);
  if (of.keptTexts.length === 0 || reason !== of.missing[0]) return sentence;
  const texts = of.keptTexts.map((text) => `“${cutText(text, mostKept)}”`).join(", ");
  return t("screen-person:why.keptTexts", { sentence, texts });
}

/** Letters of a text of an import that are shown. */
const mostKept = 80;

function reasonText(t: Translate, of: FindingData, reason: string): string {
  const { standard, required, evidence } = of;
  const least = levelRank(standard, required ?? "");
  const held = evidence.flatMap(({ level, major }) =>
    major !== null && levelRank(standard, level) >= least ? [major] : [],
  );
  return t(`missing:${reason}`, {
    defaultValue: reason,
    actual: levelWords(t, of).actual.toLocaleLowerCase("vi"),
    held: [...new Set(held)].join(", "),
    majors: of.majors.join(", "),
  });
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
  const orHigher =
    of.required === null ? null : t("screen-person:why.orHigher", { level: level(of.required) });
  return {
    required:
      orHigher === null || of.majors.length === 0
        ? orHigher
        : t("screen-person:why.ofMajors", { level: orHigher, majors: of.majors.join(", ") }),
    actual: of.actual === null && of.evidence.length > 0 ? t("screen-person:why.notSure") : level(of.actual),
  };
}
