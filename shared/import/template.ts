/**
 * The table that an office fills in where it has none: its headings are those by which the import finds columns, so that what
 * is filled in comes in without a question.
 */
import { columnOfKey, type PersonColumn } from "../columns/column";
import { usualColumns } from "../columns/export-columns";
import { columnLabel } from "../columns/label";
import { levelLadders, qualificationKinds } from "../domain/levels";
import { choiceWord, type Translate } from "../i18n";

const unit = "assignment.unit";

/** The id of the record and the columns of every list, a unit also by its code, which tells those of one name apart. */
const parts = ["#person", ...usualColumns.flatMap((key) => (key === unit ? [`${unit}:code`, unit] : [key]))];

export interface TemplateColumn {
  readonly heading: string;
  /** Words of a closed list; none where anything may stand there. */
  readonly choices: readonly string[];
  readonly isDate: boolean;
  readonly isNeeded: boolean;
}

export function templateColumns(t: Translate): TemplateColumn[] {
  return parts.map((part) => {
    if (part === "#person")
      return { heading: t("import:template.person"), choices: [], isDate: false, isNeeded: false };
    const [key = ""] = part.split(":");
    const column = columnOfKey(key);
    if (column === null) throw new Error(`No column ${part}`);
    if (part.endsWith(":code"))
      return { heading: t("domain:field.unit.code"), choices: [], isDate: false, isNeeded: false };
    return {
      heading: columnLabel(t, column),
      choices: choicesOf(column, t),
      isDate: column.definition.type === "partialDate",
      isNeeded: column.definition.required === true && column.pick.kind === "own",
    };
  });
}

function choicesOf({ entity, field, definition, pick }: PersonColumn, t: Translate): string[] {
  const kind = qualificationKinds.find((one) => pick.kind === "best" && one === pick.value);
  const isLevel = definition.ladder !== undefined && kind !== undefined;
  const keys: readonly string[] = isLevel ? levelLadders[kind] : (definition.choices ?? []);
  return keys.map((key) => choiceWord(t, entity, field, key, isLevel ? kind : null));
}
