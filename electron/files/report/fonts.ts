/**
 * Tinos for print pages: the metrics of Times New Roman, which Linux machines do not have. Embedded, so that a PDF
 * looks the same everywhere and a page is printed without reading any other file.
 *
 * The faces hold composed letters only; NFD text would fall back to another face letter by letter.
 */
import latinItalic from "@fontsource/tinos/files/tinos-latin-400-italic.woff2?inline";
import latinRegular from "@fontsource/tinos/files/tinos-latin-400-normal.woff2?inline";
import latinBold from "@fontsource/tinos/files/tinos-latin-700-normal.woff2?inline";
import latinExtItalic from "@fontsource/tinos/files/tinos-latin-ext-400-italic.woff2?inline";
import latinExtRegular from "@fontsource/tinos/files/tinos-latin-ext-400-normal.woff2?inline";
import latinExtBold from "@fontsource/tinos/files/tinos-latin-ext-700-normal.woff2?inline";
import vietnameseItalic from "@fontsource/tinos/files/tinos-vietnamese-400-italic.woff2?inline";
import vietnameseRegular from "@fontsource/tinos/files/tinos-vietnamese-400-normal.woff2?inline";
import vietnameseBold from "@fontsource/tinos/files/tinos-vietnamese-700-normal.woff2?inline";

interface Subset {
  /** As CSS writes it. */
  readonly range: string;
  readonly used: RegExp;
  readonly regular: string;
  readonly italic: string;
  readonly bold: string;
}

const subsets: readonly Subset[] = [
  {
    range: "U+0000-00FF,U+2000-206F,U+2212",
    used: /[\u0000-\u00ff\u2000-\u206f\u2212]/,
    regular: latinRegular,
    italic: latinItalic,
    bold: latinBold,
  },
  {
    range: "U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+1EA0-1EF9,U+20AB",
    used: /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u20ab]/,
    regular: vietnameseRegular,
    italic: vietnameseItalic,
    bold: vietnameseBold,
  },
  // Letters of names and places of the Central Highlands: Čư, Ƀuôn, ŏ.
  {
    range: "U+0100-0101,U+0104-010F,U+0112-0127,U+012A-0167,U+016A-019F,U+01A2-01AE,U+01B1-02BA",
    used: /[\u0100\u0101\u0104-\u010f\u0112-\u0127\u012a-\u0167\u016a-\u019f\u01a2-\u01ae\u01b1-\u02ba]/,
    regular: latinExtRegular,
    italic: latinExtItalic,
    bold: latinExtBold,
  },
];

/** The family's name in CSS. */
export const documentFont = "Tinos";

/**
 * The font faces that a page needs, as CSS.
 * @param text all text of the page, NFC; faces whose letters it does not use are left out
 */
export function fontFaces(text: string): string {
  return subsets
    .filter(({ used }) => used.test(text))
    .flatMap(({ range, regular, italic, bold }) => [
      face(400, "normal", regular, range),
      face(400, "italic", italic, range),
      face(700, "normal", bold, range),
    ])
    .join("\n");
}

function face(weight: number, style: string, url: string, range: string): string {
  return (
    `@font-face{font-family:"${documentFont}";font-weight:${weight};font-style:${style};` +
    `src:url(${url}) format("woff2");unicode-range:${range}}`
  );
}
