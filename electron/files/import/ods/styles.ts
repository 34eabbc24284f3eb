/** Fonts and formats of the cells and texts of an .ods: a style names what it changes and whose child it is. */
import type { Attributes } from "../xml";
import { DataFormats } from "./data-formats";

interface Style {
  readonly parent: string | null;
  readonly dataStyle: string | null;
  font: string | null;
  hidden: boolean;
}

/** Styles hang below each other; a circle ends here. */
const deepest = 20;

export class OdsStyles {
  readonly formats = new DataFormats();
  readonly #fonts = new Map<string, string>();
  readonly #styles = new Map<string, Style>();
  #open: Style | null = null;

  open(element: string, attributes: Attributes): void {
    this.formats.open(element, attributes);
    if (element === "font-face") {
      const family = attributes["svg:font-family"] ?? attributes["style:name"] ?? "";
      this.#fonts.set(attributes["style:name"] ?? "", family.replace(/^['"]|['"]$/gu, ""));
    } else if (element === "style" || element === "default-style") {
      this.#open = {
        parent: attributes["style:parent-style-name"] ?? null,
        dataStyle: attributes["style:data-style-name"] ?? null,
        font: null,
        hidden: false,
      };
      const family = attributes["style:family"] ?? "";
      this.#styles.set(
        `${family} ${element === "style" ? (attributes["style:name"] ?? "") : ""}`,
        this.#open,
      );
    } else if (element === "text-properties" && this.#open !== null) {
      const named = attributes["style:font-name"];
      const family = attributes["fo:font-family"]?.replace(/^['"]|['"]$/gu, "");
      this.#open.font = named === undefined ? (family ?? null) : (this.#fonts.get(named) ?? named);
    } else if (element === "table-properties" && this.#open !== null) {
      this.#open.hidden = attributes["table:display"] === "false";
    }
  }

  text(piece: string): void {
    this.formats.text(piece);
  }

  close(element: string): void {
    this.formats.close(element);
    if (element === "style" || element === "default-style") this.#open = null;
  }

  /** The font of a style, its own or that of the nearest style above it; null where none names one. */
  font(family: "table-cell" | "text", name: string | null): string | null {
    const own = this.#first(family, name, ({ font }) => font);
    return own ?? (family === "table-cell" ? (this.#styles.get(`${family} `)?.font ?? null) : null);
  }

  /** The number format of a cell's style. */
  format(name: string | null): string | null {
    return this.formats.named(this.#first("table-cell", name, ({ dataStyle }) => dataStyle));
  }

  isHiddenTable(name: string | null): boolean {
    return name !== null && this.#styles.get(`table ${name}`)?.hidden === true;
  }

  #first(family: string, name: string | null, of: (style: Style) => string | null): string | null {
    let at = name;
    for (let depth = 0; at !== null && depth < deepest; depth++) {
      const style = this.#styles.get(`${family} ${at}`);
      if (style === undefined) return null;
      const found = of(style);
      if (found !== null) return found;
      at = style.parent;
    }
    return null;
  }
}
