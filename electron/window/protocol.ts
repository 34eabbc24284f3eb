/**
 * Serves the window's page under the program's own scheme, with the strict content policy.
 *
 * A scheme of its own gives the page an origin that can be checked, lets the policy travel as a header with a
 * fresh style nonce for each load, and keeps `file:` and every other scheme out of the window.
 */
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { protocol, type ProtocolResponse } from "electron";
import { contentPolicy, fileOf, pageUrl, scheme, StartFiles, typeOf } from "./page-files";

/** Text in index.html that each load replaces by a fresh nonce. */
const noncePlaceholder = "__CSP_NONCE__";

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    // The code cache keeps the page's scripts compiled from one start to the next; their names change with them.
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/**
 * Serves the page's files.
 *
 * By the older of Electron's two ways: the newer one builds a whole web client in the main process first, which the
 * user would wait for at every start.
 * @param root folder of the bundled page
 * @returns resolves once every file that the page names for its start was handed over
 */
export function servePage(root: string): Promise<void> {
  return new Promise((resolve) => {
    const start = new StartFiles(resolve);
    protocol.registerBufferProtocol(scheme, ({ url }, answer) => {
      void answerOf(root, url).then((response) => {
        answer(response);
        const { data } = response;
        start.handedOver(url, Buffer.isBuffer(data) && url === pageUrl ? data.toString("utf8") : "");
      });
    });
  });
}

async function answerOf(root: string, url: string): Promise<ProtocolResponse> {
  const file = fileOf(root, url);
  const type = file === null ? null : typeOf(file);
  if (file === null || type === null) return { statusCode: 404 };
  const content = await readFile(file).catch(() => null);
  if (content === null) return { statusCode: 404 };
  const headers = { "content-type": type, "x-content-type-options": "nosniff" };
  if (extname(file) !== ".html") return { data: content, headers };
  const nonce = randomBytes(16).toString("base64");
  return {
    data: Buffer.from(content.toString("utf8").replaceAll(noncePlaceholder, nonce)),
    headers: { ...headers, "content-security-policy": contentPolicy(nonce) },
  };
}
