/**
 * A table on the clipboard: as text and as HTML. Electron once took both as one object and takes items as the web does
 * since; each of the runtimes that the program is tried with (decision 5) knows one of the two ways, and a name that one
 * of them does not export cannot be imported by name.
 */
import { createRequire } from "node:module";
import { clipboard, type ClipboardItem as Item } from "electron";

interface OldClipboard {
  write(data: { readonly text: string; readonly html: string }): void;
}

export async function writeTable(table: { readonly text: string; readonly html: string }): Promise<void> {
  const { ClipboardItem } = createRequire(import.meta.url)("electron") as { ClipboardItem?: typeof Item };
  if (ClipboardItem !== undefined) {
    await clipboard.write([new ClipboardItem({ "text/plain": table.text, "text/html": table.html })]);
    return;
  }
  const old: unknown = clipboard;
  (old as OldClipboard).write(table);
}
