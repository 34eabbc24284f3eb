/**
 * Where the pages of a printed worksheet end. Office programs break pages wherever a row does not fit, and leave a title
 * over two rows, or a signature alone, on the last one. A sheet of several pages has all of its page ends set here, so that
 * none depends on how a program rounds heights.
 *
 * Invariants, held by a property test: every page has room for its rows; the end stands with as many of the last rows as it
 * wants and has room for; no page before the last is more than half empty where a way to part the rows avoids it.
 */
import type { ReportDocument } from "../../../shared/report/document";
import { textAreaHeight } from "../../../shared/report/paper";

/**
 * - `flow`: pages end wherever they do
 * - `one`: all on one page, made a little smaller where it is a little too much
 * - `breaks`: rows, from 0, that begin a page. Office programs that fit a sheet to the page's width pass over breaks, so
 *   that it is fitted by hand, to a scale in per cent
 */
export type Paging =
  | { readonly kind: "flow" }
  | { readonly kind: "one" }
  | { readonly kind: "breaks"; readonly before: readonly number[]; readonly scale: number };

export interface PrintedRows {
  /** Points. */
  readonly heights: readonly number[];
  /** Rows repeated on each page after theirs; null for none. */
  readonly head: { readonly from: number; readonly to: number } | null;
  /** The rows that may begin a page, from the top down; what follows the last of them stays with it. */
  readonly pieces: readonly number[];
  /** How many of the last pieces are to stand on the last page. */
  readonly last: number;
  readonly orientation: ReportDocument["orientation"];
}

/** Office programs round heights: a page holds a little less than is counted. */
const safeShare = 0.97;

/** What may be made smaller to stand on one page: letters stay easy to read. */
const squeezed = 1.15;

/** By hand it is made a little smaller than by fitting: a column that does not fit would be a page of its own. */
const handShare = 0.98;

/** @param fitted share to which the sheet is made smaller to fit the page's width */
export function pagingOf(rows: PrintedRows, fitted: number): Paging {
  const page = (textAreaHeight(rows.orientation) / 25.4) * 72 * safeShare;
  if (sumOf(rows.heights) * fitted <= page * squeezed) return { kind: "one" };
  if (rows.pieces.length === 0) return { kind: "flow" };
  const scale = Math.floor(fitted * handShare * 100);
  const pages = new Pages(rows, (page * 100) / scale);
  return { kind: "breaks", before: pages.starts().slice(1), scale };
}

/** Parts the pieces of a sheet into pages. */
class Pages {
  readonly #rows: PrintedRows;
  readonly #room: number;
  /** Height of all rows above each. */
  readonly #above: readonly number[];
  readonly #repeated: number;

  /** @param room points of a page */
  constructor(rows: PrintedRows, room: number) {
    this.#rows = rows;
    this.#room = room;
    let above = 0;
    this.#above = [0, ...rows.heights.map((height) => (above += height))];
    this.#repeated = rows.head === null ? 0 : this.#between(rows.head.from, rows.head.to);
  }

  /** The first row of each page: filled from the top down, and then the last three seen together. */
  starts(): readonly number[] {
    const { pieces, heights } = this.#rows;
    const filled = [0];
    for (const [place, piece] of pieces.entries()) {
      const start = filled.at(-1) ?? 0;
      const next = pieces[place + 1] ?? this.#endOfRows();
      if (piece > start && this.#used(start, next) > this.#room) filled.push(piece);
    }
    const ways = [filled, [...filled, heights.length]].flatMap((pages) => this.#endings(pages));
    const best = ways.reduce<Ending | null>(
      (least, way) => (least === null || way.cost < least.cost ? way : least),
      null,
    );
    return best?.starts ?? filled;
  }

  /** Ways in which a document of so many pages may end, its pages but for the last three as they are. */
  #endings(pages: readonly number[]): readonly Ending[] {
    if (pages.length < 2) return [];
    const kept = pages.slice(0, Math.max(1, pages.length - 2));
    const from = kept.at(-1) ?? 0;
    const later = this.#rows.pieces.filter((piece) => piece > from);
    if (pages.length === 2) return later.flatMap((last) => this.#ending(kept, [last]));
    return later.flatMap((middle) => {
      if (this.#used(from, middle) > this.#room) return [];
      return later.filter((last) => last > middle).flatMap((last) => this.#ending(kept, [middle, last]));
    });
  }

  /** None where a page would not have the room. */
  #ending(kept: readonly number[], ends: readonly number[]): readonly Ending[] {
    const { heights, pieces } = this.#rows;
    const starts = [...kept, ...ends];
    const changed = [kept.at(-1) ?? 0, ...ends];
    const used = changed.map((start, place) => this.#used(start, changed[place + 1] ?? heights.length));
    if (used.some((each) => each > this.#room)) return [];
    const lastStart = ends.at(-1) ?? 0;
    const standing = pieces.filter((piece) => piece >= lastStart).length;
    const empty = used.slice(0, -1).map((each) => 1 - each / this.#room);
    const cost =
      starts.length * costs.page +
      Math.max(0, this.#rows.last - standing) * costs.missingRow +
      empty.filter((share) => share > 0.5).length * costs.halfEmpty +
      Math.max(0, ...empty);
    return [{ starts, cost }];
  }

  /** Points that a page takes of the rows from one to before another. */
  #used(from: number, to: number): number {
    const { head } = this.#rows;
    return this.#between(from, to) + (head !== null && from >= head.to ? this.#repeated : 0);
  }

  #between(from: number, to: number): number {
    return (this.#above[to] ?? 0) - (this.#above[from] ?? 0);
  }

  /** The row below the last piece's own, where what ends the document begins: it may go to a page with that piece. */
  #endOfRows(): number {
    return (this.#rows.pieces.at(-1) ?? 0) + 1;
  }
}

interface Ending {
  readonly starts: readonly number[];
  readonly cost: number;
}

/** A page that looks forgotten is worse than one more page, and that than a row too few with the signatures. */
const costs = { halfEmpty: 2.5, page: 2, missingRow: 1 } as const;

function sumOf(heights: readonly number[]): number {
  return heights.reduce((all, height) => all + height, 0);
}
