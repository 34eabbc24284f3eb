/**
 * Editor of a standard set, a rule or a post, new or stored. An edited set or rule counts as not compared with the law
 * until somebody says so again, because what was confirmed is no longer what stands there.
 */
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { type EntityName, fieldDefinition, type FieldValue } from "../../../../shared/domain/entities";
import { validateCatalogRow } from "../../../../shared/domain/validate/catalog";
import { cleanFields } from "../../../../shared/domain/validate/clean";
import { type RowFields, textOf } from "../../../../shared/domain/validate/fields";
import { hasErrors } from "../../../../shared/domain/validate/issue";
import type { RuleEdit } from "../../../../shared/standards/draft";
import { FieldGrid, FieldSlotBox } from "../../../records/field/field-grid";
import { RegistryField } from "../../../records/field/registry-field";
import { useRowDraft } from "../../../records/use-row-draft";
import { issuesOf } from "../../../records/issue-words";
import { useTranslate } from "../../../components/translate";
import { DraftDialog } from "./draft-dialog";
import { type LateMistake, lateMistake } from "./late-mistake";
import { PostsField } from "./posts-field";
import { rowParts } from "./row-slots";
import classes from "./rules.module.css";
import { SetField } from "./set-field";

export interface EditedRow {
  readonly entity: Exclude<RuleEdit["entity"], "standardChoice">;
  readonly id: string;
  readonly isNew: boolean;
  /** As stored, or what a new row begins with. */
  readonly fields: RowFields;
  readonly title: string;
  /** Said before the fields of a new row, such as where a day that is filled in comes from. */
  readonly hint?: string;
  /** Whether a field waits as a proposal; `fields` have it already. */
  readonly isWaiting: (field: string) => boolean;
  /** What was typed elsewhere that it is entered with. */
  readonly typed?: RowFields;
  /** What was typed into it before the program ended. */
  readonly taken?: { readonly draftId: string; readonly fields: RowFields };
}

/** What is asked and written together with a new row. */
export interface RowBeside {
  readonly title: string;
  /** Said before all fields. @param fields as entered now */
  readonly hint: (fields: RowFields) => string;
  readonly content: ReactNode;
  /** Values of the row that are chosen there. */
  readonly fields: RowFields;
  /** Rows that are written before it. */
  readonly edits: readonly RuleEdit[];
  readonly hasErrors: boolean;
  /** Whether closing would lose something that was entered there. */
  readonly typed: boolean;
  readonly onAttempt: () => void;
  /** What else of the row changes with a field. */
  readonly follow: (before: RowFields, field: string, value: FieldValue) => RowFields;
}

export interface RowDialogProps {
  readonly row: EditedRow;
  readonly beside?: RowBeside;
  /** @param fields as they were written */
  readonly onSaved?: (fields: RowFields) => void;
  readonly onClose: () => void;
}

