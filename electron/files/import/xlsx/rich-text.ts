/**
 * A text with its runs as it stands in a shared string or a cell of an .xlsx: `<t>` for a plain one, `<r>` with its font
 * for each run; readings beside East Asian words (`<rPh>`) are no part of it.
 */
import type { TextRun } from "../../../../shared/import/workbook";
import type { Attributes } from "../xml";
import { unescaped } from "./escapes";

export class RichText {
  #runs: TextRun[] = [];
  #text = "";
  #font: string | null = null;
  #inText = false;
  #inRun = false;
  #inReading = false;

  open(element: string, attributes: Attributes): void {
    if (element === "rPh") this.#inReading = true;
    else if (element === "r") {
      this.#inRun = true;
      this.#font = null;
      this.#text = "";
    } else if (element === "rFont" && this.#inRun) this.#font = attributes.val ?? null;
    else if (element === "t" && !this.#inReading) this.#inText = true;
  }

  text(piece: string): void {
    if (this.#inText) this.#text += piece;
  }

  close(element: string): void {
    if (element === "rPh") this.#inReading = false;
    else if (element === "t") this.#inText = false;
    else if (element === "r") {
      this.#end();
      this.#inRun = false;
    }
  }

  get length(): number {
    return this.#text.length;
  }

  /** The runs, and begins anew. A run without a font of its own has none here: the cell's counts. */
  take(): readonly TextRun[] {
    if (this.#text !== "") this.#end();
    const runs = this.#runs;
    this.#runs = [];
    this.#font = null;
    return runs;
  }

  #end(): void {
    this.#runs.push({ text: unescaped(this.#text), font: this.#font });
    this.#text = "";
  }
}
