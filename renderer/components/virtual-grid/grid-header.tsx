/** The head of a grid: groups above columns, sort buttons in the columns. */
import { createColumnHelper, tableFeatures, useTable } from "@tanstack/react-table";
import { IconArrowDown, IconArrowsSort, IconArrowUp } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import classes from "./virtual-grid.module.css";
import type { GridColumn, GridSort } from "./types";

const features = tableFeatures({});
const helper = createColumnHelper<typeof features, object>();
const noRows: object[] = [];

/** Neighbouring columns of one group under one heading; the rest stand alone. */
function columnTree<T>(columns: readonly GridColumn<T>[]) {
  const tree: { group: string | null; columns: GridColumn<T>[] }[] = [];
  for (const column of columns) {
    const last = tree.at(-1);
    if (column.group !== undefined && last?.group === column.group) last.columns.push(column);
    else tree.push({ group: column.group ?? null, columns: [column] });
  }
  return tree.map(({ group, columns: members }) => {
    const leaves = members.map((column) => helper.display({ id: column.key, header: column.header }));
    const [first] = leaves;
    if (group === null && first !== undefined) return first;
    return helper.group({
      id: `group-${members[0]?.key ?? ""}`,
      header: group ?? "",
      columns: helper.columns(leaves),
    });
  });
}

/** Keys of the columns that begin a group, where a line is drawn. */
export function groupStarts<T>(columns: readonly GridColumn<T>[]): ReadonlySet<string> {
  const starts = columns.filter((column, index) => index > 0 && column.group !== columns[index - 1]?.group);
  return new Set(starts.map((column) => column.key));
}

interface SortButtonProps<T> {
  readonly column: GridColumn<T>;
  readonly sort: readonly GridSort[] | undefined;
  readonly onSort: (column: string, further: boolean) => void;
}

function SortButton<T>({ column, sort = [], onSort }: SortButtonProps<T>) {
  const { t } = useTranslation("screen-app");
  const place = sort.findIndex((one) => one.column === column.key);
  const active = sort[place];
  const Icon = active === undefined ? IconArrowsSort : active.descending ? IconArrowDown : IconArrowUp;
  return (
    <button
      type="button"
      className={classes.sort}
      title={t("grid.sortBy", { column: column.headerTitle ?? column.header })}
      onClick={(event) => onSort(column.key, event.shiftKey || event.ctrlKey)}
    >
      <span className={classes.headText}>{column.header}</span>
      <Icon
        size={14}
        aria-hidden
        className={classes.sortIcon}
        data-active={active !== undefined || undefined}
      />
      {active !== undefined && sort.length > 1 ? (
        <span className={classes.sortPlace}>{place + 1}</span>
      ) : null}
    </button>
  );
}

export interface GridHeaderProps<T> {
  readonly columns: readonly GridColumn<T>[];
  readonly sort: readonly GridSort[] | undefined;
  readonly onSort: ((column: string, further: boolean) => void) | undefined;
}

export function GridHeader<T>({ columns, sort, onSort }: GridHeaderProps<T>) {
  const definitions = useMemo(() => helper.columns(columnTree(columns)), [columns]);
  const table = useTable({ features, columns: definitions, data: noRows });
  const byKey = useMemo(() => new Map(columns.map((column) => [column.key, column])), [columns]);
  const starts = useMemo(() => groupStarts(columns), [columns]);
  return (
    <thead role="rowgroup" className={classes.head}>
      {table.getHeaderGroups().map((group, depth) => (
        <tr
          role="row"
          aria-rowindex={depth + 1}
          key={group.id}
          className={classes.headRow}
          data-groups={depth < table.getHeaderGroups().length - 1 || undefined}
        >
          {group.headers.map((header, place) => {
            const pinned = (place === 0 && columns[0]?.rowHeader === true) || undefined;
            const column = byKey.get(header.column.id);
            const start = starts.has(header.getLeafHeaders().at(-1)?.column.id ?? "") || undefined;
            const span = { gridColumn: `span ${header.colSpan}` };
            if (header.isPlaceholder) {
              return (
                <td
                  role="gridcell"
                  key={header.id}
                  style={span}
                  className={classes.headBlank}
                  data-start={start}
                  data-pinned={pinned}
                />
              );
            }
            if (column === undefined) {
              return (
                <th
                  role="columnheader"
                  scope="colgroup"
                  aria-colspan={header.colSpan}
                  key={header.id}
                  style={span}
                  className={classes.headGroup}
                  data-start={starts.has(header.getLeafHeaders()[1]?.column.id ?? "") || undefined}
                >
                  <span className={classes.groupText}>{String(header.column.columnDef.header)}</span>
                </th>
              );
            }
            const by = sort?.find((one) => one.column === column.key);
            const sorted = by === undefined ? undefined : by.descending ? "descending" : "ascending";
            return (
              <th
                role="columnheader"
                scope="col"
                key={header.id}
                title={column.headerTitle}
                aria-sort={column.sortable === true ? (sorted ?? "none") : undefined}
                className={classes.headCell}
                data-align={column.align ?? "start"}
                data-pinned={pinned}
                data-start={starts.has(column.key) || undefined}
              >
                {column.sortable === true && onSort !== undefined ? (
                  <SortButton column={column} sort={sort} onSort={onSort} />
                ) : (
                  <span className={classes.headText}>{column.header}</span>
                )}
              </th>
            );
          })}
        </tr>
      ))}
    </thead>
  );
}

/**
 * Width of the column that stays while the grid scrolls sideways: only where there is less room than the columns need
 * at least, so each is as wide as its track's least. A CSS length; nothing stays without such a column.
 */
export function pinnedWidth<T>(columns: readonly GridColumn<T>[]): string {
  const [first] = columns;
  if (first?.rowHeader !== true) return "0px";
  return /^minmax\(([^,]+),/.exec(first.width)?.[1] ?? first.width;
}

/** Lines of the head: two as soon as any column stands in a group. */
export function headerDepth<T>(columns: readonly GridColumn<T>[]): number {
  return columns.some((column) => column.group !== undefined) ? 2 : 1;
}
