/** The system's own dialogs, which only the main process can show, in the user's language. */
import { dirname, join } from "node:path";
import { appError } from "../../shared/contract/errors";
import { app, clipboard, dialog, Menu, shell } from "electron";
import { documentEndings, documentKinds, isPicture } from "../../shared/domain/document-kind";
import type { Translate } from "../../shared/i18n";
import { withChosenEnding } from "../files/chosen-name";
import type { SettingsStore } from "../files/settings";
import { startFolder } from "../files/start-folder";
import type { Desktop } from "../ipc/desktop";
import { writeTable } from "./clipboard-table";
import { showAppearance } from "./appearance";
import type { MainWindow } from "./main-window";
import { popupTemplate } from "./menu";

/** How long after its end a menu may still tell what was chosen in it. */
const closedFirstMs = 100;

const pictures = documentKinds.filter(isPicture);

/** What the program's other parts lend. */
export interface DesktopParts {
  /** Draws the window's menu. */
  readonly showMenu: Desktop["showMenu"];
  readonly zoom: Desktop["zoom"];
  /** Folders written to before, the newest first. */
  readonly folders: Pick<SettingsStore, "folders" | "rememberFolder">;
}

export function desktopOf(
  main: MainWindow,
  t: Translate,
  { showMenu, zoom, folders }: DesktopParts,
): Desktop {
  const { window } = main;
  const filters = [{ name: t("menu:rosterFiles"), extensions: ["scb"] }];
  const documents = app.getPath("documents");
  const begin = () => startFolder(folders.folders(), documents);
  const saveIn = async (
    folder: string,
    { title, name, kinds }: { title: string; name: string; kinds: { name: string; extensions: string[] }[] },
  ): Promise<string | null> => {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title,
      defaultPath: join(folder, name),
      filters: kinds,
    });
    const endings = kinds.flatMap(({ extensions }) => extensions);
    return canceled || filePath === "" ? null : withChosenEnding(filePath, endings);
  };
  /** Something that leaves the roster goes where the last of its kind went. */
  const saveAs = async (title: string, name: string, kinds: { name: string; extensions: string[] }[]) => {
    const path = await saveIn(begin(), { title, name, kinds });
    if (path !== null) folders.rememberFolder(dirname(path));
    return path;
  };
  const calendars = [{ name: t("menu:calendarFiles"), extensions: ["ics"] }];
  const rules = [{ name: t("menu:rulesFiles"), extensions: ["json"] }];
  return {
    openRosterDialog: async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: t("menu:openTitle"),
        properties: ["openFile"],
        filters,
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    // A roster belongs on the PC, and not on the stick that the last report went to.
    saveRosterDialog: (name) => saveIn(documents, { title: t("menu:saveTitle"), name, kinds: filters }),
    savePdfDialog: (suggestedName) =>
      saveAs(t("menu:savePdfTitle"), suggestedName, [{ name: t("menu:pdfFiles"), extensions: ["pdf"] }]),
    saveWorkbookDialog: (suggestedName) =>
      saveAs(t("menu:saveTemplateTitle"), suggestedName, [
        { name: t("menu:xlsxFiles"), extensions: ["xlsx"] },
      ]),
    saveTableDialog: (suggestedName) =>
      saveAs(t("menu:saveTableTitle"), suggestedName, [
        { name: t("menu:xlsxFiles"), extensions: ["xlsx"] },
        { name: t("menu:csvFiles"), extensions: ["csv"] },
      ]),
    pickFolderDialog: async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: t("menu:pickFolderTitle"),
        defaultPath: begin(),
        properties: ["openDirectory", "createDirectory"],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    openCardDialog: async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: t("menu:openCardTitle"),
        properties: ["openFile"],
        filters: [{ name: t("menu:cardFiles"), extensions: ["scbkey"] }],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    openWorkbookDialog: async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: t("menu:openWorkbookTitle"),
        properties: ["openFile"],
        filters: [
          {
            name: t("menu:workbookFiles"),
            extensions: ["xlsx", "xls", "ods", "csv", "xlsm", "xlsb", "fods", "txt"],
          },
          { name: t("menu:allFiles"), extensions: ["*"] },
        ],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    openDocumentDialog: async (picture) => {
      const kinds = picture ? pictures : documentKinds;
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: t(picture ? "menu:openPhotoTitle" : "menu:openScanTitle"),
        properties: ["openFile"],
        filters: [
          {
            name: t(picture ? "menu:photoFiles" : "menu:scanFiles"),
            extensions: kinds.flatMap((kind) => documentEndings[kind]),
          },
        ],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    saveDocumentDialog: (suggestedName, kind) =>
      saveAs(t("menu:saveDocumentTitle"), suggestedName, [
        kind === null
          ? { name: t("menu:allFiles"), extensions: ["*"] }
          : {
              name: t(isPicture(kind) ? "menu:photoFiles" : "menu:pdfFiles"),
              extensions: [...documentEndings[kind]],
            },
      ]),
    openRulesDialog: async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: t("menu:openRulesTitle"),
        properties: ["openFile"],
        filters: rules,
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    saveCalendarDialog: (suggestedName) => saveAs(t("menu:saveCalendarTitle"), suggestedName, calendars),
    saveRulesDialog: (suggestedName) => saveAs(t("menu:saveRulesTitle"), suggestedName, rules),
    openFile: async (path) => {
      const reason = await shell.openPath(path);
      if (reason !== "") throw appError("file-not-opened", { path, reason });
    },
    revealFile: (path) => shell.showItemInFolder(path),
    allowClose: (allowed) => main.allowClose(allowed),
    showMenu,
    zoom,
    showAppearance: (appearance) => showAppearance(window, appearance),
    copyText: (text) => clipboard.writeText(text),
    paste: () => window.webContents.paste(),
    copyTable: writeTable,
    popup: (groups, at) =>
      new Promise((resolve) => {
        // The page counts in its own pixels, which are as large as it is shown.
        const size = window.webContents.getZoomFactor();
        const place = at === null ? {} : { x: Math.round(at.x * size), y: Math.round(at.y * size) };
        Menu.buildFromTemplate(popupTemplate(groups, resolve)).popup({
          window,
          ...place,
          // What was chosen is told first, or right after.
          callback: () => setTimeout(() => resolve(null), closedFirstMs),
        });
      }),
  };
}
