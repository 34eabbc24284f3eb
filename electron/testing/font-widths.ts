/** The advance widths that a font itself has, for tests of what is counted without one. */
import { inflateSync } from "node:zlib";

/**
 * @param woff a WOFF file of version 1
 * @returns the width of a letter in thousandths of its size; null for letters that the font does not have
 */
export function widthsOfWoff(woff: Buffer): (letter: string) => number | null {
  const table = (name: string): Buffer => {
    const tables = woff.readUInt16BE(12);
    for (let at = 44; at < 44 + 20 * tables; at += 20) {
      if (woff.toString("latin1", at, at + 4) !== name) continue;
      const [offset, packed, size] = [4, 8, 12].map((place) => woff.readUInt32BE(at + place));
      const bytes = woff.subarray(offset, (offset ?? 0) + (packed ?? 0));
      return packed === size ? bytes : inflateSync(bytes);
    }
    throw new Error(`The font has no table ${name}`);
  };
  const perEm = table("head").readUInt16BE(18);
  const widths = table("hmtx");
  const measured = table("hhea").readUInt16BE(34);
  const glyphOf = glyphsOf(table("cmap"));
  return (letter) => {
    const glyph = glyphOf(letter.codePointAt(0) ?? 0);
    return glyph === 0 ? null : (widths.readUInt16BE(4 * Math.min(glyph, measured - 1)) * 1000) / perEm;
  };
}

/** By the table of segments that every font of Windows has (format 4). */
function glyphsOf(cmap: Buffer): (code: number) => number {
  const tables = Array.from({ length: cmap.readUInt16BE(2) }, (_none, place) =>
    cmap.readUInt32BE(8 + 8 * place),
  );
  const at = tables.find((offset) => cmap.readUInt16BE(offset) === 4);
  if (at === undefined) throw new Error("The font has no table of format 4");
  const twice = cmap.readUInt16BE(at + 6);
  return (code) => {
    for (let segment = 0; segment < twice; segment += 2) {
      if (code > cmap.readUInt16BE(at + 14 + segment)) continue;
      const first = cmap.readUInt16BE(at + 16 + twice + segment);
      if (code < first) return 0;
      const delta = cmap.readUInt16BE(at + 16 + 2 * twice + segment);
      const place = at + 16 + 3 * twice + segment;
      const range = cmap.readUInt16BE(place);
      if (range === 0) return (code + delta) & 0xffff;
      const glyph = cmap.readUInt16BE(place + range + 2 * (code - first));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}
