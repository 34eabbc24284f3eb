/**
 * What a document's bytes are, told by how they begin and not by the name of the file: a photo that is none would be found
 * out only when it is printed.
 */
const kinds = {
  jpeg: [0xff, 0xd8, 0xff],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
} as const;
const pdf = [0x25, 0x50, 0x44, 0x46, 0x2d];

export const documentKinds = ["jpeg", "png", "pdf"] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** So many bytes of a file tell what it is: a PDF may have some before its mark (ISO 32000-1, Annex H.3.4.1). */
export const tellingBytes = 1024;

/** @param head the first bytes, `tellingBytes` of them where there are as many @returns null for anything else */
export function documentKindOf(head: Uint8Array): DocumentKind | null {
  const begins = (mark: readonly number[], at = 0) => mark.every((byte, place) => head[at + place] === byte);
  if (begins(kinds.jpeg)) return "jpeg";
  if (begins(kinds.png)) return "png";
  const last = Math.min(head.length, tellingBytes) - pdf.length;
  for (let at = 0; at <= last; at += 1) if (begins(pdf, at)) return "pdf";
  return null;
}

/** Whether a document may be shown as a picture. */
export function isPicture(kind: DocumentKind | null): boolean {
  return kind === "jpeg" || kind === "png";
}

/** How files of a kind end. */
export const documentEndings: Readonly<Record<DocumentKind, readonly [string, ...string[]]>> = {
  jpeg: ["jpg", "jpeg"],
  png: ["png"],
  pdf: ["pdf"],
};
