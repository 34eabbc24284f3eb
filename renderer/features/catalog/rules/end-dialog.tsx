/** Ends a set, a rule or a post on a day, with whose status that turns. */
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { parsePartialDate } from "../../../../shared/domain/partial-date";
import { validateCatalogRow } from "../../../../shared/domain/validate/catalog";
import { type RowFields, textOf } from "../../../../shared/domain/validate/fields";
import { hasErrors } from "../../../../shared/domain/validate/issue";
import type { RuleEdit } from "../../../../shared/standards/draft";
import { PartialDateField } from "../../../components/partial-date-field";
import { issuesOf } from "../../../records/issue-words";
import { DraftDialog } from "./draft-dialog";

export interface EndedRow {
  readonly entity: Exclude<RuleEdit["entity"], "standardChoice">;
  readonly id: string;
  readonly fields: RowFields;
  readonly title: string;
}

export function EndDialog({ row, onClose }: { readonly row: EndedRow; readonly onClose: () => void }) {
  const { t } = useTranslation(["screen-rules", "issues", "domain"]);
  const { entity, id } = row;
  const stored = textOf(row.fields, "validTo") ?? "";
  const [last, setLast] = useState(stored);
  const [attempted, setAttempted] = useState(false);
  const isDay = last === "" || (last.length === 10 && parsePartialDate(last) !== null);
  const issues = validateCatalogRow(entity, id, { ...row.fields, validTo: last === "" ? null : last });
  const edits = useMemo(
    (): RuleEdit[] =>
      last === stored || !isDay
        ? []
        : [{ entity, id, isNew: false, fields: { validTo: last === "" ? null : last } }],
    [entity, id, isDay, last, stored],
  );
  return (
    <DraftDialog
      title={t("screen-rules:end.title", { name: row.title })}
      hint={t(`screen-rules:end.hint.${entity}`)}
      edits={edits}
      typed={last !== stored}
      hasErrors={!isDay || hasErrors(issues)}
      onAttempt={() => setAttempted(true)}
      saved={t("screen-rules:saved")}
      onClose={onClose}
    >
      <PartialDateField
        id="rules-end"
        label={t(`domain:field.${entity}.validTo`)}
        fullDay
        past={false}
        value={last}
        {...(attempted ? issuesOf(t, issues, id, "validTo") : {})}
        onChange={setLast}
      />
    </DraftDialog>
  );
}
