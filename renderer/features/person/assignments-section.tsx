/** Section "Công tác": the assignments of a person, with the way to end one. */
import { ActionIcon, Tooltip } from "@mantine/core";
import { IconDoorExit, IconRefresh, IconStarFilled } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isReappointable } from "../../../shared/career/reappointment";
import { postOfRow } from "../../../shared/career/record";
import { isoToPacked } from "../../../shared/domain/partial-date";
import { textOf } from "../../../shared/domain/validate/fields";
import { useOwnUnit } from "../../app/session/own-unit";
import { today } from "../../app/session/today";
import { useWords } from "../../components/words";
import type { RecordRow } from "../../records/record-draft";
import { useRowReader } from "../../records/row-words";
import type { RowColumn } from "../../records/rows/row-table";
import { type RecordSectionProps, RowsSection } from "../../records/rows/rows-section";
import rows from "../../records/rows/rows.module.css";
import { actsOffered } from "./acts-offered";
import { EndAssignmentDialog } from "./end-assignment-dialog";
import { ReappointDialog } from "./reappoint-dialog";

/** The paper stands before the days that it is about, as on the paper itself. */
const dialogOrder = ["unit", "post", "kind", "main", "decisionNumber", "decisionDate"];

export function AssignmentsSection(props: RecordSectionProps) {
  const { t } = useTranslation("screen-person");
  const { state, disabled } = props;
  const own = useOwnUnit();
  const [ending, setEnding] = useState<RecordRow | null>(null);
  const [reappointing, setReappointing] = useState<RecordRow | null>(null);
  const columns = useColumns();
  const { postOf } = state.references;
  const canBeAgain = (row: RecordRow) =>
    isReappointable(row.fields, postOfRow(row.fields, postOf), isoToPacked(today()));

  const begin = (present: readonly RecordRow[]) => {
    const main = present.every((row) => textOf(row.fields, "to") !== null);
    return own === null || own === undefined
      ? { fields: { main } }
      : { fields: { unit: own.id, main }, names: { unit: own.fullName } };
  };

  return (
    <>
      <RowsSection
        {...props}
        entity="assignment"
        texts={{
          add: t("assignment.add"),
          addTitle: t("assignment.addTitle"),
          editTitle: t("assignment.editTitle"),
          none: t("assignment.none"),
        }}
        columns={columns}
        first={dialogOrder}
        offeredOf={actsOffered(postOf)}
        begin={begin}
        nameOf={placeOf}
        extraAction={(row) =>
          row.isNew || textOf(row.fields, "to") !== null ? null : (
            <>
              {canBeAgain(row) ? (
                <Tooltip label={t("reappoint.action")}>
                  <ActionIcon
                    variant="subtle"
                    disabled={disabled}
                    aria-label={t("reappoint.actionNamed", { name: placeOf(row) })}
                    onClick={() => setReappointing(row)}
                  >
                    <IconRefresh size={16} stroke={1.75} aria-hidden />
                  </ActionIcon>
                </Tooltip>
              ) : null}
              <Tooltip label={t("end.action")}>
                <ActionIcon
                  variant="subtle"
                  disabled={disabled}
                  aria-label={t("end.actionNamed", { name: placeOf(row) })}
                  onClick={() => setEnding(row)}
                >
                  <IconDoorExit size={16} stroke={1.75} aria-hidden />
                </ActionIcon>
              </Tooltip>
            </>
          )
        }
      />
      {ending === null ? null : (
        <EndAssignmentDialog
          officialId={state.values.officialId}
          row={ending}
          onClose={() => setEnding(null)}
        />
      )}
      {reappointing === null ? null : (
        <ReappointDialog state={state} row={reappointing} onClose={() => setReappointing(null)} />
      )}
    </>
  );
}

function useColumns(): readonly RowColumn[] {
  const { t } = useTranslation(["screen-person", "domain"]);
  const { text } = useRowReader("assignment");
  return [
    {
      key: "period",
      header: t("screen-person:assignment.period"),
      fields: ["from", "to", "endReason"],
      cell: (row) => <Period row={row} />,
    },
    {
      key: "post",
      header: t("screen-person:assignment.postAndUnit"),
      fields: ["post", "unit", "main"],
      cell: (row) => (
        <>
          <span className={rows.strong}>{text(row, "post")}</span>
          <span className={rows.second}>
            {text(row, "unit")}
            {row.fields["main"] === true ? (
              <span className={rows.tag}>
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
      fields: ["kind"],
      cell: (row) => (
        <>
          {text(row, "kind")}
          {row.told === undefined ? null : <span className={rows.second}>{row.told}</span>}
        </>
      ),
    },
    {
      key: "decision",
      header: t("screen-person:assignment.decision"),
      fields: ["decisionNumber", "decisionDate"],
      cell: (row) => (
        <>
          <span className={rows.period}>{text(row, "decisionNumber")}</span>
          <span className={rows.second}>{text(row, "decisionDate")}</span>
        </>
      ),
    },
  ];
}

function placeOf({ names }: RecordRow): string {
  return `${names["post"] ?? ""}, ${names["unit"] ?? ""}`;
}

function Period({ row }: { readonly row: RecordRow }) {
  const { t } = useTranslation("screen-person");
  const words = useWords();
  const { text } = useRowReader("assignment");
  const from = textOf(row.fields, "from");
  const to = textOf(row.fields, "to");
  const start = from === null ? t("assignment.startUnknown") : words.date(from);
  const end = to === null ? t("assignment.now") : words.date(to);
  const reason = text(row, "endReason");
  return (
    <>
      <span className={rows.period}>{`${start} – ${end}`}</span>
      {reason === "" ? null : <span className={rows.second}>{t("assignment.endedBy", { reason })}</span>}
    </>
  );
}
