/** The text of a cell of an .ods: paragraphs, spans in fonts of their own, blanks that are elements. */
import type { TextRun } from "../../../../shared/import/workbook";
import type { Attributes } from "../xml";
import type { OdsStyles } from "./styles";

/** What stands within a text and is no part of it. */
const apart = new Set([
  "annotation",
  "note",
  "ruby-text",
  "frame",
  "custom-shape",
  "object",
  "line",
  "rect",
  "g",
]);
/** More blanks in a row than any cell has. */
const mostBlanks = 1000;

export class OdsCellText {
  readonly #styles: OdsStyles;
  #font: string | null = null;
  #runs: TextRun[] = [];
  #spans: (string | null)[] = [];
  #paragraphs = 0;
  #inParagraph = false;
  #atStart = true;
  #apart = 0;

  constructor(styles: OdsStyles) {
    this.#styles = styles;
  }

  begin(font: string | null): void {
    this.#font = font;
    this.#runs = [];
    this.#spans = [];
    this.#paragraphs = 0;
    this.#inParagraph = false;
    this.#apart = 0;
  }

  get runs(): readonly TextRun[] {
    return this.#runs;
  }

  open(element: string, attributes: Attributes): void {
    if (this.#apart > 0 || apart.has(element)) {
      this.#apart++;
      return;
    }
    switch (element) {
      case "p":
        if (this.#paragraphs++ > 0) this.#add("\n");
        this.#inParagraph = true;
        this.#atStart = true;
        return;
      case "span":
        this.#spans.push(this.#styles.font("text", attributes["text:style-name"] ?? null));
        return;
      case "s":
        return this.#add(" ".repeat(Math.min(Number(attributes["text:c"] ?? 1) || 1, mostBlanks)));
      case "tab":
        return this.#add("\t");
      case "line-break":
        return this.#add("\n");
    }
  }

  text(piece: string): void {
    if (!this.#inParagraph || this.#apart > 0) return;
    const collapsed = piece.replace(/[ \t\r\n]+/gu, " ");
    this.#add(this.#atStart ? collapsed.replace(/^ /u, "") : collapsed);
  }

  close(element: string): void {
    if (this.#apart > 0) this.#apart--;
    else if (element === "p") this.#inParagraph = false;
    else if (element === "span") this.#spans.pop();
  }

  #add(text: string): void {
    if (text === "") return;
    this.#atStart = false;
    const font = this.#spans.findLast((one) => one !== null) ?? this.#font;
    const last = this.#runs.at(-1);
    if (last !== undefined && last.font === font)
      this.#runs[this.#runs.length - 1] = { text: last.text + text, font };
    else this.#runs.push({ text, font });
  }
}
