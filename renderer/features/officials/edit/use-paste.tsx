/**
 * Pasting into the cells of the list. One value or a block without headings lands where the keys stand, a block only after a
 * look at what it does; a block with headings, or one that reaches beyond the list, is a list of its own and goes through the import.
 */
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallArgs } from "../../../../shared/contract/contract";
import { type CellsPreview, cellLimits } from "../../../../shared/contract/schemas/cells";
import type { ListOrder, OfficialFilter } from "../../../../shared/contract/schemas/officials";
import { toastFailed, toastNotice } from "../../../app/feedback/toast";
import { call } from "../../../bridge/bridge";
import { useSend } from "../../../bridge/hooks";
import type { Range, Selection } from "../../../components/virtual-grid/selection";
import { isBlockOfCells, useImportOf } from "../../import/hand-over";
import type { ListLines } from "../use-list-lines";
import { targetOf } from "./cell-target";
import { PasteDialog, tellPasted } from "./paste-dialog";

export interface PasteGiven {
  readonly filter: OfficialFilter;
  readonly order: ListOrder;
  readonly keys: readonly string[];
  readonly selection: Selection;
  readonly lines: ListLines;
  /** Line and column that the keys stand in. */
  readonly at: { readonly index: number; readonly column: number };
}

export interface Pasting {
  readonly paste: (text: string) => void;
  /** What is open over the list. */
  readonly open: ReactNode;
}

export function usePaste(given: PasteGiven): Pasting {
  const { t } = useTranslation("grid");
  const importOf = useImportOf();
  const save = useSend("pasteSave");
  const [pasted, setPasted] = useState<CallArgs<"pasteSave"> | null>(null);

  const elsewhere = (text: string) => {
    if (isBlockOfCells(text)) void importOf({ kind: "pasted", text });
    else toastNotice(t("paste.onePlace"), { key: "paste" });
  };
  const paste = async (text: string) => {
    const place = text.length > cellLimits.pasted ? null : placeOf(given);
    if (text.trim() === "") toastNotice(t("paste.nothing"), { key: "paste" });
    else if (place === null) elsewhere(text);
    else {
      const { filter, order } = given;
      const asked = { filter, order, text, ...place };
      const { preview } = await call("pastePreview", asked);
      if (preview === null) elsewhere(text);
      else if (preview.count === 1 && preview.same === 1) toastNotice(t("paste.same"), { key: "paste" });
      else if (isPlain(preview)) tellPasted(t, await save.mutateAsync(asked));
      else setPasted(asked);
    }
  };
  return {
    paste: (text) => void paste(text).catch(toastFailed),
    open: pasted === null ? null : <PasteDialog pasted={pasted} onClose={() => setPasted(null)} />,
  };
}

/** One cell over one cell is seen where it stands and taken back by one key; what is asked, lost or refused is looked at first. */
function isPlain({ count, changed, asks, lacking, lost }: CellsPreview): boolean {
  return count === 1 && changed === 1 && asks.length === 0 && lacking.length === 0 && lost === 0;
}

/** What is chosen, and what lies right of it and down; null where the keys stand in no cell of a person. */
function placeOf({
  selection,
  at,
  keys,
  lines,
}: PasteGiven): Pick<CallArgs<"pasteSave">, "target" | "room"> | null {
  const { ranges, columns, isWhole } = targetOf(selection, at, keys, lines);
  // Of whole lines it is the column that the keys stand in.
  const target = isWhole ? keys.slice(at.column, at.column + 1) : columns;
  const [first] = target;
  const top = selection.ranges[0]?.[0] ?? at.index;
  if (first === undefined || ranges.length === 0 || top < 0) return null;
  return {
    target: { ranges: pairs(ranges), columns: [...target] },
    room: {
      ranges: pairs(lines.placesOf([[top, lines.count - 1]])),
      columns: keys.slice(keys.indexOf(first)),
    },
  };
}

function pairs(ranges: readonly Range[]): [number, number][] {
  return ranges.map(([first, last]): [number, number] => [first, last]);
}
