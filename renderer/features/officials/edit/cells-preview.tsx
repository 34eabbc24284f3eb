/** Cells before and after a change of many: whose, from what to what, and which stay as they are and why. */
import { ScrollArea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { tableColumnLabel, tableColumnOf } from "../../../../shared/columns/table-column";
import type { CellsPreview } from "../../../../shared/contract/schemas/cells";
import { formatNumber } from "../../../../shared/text/format";
import { useTranslate } from "../../../components/translate";
import { useRefusalText } from "./refusal-text";
import classes from "./edit.module.css";

export interface CellsPreviewProps {
  readonly preview: CellsPreview;
  /** What is to be read before the table. */
  readonly counts: string;
  /** Whether each line says which column it is of. */
  readonly ofColumns: boolean;
}

export function CellsPreviewTable({ preview, counts, ofColumns }: CellsPreviewProps) {
  const { t } = useTranslation("grid");
  const say = useTranslate();
  const whyNot = useRefusalText();
  const blank = (text: string) => (text === "" ? t("filter.blank") : text);
  const columnOf = (key: string) => {
    const column = tableColumnOf(key);
    return column === null ? key : tableColumnLabel(say, column);
  };
  // Where texts are lost these are what is looked at; what stays as it is is told in a line for each reason.
  const isSummed = preview.lost > 0;
  const rows = isSummed ? preview.rows.filter(({ refusal }) => refusal === null) : preview.rows;
  return (
    <>
      <p role="status" className={classes.manyCounts}>
        {counts}
      </p>
      {isSummed ? (
        <ul className={classes.refusedBy}>
          {preview.refusedBy.map(({ count, row }) => (
            <li key={`${row.key} ${whyNot(row)}`}>
              {t("cells.refusedBy", {
                count: formatNumber(count),
                column: columnOf(row.key),
                why: whyNot(row),
              })}
            </li>
          ))}
        </ul>
      ) : null}
      <ScrollArea.Autosize mah="18rem" type="auto">
        <table className={classes.manyTable}>
          <thead>
            <tr>
              <th scope="col">{t("many.person")}</th>
              {ofColumns ? <th scope="col">{t("cells.column")}</th> : null}
              <th scope="col">{t("many.from")}</th>
              <th scope="col">{t("many.to")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              return (
                <tr key={`${row.id} ${row.key}`} data-refused={row.refusal !== null || undefined}>
                  <th scope="row">{row.fullName}</th>
                  {ofColumns ? <td>{columnOf(row.key)}</td> : null}
                  <td>{blank(row.from)}</td>
                  <td>{row.refusal === null ? blank(row.to) : whyNot(row)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollArea.Autosize>
    </>
  );
}
