/** Completeness by unit: a line opens the people of the unit who lack something, by mouse and by Enter. */
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type {
  CompletenessCounts,
  CompletenessTable,
  CompletenessUnit,
} from "../../../shared/contract/schemas/completeness";
import { formatNumber } from "../../../shared/text/format";
import { everyUnit, type FillState } from "../../app/navigation/fill-state";
import { useHashLocation } from "../../app/navigation/navigation";
import { paths } from "../../app/navigation/paths";
import { NumberLink } from "../../components/number-link";
import { type GridColumn, type GridSort, VirtualGrid } from "../../components/virtual-grid/virtual-grid";
import { ShareBar } from "./share-bar";
import { sortUnits } from "./sort-units";
import classes from "./completeness.module.css";

/** A row, or the last line: counts with whose people they open. */
interface Line {
  readonly of: string;
  readonly name: string;
  readonly code: string | null;
  readonly counts: CompletenessCounts;
}

const minWidth = 760;

export function UnitsTable(props: { readonly table: CompletenessTable; readonly state: FillState }) {
  const { table, state } = props;
  const { t } = useTranslation("screen-completeness");
  const location = useHashLocation();
  const [sort, setSort] = useState<GridSort>({ column: "unit", descending: false });
  const [active, setActive] = useState(-1);
  const lines = useMemo(() => sortUnits(table.rows, sort).map(lineOf), [table, sort]);
  const columns = useMemo<readonly GridColumn<Line>[]>(() => {
    const hrefOf = ({ of }: Line) => paths.completeness({ ...state, of });
    return [
      {
        key: "unit",
        header: t("column.unit"),
        width: "minmax(14rem, 2fr)",
        sortable: true,
        rowHeader: true,
        cell: ({ name, code }) => (
          <span className={classes.unit} title={code === null ? name : `${name} (${code})`}>
            <span className={classes.unitName}>{name}</span>
            {code === null ? null : <span className={classes.code}>{code}</span>}
          </span>
        ),
      },
      {
        key: "people",
        header: t("column.people"),
        width: "7rem",
        align: "end",
        sortable: true,
        cell: ({ counts }) => formatNumber(counts.people),
      },
      {
        key: "complete",
        header: t("column.complete"),
        width: "8rem",
        align: "end",
        sortable: true,
        cell: ({ counts }) => formatNumber(counts.complete),
      },
      {
        key: "lacking",
        header: t("column.lacking"),
        width: "8rem",
        align: "end",
        sortable: true,
        cell: (line) => {
          const lacking = line.counts.people - line.counts.complete;
          return (
            <NumberLink
              value={lacking}
              href={hrefOf(line)}
              opens={t("opens", { n: formatNumber(lacking), unit: line.name })}
              tabIndex={-1}
            />
          );
        },
      },
      {
        key: "share",
        header: t("column.items"),
        width: "minmax(17rem, 2fr)",
        sortable: true,
        cell: ({ counts }) => <ShareBar present={counts.present} asked={counts.asked} />,
      },
    ];
  }, [t, state]);
  const last: Line = { of: everyUnit, name: t("total"), code: null, counts: table.total };
  return (
    <div className={classes.gridBox}>
      <VirtualGrid<Line>
        label={t("table")}
        rowCount={lines.length}
        listKey={`${sort.column} ${sort.descending}`}
        getRow={(index) => lines[index]}
        rowId={(line) => line.of}
        columns={columns}
        sort={[sort]}
        onSort={(column) =>
          setSort((now) => ({
            column,
            descending: now.column === column ? !now.descending : column === "people" || column === "lacking",
          }))
        }
        activeIndex={active}
        onActiveIndex={setActive}
        onOpen={({ of }) => void location.go(paths.completeness({ ...state, of }))}
        rowHeight={32}
        minWidth={minWidth}
        footer={(column) => column.cell(last)}
      />
    </div>
  );
}

function lineOf({ unitId, unitName, unitCode, ...counts }: CompletenessUnit): Line {
  return { of: unitId, name: unitName, code: unitCode, counts };
}
