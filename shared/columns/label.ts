/**
 * What a column is called: at the head of the grid, in a list that goes out, and as the heading by which a workbook's
 * column is found again. Made of the words of entities and fields, so that a new field has its heading with its word.
 */
import { fieldDefinition } from "../domain/entities";
import type { Translate } from "../i18n";
import { type PersonColumn, personColumns } from "./column";

/** The heading of a column; no two have the same one. */
export function columnLabel(t: Translate, column: PersonColumn): string {
  const { entity, field, pick, row } = column;
  const plain = column.row === null ? column.key : column.key.slice(0, column.key.lastIndexOf("#"));
  const said = t(`columns:heading.${plain}`, { defaultValue: "" });
  const word = t(`domain:field.${entity}.${field}`);
  const name = said === "" ? derived(t, column, word) : said;
  if (pick.kind !== "each" || row === null) return name;
  return t("columns:numbered", { name, row });
}

function derived(t: Translate, column: PersonColumn, word: string): string {
  const { entity, pick, definition } = column;
  switch (pick.kind) {
    case "own":
      return word;
    case "main":
      return isTaken(t, column, word)
        ? t("columns:of", { field: word, whose: t(`domain:entity.${entity}`) })
        : word;
    case "best": {
      const group = fieldDefinition(entity, pick.by)?.words ?? pick.by;
      const whose = t(`domain:${group}.${pick.value}`, { defaultValue: pick.value });
      return definition.ladder === pick.by ? whose : t("columns:of", { field: word, whose });
    }
    case "each":
      return t("columns:of", { field: word, whose: t(`domain:entity.${entity}`) });
  }
}

/** Whether another column in front of it bears a field's plain word. */
function isTaken(t: Translate, column: PersonColumn, word: string): boolean {
  return personColumns.some(
    ({ entity, field, pick, key }) =>
      pick.kind === "own" && key !== column.key && t(`domain:field.${entity}.${field}`) === word,
  );
}
