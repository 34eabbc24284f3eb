/**
 * A file that was dropped on the window, or a block that was pasted into a list, on its way to the import: the screen that
 * takes it is not there yet. Kept outside of the address, which going back would open again.
 */
import { useEffect, useEffectEvent } from "react";
import { useGo } from "../../app/navigation/navigation";

export type ImportSource =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "pasted"; readonly text: string };

class HandOver {
  #waiting: ImportSource | null = null;
  readonly #takers = new Set<() => void>();

  give(source: ImportSource): void {
    this.#waiting = source;
    for (const taker of this.#takers) taker();
  }

  /** @returns what waits, once */
  take(): ImportSource | null {
    const waiting = this.#waiting;
    this.#waiting = null;
    return waiting;
  }

  onGiven(taker: () => void): () => void {
    this.#takers.add(taker);
    return () => this.#takers.delete(taker);
  }
}

const handOver = new HandOver();

/** Leads to the import with a file or a pasted block, after asking about unsaved work. */
export function useImportOf(): (source: ImportSource) => Promise<void> {
  const go = useGo();
  return async (source) => {
    // The screen takes it when it comes, or at once where it is there.
    if (await go.toImport()) handOver.give(source);
  };
}

/** Takes what was handed over, now and while the screen is there. */
export function useHandedOver(onSource: (source: ImportSource) => void): void {
  const take = useEffectEvent(() => {
    const source = handOver.take();
    if (source !== null) onSource(source);
  });
  useEffect(() => {
    take();
    return handOver.onGiven(() => take());
  }, []);
}

/** Whether a text holds several cells of a spreadsheet, which are parted by tabs and ends of lines. */
export function isBlockOfCells(text: string): boolean {
  return /\t|\n./u.test(text.trimEnd());
}
