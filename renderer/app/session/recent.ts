/**
 * What was opened lately in this roster, for the palette to begin with. Kept while the roster is open and nowhere else:
 * people's names do not belong into the settings of a PC.
 */
export interface Recent {
  readonly kind: "person" | "unit" | "command";
  /** Of the person or unit; for a command its name in the list. */
  readonly id: string;
  /** What it is called; empty for commands, which are named in the user's language where they are shown. */
  readonly label: string;
  readonly detail: string;
}

const most = 8;

const listeners = new Set<() => void>();
let kept: readonly Recent[] = [];

function change(next: readonly Recent[]): void {
  kept = next;
  for (const listener of listeners) listener();
}

function isSame(one: Recent, other: Pick<Recent, "kind" | "id">): boolean {
  return one.kind === other.kind && one.id === other.id;
}

export const recents = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** The last first. */
  read: (): readonly Recent[] => kept,
  note: (opened: Recent): void =>
    change([opened, ...kept.filter((one) => !isSame(one, opened))].slice(0, most)),
  /** @param ids people whose records changed and may be called otherwise or be gone; null: anybody may */
  forgetPeople: (ids: readonly string[] | null): void => {
    const stays = kept.filter(({ kind, id }) => kind !== "person" || (ids !== null && !ids.includes(id)));
    if (stays.length !== kept.length) change(stays);
  },
  clear: (): void => change([]),
};
