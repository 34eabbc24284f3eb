/** That a rule asks less than the text which its set details, as one sentence, alike on screen and on the command line. */
import type { WeakRuleData } from "../contract/schemas/rules";
import type { Translate } from "./translator";

/** @returns e.g. "“Điều 3” (QĐ 12/2026/QĐ-UBND): chuyên môn từ Trung cấp, thấp hơn Đại học ở “Điều 8” (NĐ 334/2025)." */
export function weakSentence(t: Translate, weak: WeakRuleData): string {
  const { standard, weakness, clause, setName, level, baseClause, baseSetName, baseLevel } = weak;
  const word = (key: string | null) =>
    key === null ? "" : t(`domain:level.${standard}.${key}`, { defaultValue: key });
  return t(`screen-rules:weaker.${weakness}`, {
    own: `“${clause}” (${setName})`,
    base: `“${baseClause}” (${baseSetName})`,
    standard: t(`domain:standard.${standard}`).toLocaleLowerCase("vi"),
    level: word(level),
    baseLevel: word(baseLevel),
  });
}
