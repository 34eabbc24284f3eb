/**
 * A grid of any length: only the rows on screen exist, yet screen readers and keys meet a whole table.
 *
 * The grid itself holds the focus and names its active cell (`aria-activedescendant`), so that scrolling the active
 * row out of the page and back never loses the keyboard.
 */
import { observeElementOffset, useVirtualizer } from "@tanstack/react-virtual";
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { cellText } from "./cell-text";
import { columnOfKey, type GridPlace, isTyping, movedBy } from "./grid-keys";
import { GridHeader, groupStarts, headerDepth, pinnedWidth } from "./grid-header";
import { GridFoot } from "./grid-foot";
import { GridGroup } from "./grid-group";
import { cellId, GridRow } from "./grid-row";
import {
  chosenColumns,
  everything,
  extendedTo,
  farEnd,
  chosenLine,
  hasCell,
  nothingSelected,
  pickedFrom,
  toggledRow,
} from "./selection";
import { copiedInRow } from "./copied-cells";
import { offsetToShow, scrollScale } from "./scroll-scale";
import { showSideways } from "./show-sideways";
import { placeOf, useDraw } from "./use-draw";
import { useSteps } from "./use-steps";
import type { RowAtHand, VirtualGridProps } from "./types";
import classes from "./virtual-grid.module.css";

export type { GridColumn, GridSort, VirtualGridProps } from "./types";

/** A long heading of a group takes two lines, so that it is read above few of its columns. */
const groupHeight = 36;
const lineHeight = 1;
const plainHeadHeight = 32;
/** Below a group, headings are short words over narrow columns and may take two lines. */
const groupedHeadHeight = 40;
const defaultRowHeight = 34;

