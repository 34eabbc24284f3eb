/** What the office writes on its forms beside the figures, as it stands in the roster. */
import type { Written } from "../../../shared/contract/schemas/proposed";
import type { FieldValue } from "../../../shared/domain/entities";
import { blankKeys } from "../../../shared/domain/entities/form-details";
import { validateFields } from "../../../shared/domain/validate/fields";
import type { Filled } from "../../../shared/report/form";
import { officeRow } from "../../roster/read/office";
import { allRows, type StoredRow } from "../../roster/read/rows";
import { enteredFields } from "../entered-fields";
import type { OpenRoster } from "../open-roster";
import { refuseErrors } from "../records";

export interface FormDetails {
  readonly filled: Filled;
  readonly oneFigure: boolean;
}

/** @param form key of a shipped form, row id of a layout */
export function keptDetails(roster: OpenRoster, form: string): FormDetails {
  const fields = rowOf(roster, form)?.fields ?? {};
  const filled: Partial<Record<(typeof blankKeys)[number], string>> = {};
  for (const key of blankKeys) {
    const text = fields[key];
    if (typeof text === "string" && text !== "") filled[key] = text;
  }
  return { filled, oneFigure: fields["oneFigure"] === true };
}

/**
 * Keeps them for the next time as one change; nothing is written where nothing differs.
 * @throws AppError validation, roster-readonly
 */
export function keepDetails(roster: OpenRoster, form: string, { filled, oneFigure }: FormDetails): Written {
  const row = rowOf(roster, form);
  const typed: Record<string, FieldValue> = { oneFigure: oneFigure ? true : null };
  for (const key of blankKeys) typed[key] = filled[key] ?? null;
  const fields = enteredFields("formDetails", typed);
  const before = row?.fields ?? {};
  const changed = Object.fromEntries(
    Object.entries(fields).filter(([field, value]) => value !== (before[field] ?? null)),
  );
  if (Object.keys(changed).length === 0) return { proposed: null };
  const id = row?.id ?? roster.newId();
  const own = { unit: officeRow(roster.db)?.fields["unit"] ?? null, form };
  refuseErrors(validateFields("formDetails", id, { ...own, ...before, ...changed }, { complete: true }));
  const { proposed } = roster.write({
    action: "formDetails",
    reason: null,
    edits: [
      row === null
        ? { kind: "create", entity: "formDetails", id, fields: { ...own, ...changed } }
        : { kind: "update", entity: "formDetails", id, fields: changed },
    ],
  });
  return { proposed };
}

/** Our own; of several, which two PCs may have begun, the first by id on both. */
function rowOf(roster: OpenRoster, form: string): StoredRow | null {
  const unit = officeRow(roster.db)?.fields["unit"] ?? null;
  return (
    allRows(roster.db, "formDetails").find(
      ({ fields }) => fields["form"] === form && fields["unit"] === unit,
    ) ?? null
  );
}
