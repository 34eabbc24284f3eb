/**
 * What is pasted into a screen with a list: into its cells while the keys stand in them; elsewhere cells of a spreadsheet go
 * through the import, which shows what would be written first.
 */
import { useEffect, useEffectEvent } from "react";
import { inTextField } from "../../app/commands/keys";
import { useRefuse } from "../../app/roster/refusal";
import { isBlockOfCells, useImportOf } from "./hand-over";

/** @param intoCells takes what is pasted while the focus is in the grid */
export function usePasteToImport(intoCells: (text: string) => void): void {
  const refuse = useRefuse();
  const importOf = useImportOf();
  const take = useEffectEvent((event: ClipboardEvent) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const isMeantElsewhere =
      event.defaultPrevented ||
      inTextField(event.target) ||
      document.querySelector("[aria-modal=true]") !== null;
    const inGrid = document.activeElement?.getAttribute("role") === "grid";
    if (isMeantElsewhere || (!inGrid && !isBlockOfCells(text))) return;
    event.preventDefault();
    if (refuse !== null) refuse();
    else if (inGrid) intoCells(text);
    else void importOf({ kind: "pasted", text });
  });
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => take(event);
    document.addEventListener("paste", onPaste);
    return () => document.removeEventListener("paste", onPaste);
  }, []);
}
