/**
 * What one text says of the code that it is written in: by the fonts of its runs where they tell, else by its words. Pure
 * reading of a single cell; what its neighbours say is weighed in `decode-cells.ts`.
 *
 * Invariant (held by decode-cells.test.ts): a text without an old font whose words are Vietnamese as they stand is never
 * changed beyond its normal form.
 */
import { type LegacyCode, legacyCodes, legacyFont, lettersOfCode } from "../text/legacy/codes";
import { decodeLegacy } from "../text/legacy/decode";
import { noticeLegacy } from "../text/legacy/notice";
import { isVietnameseSyllable } from "../text/legacy/syllable";
import type { TextRun } from "./workbook";

export interface Offer {
  readonly code: LegacyCode;
  /** The whole text as it is then meant. */
  readonly text: string;
}

export type Judgement =
  /** Nothing beyond a keyboard's signs: the same in every code. */
  | { readonly kind: "plain" }
  /** Unicode. `sure`: no old code explains its letters; otherwise its words only happen to be Vietnamese as they stand. */
  | { readonly kind: "unicode"; readonly text: string; readonly sure: boolean }
  /** Written in a code. `sure`: its words are not Vietnamese as they stand; otherwise its font alone says so. */
  | { readonly kind: "legacy"; readonly code: LegacyCode; readonly text: string; readonly sure: boolean }
  /** Not Vietnamese as it stands. Empty offers: it may be a short piece of any code. `ask`: no neighbour can tell. */
  | { readonly kind: "open"; readonly offers: readonly Offer[]; readonly ask?: true };

/** A letter or sign that is not on a keyboard. */
const odd = /[^\x20-\x7e\s]|\u00a0/u;
/** Letters of Vietnamese that no sign of one byte stands for, and tones that are signs of their own. */
const onlyUnicode = /[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]|\u0300|\u0301|\u0303|\u0309|\u0323/u;
const words = /[\p{L}\p{M}\u00a1-\u00ff]+/gu;
/** Signs around a word that belong to no code's letters where they stand in Unicode text. */
const tokens = /[^\s]+/gu;
/** As many odd words tell a code by themselves. */
const tellingWords = 2;

/** Whether all words with letters beyond a keyboard's are Vietnamese as they stand. */
function isVietnamese(text: string): boolean {
  const oddWords = (text.normalize("NFC").match(words) ?? []).filter((word) => odd.test(word));
  return oddWords.length > 0 && oddWords.every(isVietnameseSyllable);
}

function isInCode(text: string, code: LegacyCode): boolean {
  const letters = lettersOfCode(code);
  return [...text].every((sign) => !odd.test(sign) || letters.has(sign) || /[–—‘’“”…•\u00a0]/u.test(sign));
}

/** Whether what a text says in a code can be meant: words, abbreviations and single letters of Vietnamese. */
export function readsInCode(text: string, code: LegacyCode): string | null {
  if (!isInCode(text, code)) return null;
  const decoded = decodeLegacy(code, text);
  const after = (decoded.match(words) ?? []).filter((word) => odd.test(word));
  const reads =
    after.length > 0 && after.every((word) => isVietnameseSyllable(word) || /^\p{Lu}{1,8}$/u.test(word));
  return reads && decoded !== text ? decoded : null;
}

function byWords(text: string): Judgement {
  if (!odd.test(text)) return { kind: "plain" };
  const composed = text.normalize("NFC");
  // A letter that only Unicode has is in no code: then the whole text is of none.
  const offers = onlyUnicode.test(text) ? [] : noticeLegacy(text);
  if (offers.length > 0) return weighed(composed, offers);
  const mixed = byTokens(composed);
  if (mixed !== null)
    return mixed.ask ? { kind: "open", offers: mixed.offers, ask: true } : weighed(composed, mixed.offers);
  if (onlyUnicode.test(text) || composed !== text) return { kind: "unicode", text: composed, sure: true };
  if (isVietnamese(composed)) return { kind: "unicode", text: composed, sure: false };
  return { kind: "open", offers: [] };
}

