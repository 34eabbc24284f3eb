/**
 * What a number format of a spreadsheet shows: whether a number is a day, which parts of it a reader sees, and the zeros
 * in front that a clerk made visible by a format (`000000000000`) where the cell holds a bare number. Without it 25 would be
 * read for 0025 and 01/05/1980 where the sheet shows 05/1980.
 */

/** What of a day a format shows. */
export interface ShownParts {
  readonly year: boolean;
  readonly month: boolean;
  readonly day: boolean;
  readonly time: boolean;
}

const none: ShownParts = { year: false, month: false, day: false, time: false };

/** The part of a format for a number above, below or at nought; `[Red]`, `[$-42A]`, `[>5]` say nothing of digits. */
function sectionFor(format: string, value: number): string {
  const sections = splitSections(format);
  const [first = "", second, third] = sections;
  if (value < 0) return second ?? first;
  return value === 0 ? (third ?? first) : first;
}

function splitSections(format: string): string[] {
  const sections: string[] = [];
  let from = 0;
  for (const { index } of format.matchAll(/"[^"]*"?|\\.|_.|\*.|(;)/gu)) {
    if (format[index] !== ";") continue;
    sections.push(format.slice(from, index));
    from = index + 1;
  }
  return [...sections, format.slice(from)];
}

/** A section without texts in quotes, escaped letters, colours and languages; `[h]`, hours that run on, stays. */
function bare(section: string): string {
  return section.replace(/"[^"]*"?|\\.|_.|\*./gu, "").replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/giu, "");
}

function isGeneral(format: string): boolean {
  return format === "" || format === "@" || /^(?:general|standard|@|tổng quát)$/iu.test(format.trim());
}

/** Which parts of a day a number with this format shows; none for a number that is no day, and for a length of time. */
export function shownParts(format: string | null): ShownParts {
  if (format === null || isGeneral(format)) return none;
  const signs = bare(splitSections(format)[0] ?? "")
    .replace(/AM\/PM|A\/P|SA\/CH/giu, "h")
    .toLowerCase();
  if (/\[[hms]+\]/u.test(signs) || /[0#?]/u.test(signs.replace(/[.,]0+/gu, ""))) return none;
  const time = /[hs]/u.test(signs);
  // Behind hours and before seconds, m are minutes.
  const withoutMinutes = signs.replace(/(h+[^a-z]*)m+/gu, "$1").replace(/m+([^a-z]*s)/gu, "$1");
  const shown = {
    year: /[ye]/u.test(withoutMinutes.replaceAll("general", "")),
    month: withoutMinutes.includes("m"),
    day: withoutMinutes.includes("d"),
  };
  return shown.year || shown.month || shown.day ? { ...shown, time } : none;
}

/** Whether a number with this format is a day. */
export function isDateFormat(format: string | null): boolean {
  const { year, month, day } = shownParts(format);
  return year || month || day;
}

/** The number as decimal digits, without noise of binary fractions; an exponent only where digits would not be true. */
function plainDigits(value: number): string {
  if (Math.abs(value) >= 1e15) {
    const [mantissa = "", exponent = ""] = value.toExponential(14).split("e");
    return `${mantissa.replace(/\.?0+$/u, "").replace(".", ",")}E${exponent}`;
  }
  const text = String(Number(value.toPrecision(15)));
  if (!text.includes("e")) return text.replace(".", ",");
  return value
    .toFixed(20)
    .replace(/\.?0+$/u, "")
    .replace(".", ",");
}

const literalOf = (token: string) => {
  if (token.startsWith('"')) return token.replaceAll('"', "");
  if (token.startsWith("\\")) return token.slice(1);
  return token.startsWith("_") ? " " : token;
};

/**
 * A number as its format shows it, with the signs of a Vietnamese office (1.234,5), unless the format would hide some of
 * its digits: then all of them.
 * @param format null for the general one; one of a day gives the bare number
 */
export function numberText(value: number, format: string | null): string {
  const general = plainDigits(value);
  if (format === null || isGeneral(format) || isDateFormat(format)) return general;
  const section = sectionFor(format, value).replace(/\[[^\]]*\]/gu, "");
  const signs = section.replace(/"[^"]*"?|\\.|_.|\*./gu, "");
  if (!/[0#?]/u.test(signs) || /[eE/@]|general/iu.test(signs)) return general;
  const percent = signs.includes("%");
  const shown = Math.abs(value) * (percent ? 100 : 1);
  const [whole = "", fraction = ""] = signs.split(".");
  const places = (fraction.match(/[0#?]/gu) ?? []).length;
  const rounded = shown.toFixed(Math.min(places, 15));
  const hides = Math.abs(Number(rounded) - shown) > Math.abs(shown) * 1e-12;
  if (hides || shown >= 1e15 || /,(?![0#?])/u.test(whole)) return general;
  const text = filled(section, rounded, /[0#?],[0#?]/u.test(whole));
  const negative = value < 0 && splitSections(format).length < 2;
  return negative ? `-${text}` : text;
}

/** Puts digits into the places of a section, the literals between them kept. */
function filled(section: string, rounded: string, grouped: boolean): string {
  const [digits = "", decimals = ""] = rounded.split(".");
  const tokens: readonly string[] = section.match(/"[^"]*"?|\\.|_.|\*.|[^]/gu) ?? [];
  const dot = tokens.indexOf(".");
  const wholeTokens = dot < 0 ? tokens : tokens.slice(0, dot);
  const places = wholeTokens.filter((token) => /^[0#?]$/u.test(token));
  const firstZero = places.indexOf("0");
  const minimum = firstZero < 0 ? 0 : places.length - firstZero;
  const shownDigits = digits === "0" && minimum === 0 ? "" : digits.padStart(minimum, "0");
  const filledWhole = grouped
    ? groupedWhole(wholeTokens, shownDigits)
    : interleaved(wholeTokens, shownDigits, places.length);
  if (dot < 0) return filledWhole.trim();
  let at = 0;
  let text = "";
  const optional = /0*$/u.exec(decimals)?.[0].length ?? 0;
  for (const token of tokens.slice(dot + 1)) {
    if (!/^[0#?]$/u.test(token)) text += literalOf(token);
    else if (token === "0" || at < decimals.length - optional) text += decimals[at++] ?? "";
    else at++;
  }
  return `${filledWhole}${/^\d/u.test(text) ? "," : ""}${text}`.trim();
}

function groupedWhole(tokens: readonly string[], digits: string): string {
  const text = digits.replace(/\B(?=(?:\d{3})+$)/gu, ".");
  let put = false;
  return tokens
    .map((token) => {
      if (token === ",") return "";
      if (!/^[0#?]$/u.test(token)) return literalOf(token);
      if (put) return "";
      put = true;
      return text;
    })
    .join("");
}

function interleaved(tokens: readonly string[], digits: string, places: number): string {
  let place = places;
  let text = "";
  for (const token of tokens) {
    if (!/^[0#?]$/u.test(token)) {
      text += literalOf(token);
      continue;
    }
    // Digits beyond the places stand at the first of them.
    const until = digits.length - place + 1;
    const from = place === places ? 0 : until - 1;
    text += until > 0 ? digits.slice(Math.max(from, 0), until) : "";
    place--;
  }
  return text;
}
