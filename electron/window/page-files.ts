/**
 * What the window's page may consist of: which files, under which content policy.
 *
 * Apart from the protocol that serves them, so that both can be tried without Electron.
 */
import { extname, join, normalize, sep } from "node:path";

export const scheme = "app";
export const pageOrigin = `${scheme}://so-can-bo`;
export const pageUrl = `${pageOrigin}/index.html`;
/** Where a page to be printed stands, of an origin that is not the window's. */
export const printedUrl = `${scheme}://in-ra/report.html`;

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
  ".woff": "font/woff",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".json": "application/json",
};

/** The policy of the page: nothing from elsewhere, no inline script, styles only with this load's nonce. */
export function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    // Positions and sizes that React sets on elements; the rules themselves need the nonce.
    "style-src-attr 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** The bundled file that an address names, or null for anything outside the page's folder. */
export function fileOf(root: string, url: string): string | null {
  if (!url.startsWith(`${pageOrigin}/`)) return null;
  let path: string;
  try {
    path = decodeURIComponent(new URL(url).pathname);
  } catch {
    return null;
  }
  const file = normalize(join(root, path));
  return file.startsWith(root + sep) ? file : null;
}

/**
 * Counts the files that the page names for its start: until it has them all, whoever serves them has nothing better to do
 * than to go on serving.
 */
export class StartFiles {
  readonly #done: () => void;
  #awaited: Set<string> | null = null;

  constructor(done: () => void) {
    this.#done = done;
  }

  /** @param text of the page itself; empty where there is none, and nothing is awaited then */
  handedOver(url: string, text: string): void {
    if (url === pageUrl) this.#awaited = new Set(namedIn(text));
    else this.#awaited?.delete(url);
    if (this.#awaited?.size === 0) this.#done();
  }
}

function namedIn(html: string): string[] {
  return [...html.matchAll(/\s(?:src|href)="([^"]+)"/g)].map(
    ([, address]) => new URL(address ?? "", pageUrl).href,
  );
}

/** Media type of a bundled file, or null for kinds that the page does not have. */
export function typeOf(file: string): string | null {
  return types[extname(file)] ?? null;
}
