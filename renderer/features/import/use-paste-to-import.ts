/** Cells of a spreadsheet that are pasted into a list go through the import, which shows what would be written first. */
import { useEffect, useEffectEvent } from "react";
import { inTextField } from "../../app/commands/keys";
import { useRefuse } from "../../app/roster/refusal";
import { isBlockOfCells, useImportOf } from "./hand-over";

export function usePasteToImport(): void {
  const refuse = useRefuse();
  const importOf = useImportOf();
  const take = useEffectEvent((event: ClipboardEvent) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const isMeantElsewhere =
      event.defaultPrevented ||
      inTextField(event.target) ||
      document.querySelector("[aria-modal=true]") !== null;
    if (isMeantElsewhere || !isBlockOfCells(text)) return;
    event.preventDefault();
    if (refuse === null) void importOf({ kind: "pasted", text });
    else refuse();
  });
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => take(event);
    document.addEventListener("paste", onPaste);
    return () => document.removeEventListener("paste", onPaste);
  }, []);
}
