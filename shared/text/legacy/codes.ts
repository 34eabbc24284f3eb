/**
 * The codes in which Vietnamese was written before Unicode, as tables from what stands in the text to the letter meant.
 *
 * Sources:
 * - TCVN3: TCVN 5712:1993, table VN3 (fonts named .Vn…), as glibc's charmap TCVN5712-1 has it for A1–FE without the
 *   capitals of VN1. A font whose name ends in H draws the small letters of the table as capitals.
 * - VNI: VNI-Win (fonts named VNI-…): the base letter, then one sign for mark and tone; as in VNI Software's own table,
 *   compared with that of xvnkb (vni.h).
 * - VISCII: RFC 1456.
 *
 * The byte of a letter reaches us as the sign of Windows-1252, or of ISO 8859-1 where Windows-1252 has none.
 */

export type LegacyCode = "tcvn3" | "vni" | "viscii";

/** Most used in offices first. */
export const legacyCodes: readonly LegacyCode[] = ["tcvn3", "vni", "viscii"];

/** Signs that Windows-1252 puts at bytes 80–9F, in order; a dot where it has none. */
const windowsSigns = "€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ";

/** Both signs that a byte may have become. */
function signsOf(byte: number): string[] {
  const plain = String.fromCharCode(byte);
  const windows = byte >= 0x80 && byte <= 0x9f ? windowsSigns.charAt(byte - 0x80) : ".";
  return windows === "." ? [plain] : [plain, windows];
}

function fromBytes(rows: readonly (readonly [first: number, letters: string])[]): Map<string, string> {
  const table = new Map<string, string>();
  for (const [first, letters] of rows) {
    [...letters].forEach((letter, place) => {
      if (letter === ".") return;
      for (const sign of signsOf(first + place)) table.set(sign, letter);
    });
  }
  return table;
}

const tcvn3 = fromBytes([
  [0xa1, "ĂÂÊÔƠƯĐăâêôơưđ"],
  [0xb5, "àảãáạ.ằẳẵắ"],
  [0xc6, "ặầẩẫấậè.ẻẽéẹềểễếệìỉ"],
  [0xdc, "ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ"],
]);

const viscii = fromBytes([
  [0x02, "Ẳ..ẴẪ"],
  [0x14, "Ỷ....Ỹ....Ỵ"],
  [0x80, "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ"],
  [0x90, "ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"],
  [0xa0, "ÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"],
  [0xc0, "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư"],
  [0xe0, "àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"],
]);

/** What follows a base letter, by the letter it makes of it: without a tone, then sắc, huyền, hỏi, ngã, nặng. */
const vniMarks: readonly (readonly [base: string, signs: string, letters: string])[] = [
  ["a", "ùøûõï", "áàảãạ"],
  ["a", "âáàåãä", "âấầẩẫậ"],
  ["a", "êéèúüë", "ăắằẳẵặ"],
  ["e", "ùøûõï", "éèẻẽẹ"],
  ["e", "âáàåãä", "êếềểễệ"],
  ["o", "ùøûõï", "óòỏõọ"],
  ["o", "âáàåãä", "ôốồổỗộ"],
  ["ô", "ùøûõï", "ớờởỡợ"],
  ["u", "ùøûõï", "úùủũụ"],
  ["ö", "ùøûõï", "ứừửữự"],
  ["y", "ùøûõ", "ýỳỷỹ"],
];
const vniAlone = { ô: "ơ", ö: "ư", í: "í", ì: "ì", æ: "ỉ", ó: "ĩ", ò: "ị", î: "ỵ", ñ: "đ" } as const;

function vniTable(): Map<string, string> {
  const table = new Map<string, string>();
  const add = (sign: string, letter: string) => {
    table.set(sign, letter);
    table.set(sign.toUpperCase(), letter.toUpperCase());
    // A capital keeps its mark small where somebody typed it with the shift key alone.
    const [first = "", mark = ""] = sign;
    if (mark !== "") table.set(first.toUpperCase() + mark, letter.toUpperCase());
  };
  for (const [sign, letter] of Object.entries(vniAlone)) add(sign, letter);
  for (const [base, signs, letters] of vniMarks) {
    [...signs].forEach((sign, place) => add(base + sign, letters.charAt(place)));
  }
  return table;
}

/** Signs of one or two characters, as they stand in a text of the code, and the letters that they mean. */
export const legacyTables: Readonly<Record<LegacyCode, ReadonlyMap<string, string>>> = {
  tcvn3,
  vni: vniTable(),
  viscii,
};

const signsByCode = new Map<LegacyCode, ReadonlySet<string>>(
  legacyCodes.map((code) => [
    code,
    new Set([...legacyTables[code].keys()].flatMap((sign) => [...sign].filter((one) => !isOnKeyboard(one)))),
  ]),
);

function isOnKeyboard(sign: string): boolean {
  return sign >= " " && sign <= "~";
}

/** The signs beyond a keyboard that are letters, or parts of one, in a code. */
export function lettersOfCode(code: LegacyCode): ReadonlySet<string> {
  return signsByCode.get(code) ?? new Set();
}

export interface LegacyFont {
  readonly code: LegacyCode;
  /** The font draws small letters as capitals. */
  readonly capitals: boolean;
}

/** Style words that programs put behind a font's name. */
const styleWords = /(?:[\s,]+(?:bold|italic|regular|đậm|nghiêng))+$/iu;

/**
 * The code that text in a font of this name is written in; null for a font of Unicode, or one whose name says nothing.
 *
 * Names: .Vn… of ABC (TCVN3), whose twin with H at the end draws capitals (.VnTimeH, .VnCentury SchoolbookH); VNI-… of VNI
 * Software; VI … of TriChlor (VISCII), whose twin has H or Hoa behind it (as WinVNKey's help lists them).
 */
export function legacyFont(name: string): LegacyFont | null {
  const font = name.trim().replace(styleWords, "");
  if (/^\.vn/i.test(font)) {
    const small = font === font.toLowerCase();
    return {
      code: "tcvn3",
      capitals: small ? /(?:time|arial|avant|book|black|free)h$/.test(font) : font.endsWith("H"),
    };
  }
  if (/^vni[-_ ]/i.test(font)) return { code: "vni", capitals: false };
  return /^VI\s+\p{Lu}/u.test(font) ? { code: "viscii", capitals: /\s(?:H|Hoa)$/u.test(font) } : null;
}
