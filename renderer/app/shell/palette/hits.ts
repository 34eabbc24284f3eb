/**
 * What the palette offers for what was typed, as lists of one kind each. People and units come from the roster, screens
 * and commands from the program's own lists, so that whatever is added there is found here.
 */
import { foldSearch, isFoundBy } from "../../../../shared/text/fold";
import type { CommandEntry, Icon } from "../../commands/command-entry";
import type { CommandTexts } from "../../commands/command-text";
import type { Recent } from "../../session/recent";

export const hitKinds = ["recent", "person", "unit", "screen", "command"] as const;
export type HitKind = (typeof hitKinds)[number];

export interface Hit {
  /** Its own among all that are offered at once. */
  readonly key: string;
  readonly label: string;
  /** Beside the label, to tell two of one name apart. */
  readonly detail: string;
  /** Keys that do the same, as written in the entry. */
  readonly keys?: string | undefined;
  readonly icon?: Icon | undefined;
  /** What is remembered of it once it was chosen; null: nothing. */
  readonly recent: Recent | null;
  readonly run: () => void;
}

export type HitGroup = { readonly kind: HitKind; readonly hits: readonly Hit[] };

interface CommandSource {
  readonly entries: readonly CommandEntry[];
  readonly texts: CommandTexts;
  readonly run: (entry: CommandEntry) => void;
}

/** A command as it is offered. */
export function commandHit(entry: CommandEntry, { texts, run }: Omit<CommandSource, "entries">): Hit {
  return {
    key: `command ${entry.id}`,
    label: texts.menu(entry),
    detail: "",
    keys: entry.keys?.[0],
    icon: entry.icon,
    recent: { kind: "command", id: entry.id, label: "", detail: "" },
    run: () => run(entry),
  };
}

/** How well a command answers what was typed; null: not at all. The name before the sentence that explains it and other words for it. */
function rankOf(entry: CommandEntry, texts: CommandTexts, query: string): number | null {
  const label = texts.button(entry);
  if (foldSearch(label).startsWith(foldSearch(query))) return 0;
  if (isFoundBy(label, query)) return 1;
  if (isFoundBy(`${label} ${texts.help(entry)}`, query)) return 2;
  return isFoundBy(`${label} ${texts.also(entry)}`, query) ? 3 : null;
}

/** Commands that answer what was typed, the best first; all of them in their own order for nothing typed. */
export function commandHits(source: CommandSource, query: string): readonly Hit[] {
  const ranked = source.entries.flatMap((entry) => {
    const rank = query === "" ? 0 : rankOf(entry, source.texts, query);
    return rank === null ? [] : [{ entry, rank }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ entry }) => commandHit(entry, source));
}

/**
 * The lists as they are shown: none that is empty, and within each what was opened lately before the rest.
 * @param recents keys, the last opened first
 */
export function inOrder(groups: readonly HitGroup[], recents: readonly string[]): readonly HitGroup[] {
  const place = ({ key }: Hit) => {
    const at = recents.indexOf(key);
    return at < 0 ? recents.length : at;
  };
  return groups
    .filter(({ hits }) => hits.length > 0)
    .map(({ kind, hits }) => ({ kind, hits: [...hits].sort((a, b) => place(a) - place(b)) }));
}
