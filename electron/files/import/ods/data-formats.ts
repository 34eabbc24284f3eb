/**
 * The number formats of an .ods, which are elements there, written as other spreadsheet programs write them, so that one
 * place alone says what a format shows.
 */
import type { Attributes } from "../xml";

/** Elements that hold a format. */
const holders = new Set([
  "number-style",
  "date-style",
  "time-style",
  "percentage-style",
  "currency-style",
  "text-style",
  "boolean-style",
]);

interface Format {
  text: string;
  /** The format for numbers above nought, where this one is for those below. */
  positive: string | null;
}

const quoted = (text: string) => (text === "" ? "" : `"${text.replaceAll('"', "")}"`);

function dayPart(element: string, attributes: Attributes): string | null {
  const long = attributes["number:style"] === "long";
  switch (element) {
    case "day":
      return long ? "dd" : "d";
    case "month":
      if (attributes["number:textual"] === "true") return long ? "mmmm" : "mmm";
      return long ? "mm" : "m";
    case "year":
      return long ? "yyyy" : "yy";
    case "hours":
      return long ? "hh" : "h";
    case "minutes":
      return long ? "mm" : "m";
    case "seconds":
      return long ? "ss" : "s";
    case "day-of-week":
      return "ddd";
    case "am-pm":
      return "AM/PM";
    default:
      return null;
  }
}

export class DataFormats {
  readonly #formats = new Map<string, Format>();
  #open: Format | null = null;
  #digits: string | null = null;
  #literal: string | null = null;
  #literalAt: number | null = null;

  open(element: string, attributes: Attributes): void {
    if (holders.has(element)) {
      this.#open = { text: "", positive: null };
      this.#formats.set(attributes["style:name"] ?? "", this.#open);
    }
    const format = this.#open;
    if (format === null) return;
    if (element === "text" || element === "currency-symbol") this.#literal = "";
    else if (element === "embedded-text") {
      this.#literal = "";
      this.#literalAt = Number(attributes["number:position"] ?? 0);
    } else if (element === "number") this.#digits = digitsOf(attributes);
    else if (element === "text-content") format.text += "@";
    else if (element === "map" && /^value\(\)\s*>/u.test(attributes["style:condition"] ?? ""))
      format.positive = attributes["style:apply-style-name"] ?? null;
    else format.text += dayPart(element, attributes) ?? "";
  }

  text(piece: string): void {
    if (this.#literal !== null) this.#literal += piece;
  }

  close(element: string): void {
    const format = this.#open;
    if (format === null) return;
    if (element === "text" || element === "currency-symbol") {
      // A sign of per cent is one of the format, not a letter.
      format.text += this.#literal === "%" ? "%" : quoted(this.#literal ?? "");
      this.#literal = null;
    } else if (element === "embedded-text") {
      this.#digits = withInner(this.#digits ?? "", this.#literalAt ?? 0, quoted(this.#literal ?? ""));
      this.#literal = null;
    } else if (element === "number") {
      format.text += this.#digits ?? "";
      this.#digits = null;
    } else if (holders.has(element)) this.#open = null;
  }

  /** null for no format, and for one that is not in the file. */
  named(name: string | null): string | null {
    const format = name === null ? undefined : this.#formats.get(name);
    if (format === undefined) return null;
    const positive = format.positive === null ? undefined : this.#formats.get(format.positive);
    return positive === undefined ? format.text : `${positive.text};${format.text}`;
  }
}

/** More places than any number has show nothing more. */
const mostPlaces = 30;

function digitsOf(attributes: Attributes): string {
  const places = (name: string, otherwise: number) =>
    Math.min(Math.max(Number(attributes[name] ?? otherwise) || 0, 0), mostPlaces);
  const whole = places("number:min-integer-digits", 1);
  const decimals = places("number:decimal-places", -1);
  if (attributes["number:decimal-places"] === undefined && whole <= 1) return "General";
  const digits = attributes["number:grouping"] === "true" ? "#,##0" : "0".repeat(whole) || "#";
  return decimals > 0 ? `${digits}.${"0".repeat(decimals)}` : digits;
}

/** Puts a text between digits, so many places from their end. */
function withInner(digits: string, position: number, text: string): string {
  const [whole = "", decimals] = digits.split(".");
  let at = whole.length;
  for (let passed = 0; at > 0 && passed < position; at--) if (/[0#]/u.test(whole[at - 1] ?? "")) passed++;
  const joined = whole.slice(0, at) + text + whole.slice(at);
  return decimals === undefined ? joined : `${joined}.${decimals}`;
}