/** One reading, told by enough words, is beyond doubt. */
function weighed(text: string, offers: readonly Offer[]): Judgement {
  const [first, ...others] = offers;
  if (first === undefined) return { kind: "open", offers };
  const evidence = (text.match(tokens) ?? []).filter((word) => odd.test(word) && !isVietnamese(word)).length;
  const alone = others.every((other) => other.text === first.text);
  return alone && evidence >= tellingWords
    ? { kind: "legacy", code: first.code, text: first.text, sure: true }
    : { kind: "open", offers };
}

interface Mixture {
  readonly offers: readonly Offer[];
  /** A word between words of both could be either. */
  readonly ask: boolean;
}

/** What a word of a mixture is: Unicode alone, of an old code alone, either, or the same in both. */
type Side = "unicode" | "legacy" | "either" | "plain";

/**
 * A text of which some words are Unicode and the others of one code, as where a clerk pasted into a cell. A word that could
 * be either goes with those around it.
 */
function byTokens(text: string): Mixture | null {
  const all = text.match(tokens) ?? [];
  const offersOf = all.map((token) =>
    !odd.test(token) || onlyUnicode.test(token) || isVietnamese(token) ? [] : noticeLegacy(token),
  );
  if (offersOf.every((offers) => offers.length === 0)) return null;
  let ask = false;
  const offers = legacyCodes.flatMap((code): Offer[] => {
    const sides = all.map((token, at): Side => {
      if (!odd.test(token)) return "plain";
      if (offersOf[at]?.some((offer) => offer.code === code) === true) return "legacy";
      return !onlyUnicode.test(token) && readsInCode(token, code) !== null ? "either" : "unicode";
    });
    // A word that is neither Vietnamese nor of this code speaks against it.
    if (all.some((_token, at) => sides[at] === "unicode" && (offersOf[at]?.length ?? 0) > 0)) return [];
    if (!sides.includes("legacy")) return [];
    const before = sidesBefore(sides);
    const after = sidesBefore(sides.toReversed()).reverse();
    const meant = all.map((token, at) => {
      const side = sides[at];
      if (side === "plain" || side === "unicode") return token;
      if (side === "either") {
        const [last, next] = [before[at] ?? null, after[at] ?? null];
        if (last !== null && next !== null && last !== next) ask = true;
        if ((last ?? next) !== "legacy") return token;
      }
      return decodeLegacy(code, token);
    });
    let at = 0;
    return [{ code, text: text.replace(tokens, () => meant[at++] ?? "") }];
  });
  return offers.length === 0 ? null : { offers, ask };
}

/** Of each word the last one before it that is of one side alone. */
function sidesBefore(sides: readonly Side[]): (Side | null)[] {
  let last: Side | null = null;
  return sides.map((side) => {
    const before = last;
    if (side === "unicode" || side === "legacy") last = side;
    return before;
  });
}

/** One run in a font that says its code; null where its letters are Unicode all the same. */
function inFont(run: TextRun): { readonly code: LegacyCode; readonly text: string } | null {
  const font = run.font === null ? null : legacyFont(run.font);
  if (font === null || onlyUnicode.test(run.text)) return null;
  // Letters that the code has not, and which are Vietnamese as they stand: pasted into a cell of that font.
  if (!isInCode(run.text, font.code) && isVietnamese(run.text)) return null;
  return { code: font.code, text: decodeLegacy(font.code, run.text, font) };
}

/** @param runs of one cell, in order */
export function judgeRuns(runs: readonly TextRun[]): Judgement {
  const read = runs.map((run) => ({ run, known: inFont(run) }));
  const first = read.find(({ known }) => known !== null)?.known;
  if (first === undefined || first === null) return byWords(runs.map(({ text }) => text).join(""));
  // Pieces between them are judged by themselves: a font speaks for its own letters only.
  let code = first.code;
  let text = "";
  for (const { run, known } of read) {
    const own = known ?? settled(byWords(run.text), run.text);
    text += own.text;
    if (known !== null && odd.test(known.text)) ({ code } = known);
  }
  const before = runs.map((run) => run.text).join("");
  if (text === before && !odd.test(text)) return { kind: "plain" };
  return { kind: "legacy", code, text, sure: !isVietnamese(before) };
}

/** A piece beside one of an old font: what it surely is, else as it stands. */
function settled(judged: Judgement, text: string): { readonly text: string } {
  if (judged.kind === "legacy" || judged.kind === "unicode") return judged;
  const [offer] = judged.kind === "open" ? judged.offers : [];
  return offer ?? { text };
}
