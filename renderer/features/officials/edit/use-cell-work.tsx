/** What is done with the cells of the list: copied, changed where they stand, filled down, changed for many at once. */
import { type ReactNode, type RefObject, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import type { PersonColumn } from "../../../../shared/columns/column";
import type {
  ListCell,
  ListOrder,
  OfficialFilter,
  OfficialRow,
} from "../../../../shared/contract/schemas/officials";
import { formatNumber } from "../../../../shared/text/format";
import { toastDone, toastFailed, toastNotice } from "../../../app/feedback/toast";
import { useRefuse } from "../../../app/roster/refusal";
import type { RowActions } from "../../../app/roster/row-commands";
import { call } from "../../../bridge/bridge";
import type { Range, Selection } from "../../../components/virtual-grid/selection";
import type { CopiedCells } from "../../../components/virtual-grid/copied-cells";
import type { RowAtHand } from "../../../components/virtual-grid/types";
import type { GridSteps } from "../../../components/virtual-grid/use-steps";
import type { ListLines } from "../use-list-lines";
import { type After, CellEditor } from "./cell-editor";
import { targetOf } from "./cell-target";
import { isEditable, typedColumn } from "./editable";
import { press } from "./keys-ahead";
import { ManyDialog, type ManyDialogProps } from "./many-dialog";
import { useClear } from "./use-clear";
import { useEndAssignment } from "./use-end-assignment";
import { usePaste } from "./use-paste";
import { useTellElsewhere } from "./use-tell-elsewhere";

type At = RowAtHand<OfficialRow>;

export interface CellWorkGiven {
  readonly filter: OfficialFilter;
  readonly order: ListOrder;
  /** Keys of the columns on screen. */
  readonly keys: readonly string[];
  /** Keys of the cells that rows hold: those on screen, and what is typed in some of them. */
  readonly cellKeys: readonly string[];
  /** Shows a column. */
  readonly onShow: (key: string) => void;
  readonly selection: Selection;
  /** How many people the list has. */
  readonly total: number;
  readonly lines: ListLines;
  /** Another text is another list, or the same after a change: what was copied stands elsewhere in it. */
  readonly listState: string;
  /** Keeps somebody at their place in the list whatever is written of them. @param before who stands before them */
  readonly hold: (id: string, before: string | null) => void;
  /** What holds the grid. */
  readonly box: RefObject<HTMLDivElement | null>;
  readonly readOnly: boolean;
  /** Line and column that the keys stand in. */
  readonly at: { readonly index: number; readonly column: number };
}

export interface CellWork {
  /** A letter was typed in a cell. */
  readonly typeOver: (typed: string, at: At) => void;
  /** Takes what is pasted while the keys are in the grid. */
  readonly paste: (text: string) => void;
  /** What was copied and stands as it did. */
  readonly copied: CopiedCells | null;
  /** Gives up what was copied. */
  readonly forgetCopied: () => void;
  /** For the grid, whose cells are gone through after each other. */
  readonly steps: RefObject<GridSteps | null>;
  /** Edits everybody who is chosen, or of whom nobody is, everybody of the list; null where nothing is edited. */
  readonly editMany: (() => void) | null;
  /** By the ids of commands. */
  readonly actions: RowActions<OfficialRow>;
  /** What is open over the list. */
  readonly open: ReactNode;
}

interface Editing {
  readonly row: OfficialRow;
  readonly cell: ListCell;
  readonly column: PersonColumn;
  readonly anchor: DOMRect;
  /** The letter that began it, which replaces the value; null: begun by a command. */
  readonly typed: string | null;
  /** Keys that were pressed while the cell before was written. */
  readonly ahead: string;
}

export function useCellWork(given: CellWorkGiven): CellWork {
  const { t } = useTranslation("grid");
  const { filter, order, keys, selection, lines, box } = given;
  const [editing, setEditing] = useState<Editing | null>(null);
  const [many, setMany] = useState<Pick<ManyDialogProps, "ranges" | "columnKey" | "value"> | null>(null);

  const clearing = useClear(filter, order);
  const pasting = usePaste(given);
  const ending = useEndAssignment(filter.moment);
  const refuse = useRefuse();
  const tellElsewhere = useTellElsewhere(keys, given.onShow);
  const keysAhead = useRef("");
  const steps = useRef<GridSteps>(null);
  const [copied, setCopied] = useState<{ readonly in: string; readonly cells: CopiedCells } | null>(null);

  /** Places of who is chosen, or of who the keys stand on. */
  const placesAt = (at: At): readonly Range[] => targetOf(selection, at, keys, lines).ranges;
  /** With headings the whole line where nothing is chosen. */
  const copy = (at: At, headings: boolean, done: (rows: number, cells: CopiedCells) => void) => {
    const whole = [0, keys.length] as const;
    const own: Range | null = headings ? null : [at.column, at.column];
    const chosen = selection.ranges.length > 0 ? selection.columns : own;
    const [first, last] = chosen ?? whole;
    const ranges = placesAt(at).map(([from, to]): [number, number] => [from, to]);
    const inLines = selection.ranges.length > 0 ? selection.ranges : [[at.index, at.index] as const];
    call("listCopy", { filter, order, columns: keys.slice(first, last + 1), ranges, headings }).then(
      ({ rows }) => done(rows, { ranges: inLines, columns: chosen }),
      toastFailed,
    );
  };
  const tellCopied = (rows: number, cells: CopiedCells) => {
    toastDone(t("copied", { text: formatNumber(rows) }));
    setCopied({ in: given.listState, cells });
  };
  const clear = (at: At) => {
    setCopied(null);
    const target = targetOf(selection, at, keys, lines);
    const isNowhere = target.columns.every((key) => typedColumn(key) === null);
    if (!isNowhere || !tellElsewhere(at.columnKey)) clearing.clear(target);
  };
  /** @returns whether the cell can be changed where it stands */
  const begin = (at: At, typed: string | null): boolean => {
    const column = typedColumn(at.columnKey);
    const cell = column === null ? undefined : at.row.cells[given.cellKeys.indexOf(column.key)];
    const shown = box.current?.querySelector(`[data-row="${at.index}"][data-column="${at.column}"]`);
    if (cell === undefined || column === null || !isEditable(column.key, cell) || shown == null) return false;
    const anchor = shown.getBoundingClientRect();
    setCopied(null);
    const before = at.index === 0 ? null : lines.getRow(at.index - 1)?.id;
    if (before !== undefined) given.hold(at.row.id, before);
    setEditing({ row: at.row, cell, column, anchor, typed, ahead: keysAhead.current });
    return true;
  };
  const edit = (at: At) => {
    if (!begin(at, null) && !tellElsewhere(at.columnKey)) toastNotice(t("edit.notHere"));
  };
  const typeOver = (typed: string, at: At) => {
    if (refuse !== null) refuse();
    else if (!begin(at, typed) && !tellElsewhere(at.columnKey))
      toastNotice(t("edit.notTyped"), { key: "typed" });
  };
  /** The first chosen line's value for those beneath it, after a look at what that does. */
  const fillDown = (at: At) => {
    const ranges = placesAt(at);
    const count = ranges.reduce((sum, [from, to]) => sum + to - from + 1, 0);
    const [first] = ranges[0] ?? [];
    const row = first === undefined ? undefined : lines.getRow(lines.lineOf(first));
    const columnKey = typedColumn(at.columnKey)?.key ?? at.columnKey;
    const cell = row?.cells[given.cellKeys.indexOf(columnKey)];
    if (row === undefined || count < 2) toastNotice(t("edit.fillNeeds"));
    else if (cell !== undefined && isEditable(columnKey, cell))
      setMany({ ranges, columnKey, value: { value: cell.value ?? null, text: cell.text } });
    else if (!tellElsewhere(at.columnKey)) toastNotice(t("edit.notHere"));
  };
  /** The keys go on in the grid, as after a press of an arrow. */
  const goOn = (after: After, ahead: string) => {
    // Each step is on screen before the next: the keys that follow are of the cell where this ends.
    flushSync(() => setEditing(null));
    const grid = box.current?.querySelector<HTMLElement>("[role=grid]");
    grid?.focus();
    if (grid == null || after === "stay") return;
    flushSync(() => steps.current?.go(after));
    const [first] = ahead;
    if (first === undefined) return;
    keysAhead.current = ahead;
    flushSync(() => press(grid, first));
    keysAhead.current = "";
  };

  const changing: RowActions<OfficialRow> = given.readOnly
    ? {}
    : {
        editCell: edit,
        fillDown,
        clearCells: clear,
        cutCells: (at) => copy(at, false, () => clear(at)),
        pasteCells: () => void call("pasteHere", {}).catch(toastFailed),
        endAssignment: ({ row }) => ending.end(row.id),
        editMany: (at) => {
          const columnKey = typedColumn(at.columnKey)?.key ?? at.columnKey;
          setMany({ ranges: placesAt(at), columnKey, value: null });
        },
      };
  return {
    typeOver,
    paste: pasting.paste,
    copied: copied?.in === given.listState ? copied.cells : null,
    forgetCopied: () => setCopied(null),
    steps,
    editMany: given.readOnly
      ? null
      : () => setMany({ ranges: lines.placesOf(selection.ranges), columnKey: null, value: null }),
    actions: {
      copyCell: (at) => copy(at, false, tellCopied),
      copyRow: (at) => copy(at, true, tellCopied),
      ...changing,
    },
    open: (
      <>
        {editing === null || given.readOnly ? null : (
          <CellEditor
            key={`${editing.row.id} ${editing.column.key}`}
            officialId={editing.row.id}
            name={editing.row.fullName}
            column={editing.column}
            cell={editing.cell}
            moment={filter.moment}
            anchor={editing.anchor}
            typed={editing.typed}
            ahead={editing.ahead}
            onClose={goOn}
          />
        )}
        {many === null ? null : (
          <ManyDialog
            filter={filter}
            order={order}
            total={given.total}
            shown={keys}
            {...many}
            onClose={() => setMany(null)}
          />
        )}
        {clearing.open}
        {pasting.open}
        {ending.open}
      </>
    ),
  };
}
