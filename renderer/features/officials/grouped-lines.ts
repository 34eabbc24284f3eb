/**
 * Lines of a list that is parted into groups: a line for each group, then its people unless it is folded. Pure; the list
 * itself is fetched by places, which know nothing of groups.
 */
import type { Range } from "../../components/virtual-grid/selection";

export interface Group {
  readonly key: string;
  readonly text: string;
  readonly count: number;
}

export type Line =
  | { readonly kind: "group"; readonly group: Group; readonly folded: boolean }
  | { readonly kind: "person"; readonly place: number };

interface Part {
  readonly group: Group;
  readonly folded: boolean;
  /** Line of the group itself. */
  readonly line: number;
  /** Place of its first person in the list. */
  readonly place: number;
}

export class GroupedLines {
  readonly count: number;
  readonly #parts: readonly Part[];

  /** @param folded keys of groups whose people are not shown */
  constructor(groups: readonly Group[], folded: ReadonlySet<string>) {
    const parts: Part[] = [];
    let line = 0;
    let place = 0;
    for (const group of groups) {
      const isFolded = folded.has(group.key);
      parts.push({ group, folded: isFolded, line, place });
      line += 1 + (isFolded ? 0 : group.count);
      place += group.count;
    }
    this.#parts = parts;
    this.count = line;
  }

  /** What stands in a line; null past the end. */
  at(line: number): Line | null {
    const part = this.#parts[this.#partAt(line)];
    if (part === undefined || line >= this.count) return null;
    if (line === part.line) return { kind: "group", group: part.group, folded: part.folded };
    return { kind: "person", place: part.place + line - part.line - 1 };
  }

  /** The line of a person; that of their group where it is folded. −1 for no place. */
  lineOf(place: number): number {
    if (place < 0) return -1;
    const at = this.#parts.findLastIndex((part) => part.place <= place);
    const part = this.#parts[at];
    if (part === undefined || place >= part.place + part.group.count) return -1;
    return part.folded ? part.line : part.line + 1 + place - part.place;
  }

  /** Places of the people in some lines; of a group's own line none. */
  placesOf(ranges: readonly Range[]): Range[] {
    return ranges.flatMap(([first, last]) =>
      this.#parts.flatMap((part): Range[] => {
        if (part.folded) return [];
        const from = Math.max(first, part.line + 1);
        const to = Math.min(last, part.line + part.group.count);
        const shift = part.place - part.line - 1;
        return from <= to ? [[from + shift, to + shift]] : [];
      }),
    );
  }

  #partAt(line: number): number {
    let low = 0;
    let high = this.#parts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#parts[middle]?.line ?? 0) <= line) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
