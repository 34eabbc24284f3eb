/** A sheet as it is seen, with what each row is taken for; the row that one stands on can be said to be something else. */
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallResult } from "../../../../shared/contract/contract";
import type { ImportSheet } from "../../../../shared/contract/schemas/imports";
import { formatNumber } from "../../../../shared/text/format";
import { call } from "../../../bridge/bridge";
import { Button } from "../../../components/button";
import { ErrorNotice } from "../../../components/error-notice";
import { usePagedRows } from "../../../components/virtual-grid/use-paged-rows";
import { type GridColumn, VirtualGrid } from "../../../components/virtual-grid/virtual-grid";
import type { ImportActions } from "../use-import";
import classes from "../import.module.css";

type Row = CallResult<"importRows">["rows"][number];

/** Columns that the picture shows; what is beyond goes along all the same. */
const mostColumns = 40;
/** Of a sheet in which no heading was found yet. */
const usualColumns = 12;

export interface SheetPictureProps {
  readonly session: string;
  readonly sheet: ImportSheet;
  readonly onChoose: ImportActions["choose"];
}

export function SheetPicture({ session, sheet, onChoose }: SheetPictureProps) {
  const { t } = useTranslation("screen-import");
  const { name, heading, lines, leftCount } = sheet;
  const [active, setActive] = useState((heading?.first ?? 1) - 1);
  // What the rows are taken for follows from the choices, so another answer is another list.
  const taken = JSON.stringify([heading, lines, leftCount]);
  const rows = usePagedRows<Row>({
    call: "importRows",
    key: [session, name, taken],
    fetchPage: async (offset, limit) => {
      const page = await call("importRows", { session, sheet: name, offset, limit });
      return { ...page, version: 0 };
    },
  });
  const columns = useColumns(sheet);
  const row = rows.getRow(active);
  const asHeading = (number: number) => void onChoose({ sheet: name, headerRow: number, included: true });
  return (
    <section className={classes.picture} aria-label={t("sheets.picture", { name })}>
      <div className={classes.row}>
        <span className={classes.text} role="status">
          {heading === null
            ? t("sheets.pickHeading")
            : t("sheets.headingAt", {
                rows:
                  heading.first === heading.last
                    ? String(heading.first)
                    : t("sheets.span", { first: heading.first, last: heading.last }),
                people: formatNumber(lines),
                left: formatNumber(leftCount),
              })}
        </span>
        {row === undefined ? null : (
          <>
            <Button variant="default" size="compact-sm" onClick={() => asHeading(row.row)}>
              {t("sheets.asHeading", { row: row.row })}
            </Button>
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => void onChoose({ sheet: name, lastRow: row.row })}
            >
              {t("sheets.asLast", { row: row.row })}
            </Button>
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => void onChoose({ sheet: name, headerRow: null, firstRow: null, lastRow: null })}
            >
              {t("sheets.asFound")}
            </Button>
          </>
        )}
      </div>
      {rows.error === null || rows.error === undefined ? (
        <div className={classes.gridBox}>
          <VirtualGrid
            label={t("sheets.picture", { name })}
            rowCount={rows.rowCount ?? 0}
            getRow={rows.getRow}
            rowId={(one) => String(one.row)}
            columns={columns}
            onVisible={rows.onVisible}
            activeIndex={active}
            onActiveIndex={setActive}
            onOpen={(one) => asHeading(one.row)}
            minWidth={columns.reduce((sum, column) => sum + Number.parseFloat(column.width), 0)}
          />
        </div>
      ) : (
        <ErrorNotice error={rows.error} onRetry={rows.retry} />
      )}
      <p className={classes.muted}>{t("sheets.keys")}</p>
    </section>
  );
}

function useColumns({ columns }: ImportSheet): GridColumn<Row>[] {
  const { t } = useTranslation(["screen-import", "import"]);
  const last = columns.at(-1)?.letters ?? null;
  return useMemo(() => {
    const letters = lettersUpTo(last);
    const said = ({ taken }: Row) => {
      if (taken === "heading") return t("screen-import:sheets.taken.heading");
      if (taken === "person" || taken === "") return "";
      return t(`import:leftRow.${taken}`);
    };
    return [
      {
        key: "row",
        header: t("screen-import:sheets.row"),
        width: "64px",
        align: "end",
        rowHeader: true,
        cell: (row: Row) => row.row,
      },
      {
        key: "taken",
        header: t("screen-import:sheets.takenFor"),
        width: "150px",
        cell: (row: Row) => <span className={classes.taken}>{said(row)}</span>,
      },
      ...letters.map((letter) => ({
        key: letter,
        header: letter,
        width: "150px",
        cell: (row: Row) => (
          <span className={classes.seen} data-taken={row.taken}>
            {row.cells.find((cell) => cell.letters === letter)?.text ?? ""}
          </span>
        ),
      })),
    ];
  }, [last, t]);
}

/** A, B, … as far as the sheet's columns reach. */
function lettersUpTo(last: string | null): string[] {
  const all = Array.from({ length: mostColumns }, (_, place) =>
    place < 26 ? String.fromCharCode(65 + place) : `A${String.fromCharCode(65 + place - 26)}`,
  );
  const end = last === null ? usualColumns : all.indexOf(last) + 1;
  return all.slice(0, end === 0 ? mostColumns : end);
}
