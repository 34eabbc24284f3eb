/** What cells say under headings that name an answer ("Đại học", "Nam"): a cross, or more of it. */
import { columnOfKey } from "../columns/column";
import { qualificationKinds } from "../domain/levels";
import { answersIn, type Meaning } from "./column-role";
import { keepAsText } from "./questions";
import { readLevelText } from "./read-levels";
import { askWord, isSign, nothing, type Reading, saysNothing, unread, value } from "./reading";

/**
 * What a cell says under a heading that names an answer: a cross says yes; a text may say more of a level.
 * @param chosen which answer a cross is, where the heading names several
 */
export function readUnderAnswer(means: Meaning, text: string, chosen?: string): Reading {
  if (saysNothing(text) || /^(?:0|không|k|no|false)$/iu.test(text)) return nothing;
  const column = columnOfKey(means.key);
  if (column === null) throw new Error(`No column ${means.key}`);
  const answers = answersIn(means);
  const [only = ""] = answers;
  const answer = answers.length === 1 ? only : answers.find((one) => one === chosen);
  const open = unread("severalLevels", chosen === keepAsText ? null : { kind: "oneOf", choices: answers });
  if (isSign(text) || /^(?:1|có|yes|true)$/iu.test(text)) return answer === undefined ? open : value(answer);
  const kind = qualificationKinds.find((one) => column.pick.kind === "best" && one === column.pick.value);
  const isLevel = kind !== undefined && column.definition.ladder !== undefined && /^\p{L}/u.test(text);
  if (!isLevel || (kind !== "professional" && answers.length === 1)) return unread("word", askWord);
  const read = readLevelText(kind, text);
  if (read.kind === "value")
    return answers.includes(String(read.value)) ? read : unread("contradicts", askWord);
  if (kind !== "professional") return unread("word", askWord);
  return answer === undefined ? open : value(answer, { major: text });
}