export function VirtualGrid<T>(props: VirtualGridProps<T>) {
  const { columns, rowCount, activeIndex, rowHeight = defaultRowHeight } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [activeColumn, setActiveColumn] = useState(() => columnOfKey(columns, props.startColumn));
  const depth = headerDepth(columns);
  const headHeight = (depth === 1 ? plainHeadHeight : groupHeight + groupedHeadHeight) + lineHeight;
  const footHeight = props.footer === undefined ? 0 : rowHeight + lineHeight;

  const ratio = useRef(1);
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLTableRowElement>({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: headHeight,
    observeElementOffset: (instance, report) =>
      observeElementOffset(instance, (offset, scrolling) => report(offset * ratio.current, scrolling)),
  });
  const viewport = Math.max(0, (virtualizer.scrollRect?.height ?? 0) - headHeight - footHeight);
  const scale = scrollScale(rowCount * rowHeight, viewport, window.devicePixelRatio);
  useLayoutEffect(() => {
    ratio.current = scale.ratio;
  }, [scale.ratio]);
  const showRow = (index: number) => {
    const element = scroller.current;
    if (element === null) return;
    const room = element.clientHeight - headHeight - footHeight;
    const seen = element.scrollTop * scale.ratio;
    const wanted = offsetToShow(index * rowHeight, rowHeight, seen, room);
    if (wanted !== seen) element.scrollTop = wanted / scale.ratio;
  };
  const latestShowRow = useEffectEvent(showRow);
  /** Pixels that scrolling has run ahead of the element by; 0 without scaling. */
  const shift = (virtualizer.scrollOffset ?? 0) * (1 - 1 / scale.ratio);

  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;
  const { onVisible } = props;
  useEffect(() => {
    if (last >= first) onVisible?.(first, last);
  }, [onVisible, first, last]);

  const { listKey } = props;
  const shownList = useRef(listKey);
  useLayoutEffect(() => {
    if (shownList.current === listKey) return;
    shownList.current = listKey;
    if (scroller.current !== null) scroller.current.scrollTop = 0;
  }, [listKey]);

  // A row made active from outside (a saved person, the way back) must be on screen.
  const shownActive = useRef(-1);
  useEffect(() => {
    if (activeIndex < 0 || activeIndex >= rowCount || shownActive.current === activeIndex) return;
    shownActive.current = activeIndex;
    latestShowRow(activeIndex);
  }, [activeIndex, rowCount]);

  const starts = useMemo(() => groupStarts(columns), [columns]);
  const columnIndex = Math.min(activeColumn, columns.length - 1);

  const isGroup = (index: number) => index >= 0 && (props.groupAt?.(index) ?? null) !== null;
  const activeKey = columns[columnIndex]?.key ?? null;
  const tellColumn = useEffectEvent((key: string) => props.onActiveColumn?.(key));
  useEffect(() => {
    if (activeKey !== null) tellColumn(activeKey);
  }, [activeKey]);
  const activeCell = cellId(id, activeIndex, isGroup(activeIndex) ? 0 : columnIndex);
  useEffect(() => {
    showSideways(scroller.current, document.getElementById(activeCell));
  }, [activeCell]);

  const open = (index: number, column: number) => {
    const row = props.getRow(index);
    const key = columns[column]?.key;
    if (row !== undefined && key !== undefined) props.onOpen?.(row, index, key);
  };
  const atHand = (index: number, column: number): RowAtHand<T> | null => {
    const row = index < 0 ? undefined : props.getRow(index);
    const cells = columns.map((_column, place) => document.getElementById(cellId(id, index, place)));
    const columnKey = columns[column]?.key;
    if (row === undefined || columnKey === undefined) return null;
    return {
      row,
      index,
      column,
      columnKey,
      headings: columns.map(({ header }) => header),
      texts: cells.map((cell) => (cell === null ? "" : cellText(cell))),
    };
  };
  const onContextMenu = (event: MouseEvent<HTMLTableElement>) => {
    const { target, currentTarget } = event;
    if (props.rowTools === undefined || !(target instanceof Element)) return;
    const byKeys = target === currentTarget;
    const pressed = placeOf(target);
    const index = byKeys ? activeIndex : (pressed?.row ?? -1);
    const column = byKeys ? columnIndex : (pressed?.column ?? 0);
    const at = index < 0 ? null : atHand(index, column);
    if (at === null) return;
    event.preventDefault();
    const box = document.getElementById(cellId(id, index, column))?.getBoundingClientRect();
    const where = byKeys && box !== undefined ? { x: box.left, y: box.bottom } : null;
    void props.rowTools.onMenu(at, where);
  };
  const { selection = nothingSelected } = props;
  /** In the line of a group the keys are still about who is chosen. */
  const lineOfChosen = () =>
    chosenLine(
      selection,
      items.map(({ index }) => index),
      (line) => props.getRow(line) !== undefined,
    );
  const standAt = ({ row, column }: GridPlace) => {
    setActiveColumn(column);
    shownActive.current = row;
    if (row !== activeIndex) props.onActiveIndex(row);
  };
  const goTo = (place: GridPlace) => {
    standAt(place);
    showRow(place.row);
  };
  const steps = useSteps({
    place: { row: activeIndex, column: columnIndex },
    isWhole: isGroup(activeIndex),
    rows: rowCount,
    columns: columns.length,
    goTo: (place) => {
      goTo(place);
      if (selection.ranges.length > 0) props.onSelect?.(nothingSelected);
    },
    steps: props.steps,
  });
  const draw = useDraw({
    scroller,
    head: headHeight,
    foot: footHeight,
    rows: rowCount,
    columns: columns.length,
    onReach: (from, to) => {
      props.onSelect?.(extendedTo(selection, from, to));
      standAt(selection.anchor ?? from);
      showRow(to.row);
      showSideways(scroller.current, document.getElementById(cellId(id, to.row, to.column)));
    },
  });
  const onMouseDown = (event: MouseEvent) => {
    const pressed = placeOf(event.target);
    if (pressed === null) return;
    steps.forget();
    const { shiftKey, ctrlKey, button } = event;
    // Text chosen elsewhere on the page would be what is copied.
    if (props.onSelect !== undefined) window.getSelection()?.removeAllRanges();
    if (props.onSelect !== undefined && button === 0 && !ctrlKey) draw(pressed);
    const before = { row: Math.max(0, activeIndex), column: columnIndex };
    const stoodIn = activeIndex < 0 || isGroup(activeIndex) ? null : before;
    // The menu of what is chosen is about all of it.
    const keeps = button === 2 && hasCell(selection, pressed.row, pressed.column);
    if (shiftKey) props.onSelect?.(extendedTo(selection, before, pressed));
    else if (ctrlKey) props.onSelect?.(pickedFrom(selection, stoodIn, pressed));
    else if (!keeps && selection !== nothingSelected) props.onSelect?.(nothingSelected);
    standAt(pressed);
  };
  const onDoubleClick = (event: MouseEvent) => {
    const pressed = placeOf(event.target);
    if (pressed !== null) open(pressed.row, pressed.column);
  };
  /** @returns whether a key chose lines or gave the choice up */
  const select = (event: KeyboardEvent): boolean => {
    if (event.altKey) return false;
    if (event.key === " " && activeIndex >= 0) {
      props.onSelect?.(toggledRow(selection, { row: activeIndex, column: columnIndex }));
      return true;
    }
    if (event.key.toLowerCase() === "a" && event.ctrlKey && !event.shiftKey) {
      props.onSelect?.(everything(rowCount));
      return true;
    }
    if (event.key === "Escape") props.onEscape?.();
    if (event.key !== "Escape" || selection.ranges.length === 0) return false;
    props.onSelect?.(nothingSelected);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return;
    if (steps.onKey(event)) {
      event.preventDefault();
      return;
    }
    if (props.rowTools !== undefined && activeIndex >= 0) {
      // The row may have been scrolled out of the page.
      showRow(activeIndex);
      const ofChosen = isGroup(activeIndex);
      const at = atHand(ofChosen ? lineOfChosen() : activeIndex, columnIndex);
      if (at !== null && props.rowTools.onKey(event, at, ofChosen)) {
        event.preventDefault();
        return;
      }
    }
    if (isGroup(activeIndex) && ["Enter", "ArrowLeft", "ArrowRight"].includes(event.key) && !event.altKey) {
      event.preventDefault();
      const isFolded = props.groupAt?.(activeIndex)?.folded === true;
      if (event.key === "Enter" || isFolded === (event.key === "ArrowRight")) props.onGroup?.(activeIndex);
      return;
    }
    if (event.key === "Enter" && activeIndex >= 0) {
      event.preventDefault();
      open(activeIndex, columnIndex);
      return;
    }
    if (event.altKey && event.key === "ArrowDown" && props.columnTools !== undefined) {
      event.preventDefault();
      props.columnTools.onOpen(columns[columnIndex]?.key ?? null);
      return;
    }
    const page = Math.max(1, Math.floor(viewport / rowHeight) - 1);
    const here = { row: activeIndex, column: columnIndex };
    const place = event.shiftKey ? farEnd(selection, here) : here;
    if (props.onSelect !== undefined && select(event)) {
      event.preventDefault();
      return;
    }
    // While lines are picked one here and one there, Ctrl goes from one to the next and keeps them.
    const picks = selection.ranges.length > 0 && selection.columns === null && !event.shiftKey;
    const leaps = event.ctrlKey && !(picks && event.key.startsWith("Arrow"));
    const next = event.altKey
      ? null
      : movedBy(event.key, leaps, place, { rows: rowCount, columns: columns.length, page });
    if (next !== null) {
      event.preventDefault();
      steps.forget();
      goTo(next);
      if (event.shiftKey) props.onSelect?.(extendedTo(selection, here, next));
      else if (!event.ctrlKey) props.onSelect?.(nothingSelected);
      return;
    }
    if (!isTyping(event)) return;
    const isOnRow = activeIndex >= 0 && !isGroup(activeIndex);
    const typedAt = isOnRow ? atHand(activeIndex, columnIndex) : null;
    // A row on its way takes no letters, and they are not for what stands elsewhere.
    if (!isOnRow || typedAt !== null) props.onType?.(event.key, typedAt);
  };

  // What a heading opened is closed: the keys go on in the grid.
  const table = useRef<HTMLTableElement>(null);
  const isOpened = props.columnTools !== undefined && props.columnTools.opened !== null;
  const wasOpened = useRef(false);
  useEffect(() => {
    if (wasOpened.current && !isOpened) table.current?.focus({ preventScroll: true });
    wasOpened.current = isOpened;
  }, [isOpened]);

  const style = {
    "--grid-columns": columns.map((column) => column.width).join(" "),
    "--pinned-width": pinnedWidth(columns),
    "--first-width": pinnedWidth(columns, 1),
    "--row-height": `${rowHeight}px`,
    "--group-height": `${groupHeight}px`,
    "--head-height": `${depth === 1 ? plainHeadHeight : groupedHeadHeight}px`,
    minWidth: props.minWidth,
  } as CSSProperties;
  return (
    <div ref={scroller} className={classes.scroller}>
      <table
        ref={table}
        role="grid"
        aria-label={props.label}
        aria-rowcount={rowCount + depth + (props.footer === undefined ? 0 : 1)}
        aria-colcount={columns.length}
        aria-activedescendant={activeIndex >= first && activeIndex <= last ? activeCell : undefined}
        aria-describedby={props.description === undefined ? undefined : `${id}description`}
        aria-readonly="true"
        aria-multiselectable={props.onSelect === undefined ? undefined : true}
        tabIndex={0}
        className={classes.grid}
        style={style}
        onKeyDown={onKeyDown}
        onMouseDown={onMouseDown}
        onDoubleClick={onDoubleClick}
        onContextMenu={onContextMenu}
        onBlur={steps.onBlur}
        onFocus={(event) => {
          if (event.target === event.currentTarget && activeIndex < 0 && rowCount > 0) props.onActiveIndex(0);
        }}
      >
        <GridHeader columns={columns} sort={props.sort} onSort={props.onSort} tools={props.columnTools} />
        <tbody role="rowgroup" className={classes.body} style={{ height: scale.height }}>
          {items.map((item) => {
            const row = props.getRow(item.index);
            const group = props.groupAt?.(item.index) ?? null;
            if (group !== null) {
              return (
                <GridGroup
                  key={item.key}
                  id={cellId(id, item.index, 0)}
                  group={group}
                  index={item.index}
                  ariaIndex={item.index + depth + 1}
                  span={columns.length}
                  top={item.start - headHeight - shift}
                  active={item.index === activeIndex}
                  onPress={() => {
                    shownActive.current = item.index;
                    props.onActiveIndex(item.index);
                    props.onGroup?.(item.index);
                  }}
                />
              );
            }
            return (
              <GridRow
                key={item.key}
                row={row}
                columns={columns}
                starts={starts}
                index={item.index}
                ariaIndex={item.index + depth + 1}
                top={item.start - headHeight - shift}
                activeColumn={item.index === activeIndex ? columnIndex : -1}
                selected={
                  row !== undefined && props.selectedId !== undefined && props.rowId(row) === props.selectedId
                }
                gridId={id}
                chosen={chosenColumns(selection, item.index)}
                copied={props.copied == null ? null : copiedInRow(props.copied, item.index)}
              />
            );
          })}
        </tbody>
        {props.footer === undefined ? null : (
          <GridFoot columns={columns} starts={starts} ariaIndex={rowCount + depth + 1} cell={props.footer} />
        )}
      </table>
      {props.description === undefined ? null : (
        <p id={`${id}description`} className="visually-hidden">
          {props.description}
        </p>
      )}
      {rowCount === 0 && props.empty !== undefined ? (
        <div className={classes.empty}>{props.empty}</div>
      ) : null}
    </div>
  );
}
