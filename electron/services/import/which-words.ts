/** What an import asks of another post or level, in words: what stands on record, what in the table, and the answers. */
import { columnOfKey, type PersonColumn } from "../../../shared/columns/column";
import { columnLabel } from "../../../shared/columns/label";
import type { FieldValue } from "../../../shared/domain/entities";
import type { Translate } from "../../../shared/i18n";
import { newRowName } from "../../../shared/import/new-rows";
import type { WhichAsked } from "../../../shared/import/questions";
import type { CatalogFacts } from "../../roster/read/index/catalog-facts";
import { wordOf } from "../value-words";
import type { ImportPlan } from "./import-plan";

/** A column that differs. */
export interface WhichWords {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

interface Words {
  readonly newRows: ImportPlan["newRows"];
  readonly catalog: CatalogFacts;
  readonly t: Translate;
}

export function whichWords({ says }: Pick<WhichAsked, "says">, words: Words): WhichWords[] {
  return says.flatMap(({ key, before, after }) => {
    const column = columnOfKey(key);
    if (column === null) return [];
    const label = columnLabel(words.t, column);
    return { label, before: word(column, before, words), after: word(column, after, words) };
  });
}

function word(column: PersonColumn, value: FieldValue, { newRows, catalog, t }: Words): string {
  const added = newRows.get(String(value));
  if (added !== undefined) return newRowName(added);
  const { entity, field, pick } = column;
  const told = (name: string) => (pick.kind === "best" && pick.by === name ? pick.value : null);
  return wordOf(catalog, t, entity, field, value, told) ?? "";
}

/** What an answer is called: of a post that a new one ends, or of a level that stays. */
export function whichLabel({ isDated }: Pick<WhichAsked, "isDated">, answer: string, t: Translate): string {
  return t(`import:answer.${answer}${isDated ? "Post" : "Level"}`, { defaultValue: answer });
}
