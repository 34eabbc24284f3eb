/** Cells before and after a change of many: whose, from what to what, and which stay as they are and why. */
import { ScrollArea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { tableColumnLabel, tableColumnOf } from "../../../../shared/columns/table-column";
import type { CellsPreview } from "../../../../shared/contract/schemas/cells";
import { formatNumber } from "../../../../shared/text/format";
import { peopleWords } from "../../../../shared/i18n/people-words";
import { useTranslate } from "../../../components/translate";
import { useRefusalText } from "./refusal-text";
import classes from "./edit.module.css";

/** Who is refused is read one by one up to here. */
const fewRefused = 20;

export interface CellsPreviewProps {
  readonly preview: CellsPreview;
  /** What is to be read before the table. */
  readonly counts: string;
  /** Whether each line says which column it is of. */
  readonly ofColumns: boolean;
  /** Where a reason that all of them share is told elsewhere. */
  readonly countsOnly?: boolean;
}

export function CellsPreviewTable({ preview, counts, ofColumns, countsOnly }: CellsPreviewProps) {
  const { t } = useTranslation("grid");
  const say = useTranslate();
  const whyNot = useRefusalText();
  const blank = (text: string) => (text === "" ? t("filter.blank") : text);
  const columnOf = (key: string) => {
    const column = tableColumnOf(key);
    return column === null ? key : tableColumnLabel(say, column);
  };
  // What stays as it is is told in a line for each reason where texts are lost, which are what is looked at then, and where
  // it is of more people than are read one by one.
  const isSummed = preview.lost > 0 || preview.refused > fewRefused;
  const unnamed = ofColumns
    ? 0
    : preview.changed - preview.rows.filter(({ refusal }) => refusal === null).length;
  const rows = isSummed ? preview.rows.filter(({ refusal }) => refusal === null) : preview.rows;
  const told = (
    <p role="status" className={classes.manyCounts}>
      {counts}
    </p>
  );
  if (countsOnly === true) return told;
  return (
    <>
      {told}
      {isSummed ? (
        <ul className={classes.refusedBy}>
          {preview.refusedBy.map(({ count, row, names }) => (
            <li key={`${row.key} ${whyNot(row)}`}>
              {ofColumns
                ? t("cells.refusedBy", {
                    count: formatNumber(count),
                    column: columnOf(row.key),
                    why: whyNot(row),
                  })
                : t("many.refusedBy", {
                    count: formatNumber(count),
                    why: whyNot(row),
                    names: peopleWords(say, { names, count, more: false }),
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
      {unnamed > 0 ? (
        <p className={classes.manyHint}>{t("many.others", { text: formatNumber(unnamed) })}</p>
      ) : null}
    </>
  );
}
