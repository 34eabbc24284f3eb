/** Cells before and after a change of many: whose, from what to what, and which stay as they are and why. */
import { ScrollArea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { tableColumnLabel, tableColumnOf } from "../../../../shared/columns/table-column";
import type { CellsPreview } from "../../../../shared/contract/schemas/cells";
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
  return (
    <>
      <p role="status" className={classes.manyCounts}>
        {counts}
      </p>
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
            {preview.rows.map((row) => {
              const column = tableColumnOf(row.key);
              return (
                <tr key={`${row.id} ${row.key}`} data-refused={row.refusal !== null || undefined}>
                  <th scope="row">{row.fullName}</th>
                  {ofColumns ? <td>{column === null ? row.key : tableColumnLabel(say, column)}</td> : null}
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
