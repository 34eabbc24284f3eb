/**
 * "Như văn bản này, từ ngày…": a new text with every rule of an old one, which ends on the eve. What the old one says it
 * is about comes along to be edited, marked as the old one's for as long as it reads the same.
 */
import { TextInput } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import type { StandardSetRow } from "../../../../shared/contract/schemas/catalog";
import { parsePartialDate } from "../../../../shared/domain/partial-date";
import { validateCatalogRow } from "../../../../shared/domain/validate/catalog";
import { textOf } from "../../../../shared/domain/validate/fields";
import { copyForward } from "../../../../shared/standards/copy-forward";
import { PartialDateField } from "../../../components/partial-date-field";
import { FieldGrid, FieldSlotBox } from "../../../records/field/field-grid";
import { RegistryField } from "../../../records/field/registry-field";
import { issuesOf } from "../../../records/issue-words";
import { DraftDialog } from "./draft-dialog";
import { newKey } from "../../../../shared/text/new-key";

export interface CopyDialogProps {
  readonly set: StandardSetRow;
  /** Keys that are taken. */
  readonly keys: readonly string[];
  readonly onClose: () => void;
}

export function CopyDialog({ set, keys, onClose }: CopyDialogProps) {
  const { t } = useTranslation(["screen-rules", "issues", "domain"]);
  const name = textOf(set.fields, "name") ?? "";
  const first = textOf(set.fields, "validFrom") ?? "";
  const oldTitle = textOf(set.fields, "title") ?? "";
  const [typed, setTyped] = useState({ name: "", title: oldTitle, from: "" });
  const [attempted, setAttempted] = useState(false);
  // The same rows however often something is typed, so that the preview is asked for what differs only.
  const [ids] = useState(() => Array.from({ length: set.rules.length + 1 }, () => newId()));
  const isDay = typed.from.length === 10 && parsePartialDate(typed.from) !== null;
  const problems = {
    name: typed.name.trim() === "" ? t("screen-rules:copy.nameMissing") : undefined,
    from: !isDay
      ? t("screen-rules:copy.dayMissing")
      : typed.from <= first
        ? t("screen-rules:copy.dayEarly")
        : undefined,
  };
  const [id = ""] = ids;
  const titleIssue = issuesOf(
    t,
    validateCatalogRow("standardSet", id, { title: typed.title }),
    id,
    "title",
  ).error;
  const hasErrors = [problems.name, problems.from, titleIssue].some((problem) => problem !== undefined);
  const edits = useMemo(() => {
    if (hasErrors) return [];
    const title = typed.title.trim() === "" ? null : typed.title.trim();
    const copy = { key: newKey(typed.name, keys), name: typed.name.trim(), title, from: typed.from };
    return copyForward(set, copy, ids);
  }, [hasErrors, ids, keys, set, typed]);
  return (
    <DraftDialog
      title={t("screen-rules:copy.title", { name })}
      hint={t("screen-rules:copy.hint", { rules: set.rules.length })}
      edits={edits}
      typed={typed.name !== "" || typed.from !== "" || typed.title !== oldTitle}
      hasErrors={hasErrors}
      onAttempt={() => setAttempted(true)}
      saved={t("screen-rules:copy.done")}
      saveLabel={t("screen-rules:copy.save")}
      onClose={onClose}
    >
      <FieldGrid>
        <FieldSlotBox span={8}>
          <TextInput
            id="rules-copy-name"
            label={t("domain:field.standardSet.name")}
            withAsterisk
            required
            autoComplete="off"
            value={typed.name}
            error={attempted ? problems.name : undefined}
            onChange={(event) => {
              const { value } = event.currentTarget;
              setTyped((before) => ({ ...before, name: value }));
            }}
          />
        </FieldSlotBox>
        <FieldSlotBox span={4}>
          <PartialDateField
            id="rules-copy-from"
            label={t("domain:field.standardSet.validFrom")}
            required
            fullDay
            past={false}
            value={typed.from}
            {...(attempted && problems.from !== undefined ? { error: problems.from } : {})}
            onChange={(from) => setTyped((before) => ({ ...before, from }))}
          />
        </FieldSlotBox>
        <FieldSlotBox span={12}>
          <RegistryField
            entity="standardSet"
            field="title"
            id="rules-copy-title"
            value={typed.title}
            {...(titleIssue === undefined ? {} : { error: titleIssue })}
            warning={
              oldTitle !== "" && typed.title === oldTitle
                ? t("screen-rules:copy.titleOld", { name })
                : undefined
            }
            onChange={(title) => setTyped((before) => ({ ...before, title: String(title ?? "") }))}
          />
        </FieldSlotBox>
      </FieldGrid>
    </DraftDialog>
  );
}
