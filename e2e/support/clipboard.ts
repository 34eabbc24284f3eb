/** The system's clipboard, as other programs leave and find it. */
import { answered } from "./main-process";
import type { Program } from "./program";

export function clipboardText({ app }: Program): Promise<string> {
  return answered(() => app.evaluate(({ clipboard }) => clipboard.readText()));
}

export function putOnClipboard({ app }: Program, text: string): Promise<void> {
  return answered(() => app.evaluate(({ clipboard }, cells) => clipboard.writeText(cells), text));
}
