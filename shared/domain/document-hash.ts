/** How fields of type `document` name one: the SHA-256 of its bytes in lower-case hex, so that one text is one document. */
const hash = /^[0-9a-f]{64}$/;

export function isDocumentHash(text: string): boolean {
  return hash.test(text);
}
