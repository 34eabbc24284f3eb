/** From where to where somebody moved by a row of an assignment, in a sentence: the record and the history say it alike. */
import { moveOf } from "../../shared/career/moves";
import type { Translate } from "../../shared/i18n";
import { moveSentence } from "../../shared/i18n/move-sentence";
import type { CatalogFacts } from "../roster/read/index/catalog-facts";
import type { StoredRow } from "../roster/read/rows";

/** @param rows all assignments of the person @returns null where the row is no move, or nothing says from where */
export function toldMove(
  row: StoredRow,
  rows: readonly StoredRow[],
  catalog: CatalogFacts,
  t: Translate,
): string | null {
  const move = moveOf(row, rows, (id) => {
    const unit = catalog.unitOfId(id);
    return unit === null ? null : { name: unit.fullName, level: unit.level };
  });
  return move === null ? null : moveSentence(t, move, row.fields);
}
