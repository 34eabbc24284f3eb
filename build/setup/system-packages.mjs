/**
 * What the system must have beside npm packages: the libraries that Electron loads, a virtual display where
 * there is none, compilers for the fallback's driver, LibreOffice and poppler for tests of documents. As root
 * with apt they are installed, all at once; anyone else is told the exact command.
 */
import { existsSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import { hasDisplay } from "./display.mjs";
import { SetupFailure } from "./failure.mjs";
import { SETUP_LOG, isLinux, isRoot } from "./paths.mjs";
import { runQuietly } from "./run.mjs";

/** Shared libraries of Electron and the Debian packages that bring them: newer name first (Debian 13), then older. */
const LIBRARIES = {
  "libnss3.so": ["libnss3"],
  "libnspr4.so": ["libnspr4"],
  "libatk-1.0.so.0": ["libatk1.0-0t64", "libatk1.0-0"],
  "libatk-bridge-2.0.so.0": ["libatk-bridge2.0-0t64", "libatk-bridge2.0-0"],
  "libatspi.so.0": ["libatspi2.0-0t64", "libatspi2.0-0"],
  "libcups.so.2": ["libcups2t64", "libcups2"],
  "libgtk-3.so.0": ["libgtk-3-0t64", "libgtk-3-0"],
  "libgbm.so.1": ["libgbm1"],
  "libasound.so.2": ["libasound2t64", "libasound2"],
  "libxkbcommon.so.0": ["libxkbcommon0"],
  "libdrm.so.2": ["libdrm2"],
};

const COMPILERS = { python3: ["python3"], make: ["make"], "g++": ["g++"] };
const DISPLAY = { Xvfb: ["xvfb"] };
/** Commands, and files of what is no command by itself: a part of LibreOffice, the letters that documents name. */
const DOCUMENT_TOOLS = {
  soffice: ["libreoffice-calc-nogui"],
  "/usr/lib/libreoffice/program/libswlo.so": ["libreoffice-writer-nogui"],
  "/usr/share/fonts/truetype/liberation": ["fonts-liberation"],
  pdftotext: ["poppler-utils"],
};

/**
 * Sees to it that the system packages for a goal are there.
 * @param {{compilers: boolean, window: boolean, documents: boolean}} needs
 * @param {(line: string) => void} log
 */
export async function ensureSystemPackages(needs, log) {
  if (!isLinux) return;
  const required = [
    ...(needs.compilers ? missingCommands(COMPILERS) : []),
    ...(needs.window ? await missingLibraries() : []),
    ...(needs.window && !hasDisplay() ? missingCommands(DISPLAY) : []),
  ];
  const useful = needs.documents ? missingCommands(DOCUMENT_TOOLS) : [];
  if (required.length + useful.length === 0) return;
  if (!isRoot || !commandExists("apt-get")) {
    if (required.length > 0) {
      throw new SetupFailure(
        `Máy còn thiếu phần mềm của hệ thống; hãy chạy: ${await installCommand([...required, ...useful])}`,
      );
    }
    log(
      `Chưa có LibreOffice hoặc poppler nên các phép thử tài liệu cần chúng sẽ không chạy; để chạy, hãy cài: ${await installCommand(useful)}`,
    );
    return;
  }
  await install([...required, ...useful], log);
  const still = [
    ...(needs.window ? await missingLibraries() : []),
    ...(needs.compilers ? missingCommands(COMPILERS) : []),
  ];
  if (still.length > 0) throw await cannotInstall(still);
}

/**
 * Asks the loader itself whether an executable finds all its libraries.
 * @throws {SetupFailure} naming those that it does not find
 */
export async function checkLibraries(executable) {
  if (!isLinux) return;
  const { stdout } = await runQuietly("ldd", [executable]);
  const missing = stdout.split("\n").filter((line) => line.includes("not found"));
  if (missing.length === 0) return;
  const names = missing.map((line) => line.trim().split(/\s/)[0]).join(", ");
  throw new SetupFailure(
    `Electron còn thiếu thư viện của hệ thống (${names}): hãy cài các gói chứa chúng rồi chạy lại.`,
  );
}

async function missingLibraries() {
  const { stdout } = await runQuietly(existsSync("/sbin/ldconfig") ? "/sbin/ldconfig" : "ldconfig", ["-p"]);
  const present = new Set(stdout.split("\n").map((line) => line.trim().split(/\s/)[0]));
  return Object.entries(LIBRARIES)
    .filter(([library]) => !present.has(library))
    .map(([, names]) => names);
}

/**
 * Sees to it that commands are there.
 * @param {Record<string, string[]>} commands command → Debian packages that bring it, newer name first
 * @param {(line: string) => void} log
 * @throws {SetupFailure} naming what to install, where this script may not or cannot
 */
export async function ensureCommands(commands, log) {
  const missing = missingCommands(commands);
  if (missing.length === 0) return;
  if (!isRoot || !commandExists("apt-get"))
    throw new SetupFailure(`Máy còn thiếu phần mềm của hệ thống; hãy chạy: ${await installCommand(missing)}`);
  await install(missing, log);
  if (missingCommands(commands).length > 0) throw await cannotInstall(missing);
}

function missingCommands(table) {
  return Object.entries(table)
    .filter(([command]) => !commandExists(command))
    .map(([, names]) => names);
}

function commandExists(command) {
  if (isAbsolute(command)) return existsSync(command);
  return (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, command)));
}

async function install(packages, log) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const wait = ["-o", "DPkg::Lock::Timeout=600"];
  let names = await candidates(packages);
  if (names === undefined) {
    await runQuietly("apt-get", [...wait, "update"], { env });
    names = await candidates(packages);
  }
  if (names === undefined) throw await cannotInstall(packages);
  log(`Đang cài phần mềm của hệ thống: ${names.join(" ")}…`);
  const args = [...wait, "install", "-y", "--no-install-recommends", ...names];
  if ((await runQuietly("apt-get", args, { env })).ok) return;
  // An outdated list names files that the mirror no longer has: once more with a new one.
  await runQuietly("apt-get", [...wait, "update"], { env });
  if (!(await runQuietly("apt-get", args, { env })).ok) throw await cannotInstall(packages);
}

/** For each wanted package the first name that apt can install; undefined if one has none. */
async function candidates(packages) {
  if (!commandExists("apt-cache")) return undefined;
  const { stdout } = await runQuietly("apt-cache", ["policy", ...packages.flat()], {
    env: { ...process.env, LC_ALL: "C" },
  });
  const installable = new Set();
  for (const block of stdout.split(/\n(?=\S)/)) {
    const name = block.slice(0, block.indexOf(":"));
    if (/Candidate: (?!\(none\))\S/.test(block)) installable.add(name);
  }
  const chosen = packages.map((names) => names.find((name) => installable.has(name)));
  return chosen.includes(undefined) ? undefined : chosen;
}

/** For whoever may not or cannot be helped by this script. */
async function installCommand(packages) {
  const names = (await candidates(packages)) ?? packages.map((options) => options.at(-1));
  return `sudo apt-get update && sudo apt-get install -y ${names.join(" ")}`;
}

async function cannotInstall(packages) {
  return new SetupFailure(
    `Không cài được phần mềm của hệ thống: hãy kiểm tra kết nối tới kho gói rồi chạy: ${await installCommand(packages)} (chi tiết: ${SETUP_LOG})`,
  );
}
