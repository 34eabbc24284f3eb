/**
 * SQLite's driver for the fallback Electron. better-sqlite3 ships binaries that need Node-API 10; the fallback
 * has 9 and would crash on loading them. The same source built against the experimental Node-API loads in the
 * fallback and in Node 24 alike. Built once per user and version, then copied. With a downloaded Electron
 * nothing is built and a copy left from earlier is taken away.
 */
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { SetupFailure } from "./failure.mjs";
import { NODE, PLATFORM, ROOT, SETUP_LOG, installedVersion, userCache } from "./paths.mjs";
import { npmCommand, runQuietly, toolEnvironment } from "./run.mjs";

const PACKAGE = join(ROOT, "node_modules", "better-sqlite3");
/** better-sqlite3 looks here before its shipped binaries. */
const PLACE = join(PACKAGE, "build", "Release");
const PLACED = join(PLACE, "better_sqlite3.node");
/** Says what was placed; vanishes with node_modules, and lies outside of what is packaged. */
const PLACED_KEY = join(ROOT, "node_modules", ".cache", "so-can-bo-driver");

const FLAGS = [
  "-UNAPI_VERSION",
  "-DNAPI_EXPERIMENTAL",
  "-DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT",
  "-DNODE_API_EXPERIMENTAL_NO_WARNING",
  "-fno-lto",
].join(" ");

const key = () =>
  `better-sqlite3-${installedVersion("better-sqlite3")}-${PLATFORM}-${process.arch}-napi-experimental-1`;

const cached = () => join(userCache(), `${key()}.node`);

/** True when nothing is to be done for this Electron. */
export function nativeReady(electron) {
  if (electron.source !== "fallback") return !existsSync(PLACED_KEY);
  return existsSync(PLACED) && existsSync(PLACED_KEY) && readFileSync(PLACED_KEY, "utf8") === key();
}

/** True when the driver must be compiled, so that compilers are needed. */
export function nativeNeedsBuild() {
  return !existsSync(cached());
}

/** Puts the driver in place, building it if no copy in the cache loads. */
export async function placeNative(electron, log) {
  if (electron.source !== "fallback") {
    rmSync(join(PACKAGE, "build"), { recursive: true, force: true });
    rmSync(PLACED_KEY, { force: true });
    return;
  }
  if (existsSync(cached()) && !(await loads(cached()))) rmSync(cached());
  if (nativeNeedsBuild()) {
    log("Đang dịch better-sqlite3 cho Electron dự phòng (lần đầu mất khoảng hai phút)…");
    await build();
  }
  mkdirSync(PLACE, { recursive: true });
  const fresh = `${PLACED}.${process.pid}`;
  copyFileSync(cached(), fresh);
  renameSync(fresh, PLACED);
  mkdirSync(dirname(PLACED_KEY), { recursive: true });
  writeFileSync(PLACED_KEY, key());
}

/** Builds in a copy, so that a run cut short leaves no half of a driver in node_modules. */
async function build() {
  mkdirSync(userCache(), { recursive: true });
  const work = join(userCache(), `native-work-${process.pid}`);
  rmSync(work, { recursive: true, force: true });
  try {
    const source = join(work, "better-sqlite3");
    cpSync(PACKAGE, source, { recursive: true, filter: (path) => !/[\\/](?:prebuilds|build)$/.test(path) });
    const headers = await nodeHeaders(work);
    const gyp = join(ROOT, "node_modules", "node-gyp", "bin", "node-gyp.js");
    const args = [gyp, "rebuild", "--release", "--force_build=1", `--nodedir=${headers}`, "--jobs=max"];
    await runQuietly(NODE, args, {
      cwd: source,
      env: toolEnvironment({ CXXFLAGS: FLAGS, NODE_PATH: join(ROOT, "node_modules") }),
    });
    const built = join(source, "build", "Release", "better_sqlite3.node");
    if (!existsSync(built) || !(await loads(built))) {
      throw new SetupFailure(
        `Không dịch được better-sqlite3 cho Electron dự phòng: hãy cài python3, make và g++ rồi chạy lại (chi tiết: ${SETUP_LOG}).`,
      );
    }
    renameSync(built, cached());
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** A driver built for another system library fails here rather than inside Electron. */
async function loads(file) {
  const script = `new (require("better-sqlite3"))(":memory:", { nativeBinding: process.argv[1] }).prepare("SELECT 1").get()`;
  return (await runQuietly(NODE, ["-e", script, file])).ok;
}

/**
 * Node 24's headers: the platform package that `node` installs within itself has them; npm may have pruned
 * it, then the same package is fetched.
 */
async function nodeHeaders(work) {
  const name = `node-${PLATFORM}-${process.arch}`;
  const nested = join(ROOT, "node_modules", "node", "node_modules", name);
  if (existsSync(join(nested, "include", "node", "node_api.h"))) return nested;
  const npm = npmCommand([
    "pack",
    `${name}@${installedVersion("node")}`,
    "--json",
    "--pack-destination",
    work,
    "--loglevel=error",
  ]);
  const { ok, stdout } = await runQuietly(npm.command, npm.args, {
    cwd: work,
    env: process.env,
    shell: npm.shell,
  });
  const archive = ok ? join(work, JSON.parse(stdout)[0].filename) : "";
  const unpacked = ok && (await runQuietly("tar", ["-xzf", archive, "-C", work])).ok;
  if (!unpacked) {
    throw new SetupFailure(
      `Không tải được phần khai báo của Node (gói ${name}): hãy kiểm tra kết nối tới kho gói npm rồi chạy lại (chi tiết: ${SETUP_LOG}).`,
    );
  }
  return join(work, "package");
}
