/**
 * The packages that package-lock.json pins, Node 24 among them. Skipped when node_modules holds exactly them.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { SetupFailure } from "./failure.mjs";
import { NODE, PLATFORM, ROOT, SETUP_LOG, readJson } from "./paths.mjs";
import { npmCommand, runQuietly } from "./run.mjs";

const LOCK = join(ROOT, "package-lock.json");
const INSTALLED = join(ROOT, "node_modules", ".package-lock.json");
/** Inside node_modules, so that it vanishes together with what it vouches for. */
const STAMP = join(ROOT, "node_modules", ".cache", "so-can-bo-lock");

/** True when node_modules is what package-lock.json asks for; quick. */
export function dependenciesReady() {
  if (!existsSync(NODE)) return false;
  const wanted = lockHash();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted) return true;
  if (!installedMatchesLock()) return false;
  writeStamp(wanted);
  return true;
}

/** Installs the pinned packages. */
export async function installDependencies(log) {
  log("Đang cài các gói mà package-lock.json ghi (lần đầu mất vài phút)…");
  // Not `npm ci`: that refuses a lock file in which a registry had no binaries of tools for other systems. The
  // versions are the lock's all the same, --no-save leaves the lock as it is, and the result is compared with it.
  // Install scripts are left out: npm would build better-sqlite3, which needs Python, though its binary is there.
  // Only the package that brings Node 24 has to run its own.
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  const ok =
    (await runNpm(["install", "--no-save", "--ignore-scripts", ...quiet])) &&
    (existsSync(NODE) || (await runNpm(["rebuild", "node", "--ignore-scripts=false", ...quiet])));
  if (!ok || !existsSync(NODE) || !installedMatchesLock()) {
    throw new SetupFailure(
      `Không cài được các gói của chương trình: hãy kiểm tra kết nối tới kho gói npm rồi chạy lại (chi tiết: ${SETUP_LOG}).`,
    );
  }
  writeStamp(lockHash());
}

async function runNpm(args) {
  const npm = npmCommand(args);
  const env = { ...process.env, ELECTRON_SKIP_BINARY_DOWNLOAD: "1" };
  return (await runQuietly(npm.command, npm.args, { env, shell: npm.shell })).ok;
}

function lockHash() {
  return createHash("sha256").update(readFileSync(LOCK)).update(`${PLATFORM}-${process.arch}`).digest("hex");
}

function writeStamp(hash) {
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, hash);
}

/** npm notes what it installed in node_modules/.package-lock.json; optional packages of other systems are absent. */
function installedMatchesLock() {
  const wanted = readJson(LOCK)?.packages;
  const installed = readJson(INSTALLED)?.packages;
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "") return true;
    const present = installed[path];
    if (!present) return entry.optional === true;
    return present.version === entry.version && present.integrity === entry.integrity;
  });
}
