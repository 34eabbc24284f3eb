/** Editor of a row of a plain table, made of its entity's fields; what only the whole table can refuse is said beside its field. */
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FieldIssue } from "../../../../shared/contract/errors";
import { entityDefinition, fieldDefinition, type FieldValue } from "../../../../shared/domain/entities";
import { validateCatalogRow } from "../../../../shared/domain/validate/catalog";
import { cleanFields } from "../../../../shared/domain/validate/clean";
import type { RowFields } from "../../../../shared/domain/validate/fields";
import { hasErrors } from "../../../../shared/domain/validate/issue";
import { toastFailed } from "../../../app/feedback/toast";
import { toastSaved } from "../../../app/roster/toast-saved";
import { useReadOnly } from "../../../app/session/session";
import { useUnsavedGuard } from "../../../app/unsaved/guard";
import { errorDataOf } from "../../../bridge/bridge";
import { useSend } from "../../../bridge/hooks";
import { Button } from "../../../components/button";
import { Dialog } from "../../../components/dialog";
import { DialogFoot } from "../../../components/dialog-foot";
import { leadToMistake } from "../../../components/keyboard/first-mistake";
import { FieldGrid, FieldSlotBox } from "../../../records/field/field-grid";
import { FirstFocus } from "../../../records/field/first-focus";
import { RegistryField } from "../../../records/field/registry-field";
import { issuesOf } from "../../../records/issue-words";
import { fieldsOf, type TableKind } from "./table-kinds";

export interface EditedTableRow {
  readonly kind: TableKind;
  readonly id: string;
  readonly isNew: boolean;
  /** As stored, or what a new row begins with. */
  readonly fields: RowFields;
  /** Of a new row the name of its table. */
  readonly title: string;
}

/** Longer texts take the whole row. */
const longestOfHalf = 200;

export function TableRowDialog(props: { readonly row: EditedTableRow; readonly onClose: () => void }) {
  const { row, onClose } = props;
  const { t } = useTranslation(["screen-catalog", "issues", "domain"]);
  const { kind, id, isNew } = row;
  const { entity } = kind;
  const readOnly = useReadOnly();
  const send = useSend("tableRowSave");
  const [fields, setFields] = useState<RowFields>(row.fields);
  const [attempted, setAttempted] = useState(false);
  /** What was refused once it was held against the other rows. */
  const [late, setLate] = useState<readonly FieldIssue[]>([]);
  const cleaned = cleanFields(entity, fields);
  const changes = Object.fromEntries(
    Object.entries(cleaned).filter(([field, value]) =>
      isNew ? value !== null : value !== (row.fields[field] ?? null),
    ),
  );
  const dirty = Object.entries(cleaned).some(([field, value]) => value !== (row.fields[field] ?? null));
  const own = validateCatalogRow(entity, id, cleaned);
  const issues = hasErrors(own) ? own : [...own, ...late];
  useUnsavedGuard({ dirty });
  const change = (field: string, value: FieldValue) => {
    setLate([]);
    setFields((before) => ({ ...before, [field]: value }));
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { currentTarget: form } = event;
    setAttempted(true);
    if (hasErrors(own)) return;
    if (!dirty) {
      onClose();
      return;
    }
    try {
      const written = await send.mutateAsync({ entity, id, isNew, fields: changes });
      toastSaved(t("screen-catalog:saved"), written, { undo: true });
      onClose();
    } catch (error) {
      toastFailed(error);
      setLate(errorDataOf(error).issues ?? []);
      // Once what is wrong stands beside its field.
      setTimeout(() => leadToMistake(form), 0);
    }
  };
  return (
    <Dialog
      dirty={dirty}
      busy={send.isPending}
      onClose={onClose}
      size="42rem"
      title={
        isNew
          ? t("screen-catalog:lists.addTitle", { entity: row.title })
          : t("screen-catalog:lists.editTitle", { name: row.title })
      }
    >
      <form noValidate onSubmit={(event) => void submit(event)}>
        <FirstFocus>
          <FieldGrid>
            {fieldsOf(kind).map((field) => (
              <FieldSlotBox key={field} span={spanOf(kind, field)}>
                <RegistryField
                  entity={entity}
                  field={field}
                  id={`table-${field}`}
                  value={fields[field] ?? null}
                  onChange={(value) => change(field, value)}
                  {...(attempted ? issuesOf(t, issues, id, field) : {})}
                />
              </FieldSlotBox>
            ))}
          </FieldGrid>
        </FirstFocus>
        <DialogFoot>
          <Button variant="default" onClick={onClose}>
            {t("screen-catalog:cancel")}
          </Button>
          <Button type="submit" loading={send.isPending} disabled={readOnly}>
            {t("screen-catalog:save")}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}

function spanOf({ entity }: TableKind, field: string): 6 | 12 {
  const isTitle = entityDefinition(entity).title === field;
  const definition = fieldDefinition(entity, field);
  return isTitle || (definition?.maxLength ?? 0) > longestOfHalf ? 12 : 6;
}
