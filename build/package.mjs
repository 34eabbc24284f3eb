/**
 * `npm run package` makes the installers; `npm run package:dir` only the program's folder (release/dir). The
 * end-to-end tests use a folder of their own with the fuse that lets Playwright attach (release/dir-tests).
 * Installers are refused on the fallback Electron: what users install carries the current one.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureSetup } from "./setup.mjs";
import { electronInUse } from "./setup/electron-command.mjs";
import { SetupFailure, runScript } from "./setup/failure.mjs";
import { fingerprint, bundleParts } from "./setup/fresh.mjs";
import { NODE, ROOT, SETUP_LOG, STATE } from "./setup/paths.mjs";
import { runQuietly } from "./setup/run.mjs";

const log = (line) => process.stderr.write(`${line}\n`);

/**
 * The packaged program for the end-to-end tests, made anew when the bundle or the packaging changed. The
 * set-up must have been done.
 * @returns {Promise<string>} the path of its executable
 */
export async function packageForTests() {
  const stamp = join(STATE, "packaged");
  const state = packageState();
  const folder = join(ROOT, "release", "dir-tests");
  const ready = () => packagedExecutable(folder);
  if (ready() && existsSync(stamp) && readFileSync(stamp, "utf8") === state) return ready();
  log("Đang đóng gói chương trình để thử…");
  rmSync(folder, { recursive: true, force: true });
  await build(folder, { forTests: true, dirOnly: true });
  mkdirSync(STATE, { recursive: true });
  writeFileSync(stamp, state);
  return ready();
}

function packagedExecutable(folder) {
  const candidates = [
    join(folder, "linux-unpacked", "so-can-bo"),
    join(folder, "win-unpacked", "so-can-bo.exe"),
    join(folder, "mac", "Sổ Cán Bộ.app", "Contents", "MacOS", "Sổ Cán Bộ"),
    join(folder, "mac-arm64", "Sổ Cán Bộ.app", "Contents", "MacOS", "Sổ Cán Bộ"),
  ];
  return candidates.find((path) => existsSync(path));
}

function packageState() {
  const hash = createHash("sha256");
  for (const part of bundleParts("window")) hash.update(fingerprint(part));
  for (const file of ["build/electron-builder.config.mjs", "build/package.mjs", "package.json"]) {
    hash.update(readFileSync(join(ROOT, file)));
  }
  return hash.update(electronInUse()?.executable ?? "").digest("hex");
}

/** electron-builder wants a newer Node than the set-up may run on, so it gets a process of its own. */
async function build(output, { forTests, dirOnly }) {
  const options = JSON.stringify({ electron: electronInUse(), output, forTests, dirOnly });
  const { ok } = await runQuietly(NODE, [join(ROOT, "build", "run-builder.mjs"), options]);
  if (!ok)
    throw new SetupFailure(
      `Không đóng gói được chương trình: hãy xem chi tiết trong ${SETUP_LOG} rồi chạy lại.`,
    );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await runScript(async () => {
    const dirOnly = process.argv.includes("--dir");
    const forTests = process.argv.includes("--for-tests");
    await ensureSetup({ goal: "window" });
    if (!dirOnly && !forTests && electronInUse()?.source === "fallback") {
      throw new SetupFailure(
        "Không làm bộ cài bằng Electron dự phòng: hãy chạy lệnh này trên máy tải được Electron chính thức (npm run package:dir vẫn dùng được để thử).",
      );
    }
    if (forTests) {
      log(`Đã đóng gói để thử: ${await packageForTests()}`);
      return 0;
    }
    const output = join(ROOT, "release", dirOnly ? "dir" : "installers");
    log("Đang đóng gói chương trình…");
    await build(output, { forTests: false, dirOnly });
    log(`Đã đóng gói vào ${output}`);
    return 0;
  });
}
