/**
 * Editor of a standard set, a rule or a post, new or stored. An edited set or rule counts as not compared with the law
 * until somebody says so again, because what was confirmed is no longer what stands there.
 */
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { type EntityName, fieldDefinition, type FieldValue } from "../../../../shared/domain/entities";
import { validateCatalogRow } from "../../../../shared/domain/validate/catalog";
import { cleanFields } from "../../../../shared/domain/validate/clean";
import { type RowFields, textOf } from "../../../../shared/domain/validate/fields";
import { hasErrors } from "../../../../shared/domain/validate/issue";
import type { RuleEdit } from "../../../../shared/standards/draft";
import { FieldGrid, FieldSlotBox } from "../../../records/field/field-grid";
import { RegistryField } from "../../../records/field/registry-field";
import { issuesOf } from "../../../records/issue-words";
import { DraftDialog } from "./draft-dialog";
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
}

export function RowDialog({ row, onClose }: { readonly row: EditedRow; readonly onClose: () => void }) {
  const { t } = useTranslation(["screen-rules", "issues", "domain"]);
  const { entity, id, isNew } = row;
  const [fields, setFields] = useState<RowFields>(row.fields);
  const [attempted, setAttempted] = useState(false);
  const cleaned = useMemo(() => cleanFields(entity, fields), [entity, fields]);
  const issues = validateCatalogRow(entity, id, cleaned);
  const edits = useMemo(() => editsOf(row, cleaned), [row, cleaned]);
  const change = (field: string, value: FieldValue) => setFields((before) => ({ ...before, [field]: value }));
  return (
    <DraftDialog
      title={t(isNew ? `screen-rules:addTitle.${entity}` : `screen-rules:editTitle.${entity}`, {
        name: row.title,
      })}
      {...hintOf(row, t("screen-rules:editHint"))}
      edits={edits}
      hasErrors={hasErrors(issues)}
      onAttempt={() => setAttempted(true)}
      saved={t("screen-rules:saved")}
      onClose={onClose}
    >
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
                    error={attempted ? issuesOf(t, issues, id, field).error : undefined}
                    onChange={(value) => change(field, value)}
                  />
                ) : isOfEntity(entity, field, "reference", "standardSet") ? (
                  <SetField
                    id={`rules-${field}`}
                    label={t(`domain:field.${entity}.${field}`)}
                    self={id}
                    value={textOf(fields, field)}
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
                    {...(attempted ? issuesOf(t, issues, id, field) : {})}
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

/** @param undone what an edit undoes */
function hintOf({ entity, isNew, hint }: EditedRow, undone: string): { readonly hint?: string } {
  if (isNew) return hint === undefined ? {} : { hint };
  return entity === "post" ? {} : { hint: undone };
}

function isOfEntity(entity: RuleEdit["entity"], field: string, type: string, target: EntityName): boolean {
  const definition = fieldDefinition(entity, field);
  return definition?.type === type && definition.entity === target;
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
