/**
 * Everything behind the window: services, contract, menu and dialogs, put together once the window is on its way.
 *
 * Loaded by main.ts alone, while the page's process starts; what the page asks meanwhile waits at the gate.
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { app, Menu } from "electron";
import { AppError } from "../../shared/contract/errors";
import type { MenuGroups } from "../../shared/contract/schemas/menu";
import { thisMachine } from "../environment";
import { Notices } from "../services/notices";
import { type Answerer, answer, type Handlers } from "../ipc/answer";
import { createHandlers } from "../ipc/handlers";
import { sendEvent } from "../ipc/gate";
import { Reports } from "../services/report/reports";
import { readingWorkbooksBy } from "../files/import/read-elsewhere";
import { writingXlsxBy } from "../files/report/xlsx-elsewhere";
import { solvingBy } from "../files/solver/solver";
import { recoveringBy } from "../roster/recover-elsewhere";
import { readingBy } from "../roster/read/index/worker-reading";
import { Workspace } from "../services/workspace";
import { showAppearance } from "./appearance";
import { offerContextMenu } from "./context-menu";
import { desktopOf } from "./desktop";
import type { MainWindow } from "./main-window";
import type { OpenRequests } from "./open-requests";
import { menuTemplate } from "./menu";
import { createPaperPrinter } from "./paper-printer";
import { createPdfPrinter } from "./pdf-printer";
import { saveWindowPicture } from "./window-picture";
import { zoomOf } from "./zoom";

export interface StartRequest {
  /** Folder of the bundle, with its threads in `main`. */
  readonly dist: string;
  /** What the system asks this program to open. */
  readonly requests: OpenRequests;
  /** Where to save a picture of the window before ending, or null to stay open. */
  readonly picture: string | null;
}

/** @returns what answers the page; the roster given may still be opening then */
export function startProgram(main: MainWindow, { dist, requests, picture }: StartRequest): Answerer {
  const notices = new Notices();
  const { environment, settings, recordBug } = thisMachine(() => notices.tell({ name: "settings-unkept" }));
  const fail = (error: unknown): void => {
    process.stderr.write(`${environment.t("errors:internal", { reference: recordBug(error) })}\n`);
    app.exit(1);
  };
  const thread = (name: string) => pathToFileURL(join(dist, "main", `${name}.js`));
  const elsewhere = {
    readElsewhere: readingBy(thread("people-worker")),
    recoverElsewhere: recoveringBy(thread("recover-worker")),
    readWorkbookElsewhere: readingWorkbooksBy(thread("workbook-worker")),
    writeXlsxElsewhere: writingXlsxBy(thread("xlsx-worker")),
    solveElsewhere: solvingBy(thread("solver-worker")),
  };
  const page = main.window.webContents;
  notices.onTold(() => sendEvent(page, "notices", {}));
  const workspace = new Workspace({ ...environment, ...elsewhere }, settings, {
    changed: (change) => sendEvent(page, "changed", change),
    progress: (work, done, total, finished) => sendEvent(page, "progress", { work, done, total, finished }),
    notice: (notice) => notices.tell(notice),
  });
  const showMenu = (groups: MenuGroups) => {
    const template = menuTemplate(environment.t, groups, (name) => sendEvent(page, "command", { name }));
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  };
  const printers = { pdf: createPdfPrinter(), paper: createPaperPrinter() };
  const reports = new Reports(environment, settings, printers, app.getPath("documents"));
  const zoom = zoomOf(page, settings, (percent) => sendEvent(page, "zoomed", { percent }));
  const desktop = desktopOf(main, environment.t, {
    showMenu,
    zoom: (change) => zoom.change(change),
    folders: settings,
  });
  showAppearance(main.window, settings.settings().appearance);
  offerContextMenu(main.window, environment.t);

  const questions = createHandlers(workspace, reports, desktop, notices);
  const asked = requests.take();
  // A picture is taken of what was asked for and of nothing else.
  const last = picture === null ? settings.last() : null;
  const begun = asked ?? last;
  let given = begun === null ? null : { path: begun, byItself: asked === null };
  const opening = begun === null ? Promise.resolve() : workspace.open(begun).then(() => (given = null));
  // What cannot be opened just so is left to the page, which says why, and offers to look.
  const opened = opening.then(
    () => undefined,
    (error: unknown) => {
      if (!(error instanceof AppError)) throw error;
      // Whoever stopped the opening wants to begin elsewhere.
      if (error.code === "cancelled") given = null;
    },
  );
  requests.listen(() => sendEvent(page, "openRequested", {}));
  const handlers: Handlers = {
    ...questions,
    // The page asks this first; answered too soon, it would show the welcome for a moment.
    sessionGet: async (args) => {
      await opened;
      return questions.sessionGet(args);
    },
    openRequestTake: async () => {
      await opened;
      const first = given;
      given = null;
      const later = requests.take();
      return later === null ? first : { path: later, byItself: false };
    },
  };
  // The page fills it with its commands as soon as it runs.
  showMenu([]);
  let ended = false;
  let ending: Promise<void> | null = null;
  const end = () =>
    (ending ??= workspace
      .close()
      .finally(() => settings.settled())
      .finally(() => {
        ended = true;
        app.quit();
      }));
  main.window.on("closed", () => {
    // Whoever starts it again meanwhile gets a window of its own, not one that is gone.
    app.releaseSingleInstanceLock();
    void end();
  });
  // However the end came about, by the menu or by the system: what is written behind gets into its file first.
  app.on("will-quit", (event) => {
    if (ended) return;
    event.preventDefault();
    void end();
  });
  opened.catch(fail);
  if (picture !== null) void saveWindowPicture(main.window, picture).then(() => app.exit(0), fail);
  const options = {
    permissions: environment,
    reportBug: recordBug,
    checkResults: process.env["SO_CAN_BO_CHECK"] === "1",
  };
  return (name, raw) => answer(name, handlers, raw, options);
}
