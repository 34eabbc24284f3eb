/**
 * Saves a picture of the window once its page has settled: what `npm start` leaves behind on a machine without a
 * display, so that somebody can still see the program.
 */
import { writeFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import type { BrowserWindow } from "electron";

const mostWaits = 300;

/**
 * @param file PNG to write
 * @throws Error when the page shows no table within half a minute
 */
export async function saveWindowPicture(window: BrowserWindow, file: string): Promise<void> {
  for (let waits = 0; waits < mostWaits; waits++) {
    await wait(100);
    if (window.webContents.isLoading()) continue;
    const settled: unknown = await window.webContents.executeJavaScript(
      "document.querySelector('[data-settled=\"true\"]') !== null && document.fonts.status === 'loaded'",
    );
    if (settled !== true) continue;
    await wait(500);
    const picture = await window.webContents.capturePage();
    await writeFile(file, picture.toPNG());
    return;
  }
  throw new Error("The page did not settle");
}