export function RowDialog({ row, beside, onSaved, onClose }: RowDialogProps) {
  const { t } = useTranslation(["screen-rules", "errors", "issues", "domain"]);
  const say = useTranslate();
  const { entity, id, isNew } = row;
  const [entered, setEntered] = useState<RowFields>({ ...row.fields, ...row.typed, ...row.taken?.fields });
  const [attempted, setAttempted] = useState(false);
  const fields = { ...entered, ...beside?.fields };
  const cleaned = cleanFields(entity, fields);
  const issues = validateCatalogRow(entity, id, cleaned);
  const own = editsOf({ ...row, fields: { ...row.fields, ...beside?.fields } }, cleaned);
  const edits = useSame(own.length === 0 ? own : [...(beside?.edits ?? []), ...own]);
  // What is chosen beside it belongs to other rows, which a draft of this one could not bring back.
  const kept = beside === undefined ? { entity, id, isNew, began: row.fields, fields: entered } : null;
  useRowDraft(kept, row.taken?.draftId ?? null);
  const [late, setLate] = useState<LateMistake | null>(null);
  const change = (field: string, value: FieldValue) => {
    // Whatever is changed may mend it; whether it does is known once it is held against the others again.
    setLate(null);
    setEntered((before) => ({ ...before, [field]: value, ...beside?.follow(before, field, value) }));
  };
  const wrongOf = (field: string) => {
    const issue = attempted ? issuesOf(t, issues, id, field) : {};
    return issue.error === undefined && late?.field === field ? { ...issue, error: late.text } : issue;
  };
  return (
    <DraftDialog
      title={
        beside?.title ??
        t(isNew ? `screen-rules:addTitle.${entity}` : `screen-rules:editTitle.${entity}`, { name: row.title })
      }
      {...(beside === undefined ? hintOf(row, t("screen-rules:editHint")) : { hint: beside.hint(fields) })}
      edits={edits}
      typed={own.length > 0 || beside?.typed === true}
      hasErrors={hasErrors(issues) || beside?.hasErrors === true}
      noLevel={leavesLevel(row, cleaned)}
      onAttempt={() => {
        setAttempted(true);
        beside?.onAttempt();
      }}
      onRefused={(refusal) => setLate(lateMistake(t, say, id, refusal))}
      saved={t("screen-rules:saved")}
      onSaved={() => onSaved?.(cleaned)}
      onClose={onClose}
    >
      {beside?.content}
      {rowParts(entity).map(({ title, slots }) => (
        <fieldset key={title} className={classes.part}>
          <legend>{t(`screen-rules:part.${title}`)}</legend>
          <FieldGrid>
            {slots.map(({ field, span }) => (
              <FieldSlotBox key={field} span={span}>
                {isOfEntity(entity, field, "referenceSet", "post") ? (
                  <PostsField
                    id={`rules-${field}`}
                    value={textOf(fields, field)}
                    error={wrongOf(field).error}
                    onChange={(value) => change(field, value)}
                  />
                ) : isOfEntity(entity, field, "reference", "standardSet") ? (
                  <SetField
                    id={`rules-${field}`}
                    label={t(`domain:field.${entity}.${field}`)}
                    self={id}
                    value={textOf(fields, field)}
                    error={wrongOf(field).error}
                    onChange={(value) => change(field, value)}
                  />
                ) : (
                  <RegistryField
                    entity={entity}
                    field={field}
                    id={`rules-${field}`}
                    value={fields[field] ?? null}
                    ladder={textOf(fields, "standard")}
                    waiting={row.isWaiting(field) && (fields[field] ?? null) === (row.fields[field] ?? null)}
                    disabled={field === "standard" && !isNew}
                    onChange={(value) => change(field, value)}
                    {...wrongOf(field)}
                  />
                )}
              </FieldSlotBox>
            ))}
          </FieldGrid>
        </fieldset>
      ))}
    </DraftDialog>
  );
}

/** Edits as they were before while they say the same, so that the preview is asked again only for others. */
function useSame(edits: readonly RuleEdit[]): readonly RuleEdit[] {
  const [kept, setKept] = useState(edits);
  const isSame = JSON.stringify(kept) === JSON.stringify(edits);
  if (!isSame) setKept(edits);
  return isSame ? kept : edits;
}

/** @param undone what an edit undoes */
function hintOf({ entity, isNew, hint }: EditedRow, undone: string): { readonly hint?: string } {
  if (isNew) return hint === undefined ? {} : { hint };
  return entity === "post" ? {} : { hint: undone };
}

function isOfEntity(entity: RuleEdit["entity"], field: string, type: string, target: EntityName): boolean {
  const definition = fieldDefinition(entity, field);
  return definition?.type === type && definition.entity === target;
}

/** A rule that was kept without a level said so when it was saved. */
function leavesLevel({ entity, isNew, fields }: EditedRow, cleaned: RowFields): boolean {
  if (entity !== "standardRule" || textOf(cleaned, "minimumLevel") !== null) return false;
  return isNew || textOf(fields, "minimumLevel") !== null;
}

/** What would be written: all of a new row, what differs of a stored one. */
function editsOf({ entity, id, isNew, fields }: EditedRow, cleaned: RowFields): RuleEdit[] {
  const differing = Object.entries(cleaned).filter(([field, value]) =>
    isNew ? value !== null : value !== (fields[field] ?? null),
  );
  const typed = Object.entries(cleaned).some(([field, value]) => value !== (fields[field] ?? null));
  if (!typed) return [];
  const unconfirmed = entity === "post" ? {} : { verified: false };
  return [{ entity, id, isNew, fields: { ...Object.fromEntries(differing), ...unconfirmed } }];
}
