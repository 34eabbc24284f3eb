/**
 * Scalars as an office writes and reads them: 2,34; 2.340.000 đ; 10/2021; 09/2015 – 06/2019. One pair of functions for
 * the form, the command line and every list, so that what is shown can be typed back.
 */
import { formatPartialDate, type PartialDate } from "../domain/partial-date";
import { isCode, isMonth, isYear, parseTimeSpan, type ScalarType } from "../domain/scalars";
import { readTypedDate } from "../domain/typed-date";
import { formatNumber } from "./format";

/** The most digits that a whole number can have and stay exact. */
const mostDigits = 15;

/** What is known of the field. */
export interface ScalarField {
  readonly type: ScalarType;
  /** Decimal places of a `decimal`. */
  readonly scale?: number;
}

/** A stored value in words; a value of another form (a newer program wrote it) as it stands. */
export function scalarText({ type, scale = 0 }: ScalarField, value: string | number): string {
  switch (type) {
    case "decimal":
      return typeof value === "number" ? decimalText(value, scale) : value;
    case "money":
      return typeof value === "number" ? `${formatNumber(value)} đ` : value;
    case "year":
    case "code":
      return String(value);
    case "month":
      return typeof value === "string" && isMonth(value) ? formatPartialDate(value) : String(value);
    case "timeSpan": {
      const span = parseTimeSpan(String(value));
      if (span === null) return String(value);
      const end = (date: PartialDate | null) => (date === null ? "…" : formatPartialDate(date));
      return `${end(span.from)} – ${end(span.to)}`;
    }
  }
}

/**
 * What somebody wrote, as it is stored.
 * @param text without blanks around it
 * @returns null where it cannot be read
 */
export function readScalar({ type, scale = 0 }: ScalarField, text: string): string | number | null {
  switch (type) {
    case "decimal":
      return readDecimal(text, scale);
    case "money":
      return readWhole(text.replace(/\s*(?:đ|đồng|VND|VNĐ)$/i, ""));
    case "year":
      return /^\d{4}$/.test(text) && isYear(Number(text)) ? Number(text) : null;
    case "month": {
      const month = readDate(text);
      return month !== null && isMonth(month) ? month : null;
    }
    case "timeSpan":
      return readSpan(text);
    case "code":
      return isCode(text) ? text : null;
  }
}

function decimalText(units: number, scale: number): string {
  const digits = String(Math.abs(units)).padStart(scale + 1, "0");
  const whole = formatNumber(Number(digits.slice(0, digits.length - scale)));
  const sign = units < 0 ? "-" : "";
  return scale === 0 ? `${sign}${whole}` : `${sign}${whole},${digits.slice(digits.length - scale)}`;
}

/** Dots part thousands, a comma the places: 1.234,5. A lone dot with one or two digits behind it is a comma too. */
function readDecimal(text: string, scale: number): number | null {
  const comma = /^-?\d+\.\d{1,2}$/.test(text) ? text.replace(".", ",") : text;
  const [whole = "", places = "", ...more] = comma.split(",");
  const value = readWhole(whole);
  if (value === null || more.length > 0 || places.length > scale || !/^\d*$/.test(places)) return null;
  const digits = `${whole.replace(/\D/g, "")}${places.padEnd(scale, "0")}`;
  if (digits.length > mostDigits) return null;
  return (whole.startsWith("-") ? -1 : 1) * Number(digits);
}

/** A whole number, with or without dots or blanks between its thousands; null where it is none. */
export function readWhole(text: string): number | null {
  const isPlain = /^-?\d+$/.test(text) || /^-?\d{1,3}(?:[.\s]\d{3})+$/.test(text);
  const digits = text.replace(/[.\s]/g, "");
  return isPlain && digits.length <= mostDigits ? Number(digits) : null;
}

/** Both ends, parted by "..", a dash with blanks around it, a long dash or "đến". */
function readSpan(text: string): string | null {
  const ends = text.split(/\.\.|\s+-\s+|\s*–\s*|\s+đến\s+/);
  if (ends.length !== 2) return null;
  const [from, to] = ends.map((end) => (["", "…", "nay"].includes(end.trim()) ? "" : readDate(end)));
  if (from === null || to === null) return null;
  const span = `${from}..${to}`;
  return parseTimeSpan(span) === null ? null : span;
}

function readDate(text: string): PartialDate | null {
  const read = readTypedDate(text);
  return read.ok ? read.value : null;
}
