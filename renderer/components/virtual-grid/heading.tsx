/**
 * One heading of a grid: the button that sorts, the one that opens what else can be done with the column, and the border
 * that is drawn wider. By keys all of it is reached from the cell: Alt with the down arrow opens the column's menu.
 */
import { Popover } from "@mantine/core";
import {
  IconArrowDown,
  IconArrowsSort,
  IconArrowUp,
  IconChevronDown,
  IconFilterFilled,
} from "@tabler/icons-react";
import { type ButtonHTMLAttributes, type DragEvent, type PointerEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ButtonPopover } from "../button-popover";
import { useEscape } from "../keyboard/escape";
import type { ColumnTools, GridColumn, GridSort } from "./types";
import classes from "./virtual-grid.module.css";

interface SortButtonProps<T> {
  readonly column: GridColumn<T>;
  readonly sort: readonly GridSort[] | undefined;
  readonly onSort: (column: string, further: boolean) => void;
}

export function SortButton<T>({ column, sort = [], onSort }: SortButtonProps<T>) {
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
        data-order-mark
        data-active={active !== undefined || undefined}
      />
      {active !== undefined && sort.length > 1 ? (
        <span className={classes.sortPlace}>{place + 1}</span>
      ) : null}
    </button>
  );
}

/** What a column's heading offers beside sorting. */
export function HeadingTools<T>({
  column,
  tools,
}: {
  readonly column: GridColumn<T>;
  readonly tools: ColumnTools;
}) {
  const opened = tools.opened === column.key;
  const isFiltered = tools.filtered.has(column.key);
  useEscape(() => tools.onOpen(null), opened);
  return (
    <>
      <ButtonPopover
        opened={opened}
        onChange={(open) => (open ? undefined : tools.onOpen(null))}
        padding={8}
        width="22rem"
        edge="start"
      >
        <Popover.Target refProp="placedBy">
          <MenuButton
            aria-label={tools.menuLabel(column.header)}
            isFiltered={isFiltered}
            isOpened={opened}
            onClick={() => tools.onOpen(opened ? null : column.key)}
          />
        </Popover.Target>
        <Popover.Dropdown className={classes.headPopover ?? ""} aria-label={tools.menuLabel(column.header)}>
          {opened ? tools.menu(column.key) : null}
        </Popover.Dropdown>
      </ButtonPopover>
      <ResizeBorder column={column} onResize={tools.onResize} />
    </>
  );
}

interface MenuButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly isFiltered: boolean;
  readonly isOpened: boolean;
  /** Told of what the menu is laid under. */
  readonly placedBy?: (element: HTMLElement | null) => void;
}

/** The menu is laid under the whole heading, not under the button at its end: beside its column it would hide others. */
function MenuButton({ isFiltered, isOpened, placedBy, className, ...rest }: MenuButtonProps) {
  return (
    <button
      {...rest}
      ref={(button) => placedBy?.(button?.closest("th") ?? null)}
      type="button"
      tabIndex={-1}
      className={`${classes.headMenu ?? ""} ${className ?? ""}`}
      data-filtered={isFiltered || undefined}
      data-opened={isOpened || undefined}
    >
      {isFiltered ? <IconFilterFilled size={13} aria-hidden /> : <IconChevronDown size={14} aria-hidden />}
    </button>
  );
}

/** Drawn by the mouse; a double click gives the usual width back. */
function ResizeBorder<T>(props: {
  readonly column: GridColumn<T>;
  readonly onResize: (key: string, width: number | null) => void;
}) {
  const { column, onResize } = props;
  const start = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const begin = (event: PointerEvent<HTMLSpanElement>) => {
    const width = event.currentTarget.parentElement?.offsetWidth ?? 0;
    start.current = { x: event.clientX, width };
    event.currentTarget.setPointerCapture(event.pointerId);
    event.preventDefault();
    event.stopPropagation();
  };
  const draw = (event: PointerEvent) => {
    if (start.current !== null) onResize(column.key, start.current.width + event.clientX - start.current.x);
  };
  const end = () => {
    start.current = null;
  };
  return (
    <span
      aria-hidden
      data-border
      className={classes.resize}
      onPointerDown={begin}
      onPointerMove={draw}
      onPointerUp={end}
      onPointerCancel={end}
      onDoubleClick={() => onResize(column.key, null)}
    />
  );
}

const dragged = "application/x-so-can-bo-column";

/** Headings can be taken by the mouse and put where another one stands. */
export function useDragged(key: string, tools: ColumnTools | undefined) {
  const [over, setOver] = useState(false);
  if (tools === undefined) return {};
  return {
    draggable: true,
    "data-over": over || undefined,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.setData(dragged, key);
      event.dataTransfer.effectAllowed = "move";
    },
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(dragged)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      setOver(false);
      const from = event.dataTransfer.getData(dragged);
      if (from === "" || from === key) return;
      event.preventDefault();
      tools.onMove(from, key);
    },
  };
}
