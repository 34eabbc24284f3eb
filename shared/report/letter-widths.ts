/**
 * How wide letters are printed: the advance widths of Times New Roman and of the faces of its metrics. Without them a
 * column would be as narrow as a guess, and a word broken where the guess was wrong.
 *
 * Letters that Vietnamese alone has are counted as wide as the face draws them that stands in where the metric face has none
 * of them, as on a plain Linux: a document must hold there too.
 */

type Widths = readonly (readonly [letters: string, thousandths: number])[];

const regular: Widths = [
  ["'", 180],
  ["|", 201],
  [" .,\u00a0", 250],
  ["/:;\\ijlt", 278],
  ["²", 300],
  ["!()-I[]`fr‘’·\u2011", 333],
  ["•", 350],
  ["Js", 390],
  ["°", 400],
  ['"', 409],
  ["?acez“”", 444],
  ["^", 470],
  ["{}", 480],
  ["#$*0123456789_bdghknopquvxyđ–§«»", 500],
  ["~", 542],
  ["≥≤≠", 549],
  ["FPS", 557],
  ["+<=>×−", 564],
  ["ELTZ", 611],
  ["BCR", 667],
  ["ADGHKNOQUVXYwĐ", 723],
  ["&m", 778],
  ["%", 833],
  ["M", 890],
  ["@", 921],
  ["W", 944],
  ["—…", 1000],
];

const bold: Widths = [
  ["|", 221],
  [" .,\u00a0", 250],
  ["'/\\il", 278],
  ["²", 300],
  ["!()-:;[]`fjt‘’·\u2011", 333],
  ["•", 350],
  ["Is", 390],
  ["{}", 394],
  ["°", 400],
  ["cerz", 444],
  ["#$*0123456789?J_agovxy–“”§«»", 500],
  ["~", 520],
  ["≥≤≠", 549],
  ['"', 556],
  ["Sbdhknpquđ", 557],
  ["+<=>×−", 570],
  ["^", 582],
  ["FP", 611],
  ["BELTZ", 667],
  ["ACDNRUVXYwĐ", 723],
  ["GHKOQ", 778],
  ["&m", 833],
  ["@", 931],
  ["M", 944],
  ["%W—…", 1000],
];

/** Letters with a horn, or with marks that no other language puts there, by the letter below the marks. */
const standIns = {
  regular: { a: 597, e: 592, i: 320, o: 603, u: 644, y: 565, A: 723, E: 730, I: 395, O: 820, U: 843, Y: 723 },
  bold: { a: 648, e: 637, i: 380, o: 667, u: 728, y: 582, A: 776, E: 763, I: 468, O: 872, U: 873, Y: 723 },
} as const;

const tables = { regular: tableOf(regular), bold: tableOf(bold) } as const;

function tableOf(widths: Widths): ReadonlyMap<string, number> {
  return new Map(
    widths.flatMap(([letters, width]) => Array.from(letters, (letter) => [letter, width] as const)),
  );
}

/** Of signs that no document of this kind has. */
const usual = 560;
/** Of Chinese and the like. */
const full = 1000;

/** Width of one letter, composed, in thousandths of its size. */
export function letterWidth(letter: string, isBold: boolean): number {
  const face = isBold ? "bold" : "regular";
  const plain = tables[face].get(letter);
  if (plain !== undefined) return plain;
  const [below = letter, ...marks] = letter.normalize("NFD");
  const standIn = isVietnamese(letter) ? standInsOf(face)[below] : undefined;
  if (standIn !== undefined) return standIn;
  if (letter.length === 1 && isMark(letter)) return 0;
  if (marks.length > 0) return letterWidth(below, isBold);
  return letter >= "\u2e80" ? full : usual;
}

function standInsOf(face: "regular" | "bold"): Readonly<Record<string, number>> {
  return standIns[face];
}

function isVietnamese(letter: string): boolean {
  return (letter >= "\u1ea0" && letter <= "\u1ef9") || "ƠơƯư".includes(letter);
}

/** A mark that stands with no letter it can be one with. */
function isMark(letter: string): boolean {
  return letter >= "\u0300" && letter <= "\u036f";
}
