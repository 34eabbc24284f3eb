/** Section "Trình độ": what a person has learnt, with the papers that prove it. */
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { qualificationKinds } from "../../../shared/domain/levels";
import { textOf } from "../../../shared/domain/validate/fields";
import { FormSection } from "../../components/form-section";
import { useWords } from "../../components/words";
import type { FormRow } from "./record-form";
import { type RowColumn, RowTable } from "./row-table";
import type { RecordFormState } from "./use-record-form";
import { useRowEditing } from "./use-row-editing";
import classes from "./person.module.css";

export interface QualificationsSectionProps {
  readonly state: RecordFormState;
  readonly asOf: string;
  readonly disabled: boolean;
  /** Row that a card leads to. */
  readonly highlightId: string | null;
}

export function QualificationsSection({ state, asOf, disabled, highlightId }: QualificationsSectionProps) {
  const { t } = useTranslation(["screen-person", "domain"]);
  const words = useWords();
  const editing = useRowEditing(state, "qualification", asOf);
  const kindText = (row: FormRow) => {
    const kind = textOf(row.fields, "kind");
    return kind === null ? "" : t(`domain:kind.${kind}`, { defaultValue: kind });
  };
  const levelText = (row: FormRow) =>
    words.level(textOf(row.fields, "kind") ?? "", textOf(row.fields, "level")) ?? "";
  const plain = (field: string) => (row: FormRow) => textOf(row.fields, field) ?? "";

  const columns: RowColumn[] = [
    { key: "kind", header: t("domain:field.qualification.kind"), cell: kindText },
    {
      key: "level",
      header: t("domain:field.qualification.level"),
      cell: (row) => (
        <>
          <span className={classes.strong}>{levelText(row)}</span>
          {row.fields["equivalent"] === true ? (
            <span className={classes.tag}>{t("screen-person:qualification.equivalent")}</span>
          ) : null}
        </>
      ),
    },
    {
      key: "major",
      header: t("screen-person:qualification.majorAndSchool"),
      cell: (row) => (
        <>
          {plain("major")(row)}
          <span className={classes.second}>{plain("school")(row)}</span>
        </>
      ),
    },
    {
      key: "granted",
      header: t("screen-person:qualification.grantedAndNumber"),
      cell: (row) => (
        <>
          <span className={classes.period}>
            {words.date(textOf(row.fields, "granted")) || t("screen-person:qualification.undated")}
          </span>
          <span className={classes.second}>{plain("certificate")(row)}</span>
        </>
      ),
    },
  ];

  return (
    <FormSection
      title={t("screen-person:section.qualifications")}
      actions={
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={disabled}
          onClick={() => editing.add({ kind: "professional" })}
        >
          {t("screen-person:qualification.add")}
        </Button>
      }
    >
      {editing.rows.length === 0 ? (
        <p className={classes.none}>{t("screen-person:qualification.none")}</p>
      ) : (
        <RowTable
          label={t("screen-person:section.qualifications")}
          columns={columns}
          rows={[...editing.rows].sort(byKind)}
          issues={state.issues}
          nameOf={(row) => `${kindText(row)}: ${levelText(row)}`}
          disabled={disabled}
          highlightId={highlightId}
          onEdit={editing.edit}
          onRemove={editing.remove}
        />
      )}
      {editing.dialog}
    </FormSection>
  );
}

const kindOrder: readonly string[] = ["professional", "politicalTheory", ...qualificationKinds];

/** What standards ask for first; within a kind the newest paper first. */
function byKind(a: FormRow, b: FormRow): number {
  const place = (row: FormRow) => kindOrder.indexOf(textOf(row.fields, "kind") ?? "");
  return (
    place(a) - place(b) ||
    (textOf(b.fields, "granted") ?? "").localeCompare(textOf(a.fields, "granted") ?? "")
  );
}
