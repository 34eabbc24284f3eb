/**
 * Runs the bundler in a process of its own under Node 24: the set-up itself must run before Vite is installed
 * and on older Nodes than Vite accepts.
 */
import { join } from "node:path";
import { SetupFailure } from "./failure.mjs";
import { NODE, ROOT } from "./paths.mjs";
import { runQuietly, toolEnvironment } from "./run.mjs";

/** Bundles the given parts; the bundler's complaint is shown when it fails. */
export async function runBundle(parts, log) {
  log(`Đang dựng chương trình (${parts.join(", ")})…`);
  const { ok, said } = await runQuietly(NODE, [join(ROOT, "build", "bundle.mjs"), ...parts], {
    env: toolEnvironment({ NO_COLOR: "1" }),
  });
  if (ok) return;
  throw new SetupFailure(
    `${said}\nKhông dựng được chương trình: hãy sửa lỗi ở trên trong mã nguồn rồi chạy lại.`,
  );
}
