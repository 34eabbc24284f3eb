/**
 * Writes a flat .ods by hand with a font for each cell or run, which LibreOffice turns into the formats under test: so the
 * fixtures are files of a real office program, and what stands in them is said in the test.
 */

export interface MadeRun {
  readonly text: string;
  readonly font: string;
}

export type MadeValue =
  | string
  | number
  | boolean
  | { readonly runs: readonly MadeRun[] }
  | { readonly text: string; readonly font: string }
  | { readonly date: string; readonly shows?: "day" | "month" | "year" }
  | { readonly digits: number; readonly places: number }
  | { readonly formula: string; readonly shown: string | number; readonly error?: boolean };

export interface MadeSheet {
  readonly name: string;
  readonly hidden?: boolean;
  /** null: an empty cell. */
  readonly rows: readonly (readonly (MadeValue | null)[])[];
  /** Joined cells: the first one, from 0, and how many. */
  readonly merges?: readonly {
    readonly row: number;
    readonly column: number;
    readonly rows: number;
    readonly columns: number;
  }[];
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** A paragraph's text: blanks that XML would join are elements. */
const paragraphs = (text: string) =>
  escaped(text).replace(/ {2,}|^ | $/gu, (blanks) => `<text:s text:c="${blanks.length}"/>`);

class Writer {
  readonly #fonts = new Map<string, string>();
  readonly #styles = new Map<string, string>();

  cell(value: MadeValue | null, merge: string, covered: boolean): string {
    const element = covered ? "table:covered-table-cell" : "table:table-cell";
    const made = (attributes: string, content: string) =>
      `<${element}${merge}${attributes}>${content}</${element}>`;
    const shown = (text: string) => `<text:p>${paragraphs(text)}</text:p>`;
    if (value === null) return made("", "");
    if (typeof value === "string") return made(' office:value-type="string"', shown(value));
    if (typeof value === "number")
      return made(` office:value-type="float" office:value="${value}"`, shown(String(value)));
    if (typeof value === "boolean")
      return made(` office:value-type="boolean" office:boolean-value="${value}"`, shown(String(value)));
    if ("runs" in value) {
      const spans = value.runs.map(
        ({ text, font }) =>
          `<text:span text:style-name="${this.#style("text", font)}">${paragraphs(text)}</text:span>`,
      );
      return made(' office:value-type="string"', `<text:p>${spans.join("")}</text:p>`);
    }
    if ("text" in value)
      return made(
        ` table:style-name="${this.#style("table-cell", value.font)}" office:value-type="string"`,
        shown(value.text),
      );
    if ("date" in value) {
      const style = { day: "ceDay", month: "ceMonth", year: "ceYear" }[value.shows ?? "day"];
      return made(
        ` table:style-name="${style}" office:value-type="date" office:date-value="${value.date}"`,
        shown(value.date),
      );
    }
    if ("digits" in value)
      return made(
        ` table:style-name="${this.#digits(value.places)}" office:value-type="float" office:value="${value.digits}"`,
        shown(String(value.digits)),
      );
    const type = typeof value.shown === "number" ? `float" office:value="${value.shown}` : "string";
    return made(
      ` table:formula="of:${escaped(value.formula)}" office:value-type="${type}"`,
      shown(String(value.shown)),
    );
  }

  #style(family: "text" | "table-cell", font: string): string {
    const name = `${family === "text" ? "t" : "c"}${this.#fontNumber(font)}`;
    const parent = family === "text" ? "" : ' style:parent-style-name="Default"';
    this.#styles.set(
      name,
      `<style:style style:name="${name}" style:family="${family}"${parent}><style:text-properties style:font-name="${escaped(font)}" fo:font-family="&apos;${escaped(font)}&apos;"/></style:style>`,
    );
    return name;
  }

  #digits(places: number): string {
    const name = `d${places}`;
    this.#styles.set(
      name,
      `<number:number-style style:name="N${places}"><number:number number:decimal-places="0" number:min-integer-digits="${places}"/></number:number-style><style:style style:name="${name}" style:family="table-cell" style:parent-style-name="Default" style:data-style-name="N${places}"/>`,
    );
    return name;
  }

  #fontNumber(font: string): string {
    const known = this.#fonts.get(font);
    if (known !== undefined) return known;
    const number = String(this.#fonts.size + 1);
    this.#fonts.set(font, number);
    return number;
  }

  get head(): string {
    const faces = [...this.#fonts.keys()].map(
      (font) =>
        `<style:font-face style:name="${escaped(font)}" svg:font-family="&apos;${escaped(font)}&apos;"/>`,
    );
    const day = '<number:day number:style="long"/><number:text>/</number:text>';
    const month = '<number:month number:style="long"/><number:text>/</number:text>';
    const year = '<number:year number:style="long"/>';
    const dates = [
      ["Day", day + month + year],
      ["Month", month + year],
      ["Year", year],
    ].map(
      ([name, parts]) =>
        `<number:date-style style:name="D${name}">${parts}</number:date-style><style:style style:name="ce${name}" style:family="table-cell" style:parent-style-name="Default" style:data-style-name="D${name}"/>`,
    );
    const hidden =
      '<style:style style:name="taHidden" style:family="table"><style:table-properties table:display="false"/></style:style>';
    return `<office:font-face-decls>${faces.join("")}</office:font-face-decls><office:styles><style:style style:name="Default" style:family="table-cell"/></office:styles><office:automatic-styles>${hidden}${dates.join("")}${[...this.#styles.values()].join("")}</office:automatic-styles>`;
  }
}

/** @returns the bytes of a .fods */
export function flatOds(sheets: readonly MadeSheet[]): Buffer {
  const writer = new Writer();
  const tables = sheets.map(({ name, hidden = false, rows, merges = [] }) => {
    const lines = rows.map((row, r) => {
      const cells = row.map((value, c) => {
        const first = merges.find((merge) => merge.row === r && merge.column === c);
        const isCovered = merges.some(
          (merge) =>
            merge !== first &&
            r >= merge.row &&
            r < merge.row + merge.rows &&
            c >= merge.column &&
            c < merge.column + merge.columns,
        );
        const spanned =
          first === undefined
            ? ""
            : ` table:number-columns-spanned="${first.columns}" table:number-rows-spanned="${first.rows}"`;
        return writer.cell(value, spanned, isCovered);
      });
      return `<table:table-row>${cells.join("")}</table:table-row>`;
    });
    const look = hidden ? ' table:style-name="taHidden"' : "";
    return `<table:table table:name="${escaped(name)}"${look}>${lines.join("")}</table:table>`;
  });
  const spaces = [
    "office",
    "style",
    "text",
    "table",
    ["number", "datastyle"],
    ["fo", "xsl-fo-compatible"],
    ["svg", "svg-compatible"],
  ].map((space) => {
    const [prefix = "", name = prefix] = typeof space === "string" ? [space] : space;
    return ` xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`;
  });
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?><office:document${spaces.join("")} xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">${writer.head}<office:body><office:spreadsheet>${tables.join("")}</office:spreadsheet></office:body></office:document>`,
  );
}
