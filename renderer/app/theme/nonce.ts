/**
 * The one-time word that allows this page's own style elements under the content policy; the handler of the
 * program's scheme writes it into the page. Without it Mantine's variables would be refused and nothing would have
 * its size or colour.
 */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";
}
