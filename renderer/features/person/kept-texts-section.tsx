/**
 * Section "Nội dung chờ khớp": what an import kept of a person. Nobody types such rows: they are matched, which happens
 * where all of them are, or taken away. Nothing is shown of whoever has none.
 */
import { useTranslation } from "react-i18next";
import { paths } from "../../app/navigation/paths";
import { LinkButton } from "../../components/link-button";
import { useRowReader } from "../../records/row-words";
import { type RecordSectionProps, RowsSection } from "../../records/rows/rows-section";

const shown = ["heading", "text", "column", "source"] as const;

export function KeptTextsSection(props: RecordSectionProps) {
  const { t } = useTranslation(["screen-person", "domain"]);
  const { text } = useRowReader("keptText");
  const { rows, officialId } = props.state.values;
  if ((rows.keptText ?? []).length === 0) return null;
  return (
    <RowsSection
      {...props}
      entity="keptText"
      columns={shown.map((field) => ({
        key: field,
        header: t(`domain:field.keptText.${field}`),
        fields: [field],
        cell: (row) => text(row, field),
      }))}
      settle={
        props.disabled ? null : (
          <LinkButton href={paths.keptTexts(officialId)}>{t("screen-person:kept.match")}</LinkButton>
        )
      }
    />
  );
}
