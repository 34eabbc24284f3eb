/**
 * Tells the benchmark when a window is usable: shown, with what was waited for on it and painted. Both windows that
 * are compared are watched by this one piece, so that neither is asked an easier question.
 */
import process from "node:process";
import { createInterface } from "node:readline";
import { app } from "electron";

/** Resolves in the page once the element is there and two frames went by, so that it is on the screen. */
const painted = (selector) => `new Promise((resolve) => {
  const frames = () => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true)));
  const isThere = () => document.querySelector(${JSON.stringify(selector)}) !== null;
  if (isThere()) return frames();
  const observer = new MutationObserver(() => {
    if (!isThere()) return;
    observer.disconnect();
    frames();
  });
  observer.observe(document, { childList: true, subtree: true });
})`;

const tell = (what) => process.stdout.write(`${JSON.stringify(what)}\n`);

/**
 * Writes one line of JSON on standard output when the first window is usable: `usable`, the instant in ms since
 * 1970. Each line of standard input is then an order in JSON: `{"run": script}` runs it in the page and writes
 * `{"ran": value}` or `{"failed": reason}`; `"close"` closes the window, and so the program.
 * @param {string} selector what must be on the page
 */
export function watch(selector) {
  app.once("browser-window-created", (_event, window) => {
    const shown = new Promise((resolve) => window.once("show", resolve));
    window.webContents.once("dom-ready", () => {
      void Promise.all([window.webContents.executeJavaScript(painted(selector)), shown]).then(() => {
        tell({ usable: Date.now() });
      });
    });
    createInterface({ input: process.stdin }).on("line", (line) => {
      const order = JSON.parse(line);
      if (order === "close") {
        process.stdin.destroy();
        window.destroy();
        return;
      }
      window.webContents.executeJavaScript(order.run).then(
        (value) => tell({ ran: value ?? null }),
        (reason) => tell({ failed: String(reason) }),
      );
    });
  });
}
