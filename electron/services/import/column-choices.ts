/** The answers that a column of people can have, where they are few and known without the roster: for a picker. */
import type { PersonColumn } from "../../../shared/columns/column";
import { choiceWord, type Translate } from "../../../shared/i18n";
import { answerKeys } from "../../../shared/import/answer-words";

export function columnChoices(
  column: PersonColumn,
  t: Translate,
): { readonly value: string; readonly label: string }[] {
  return answerKeys(column).map((value) => ({ value, label: answerLabel(column, value, t) }));
}

/** What an answer of a column is called; of a level as its own ladder calls it. */
export function answerLabel(
  { entity, field, definition, pick }: PersonColumn,
  value: string,
  t: Translate,
): string {
  const ladder = pick.kind === "best" && definition.ladder !== undefined ? pick.value : null;
  return choiceWord(t, entity, field, value, ladder);
}
