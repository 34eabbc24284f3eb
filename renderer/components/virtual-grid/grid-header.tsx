/** The head of a grid: groups above columns, sort buttons in the columns. */
import { createColumnHelper, tableFeatures, useTable } from "@tanstack/react-table";
import { memo, type MouseEvent, useMemo } from "react";
import classes from "./virtual-grid.module.css";
import { HeadingTools, SortButton, useDragged } from "./heading";
import type { ColumnTools, GridColumn, GridSort } from "./types";

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

export interface GridHeaderProps<T> {
  readonly columns: readonly GridColumn<T>[];
  readonly sort: readonly GridSort[] | undefined;
  readonly onSort: ((column: string, further: boolean) => void) | undefined;
  readonly tools: ColumnTools | undefined;
}

function Header<T>({ columns, sort, onSort, tools }: GridHeaderProps<T>) {
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
            const pinned = place < pinnedCount(columns) ? place : undefined;
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
                  data-pinned={pinned === undefined ? undefined : true}
                  data-second={pinned === 1 || undefined}
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
                  <span className={classes.groupText}>
                    {String(header.column.columnDef.header)}
                    {byKey.get(header.getLeafHeaders()[1]?.column.id ?? "")?.groupMark}
                  </span>
                </th>
              );
            }
            return (
              <Heading
                key={header.id}
                column={column}
                sort={sort}
                onSort={onSort}
                tools={tools}
                pinned={pinned}
                starts={starts.has(column.key)}
              />
            );
          })}
        </tr>
      ))}
    </thead>
  );
}

/** Drawn again only where something of it differs, and not while the rows are scrolled. */
export const GridHeader = memo(Header) as typeof Header;

interface HeadingProps<T> {
  readonly column: GridColumn<T>;
  readonly sort: readonly GridSort[] | undefined;
  readonly onSort: ((column: string, further: boolean) => void) | undefined;
  readonly tools: ColumnTools | undefined;
  /** Its place among the columns that stay. */
  readonly pinned: number | undefined;
  /** Whether a group begins with it. */
  readonly starts: boolean;
}

function Heading<T>({ column, sort, onSort, tools, pinned, starts }: HeadingProps<T>) {
  const by = sort?.find((one) => one.column === column.key);
  const sorted = by === undefined ? undefined : by.descending ? "descending" : "ascending";
  const drag = useDragged(column.key, tools);
  const sorts = column.sortable === true && onSort !== undefined;
  /** The mouse sorts by the whole heading; keys reach the button in it. */
  const sortAnywhere = ({ target, currentTarget, shiftKey, ctrlKey }: MouseEvent<HTMLElement>) => {
    // What the heading opened is drawn elsewhere on the page and reaches here all the same.
    if (!sorts || !(target instanceof Element) || !currentTarget.contains(target)) return;
    if (target.closest("button, [data-border]") === null) onSort(column.key, shiftKey || ctrlKey);
  };
  return (
    <th
      role="columnheader"
      scope="col"
      title={column.headerTitle}
      aria-sort={column.sortable === true ? (sorted ?? "none") : undefined}
      className={classes.headCell}
      data-align={column.align ?? "start"}
      data-pinned={pinned === undefined ? undefined : true}
      data-second={pinned === 1 || undefined}
      data-start={starts || undefined}
      data-tools={tools !== undefined || undefined}
      data-sorts={sorts || undefined}
      onClick={sortAnywhere}
      onContextMenu={
        tools === undefined
          ? undefined
          : (event) => {
              event.preventDefault();
              event.stopPropagation();
              tools.onOpen(column.key);
            }
      }
      {...drag}
    >
      {sorts ? (
        <SortButton column={column} sort={sort} onSort={onSort} />
      ) : (
        <span className={classes.headText}>{column.header}</span>
      )}
      {tools === undefined ? null : <HeadingTools column={column} tools={tools} />}
    </th>
  );
}

/** How many leading columns stay while the grid scrolls sideways: up to the one that names the row, if it leads. */
export function pinnedCount<T>(columns: readonly GridColumn<T>[]): number {
  const place = columns.findIndex((column) => column.rowHeader === true);
  return place === 0 || place === 1 ? place + 1 : 0;
}

/**
 * Width of the first columns that stay while the grid scrolls sideways: only where there is less room than the columns
 * need at least, so each is as wide as its track's least. A CSS length; nothing stays without a column that names the row.
 * @param count how many of them
 */
export function pinnedWidth<T>(columns: readonly GridColumn<T>[], count = pinnedCount(columns)): string {
  const widths = columns.slice(0, count).map(({ width }) => /^minmax\(([^,]+),/.exec(width)?.[1] ?? width);
  return widths.length === 0 ? "0px" : `calc(${widths.join(" + ")})`;
}

/** Lines of the head: two as soon as any column stands in a group. */
export function headerDepth<T>(columns: readonly GridColumn<T>[]): number {
  return columns.some((column) => column.group !== undefined) ? 2 : 1;
}
