/** The texts that the cells of an .xlsx refer to by number, each held once however many cells show it. */
import type { CellContent, TextRun } from "../../../../shared/import/workbook";
import type { Reading } from "../reading";
import { textContent } from "../sheet-cells";
import { readXml } from "../xml";
import type { ZipParts } from "../zip-parts";
import { RichText } from "./rich-text";

interface SharedText {
  readonly runs: readonly TextRun[];
  /** As it was last shown, since most cells of a text have one font. */
  shown: { readonly font: string | null; readonly content: CellContent | null } | null;
}

export function inFont(runs: readonly TextRun[], font: string | null): CellContent | null {
  return textContent(runs.map((run) => (run.font === null ? { text: run.text, font } : run)));
}

export class SharedTexts {
  readonly #texts: SharedText[] = [];
  readonly #reading: Reading;

  private constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** @throws AppError workbook-damaged, workbook-too-large, cancelled */
  static async read(
    parts: ZipParts,
    name: string | null,
    reading: Reading,
    onPiece: (bytes: number) => void,
  ): Promise<SharedTexts> {
    const shared = new SharedTexts(reading);
    if (name === null) return shared;
    const rich = new RichText();
    let letters = 0;
    await readXml(
      counted(parts.pieces(name), onPiece),
      {
        open: (element, attributes) => rich.open(element, attributes),
        text(piece) {
          rich.text(piece);
          reading.held(letters + rich.length);
        },
        close(element) {
          rich.close(element);
          if (element !== "si") return;
          const runs = rich.take();
          letters += runs.reduce((sum, { text }) => sum + text.length, 0);
          reading.held(letters);
          shared.#texts.push({ runs, shown: null });
        },
      },
      reading,
    );
    return shared;
  }

  /** The text of a number as a cell of this font shows it; null for an empty one. @throws AppError workbook-damaged */
  content(number: number, font: string | null): CellContent | null {
    const text = this.#texts[number];
    if (text === undefined) throw this.#reading.damaged();
    if (text.shown?.font !== font || text.shown === null)
      text.shown = { font, content: inFont(text.runs, font) };
    return text.shown.content;
  }
}

/** Pieces as they come, each told of. */
export async function* counted(
  pieces: AsyncIterable<Buffer>,
  onPiece: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    onPiece(piece.length);
    yield piece;
  }
}
