/**
 * The yardstick: the least program that Electron can run, a window of the same size and safety with a page that has
 * nothing on it. What it costs no program on this Electron can save.
 */
import { join } from "node:path";
import process from "node:process";
import { app, BrowserWindow } from "electron";
import { watch } from "../watch.mjs";

app.setPath("userData", join(process.env["SO_CAN_BO_HOME"], "window"));
watch("body");
void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1366,
    height: 728,
    useContentSize: true,
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false },
  });
  window.once("ready-to-show", () => window.show());
  void window.loadFile(join(import.meta.dirname, "page.html"));
});
