/** The notices that stand in the status line. Kept outside of React, because anything may have something to say. */
import type { ReactNode } from "react";
import type { CallName } from "../../../shared/contract/contract";

export interface Notice {
  /** Another notice of the same key takes its place. */
  readonly key: string;
  readonly kind: "done" | "waits" | "info" | "failed";
  readonly text: ReactNode;
  /** Offers to take back what was done. */
  readonly undo?: true;
  /** Commands that do something about what is said. */
  readonly ways?: readonly ("saveRosterAs" | "reopenRoster" | "recoverRoster")[];
  /** The call that failed: done afterwards, what is said of it is past. */
  readonly of?: CallName | null;
  /** Something else that can be done about it. */
  readonly offer?: { readonly label: string; readonly run: () => void };
  /** Milliseconds after which it goes by itself; left out: it stays until it is closed. */
  readonly goesAfter?: number;
}

/** Notices seen at once; older ones give way. */
const most = 3;

const listeners = new Set<() => void>();
/** The dialog in front when something failed. */
const failedIn = new WeakMap<Notice, Element>();
let shown: readonly Notice[] = [];

function change(next: readonly Notice[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

const isDone = (kind: Notice["kind"]) => kind === "done" || kind === "waits";

export const notices = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** Oldest first. */
  read: (): readonly Notice[] => shown,
  /** What failed before something was done by hand was read by then, and would stand beside it as if it had failed too. */
  show: (notice: Notice): void => {
    const isPast = ({ key, kind }: Notice) =>
      key === notice.key || (kind === "failed" && isDone(notice.kind));
    const front = [...document.querySelectorAll("[role=dialog][aria-modal=true]")].at(-1);
    if (notice.kind === "failed" && front !== undefined) failedIn.set(notice, front);
    change([...shown.filter((one) => !isPast(one)), notice].slice(-most));
  },
  /** Something was not stored: that another thing was before would be read as said of this. */
  refused: (): void => change(shown.filter(({ kind }) => !isDone(kind))),
  close: (notice: Notice): void => change(shown.filter((one) => one !== notice)),
  /**
   * The place was left of which they spoke: an undo offered elsewhere, or a failure of another screen, would be taken for that
   * place's own. What failed for the roster as a whole, with a way out, is true everywhere.
   */
  leave: (): void =>
    change(
      shown.filter(({ undo, kind, ways = [] }) => undo !== true && (kind !== "failed" || ways.length > 0)),
    ),
  /** A call was done that may have failed before. */
  done: (call: CallName): void => {
    if (shown.some(({ of }) => of === call)) change(shown.filter(({ of }) => of !== call));
  },
  /** Another dialog opened: what failed in one that was left would be read as said of this one. */
  leaveDialogs: (): void => change(shown.filter((one) => failedIn.get(one)?.isConnected !== false)),
  /** Another roster is open: what was said of the one before would be read as said of it. @param old what was read before */
  leaveRoster: (old: readonly Notice[]): void => change(shown.filter((one) => !old.includes(one))),
  clear: (): void => change([]),
};
