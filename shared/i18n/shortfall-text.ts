/** What is missing by one standard as one line, in the words of the card that explains it: for lists of many people. */
import type { FindingData } from "../contract/schemas/common";
import { levelRank, noTraining } from "../domain/levels";
import { formatPartialDate } from "../domain/partial-date";
import { cutText } from "../text/cut";
import { inSentence } from "../text/in-sentence";
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
 * The same in so few words that they stand in a cell of a list, for instance "cần trung cấp LLCT, có sơ cấp": how far it is
 * from what is held to what is asked for, and until when there is time. It says by itself of which standard it is.
 */
export function shortfallShort(t: Translate, of: FindingData): string {
  const { standard, required, graceUntil, keptTexts } = of;
  const name = t(`domain:standardShort.${standard}`);
  const level = (key: string) => inSentence(t(`domain:level.${standard}.${key}`, { defaultValue: key }));
  const [reason = ""] = of.missing;
  const parts: string[] = [];
  if (required !== null && (reason === "levelTooLow" || reason === "noRecord")) {
    const asked = standard === usualStandard ? level(required) : `${level(required)} ${name}`;
    parts.push(t("missing:short.required", { level: asked }), heldShort(t, of, level));
  } else {
    const reasons = of.missing.map((one) =>
      t(`missing:short.${one}`, {
        defaultValue: inSentence(reasonText(t, of, one)),
        held: heldMajors(of).join(", "),
        majors: of.majors.join(", "),
      }),
    );
    parts.push(`${name}: ${reasons.join(", ")}`);
  }
  const [text] = keptTexts;
  if (text !== undefined) parts.push(t("missing:short.kept", { text: cutText(text, mostKeptShort) }));
  if (graceUntil !== null) parts.push(t("missing:short.grace", { day: formatPartialDate(graceUntil) }));
  return parts.join(", ");
}

/** A cell with what somebody lacks: for a grid in few words, for what goes out in whole sentences. @param isNamed by standard */
export function shortfallCell(
  t: Translate,
  of: readonly FindingData[],
  isNamed: boolean,
): { readonly text: string; readonly short: string } {
  const sentence = (finding: FindingData) =>
    isNamed
      ? `${t(`domain:standard.${finding.standard}`)}: ${shortfallText(t, finding)}`
      : shortfallText(t, finding);
  return {
    text: of.map(sentence).join(" "),
    short: of.map((finding) => shortfallShort(t, finding)).join("; "),
  };
}

/** The one whose levels are meant where nobody says of what they are. */
const usualStandard = "professional";

function heldShort(t: Translate, { actual, evidence }: FindingData, level: (key: string) => string): string {
  if (actual === null) return t(evidence.length > 0 ? "missing:short.notSure" : "missing:short.nothing");
  // "Chưa qua đào tạo" says by itself that there is nothing.
  return actual === noTraining ? level(actual) : t("missing:short.actual", { level: level(actual) });
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
const mostKeptShort = 30;

function reasonText(t: Translate, of: FindingData, reason: string): string {
  return t(`missing:${reason}`, {
    defaultValue: reason,
    actual: inSentence(levelWords(t, of).actual),
    held: heldMajors(of).join(", "),
    majors: of.majors.join(", "),
  });
}

/** Fields of study in which the level is held. */
function heldMajors({ standard, required, evidence }: FindingData): string[] {
  const least = levelRank(standard, required ?? "");
  const held = evidence.flatMap(({ level, major }) =>
    major !== null && levelRank(standard, level) >= least ? [major] : [],
  );
  return [...new Set(held)];
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
