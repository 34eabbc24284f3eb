/** A person of a plan as the preview shows them: cell by cell what is and what would be, in words. */
import { columnOfKey, personColumns } from "../../../shared/columns/column";
import { columnLabel } from "../../../shared/columns/label";
import type { ImportPerson } from "../../../shared/contract/schemas/imports";
import type { FieldValue } from "../../../shared/domain/entities";
import { issueSentence, type Translate } from "../../../shared/i18n";
import type { FieldChange, RowWrite } from "../../../shared/import/compare";
import { newRowName } from "../../../shared/import/new-rows";
import type { PersonPlan } from "../../../shared/import/plan";
import type { OpenRoster } from "../open-roster";
import { besideIn, toldApartBy, wordIn } from "./added-beside";
import type { ImportPlan } from "./import-plan";
import { cellSentence } from "./summary";
import { duplicateOf } from "./who-it-may-be";

export function importPerson(
  person: PersonPlan,
  { people, newRows }: Pick<ImportPlan, "people" | "newRows">,
  roster: OpenRoster,
  t: Translate,
): ImportPerson {
  const { outcome, id, name, birth, lines, writes, warnings, left } = person;
  const besideOf = besideIn(person, roster, t);
  return {
    outcome,
    sheet: lines[0]?.sheet ?? "",
    rows: lines.map(({ row }) => row),
    name,
    birth,
    officialId: outcome === "changed" || outcome === "unchanged" ? id : null,
    changes: writes.flatMap((write) =>
      write.changes
        .filter(({ entity, field }) => field !== toldApartBy(entity))
        .map((change) => ({
          ...changeOf(change, write, newRows, roster, t),
          beside: besideOf(change, write),
        })),
    ),
    kept: lines.flatMap(({ cells }) =>
      cells
        .filter((cell) => cell.outcome === "kept")
        .map((cell) => ({ heading: cell.heading, text: cell.text, why: cellSentence(cell, t) })),
    ),
    blanks: person.blanks.map(({ key, text }) => {
      const column = columnOfKey(key);
      return { label: column === null ? key : columnLabel(t, column), text };
    }),
    warnings: warnings.map((issue) => issueSentence(t, issue)),
    duplicate: duplicateOf(person, people, roster, t),
    left: left === null ? null : t(`import:left.${left}`),
  };
}

function changeOf(
  change: FieldChange,
  { fields }: RowWrite,
  newRows: ImportPlan["newRows"],
  roster: OpenRoster,
  t: Translate,
) {
  const { entity, field, by, before, after } = change;
  const word = (value: FieldValue) => {
    const added = newRows.get(String(value));
    return added === undefined
      ? wordIn(change, value, fields, roster, t)
      : t("import:newRow", {
          name: newRowName(added),
          what: t(`domain:entity.${added.entity}`).toLowerCase(),
        });
  };
  return { label: labelOf(entity, field, by, t), before: word(before), after: word(after) ?? "" };
}

/** The heading of a field; of one that is in no column of a table its own word. */
function labelOf(entity: FieldChange["entity"], field: string, by: string | null, t: Translate): string {
  const column =
    columnOfKey([entity, ...(by === null ? [] : [by]), field].join(".")) ??
    personColumns.find((one) => one.entity === entity && one.field === field);
  return column == null ? t(`domain:field.${entity as string}.${field}`) : columnLabel(t, column);
}
