/**
 * The cells of a person that came to no row of the roster: what is kept of them as text, and under which name, so that a
 * text that is kept already is not kept again.
 */
import { cutText, piecesOf } from "../text/cut";
import type { FieldValue } from "../domain/entities";
import { columnLetters } from "./column-role";
import type { StoredPerson } from "./compare";
import type { LineCell } from "./line";
import type { PersonDraft } from "./people";
import { unread } from "./reading";

/** A text that is kept with the person. */
export interface KeptWrite {
  readonly heading: string;
  readonly text: string;
  readonly column: string | null;
  readonly source: string;
  /** JSON of what it was read as, where it only lacks what goes with it; null where nobody knows what it means. */
  readonly reading: string | null;
}

export interface KeptWords {
  /** What a text is kept under that has no heading. @param letters of the column */
  readonly unheaded: (letters: string) => string;
  /** File, sheet and row, as it is kept with a text. */
  readonly source: (sheet: string, row: number) => string;
}

/** As long as the fields of a kept text allow. */
const mostKept = 4000;
const mostHeading = 200;

/** Texts that are kept with a person, by their names. */
function textsKept(stored: StoredPerson | null): Set<string> {
  return new Set(
    (stored?.rows.keptText ?? []).map(({ fields }) => keptName(fields["heading"], fields["text"])),
  );
}

function keptName(heading: FieldValue | undefined, text: FieldValue | undefined): string {
  return `${String(heading)}\n${String(text)}`;
}

function headingOf({ heading, column }: Pick<LineCell, "heading" | "column">, words: KeptWords): string {
  return cutText(heading === "" ? words.unheaded(columnLetters(column)) : heading, mostHeading);
}

/** Whether a text is to be kept that is not kept with the person yet. */
export function keepsNews(draft: PersonDraft, stored: StoredPerson | null, words: KeptWords): boolean {
  const kept = textsKept(stored);
  return cellsOf(draft).some(
    (cell) =>
      (cell.reading.kind === "unread" || cell.keptToo) &&
      piecesOf(cell.text, mostKept).some((text) => !kept.has(keptName(headingOf(cell, words), text))),
  );
}

/** Gives cells their outcome that no row of the roster came from. */
export function settleOthers(draft: PersonDraft, id: string): void {
  for (const cell of cellsOf(draft)) {
    if (cell.role.kind === "person") {
      const isKnown = draft.personId === id;
      cell.outcome = isKnown ? "unchanged" : "kept";
      if (!isKnown) cell.reading = unread("unmapped");
    }
    if (cell.reading.kind === "unread" || cell.keptToo) {
      cell.outcome = "kept";
      cell.reason = cell.reading.kind === "unread" ? cell.reading.reason : "contradicts";
    }
  }
}

/** Texts that are kept with the person already are not kept again. */
export function keptOf({ lines }: PersonDraft, stored: StoredPerson | null, words: KeptWords): KeptWrite[] {
  const kept: KeptWrite[] = [];
  const known = textsKept(stored);
  for (const line of lines) {
    for (const cell of line.cells) {
      if (cell.outcome !== "kept") continue;
      const heading = headingOf(cell, words);
      const column = cell.key === "" ? null : cell.key;
      const news = piecesOf(cell.text, mostKept).filter((text) => !known.has(keptName(heading, text)));
      if (news.length === 0) cell.outcome = "unchanged";
      for (const text of news) {
        known.add(keptName(heading, text));
        kept.push({
          heading,
          text,
          column,
          source: words.source(line.sheet, cell.row),
          reading: readAs(cell),
        });
      }
    }
  }
  return kept;
}

function readAs({ reading }: LineCell): string | null {
  return reading.kind === "unread" && reading.meant !== undefined ? JSON.stringify(reading.meant) : null;
}

export function cellsOf({ lines }: PersonDraft): readonly LineCell[] {
  return lines.flatMap((line) => line.cells);
}
