/** Columns of the list of officials, drawn from the view: whatever a table of people can show can stand here. */
import type { TFunction } from "i18next";
import {
  isComputed,
  isSorted,
  measureOf,
  nameKey,
  type TableColumn,
  tableColumnLabel,
  tableColumnOf,
  unitKey,
} from "../../../shared/columns/table-column";
import type { ListCell, OfficialRow } from "../../../shared/contract/schemas/officials";
import type { ViewColumn } from "../../../shared/contract/schemas/views";
import type { FittedWidths } from "./view/use-fitted-widths";
import type { Translate } from "../../../shared/i18n";
import { cellWords, type CellWords } from "../../components/cell-words";
import { outsideWords } from "../../components/outside-words";
import { StatusCell } from "../../components/status-mark";
import { UnverifiedMark } from "../../components/unverified-mark";
import type { GridColumn } from "../../components/virtual-grid/virtual-grid";
import classes from "./officials.module.css";

/** @param t with `screen-app`, `screen-officials`, `domain` @param say headings */
export function officialColumns(
  t: TFunction,
  say: Translate,
  columns: readonly ViewColumn[],
  { widthOf, isTight }: FittedWidths,
): GridColumn<OfficialRow>[] {
  const words = cellWords(t);
  return columns.flatMap((shown, place) => {
    const column = tableColumnOf(shown.key);
    const given = { shown, place, width: widthOf(shown), isTight: isTight(shown), words };
    return column === null ? [] : [gridColumn(t, say, column, given)];
  });
}

function gridColumn(
  t: TFunction,
  say: Translate,
  column: TableColumn,
  given: {
    readonly shown: ViewColumn;
    readonly place: number;
    readonly width: number;
    readonly isTight: boolean;
    readonly words: CellWords;
  },
): GridColumn<OfficialRow> {
  const { shown, place, width } = given;
  const isNumber = measureOf(column) === "number" || (isComputed(column) && column.kind === "number");
  return {
    key: shown.key,
    ...headingOf(t, say, column),
    width: `${width}px`,
    sortable: isSorted(column),
    align: isNumber ? "end" : "start",
    rowHeader: shown.key === nameKey,
    cell: (row) => {
      const cell = row.cells[place];
      return cell === undefined ? null : <Cell t={t} {...given} column={column} cell={cell} row={row} />;
    },
  };
}

/** Beside each other statuses need no more than the name of what they are of. */
function headingOf(t: TFunction, say: Translate, column: TableColumn) {
  const header = tableColumnLabel(say, column);
  if (!isComputed(column) || column.kind !== "status" || column.standard === null) return { header };
  return { header: t(`domain:standardShort.${column.standard}`), headerTitle: header };
}

function Cell(props: {
  readonly t: TFunction;
  readonly isTight: boolean;
  readonly words: CellWords;
  readonly column: TableColumn;
  readonly cell: ListCell;
  readonly row: OfficialRow;
}) {
  const { t, words, column, cell, row } = props;
  if (isComputed(column) && column.kind === "status") {
    return (
      <>
        <StatusCell cell={cell} words={words} isTight={props.isTight} />
        <Marks words={words} cell={cell} />
      </>
    );
  }
  if (column.key === unitKey && cell.text === "" && row.outside !== null) {
    const why = outsideWords(t, row.outside);
    return (
      <span className={classes.muted} title={why}>
        {why}
      </span>
    );
  }
  const look = column.key === nameKey ? classes.name : isDate(column) ? classes.figures : classes.fits;
  return (
    <>
      <UnverifiedMark of={cell} look="sign" words={words.unverified} />
      <span className={look} title={cell.tip ?? cell.text}>
        {cell.short ?? cell.text}
      </span>
      <Marks words={words} cell={cell} />
    </>
  );
}

function isDate(column: TableColumn): boolean {
  return measureOf(column) === "date" || measureOf(column) === "number";
}

/** Why else a value is to be looked at twice, in a word for who cannot see the sign. */
function Marks({ words, cell }: { readonly words: CellWords; readonly cell: ListCell }) {
  const others = cell.marks?.filter((mark) => mark !== "unverified");
  return others?.map((mark) => (
    <span key={mark} className={classes.mark} data-mark={mark} title={words.mark[mark]}>
      <span className="visually-hidden">{words.mark[mark]}</span>
    </span>
  ));
}
