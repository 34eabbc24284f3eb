/**
 * Starts the real program for a test: its own data folder, its own place for files, nothing shared with other tests.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type ElectronApplication, _electron as electron, type Page } from "@playwright/test";
import { defaultSettings } from "../../shared/contract/settings";
import { answered } from "./main-process";
import { host } from "../../electron/files/host-system";

export const root = resolve(import.meta.dirname, "../..");

/** Chromium refuses to run as root within its sandbox. */
export const sandbox =
  host.windowNeedsDisplayServer && process.getuid?.() === 0 ? (["--no-sandbox"] as const) : [];

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Leaves room for a task bar on a 1366×768 screen, the one most offices have. */
const officeSize: Size = { width: 1366, height: 728 };

export interface StartOptions {
  /** Roster given on the command line. */
  readonly roster?: string;
  /** Packaged program to start instead of the one built from source. */
  readonly executable?: string;
  /** Added to the test's own. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Content size of the window. */
  readonly size?: Size;
}

/** The executable that `npm run e2e` made. @throws Error when there is none, as this must not be passed over */
export function packagedProgram(): string {
  const path = process.env["SO_CAN_BO_PACKAGED"];
  if (path === undefined || !existsSync(path)) {
    throw new Error("SO_CAN_BO_PACKAGED names no packaged program; run the tests with `npm run e2e`");
  }
  return path;
}
/** Who works in the journeys; the question for the name was answered before they begin. */
const personAtWork = "Nguyễn Thị Lan";

/** Folders of one test. */
export class Workplace {
  readonly folder = mkdtempSync(join(tmpdir(), "so-can-bo-e2e-"));
  /** Keys, sentinels and settings. */
  readonly home = join(this.folder, "home");
  /** What plays the stick. */
  readonly stick = join(this.folder, "USB VAN PHONG");

  /** @param person whose name was given at the first start; null: nobody was asked yet */
  constructor(person: string | null = personAtWork) {
    mkdirSync(this.home);
    mkdirSync(this.stick);
    if (person === null) return;
    const settings = { settings: { ...defaultSettings, userName: person }, recent: [], folders: [] };
    writeFileSync(join(this.home, "settings.json"), JSON.stringify(settings));
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  get environment(): Record<string, string> {
    return { ...inherited(), SO_CAN_BO_HOME: this.home, SO_CAN_BO_CHECK: "1", TZ: "Asia/Ho_Chi_Minh" };
  }

  /** Bugs that the program wrote down in its own log; a test that left any found one. */
  bugs(): string {
    const logs = join(this.home, "logs");
    if (!existsSync(logs)) return "";
    return readdirSync(logs)
      .map((name) => readFileSync(join(logs, name), "utf8"))
      .join("");
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** One running program with its window. */
export interface Program {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** What the page complained about: errors nobody caught, and whatever it wrote as an error. */
  readonly complaints: string[];
  /** Resolves once the program has ended by itself. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

/** Programs of the test under way, so that none outlives a test that failed before it closed them. */
const running = new Set<ElectronApplication>();

/** Ends what a test left running; a program that goes on would hold up the whole run. */
export function endAll(): void {
  for (const app of running) app.process().kill("SIGKILL");
  running.clear();
}

export async function startProgram(place: Workplace, options: StartOptions = {}): Promise<Program> {
  const args = options.roster === undefined ? [] : [options.roster];
  const app = await electron.launch({
    args: options.executable === undefined ? [root, ...sandbox, ...args] : [...sandbox, ...args],
    ...(options.executable === undefined ? {} : { executablePath: options.executable }),
    env: { ...place.environment, ...options.environment },
    cwd: place.folder,
    // The look that the program settles, and not one that the driver plays to the page.
    colorScheme: null,
  });
  running.add(app);
  const ended = new Promise<void>((resolveEnded) =>
    app.once("close", () => {
      running.delete(app);
      resolveEnded();
    }),
  );
  const page = await app.firstWindow();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await resizeWindow(app, options.size ?? officeSize);
  return {
    app,
    page,
    complaints,
    ended,
    close: async () => {
      // Unsaved work must not keep a finished test's window open.
      await app.evaluate(({ app: program }) => program.exit(0)).catch(() => undefined);
      await app.close().catch(() => undefined);
      // Told by the event only later; a program that is gone cannot be ended again.
      running.delete(app);
    },
  };
}

export async function resizeWindow(app: ElectronApplication, size: Size): Promise<void> {
  await answered(() =>
    app.evaluate(
      ({ BrowserWindow }, { width, height }) =>
        BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
      size,
    ),
  );
}

/** As the user does with the window's own button. */
export async function askToClose({ app }: Program): Promise<void> {
  await answered(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()));
}

/**
 * Answers the next system dialogs; the dialogs themselves belong to the system.
 * @param answers a path, or null for a dialog that the user closes
 */
export async function answerDialogs(
  program: Program,
  answers: { readonly open?: string | null; readonly save?: string | null },
): Promise<void> {
  await answered(() =>
    program.app.evaluate(({ dialog }, { open, save }) => {
      if (open !== undefined) {
        const filePaths = open === null ? [] : [open];
        dialog.showOpenDialog = () => Promise.resolve({ canceled: open === null, filePaths });
      }
      if (save !== undefined) {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: save === null, filePath: save ?? "" });
      }
    }, answers),
  );
}

function inherited(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
