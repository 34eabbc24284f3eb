/** The table per commune. Every number in it opens the people behind it, by mouse and by Enter. */
import { type CSSProperties, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { StatisticsRowData, StatisticsTable } from "../../../shared/contract/schemas/statistics";
import { useHashLocation } from "../../app/navigation/navigation";
import { paths } from "../../app/navigation/paths";
import { useRowCommands } from "../../app/roster/row-commands";
import { type GridSort, VirtualGrid } from "../../components/virtual-grid/virtual-grid";
import { sortRows } from "./figures";
import { type FigureColumn, leastWidth, type Line } from "./standards-columns";
import classes from "./statistics.module.css";
import { type Scope, useOpens } from "./use-opens";

export interface StandardsTableProps {
  readonly table: StatisticsTable;
  readonly scope: Scope;
  readonly columns: readonly FigureColumn[];
}

function lineOf(row: StatisticsRowData, kinds: Scope["kinds"]): Line {
  return {
    scope: { id: row.unitId, name: row.unitName, only: true, kinds },
    code: row.unitCode,
    counts: row,
  };
}

export function StandardsTable({ table, scope, columns }: StandardsTableProps) {
  const { t } = useTranslation("screen-statistics");
  const location = useHashLocation();
  const opens = useOpens();
  const [sort, setSort] = useState<GridSort>({ column: "unit", descending: false });
  const [active, setActive] = useState(-1);
  const lines = useMemo(
    () => sortRows(table.rows, sort).map((row) => lineOf(row, table.kinds)),
    [table, sort],
  );
  useEffect(() => setActive((index) => Math.min(index, lines.length - 1)), [lines.length]);
  const last: Line = {
    scope: { id: scope.id, name: scope.name, kinds: table.kinds },
    code: null,
    counts: table.total,
  };
  const open = (line: Line, key: string) => {
    const column = columns.find((candidate) => candidate.key === key);
    const target = column?.opens?.(line) ?? opens.total(line.counts.total, line.scope);
    void location.go(target.href);
  };
  const rowTools = useRowCommands<Line>("unitRow", {
    openRow: ({ row, columnKey }) => open(row, columnKey),
    onlyUnit: ({ row }) => void location.go(paths.statistics(row.scope.id, table.kinds)),
  });
  return (
    <section
      className={classes.pane}
      aria-label={t("view.table")}
      style={{ "--table-width": `${leastWidth(columns)}px` } as CSSProperties}
    >
      <VirtualGrid<Line>
        label={t("table")}
        rowCount={lines.length}
        listKey={`${sort.column} ${sort.descending}`}
        getRow={(index) => lines[index]}
        rowId={(line) => line.scope.id ?? ""}
        columns={columns}
        sort={[sort]}
        onSort={(column) =>
          setSort((now) => ({
            column,
            descending:
              now.column === column ? !now.descending : column !== "unit" && !column.endsWith(".rate"),
          }))
        }
        activeIndex={active}
        onActiveIndex={setActive}
        onOpen={(line, _index, key) => open(line, key)}
        rowTools={rowTools}
        rowHeight={28}
        minWidth={leastWidth(columns)}
        footer={(column) => (column.key === "unit" ? t("totalRow") : column.cell(last))}
      />
    </section>
  );
}
