/** What is done with the cells of the sheet: typed over, emptied, graded by a number, filled by what is pasted. */
import { type ReactNode, type RefObject, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import { type EvaluationField, readGrade } from "../../../shared/career/evaluation-sheet";
import {
  evaluationLimits,
  type EvaluationLine,
  type EvaluationSheet,
} from "../../../shared/contract/schemas/evaluations";
import { formatNumber } from "../../../shared/text/format";
import { toastDone, toastFailed, toastNotice } from "../../app/feedback/toast";
import { useRefuse } from "../../app/roster/refusal";
import { call } from "../../bridge/bridge";
import type { RowAtHand, RowTools } from "../../components/virtual-grid/types";
import type { GridSteps } from "../../components/virtual-grid/use-steps";
import { type After, CellEditor } from "./cell-editor";
import { cellText, fieldOf } from "./columns";
import { cellsOfText, enter, type EnteredLines, paste, readCell, valuesOf } from "./entered";

type At = RowAtHand<EvaluationLine>;

interface Editing {
  readonly line: EvaluationLine;
  readonly field: EvaluationField;
  readonly anchor: DOMRect;
}

interface Given {
  readonly asked: EvaluationSheet;
  readonly lastDay: string;
  readonly entered: EnteredLines;
  readonly onEntered: (entered: EnteredLines) => void;
  /** What holds the grid. */
  readonly box: RefObject<HTMLDivElement | null>;
  /** Line that the keys stand in, and key of the column. */
  readonly at: { readonly index: number; readonly columnKey: string | null };
}

export interface SheetWork {
  readonly steps: RefObject<GridSteps | null>;
  readonly rowTools: RowTools<EvaluationLine>;
  readonly onType: (typed: string, at: At | null) => void;
  /** @returns whether the column is one that is typed in */
  readonly onOpen: (line: EvaluationLine, index: number, columnKey: string) => boolean;
  readonly onPaste: (text: string) => void;
  readonly open: ReactNode;
}

/** Lines read in one go. */
const page = 500;
/** Unread cells that are named. */
const named = 5;

export function useSheetWork({ asked, lastDay, entered, onEntered, box, at }: Given): SheetWork {
  const { t } = useTranslation(["screen-evaluation", "domain"]);
  const refuse = useRefuse();
  const steps = useRef<GridSteps>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const { year } = asked;

  const cellAt = (index: number, columnKey: string): DOMRect | null => {
    const row = box.current?.querySelector(`[data-row="${index}"]`)?.closest("tr");
    const place = ["name", "unit", "post", "generalPoints", "resultPoints", "suggested", "grade"].indexOf(
      columnKey,
    );
    return row?.querySelector(`[data-column="${place}"]`)?.getBoundingClientRect() ?? null;
  };
  const begin = (line: EvaluationLine, index: number, columnKey: string): boolean => {
    const field = fieldOf(columnKey);
    if (field === null) return false;
    const anchor = cellAt(index, columnKey);
    if (refuse !== null) refuse();
    else if (anchor !== null) setEditing({ line, field, anchor });
    return true;
  };
  const goOn = (after: After) => {
    flushSync(() => setEditing(null));
    box.current?.querySelector<HTMLElement>("[role=grid]")?.focus();
    if (after !== "stay") flushSync(() => steps.current?.go(after));
  };
  const keep = ({ line, field }: Editing, text: string, after: After): boolean => {
    const before = cellText({ t, year }, line, field, valuesOf(line, entered));
    const read = readCell(field, text);
    if (!read.ok && text !== before) return false;
    if (read.ok) onEntered(enter(entered, line, read.value, lastDay));
    goOn(after);
    return true;
  };
  const onType = (typed: string, cell: At | null) => {
    if (cell === null) return;
    const field = fieldOf(cell.columnKey);
    const grade = field === "grade" ? readGrade(typed) : null;
    if (field === null) toastNotice(t("notHere"), { key: "typed" });
    else if (refuse !== null) refuse();
    else if (grade === null) begin(cell.row, cell.index, cell.columnKey);
    else {
      onEntered(enter(entered, cell.row, { grade }, lastDay));
      steps.current?.go("down");
    }
  };
  const clear = ({ row, columnKey }: At) => {
    const field = fieldOf(columnKey);
    if (field === null) return;
    if (refuse !== null) refuse();
    else onEntered(enter(entered, row, { [field]: null }, lastDay));
  };
  const rowTools: RowTools<EvaluationLine> = {
    onKey: (event, cell) => {
      if (event.ctrlKey || event.altKey || event.shiftKey) return false;
      if (event.key === "F2") return begin(cell.row, cell.index, cell.columnKey);
      if (event.key !== "Delete") return false;
      clear(cell);
      return true;
    },
    onMenu: () => Promise.resolve(),
  };
  const pasteRows = async (text: string) => {
    const rows = cellsOfText(text);
    const field = at.columnKey === null ? null : fieldOf(at.columnKey);
    if (field === null || at.index < 0) {
      toastNotice(t("paste.where"), { key: "paste" });
      return;
    }
    if (rows.length > evaluationLimits.lines) {
      toastNotice(t("paste.tooMany", { text: formatNumber(evaluationLimits.lines) }), { key: "paste" });
      return;
    }
    const lines: EvaluationLine[] = [];
    while (lines.length < rows.length) {
      const limit = Math.min(page, rows.length - lines.length);
      const read = await call("evaluationPage", { ...asked, offset: at.index + lines.length, limit });
      lines.push(...read.rows);
      if (read.rows.length < limit) break;
    }
    const pasted = paste(entered, rows, field, lines, lastDay);
    onEntered(pasted.entered);
    const beyond = rows.length - lines.length;
    const told = [
      t("paste.taken", { text: formatNumber(pasted.taken) }),
      ...(pasted.unread.length === 0
        ? []
        : [
            t("paste.unread", {
              text: formatNumber(pasted.unread.length),
              cells: pasted.unread.slice(0, named).join("; "),
            }),
          ]),
      ...(beyond > 0 ? [t("paste.beyond", { text: formatNumber(beyond) })] : []),
    ];
    if (told.length === 1) toastDone(told.join(" "));
    else toastNotice(told.join(" "), { key: "paste" });
  };
  return {
    steps,
    rowTools,
    onType,
    onOpen: (line, index, columnKey) => begin(line, index, columnKey),
    onPaste: (text) => void pasteRows(text).catch(toastFailed),
    open:
      editing === null ? null : (
        <CellEditor
          key={`${editing.line.id} ${editing.field}`}
          label={t("edit.label", { column: t(`column.${editing.field}`), name: editing.line.fullName })}
          text={cellText({ t, year }, editing.line, editing.field, valuesOf(editing.line, entered))}
          anchor={editing.anchor}
          wrong={t(editing.field === "grade" ? "edit.wrongGrade" : "edit.wrongPoints", {
            most: editing.field === "generalPoints" ? 30 : 70,
          })}
          onKeep={(text, after) => keep(editing, text, after)}
          onClose={() => goOn("stay")}
        />
      ),
  };
}
