/** Editor of a class, of one of its teachers, or of a learner's result, made of the entity's fields. */
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import type { FieldIssue } from "../../../shared/contract/errors";
import { entityDefinition, fieldDefinition, type FieldValue } from "../../../shared/domain/entities";
import { validateFields } from "../../../shared/domain/validate/fields";
import { validateCatalogRow } from "../../../shared/domain/validate/catalog";
import { cleanFields } from "../../../shared/domain/validate/clean";
import type { RowFields } from "../../../shared/domain/validate/fields";
import { hasErrors } from "../../../shared/domain/validate/issue";
import { toastFailed } from "../../app/feedback/toast";
import { toastSaved } from "../../app/roster/toast-saved";
import { useReadOnly } from "../../app/session/session";
import { useUnsavedGuard } from "../../app/unsaved/guard";
import { errorDataOf } from "../../bridge/bridge";
import { useSend } from "../../bridge/hooks";
import { Button } from "../../components/button";
import { Dialog } from "../../components/dialog";
import { DialogFoot } from "../../components/dialog-foot";
import { leadToMistake } from "../../components/keyboard/first-mistake";
import { FieldGrid, FieldSlotBox } from "../../records/field/field-grid";
import { FirstFocus } from "../../records/field/first-focus";
import { RegistryField } from "../../records/field/registry-field";
import { issuesOf } from "../../records/issue-words";

type Edited = "trainingClass" | "classTeacher" | "enrolment";

export interface EditedRow {
  readonly entity: Edited;
  readonly id: string;
  readonly isNew: boolean;
  /** As stored, or what a new row begins with. */
  readonly fields: RowFields;
  readonly title: string;
  /** Of a learner's row: the class. */
  readonly classId?: string;
}

export function newRow(entity: Edited, fields: RowFields, title: string): EditedRow {
  return { entity, id: newId(), isNew: true, fields, title };
}

/** What the place of the dialog says already. */
const said: Readonly<Record<Edited, readonly string[]>> = {
  trainingClass: [],
  classTeacher: ["trainingClass"],
  enrolment: ["official", "trainingClass"],
};
/** Longer texts take the whole row. */
const longestOfHalf = 200;

interface RowDialogProps {
  readonly row: EditedRow;
  readonly onClose: () => void;
  readonly onSaved?: () => void;
}

export function RowDialog({ row, onClose, onSaved }: RowDialogProps) {
  const { t } = useTranslation(["screen-classes", "issues", "domain"]);
  const { entity, id, isNew } = row;
  const readOnly = useReadOnly();
  const ofClass = useSend("classSave");
  const ofLearner = useSend("learnersSave");
  const [fields, setFields] = useState<RowFields>(row.fields);
  const [attempted, setAttempted] = useState(false);
  /** What was refused once it was held against everything else. */
  const [late, setLate] = useState<readonly FieldIssue[]>([]);
  const cleaned = cleanFields(entity, fields);
  const differing = Object.entries(cleaned).filter(([field, value]) => value !== (row.fields[field] ?? null));
  const changes = Object.fromEntries(
    isNew ? Object.entries(cleaned).filter(([, one]) => one !== null) : differing,
  );
  const dirty = differing.length > 0;
  const own =
    entity === "enrolment"
      ? validateFields(entity, id, cleaned, { complete: false })
      : validateCatalogRow(entity, id, cleaned);
  const issues = hasErrors(own) ? own : [...own, ...late];
  useUnsavedGuard({ dirty });
  const change = (field: string, value: FieldValue) => {
    setLate([]);
    setFields((before) => ({ ...before, [field]: value }));
  };
  const send = () => {
    if (entity === "enrolment")
      return ofLearner.mutateAsync({ classId: row.classId ?? "", ids: [id], fields: changes });
    return ofClass.mutateAsync({ entity, id, isNew, fields: changes });
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { currentTarget: form } = event;
    setAttempted(true);
    if (hasErrors(own)) return;
    if (!dirty && !isNew) {
      onClose();
      return;
    }
    try {
      const written = await send();
      toastSaved(t(savedWords[entity]), written, { undo: true });
      onSaved?.();
      onClose();
    } catch (error) {
      toastFailed(error);
      setLate((errorDataOf(error).issues ?? []).filter(({ rowId }) => rowId === id));
      // Once what is wrong stands beside its field.
      setTimeout(() => leadToMistake(form), 0);
    }
  };
  const shown = Object.keys(entityDefinition(entity).fields).filter((field) => !said[entity].includes(field));
  return (
    <Dialog
      dirty={dirty}
      busy={ofClass.isPending || ofLearner.isPending}
      onClose={onClose}
      size="46rem"
      title={row.title}
    >
      <form noValidate onSubmit={(event) => void submit(event)}>
        <FirstFocus>
          <FieldGrid>
            {shown.map((field) => (
              <FieldSlotBox key={field} span={spanOf(entity, field)}>
                <RegistryField
                  entity={entity}
                  field={field}
                  id={`class-${field}`}
                  value={fields[field] ?? null}
                  ladder={ladderOf(entity, field, fields)}
                  onChange={(value) => change(field, value)}
                  {...(attempted ? issuesOf(t, issues, id, field) : {})}
                />
              </FieldSlotBox>
            ))}
          </FieldGrid>
        </FirstFocus>
        <DialogFoot>
          <Button variant="default" onClick={onClose}>
            {t("screen-classes:cancel")}
          </Button>
          <Button type="submit" loading={ofClass.isPending || ofLearner.isPending} disabled={readOnly}>
            {t("screen-classes:save")}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}

const savedWords = {
  trainingClass: "screen-classes:saved",
  classTeacher: "screen-classes:teacherSaved",
  enrolment: "screen-classes:learners.saved",
} as const;

/** The kind whose levels a field offers. */
function ladderOf(entity: Edited, field: string, fields: RowFields): string | null {
  const by = fieldDefinition(entity, field)?.ladder;
  const kind = by === undefined ? null : fields[by];
  return typeof kind === "string" ? kind : null;
}

function spanOf(entity: Edited, field: string): 6 | 12 {
  const isTitle = entity === "trainingClass" && entityDefinition(entity).title === field;
  return isTitle || (fieldDefinition(entity, field)?.maxLength ?? 0) > longestOfHalf ? 12 : 6;
}
