/**
 * What the calls that change people in the list do. A preview of many people is given up when the next is asked for: whoever
 * types is answered about what stands in the field, and not first about each letter before it.
 */
import { cellCalls } from "../../shared/contract/schemas/cells";
import { appError } from "../../shared/contract/errors";
import { type CellsWatch, previewMany, saveCell, saveMany } from "../services/cell-editing";
import type { Workspace } from "../services/workspace";
import type { Handlers } from "./answer";
import { untilFree } from "./until-free";

interface Under {
  /** Null: to be waited for. */
  readonly stop: AbortController | null;
  readonly over: Promise<unknown>;
}

export function cellHandlers(workspace: Workspace): Pick<Handlers, keyof typeof cellCalls> {
  const pasting = () => import("../services/import/pasted-cells");
  const { environment, events } = workspace;
  let last: Under | null = null;
  const inTurn = <T>(stop: AbortController | null, work: (watch: CellsWatch) => Promise<T>): Promise<T> => {
    const before = last;
    before?.stop?.abort();
    const begin = async () => {
      await before?.over.catch(() => undefined);
      if (stop?.signal.aborted === true) throw appError("cancelled");
      const watched = (signal: AbortSignal) =>
        work({
          signal: stop === null ? signal : AbortSignal.any([signal, stop.signal]),
          onProgress: (done, total) => events.progress("many", done, total, false),
        });
      return workspace.working(watched).finally(() => events.progress("many", 0, 0, true));
    };
    const over = begin();
    last = { stop, over };
    return over;
  };
  return {
    cellSave: (asked) => untilFree(() => saveCell(workspace.roster, environment, asked)),
    manyPreview: (asked) =>
      inTurn(new AbortController(), (watch) =>
        previewMany(workspace.roster, environment, workspace.officials, asked, watch),
      ),
    manySave: (asked) =>
      inTurn(null, (watch) =>
        untilFree(() => saveMany(workspace.roster, environment, workspace.officials, asked, watch)),
      ),
    pastePreview: async (asked) =>
      (await pasting()).previewPaste(workspace.roster, environment, workspace.officials, asked),
    pasteSave: async (asked) => {
      const { savePaste } = await pasting();
      return untilFree(() => savePaste(workspace.roster, environment, workspace.officials, asked));
    },
  };
}
