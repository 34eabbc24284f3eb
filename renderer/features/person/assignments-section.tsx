/** Section "Công tác": the assignments of a person, with the way to end one. */
import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { IconDoorExit, IconPlus, IconStarFilled } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { textOf } from "../../../shared/domain/validate/fields";
import { FormSection } from "../../components/form-section";
import { useWords } from "../../components/words";
import { useCall } from "../../bridge/hooks";
import { useMoment } from "../../bridge/moment";
import { useSession } from "../../app/session/session";
import { EndAssignmentDialog } from "./end-assignment-dialog";
import type { FormRow } from "./record-form";
import { type RowColumn, RowTable } from "./row-table";
import type { RecordFormState } from "./use-record-form";
import { useRowEditing } from "./use-row-editing";
import classes from "./person.module.css";

export interface AssignmentsSectionProps {
  readonly state: RecordFormState;
  readonly asOf: string;
  readonly disabled: boolean;
}

export function AssignmentsSection({ state, asOf, disabled }: AssignmentsSectionProps) {
  const { t } = useTranslation(["screen-person", "domain"]);
  const words = useWords();
  const session = useSession();
  const { knownOn } = useMoment();
  const office = useCall("unitGet", { id: session.unitId, knownOn });
  const editing = useRowEditing(state, "assignment", asOf);
  const [ending, setEnding] = useState<FormRow | null>(null);

  const add = () => {
    const unit = office.data;
    // A district or province keeps people of its communes, so only a commune's own office can be meant by default.
    const own = unit?.level === "commune" ? unit : null;
    const first = editing.rows.every((row) => textOf(row.fields, "to") !== null);
    editing.add(
      { ...(own === null ? {} : { unit: own.id }), main: first },
      own === null ? {} : { unit: own.fullName },
    );
  };

  const columns: RowColumn[] = [
    {
      key: "period",
      header: t("screen-person:assignment.period"),
      cell: (row) => <Period row={row} />,
    },
    {
      key: "post",
      header: t("screen-person:assignment.postAndUnit"),
      cell: (row) => (
        <>
          <span className={classes.strong}>{row.names["post"]}</span>
          <span className={classes.second}>
            {row.names["unit"]}
            {row.fields["main"] === true ? (
              <span className={classes.tag}>
                <IconStarFilled size={11} aria-hidden />
                {t("screen-person:assignment.main")}
              </span>
            ) : null}
          </span>
        </>
      ),
    },
    {
      key: "kind",
      header: t("domain:field.assignment.kind"),
      cell: (row) => choiceText(row, "kind", (key) => t(`domain:assignmentKind.${key}`)),
    },
    {
      key: "decision",
      header: t("screen-person:assignment.decision"),
      cell: (row) => (
        <>
          <span className={classes.period}>{textOf(row.fields, "decisionNumber")}</span>
          <span className={classes.second}>{words.date(textOf(row.fields, "decisionDate"))}</span>
        </>
      ),
    },
  ];

  return (
    <FormSection
      title={t("screen-person:section.assignments")}
      actions={
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={disabled}
          onClick={add}
        >
          {t("screen-person:assignment.add")}
        </Button>
      }
    >
      {editing.rows.length === 0 ? (
        <p className={classes.none}>{t("screen-person:assignment.none")}</p>
      ) : (
        <RowTable
          label={t("screen-person:section.assignments")}
          columns={columns}
          rows={editing.rows}
          issues={state.issues}
          nameOf={placeOf}
          disabled={disabled}
          highlightId={null}
          onEdit={editing.edit}
          onRemove={editing.remove}
          extraAction={(row) =>
            row.isNew || textOf(row.fields, "to") !== null ? null : (
              <Tooltip label={t("screen-person:end.action")}>
                <ActionIcon
                  variant="subtle"
                  disabled={disabled}
                  aria-label={t("screen-person:end.actionNamed", {
                    name: placeOf(row),
                  })}
                  onClick={() => setEnding(row)}
                >
                  <IconDoorExit size={16} stroke={1.75} aria-hidden />
                </ActionIcon>
              </Tooltip>
            )
          }
        />
      )}
      {editing.dialog}
      {ending === null ? null : (
        <EndAssignmentDialog
          officialId={state.values.officialId}
          row={ending}
          onClose={() => setEnding(null)}
        />
      )}
    </FormSection>
  );
}

function placeOf({ names }: FormRow): string {
  return `${names["post"] ?? ""}, ${names["unit"] ?? ""}`;
}

function Period({ row }: { readonly row: FormRow }) {
  const { t } = useTranslation(["screen-person", "domain"]);
  const words = useWords();
  const from = textOf(row.fields, "from");
  const to = textOf(row.fields, "to");
  const start = from === null ? t("screen-person:assignment.startUnknown") : words.date(from);
  const end = to === null ? t("screen-person:assignment.now") : words.date(to);
  const reason = textOf(row.fields, "endReason");
  const why = reason === null ? null : t(`domain:endReason.${reason}`, { defaultValue: reason });
  return (
    <>
      <span className={classes.period}>{`${start} – ${end}`}</span>
      {why === null ? null : (
        <span className={classes.second}>{t("screen-person:assignment.endedBy", { reason: why })}</span>
      )}
    </>
  );
}

function choiceText(row: FormRow, field: string, word: (key: string) => string): string {
  const key = textOf(row.fields, field);
  return key === null ? "" : word(key);
}
