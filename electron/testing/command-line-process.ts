/** The command line as a process of its own for tests: bundled like the program's, so that what only a bundle breaks is seen. */
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "vite";
import { host } from "../files/host-system";
import { madeOnce } from "./made-once";

export const nobody = 65_534;
/** No command of a test takes so long, ms; one that never ends counts as failed and does not hold up the others. */
const longest = 60_000;
export const isPosix = host.rightsAreModes;
export const isRoot = process.getuid?.() === 0;

/**
 * Runs the command line once so that the driver is loaded too, gives up root's rights, then runs what is asked. Root is
 * stopped by no permission, and the code itself may lie where only root can read; so all of it is in this one file.
 */
const unprivilegedSource = (here: string) => `
  import { processIo } from ${JSON.stringify(join(here, "cli/process-io.ts"))};
  import { runCli } from ${JSON.stringify(join(here, "cli/run-cli.ts"))};
  import { thisMachine } from ${JSON.stringify(join(here, "environment.ts"))};
  const [known, ...words] = process.argv.slice(2);
  const { io, interrupted } = processIo();
  const ports = { pdfPrinter: null, recordBug: (error) => String(error), interrupted };
  const silent = { stdout: () => undefined, stderr: () => undefined };
  const { environment } = thisMachine();
  // In a home of its own, as keys that root makes could be read by nobody else.
  const warm = { ...environment, home: known + ".home" };
  await runCli(["sync", "status", known], silent, warm, ports);
  if (process.getuid() === 0) { process.setgid(${nobody}); process.setuid(${nobody}); }
  process.exitCode = await runCli(words, io, environment, ports);
`;

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliProcess {
  /** For the test's files; gone with `remove`. */
  readonly folder: string;
  /** The bundled program. */
  readonly program: string;
  readonly environmentOf: (home: string) => NodeJS.ProcessEnv;
  readonly start: (command: string, args: readonly string[], home?: string) => Ended;
  readonly cli: (...words: readonly string[]) => Ended;
  /** As somebody without root's rights. @param known a roster that can be read, to warm up with */
  readonly unprivileged: (known: string, home: string, ...words: readonly string[]) => Ended;
  /** Where a disk of a megabyte and a half is mounted, or null where this machine lets a test have none. */
  readonly smallDisk: (size?: string) => string | null;
  readonly remove: () => void;
}

/** @param whole in one file, with what is otherwise loaded when it is wanted */
async function bundle(outDir: string, entry: string, whole: boolean): Promise<void> {
  await build({
    root: resolve(import.meta.dirname, "../.."),
    configFile: false,
    logLevel: "silent",
    publicDir: false,
    build: {
      ssr: entry,
      outDir,
      minify: false,
      rolldownOptions: {
        output: {
          codeSplitting: !whole,
          entryFileNames: "cli.mjs",
          paths: { "better-sqlite3": import.meta.resolve("better-sqlite3") },
        },
      },
    },
    ssr: { noExternal: true, external: ["better-sqlite3"] },
  });
}

/** Both programs, as `cli` and `unprivileged`. */
async function bundleAll(folder: string): Promise<void> {
  const entry = join(folder, "unprivileged.mjs");
  writeFileSync(entry, unprivilegedSource(resolve(import.meta.dirname, "..")));
  await bundle(join(folder, "cli"), resolve(import.meta.dirname, "../cli.ts"), false);
  await bundle(join(folder, "unprivileged"), entry, true);
}

export async function cliProcess(): Promise<CliProcess> {
  const folder = mkdtempSync(join(tmpdir(), "so-can-bo-cli-"));
  chmodSync(folder, 0o755);
  cpSync(await madeOnce("cli-process", bundleAll), folder, { recursive: true });
  const program = join(folder, "cli", "cli.mjs");
  const environmentOf = (home: string) => ({
    ...process.env,
    SO_CAN_BO_HOME: home,
    HOME: home,
    NODE_OPTIONS: "",
  });
  const start = (command: string, args: readonly string[], home = join(folder, "home")): Ended => {
    const options = { encoding: "utf8", env: environmentOf(home), cwd: folder, timeout: longest } as const;
    const { status, stdout, stderr } = spawnSync(command, args, options);
    return { code: status, stdout, stderr };
  };
  return {
    folder,
    program,
    environmentOf,
    start,
    cli: (...words) => start(process.execPath, [program, ...words]),
    unprivileged: (known, home, ...words) =>
      start(process.execPath, [join(folder, "unprivileged", "cli.mjs"), known, ...words], home),
    smallDisk: (size = "1536k") => {
      if (!host.tellsInProc || !isRoot) return null;
      const place = join(folder, "dia-nho");
      mkdirSync(place, { recursive: true });
      try {
        execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", place], { stdio: "ignore" });
        return place;
      } catch {
        return null;
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
