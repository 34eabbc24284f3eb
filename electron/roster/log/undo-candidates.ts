/** Which change a press of Ctrl+Z or Ctrl+Y acts on: only what the user can have meant, and only what it can take back. */
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";
import { givesNothingBack } from "./settlement";
import { canBeTakenBack, saysTrust, undoChain } from "./undo-chain";

export interface UndoCandidates {
  /** Newest change with an effect, as the link to undo; null: none. */
  readonly undo: number | null;
  /** The undo to take back next; null once something new was done after it. */
  readonly redo: number | null;
  /** There is nothing to undo because the newest change settled a conflict by what was shown. */
  readonly settled: boolean;
}

/**
 * What the undo and redo commands would act on.
 * @param exceptActions actions that are not taken back by a key press, such as the making of the roster
 */
export function undoCandidates(db: ReadHandle, exceptActions: readonly string[]): UndoCandidates {
  let redo = undoneLast(db, exceptActions);
  let newest: number | null = null;
  let before = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const root = db.get<{ id: number; action: string; reception: number | null }>(
      sql`
        SELECT id, action, reception FROM change WHERE undoes IS NULL AND id < ${before}
        ORDER BY id DESC LIMIT 1`,
    );
    // A reception is undone as one, from its own entry, and not by a key press that was meant for an edit before it.
    if (root === undefined || root.reception !== null || exceptActions.includes(root.action))
      return { undo: null, redo, settled: false };
    newest ??= root.id;
    if (saysTrust(db, root.id)) {
      before = root.id;
      continue;
    }
    const chain = undoChain(db, root.id);
    const last = chain[chain.length - 1] ?? root.id;
    const isLeft = chain.length % 2 === 1 && canBeTakenBack(db, last);
    // What lies before it is not what the key press was meant for.
    if (isLeft && givesNothingBack(db, root.id)) return { undo: null, redo, settled: true };
    if (isLeft) return { undo: last, redo, settled: false };
    // What was undone before something new was done is not offered again.
    if (chain.length % 2 === 0 && last > newest) redo = Math.max(last, redo ?? last);
    before = root.id;
  }
}

/** The undo that was done last of all, whatever it took back: of an older change, from the log, it is offered like one by keys. */
function undoneLast(db: ReadHandle, exceptActions: readonly string[]): number | null {
  const last = db.value<number>(sql`SELECT id FROM change ORDER BY id DESC LIMIT 1`);
  if (last === undefined) return null;
  const [first = last, ...later] = undoChain(db, last);
  const root = db.get<{ action: string; reception: number | null }>(
    sql`SELECT action, reception FROM change WHERE id = ${first}`,
  );
  const isUndo = later.length % 2 === 1 && later.at(-1) === last;
  if (!isUndo || root === undefined || root.reception !== null || exceptActions.includes(root.action))
    return null;
  return saysTrust(db, first) ? null : last;
}
