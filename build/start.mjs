/**
 * `npm start`: sets up what is missing and opens the program. Where there is no display, the same window opens
 * on a virtual one with the sample roster, is saved as a picture, and the per-commune table is printed instead.
 */
import { existsSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { ensureSetup } from "./setup.mjs";
import { hasDisplay, withDisplay } from "./setup/display.mjs";
import { electronCommand } from "./setup/electron-command.mjs";
import { SetupFailure, runScript } from "./setup/failure.mjs";
import { NODE, OUT, ROOT, SETUP_LOG, userFolder } from "./setup/paths.mjs";
import { runAttached, runQuietly, toolEnvironment } from "./setup/run.mjs";

const PICTURE = join(OUT, "window.png");
const ROSTER = join(OUT, "thanh-ba.scb");
/** Far more than the window needs; a window that never shows must not keep the command waiting. */
const SHOW_LIMIT_MS = 120_000;

await runScript(async () => {
  await ensureSetup({ goal: "window" });
  if (!hasDisplay()) return showWithoutDisplay();
  const electron = electronCommand([ROOT, ...process.argv.slice(2)]);
  return runAttached(electron.command, electron.args, { cwd: userFolder(), env: electron.env });
});

/** SO_CAN_BO_SHOW asks the program to save a picture of the per-commune screen there and to end. */
async function showWithoutDisplay() {
  if (!existsSync(ROSTER) && (await cli("sample", ROSTER)) !== 0) {
    throw new SetupFailure(`Không tạo được sổ mẫu ${ROSTER}: hãy xem lý do ở trên rồi chạy lại.`);
  }
  rmSync(PICTURE, { force: true });
  const shown = await withDisplay((display) => {
    const electron = electronCommand([ROOT, ROSTER], { ...display, SO_CAN_BO_SHOW: PICTURE });
    const deadline = Date.now() + SHOW_LIMIT_MS;
    return runQuietly(electron.command, electron.args, {
      env: electron.env,
      watch: () => Date.now() < deadline,
    });
  });
  if (shown.said.includes("setuid_sandbox_host")) {
    throw new SetupFailure(
      "Hệ thống không cho Electron bật hộp cát (sandbox) với tài khoản này: hãy bật user namespaces (Debian: sudo sysctl -w kernel.unprivileged_userns_clone=1; Ubuntu: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0) rồi chạy lại.",
    );
  }
  if (!shown.ok || !existsSync(PICTURE)) {
    throw new SetupFailure(
      `Cửa sổ không mở được trên màn hình ảo: hãy xem chi tiết trong ${SETUP_LOG} rồi chạy lại.`,
    );
  }
  if ((await cli("stats", ROSTER)) !== 0) {
    throw new SetupFailure(`Không tính được bảng theo xã của ${ROSTER}: hãy xem lý do ở trên rồi chạy lại.`);
  }
  process.stdout.write(`\nẢnh cửa sổ: ${relative(ROOT, PICTURE)}\nSổ: ${relative(ROOT, ROSTER)}\n`);
  return 0;
}

/** @returns {Promise<number>} the command line's exit code; its results go to standard output */
function cli(...args) {
  return runAttached(NODE, [join(ROOT, "dist", "main", "cli.js"), ...args], { env: toolEnvironment() });
}
