/** Section "Trình độ": what a person has learnt, with the papers that prove it. */
import { useTranslation } from "react-i18next";
import { qualificationKinds } from "../../../shared/domain/levels";
import { textOf } from "../../../shared/domain/validate/fields";
import type { RecordRow } from "../../records/record-draft";
import { useRowReader } from "../../records/row-words";
import type { RowColumn } from "../../records/rows/row-table";
import { type RecordSectionProps, RowsSection } from "../../records/rows/rows-section";
import rows from "../../records/rows/rows.module.css";

export function QualificationsSection(props: RecordSectionProps) {
  const { t } = useTranslation("screen-person");
  return (
    <RowsSection
      {...props}
      entity="qualification"
      texts={{
        add: t("qualification.add"),
        addTitle: t("qualification.addTitle"),
        editTitle: t("qualification.editTitle"),
        none: t("qualification.none"),
      }}
      columns={useColumns()}
      order={byKind}
      begin={() => ({ fields: { kind: "professional" } })}
    />
  );
}

function useColumns(): readonly RowColumn[] {
  const { t } = useTranslation(["screen-person", "domain"]);
  const { text } = useRowReader("qualification");
  return [
    {
      key: "kind",
      header: t("domain:field.qualification.kind"),
      fields: ["kind"],
      cell: (row) => text(row, "kind"),
    },
    {
      key: "level",
      header: t("domain:field.qualification.level"),
      fields: ["level", "equivalent"],
      cell: (row) => (
        <>
          <span className={rows.strong}>{text(row, "level")}</span>
          {row.fields["equivalent"] === true ? (
            <span className={rows.tag}>{t("screen-person:qualification.equivalent")}</span>
          ) : null}
        </>
      ),
    },
    {
      key: "major",
      header: t("screen-person:qualification.majorAndSchool"),
      fields: ["major", "school"],
      cell: (row) => (
        <>
          {text(row, "major")}
          <span className={rows.second}>{text(row, "school")}</span>
        </>
      ),
    },
    {
      key: "granted",
      header: t("screen-person:qualification.grantedAndNumber"),
      fields: ["granted", "certificate"],
      cell: (row) => (
        <>
          <span className={rows.period}>
            {text(row, "granted") || t("screen-person:qualification.undated")}
          </span>
          <span className={rows.second}>{text(row, "certificate")}</span>
        </>
      ),
    },
  ];
}

const kindOrder: readonly string[] = ["professional", "politicalTheory", ...qualificationKinds];

/** What standards ask for first; within a kind the newest paper first. */
function byKind(a: RecordRow, b: RecordRow): number {
  const place = (row: RecordRow) => kindOrder.indexOf(textOf(row.fields, "kind") ?? "");
  return (
    place(a) - place(b) ||
    (textOf(b.fields, "granted") ?? "").localeCompare(textOf(a.fields, "granted") ?? "")
  );
}
