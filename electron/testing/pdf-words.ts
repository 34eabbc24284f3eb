/** The words of a PDF as they lie on its pages, read by poppler: a word broken at the end of a line is two of them. */
import { execFileSync } from "node:child_process";

interface Placed {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly text: string;
}

/** Points between two pieces of one word: where a face has not all letters, another draws some of them. */
const near = 0.7;

/** In the order in which they were drawn, letters composed. */
export function wordsOfPdf(pdf: Uint8Array): readonly string[] {
  const html = execFileSync("pdftotext", ["-bbox", "-enc", "UTF-8", "-", "-"], {
    input: pdf,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return html
    .split("<page")
    .slice(1)
    .flatMap((page) => joined(piecesOf(page)).map(({ text }) => text.normalize("NFC")));
}

const entities: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };

function piecesOf(page: string): readonly Placed[] {
  const words = page.matchAll(
    /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</gu,
  );
  return [...words].map(([, left, top, right, bottom, text = ""]) => ({
    left: Number(left),
    top: Number(top),
    right: Number(right),
    bottom: Number(bottom),
    text: text.replaceAll(/&\w+;/gu, (entity) => entities[entity] ?? entity),
  }));
}

/** Pieces of one word are drawn one after another, without room between them, on a line or one that stands upwards. */
function joined(pieces: readonly Placed[]): readonly Placed[] {
  const words: Placed[] = [];
  for (const piece of pieces) {
    const before = words.at(-1);
    if (before === undefined || !(isBeside(before, piece) || isOver(before, piece))) {
      words.push(piece);
      continue;
    }
    words[words.length - 1] = {
      left: Math.min(before.left, piece.left),
      top: Math.min(before.top, piece.top),
      right: Math.max(before.right, piece.right),
      bottom: Math.max(before.bottom, piece.bottom),
      text: before.text + piece.text,
    };
  }
  return words;
}

function isBeside(before: Placed, piece: Placed): boolean {
  const shared = Math.min(before.bottom, piece.bottom) - Math.max(before.top, piece.top);
  const isOneLine = shared > 0.5 * Math.min(before.bottom - before.top, piece.bottom - piece.top);
  return isOneLine && Math.abs(piece.left - before.right) < near;
}

function isOver(before: Placed, piece: Placed): boolean {
  const shared = Math.min(before.right, piece.right) - Math.max(before.left, piece.left);
  const isOneLine = shared > 0.5 * Math.min(before.right - before.left, piece.right - piece.left);
  return isOneLine && Math.abs(before.top - piece.bottom) < near;
}
