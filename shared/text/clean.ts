/**
 * Takes out of a text what nobody sees and writes every blank as the plain one, so that two texts that look the same are
 * the same. What is pasted from Word, a PDF or Zalo brings soft hyphens, zero-width and direction marks along; stored,
 * they make look-alikes differ, search miss people and conflicts nobody can tell apart (decision 25).
 *
 * Invariants (held by clean.test.ts): no visible letter or sign is lost; cleaning twice is cleaning once; text that looks
 * the same is the same after it; a letter of an old font code is kept even where Unicode has an invisible sign in its
 * place (ư of TCVN3 is a soft hyphen).
 */
import { lettersOfCode } from "./legacy/codes";
import { noticeLegacy } from "./legacy/notice";

/** Signs that no printer shows: format and control characters, variation selectors, fillers, halves of a pair. */
const invisible =
  /[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Cs}\p{Noncharacter_Code_Point}]|(?![\t\n\v\f\r\u0085])\p{Cc}/gu;
/** Those of them that are letters in an old code; whether they are is decided by the whole text. */
const oneByte = /^[\u0000-\u00ff]$/;
const lineBreaks = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
const blanks = /[\p{Zs}\t\u2800]/gu;
/** What keyboards without đ give for it; both look like it, and Vietnamese has no eth. */
const eths: Readonly<Record<string, string>> = { Ð: "Đ", Ɖ: "Đ", ð: "đ" };

/** Whatever cleaning may change, apart from the normal form: most texts have none of it, and a roster has millions. */
const suspect =
  /[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Cs}\p{Cc}\p{Noncharacter_Code_Point}\p{Zl}\p{Zp}ÐƉð\u2800]|(?! )\p{Zs}|^ | $| {2}/u;

export interface CleanOptions {
  /** Line breaks are part of the text; otherwise they part words like any blank, and one blank stands between words. */
  readonly lines?: boolean;
}

/** The text as it is stored: NFC, nothing invisible, plain blanks, none around it. */
export function cleanText(text: string, { lines = false }: CleanOptions = {}): string {
  if (!suspect.test(text)) return text.normalize("NFC");
  const withoutWide = text.replace(invisible, (sign) => (oneByte.test(sign) ? sign : ""));
  const code = noticeLegacy(withoutWide)[0]?.code;
  const letters: ReadonlySet<string> = code === undefined ? new Set() : lettersOfCode(code);
  const keepLetters = (replaced: string) => (sign: string) => (letters.has(sign) ? sign : replaced);
  const visible = withoutWide
    .replace(invisible, keepLetters(""))
    .replace(lineBreaks, keepLetters("\n"))
    .replace(blanks, keepLetters(" "));
  const written = code === undefined ? visible.replace(/[ÐƉð]/g, (eth) => eths[eth] ?? eth) : visible;
  const composed = written.normalize("NFC");
  return lines
    ? composed.replace(/ +(?=\n|$)/g, "").replace(/^[ \n]+|[ \n]+$/g, "")
    : composed.replace(/[ \n]+/g, " ").replace(/^ | $/g, "");
}
