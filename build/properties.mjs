/**
 * `npm run properties [-- <vitest filters>]`: every property test with a fresh seed, which is said first and last, so
 * that a failure can be played again with `SEED=… npm run unit`. All histories are played, of which `npm test` plays a
 * part; HISTORIES=10 plays ten times as many.
 */
import { randomInt } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ensureSetup } from "./setup.mjs";
import { runScript } from "./setup/failure.mjs";
import { NODE, ROOT } from "./setup/paths.mjs";
import { runAttached, toolEnvironment } from "./setup/run.mjs";

/** Test files that hold properties: those that draw values, themselves or through the played histories. */
function propertyFiles() {
  return ["shared", "electron", "renderer"].flatMap((side) =>
    readdirSync(join(ROOT, side), { recursive: true })
      .map((name) => join(side, String(name)))
      .filter((name) => /\.test\.tsx?$/.test(name))
      .filter(
        (name) => /invariants/.test(name) || readFileSync(join(ROOT, name), "utf8").includes("fast-check"),
      ),
  );
}

await runScript(async () => {
  const chosen = process.argv.slice(2);
  await ensureSetup({ goal: "tests" });
  const seed = process.env.SEED ?? String(randomInt(1, 2 ** 31 - 1));
  const say = () =>
    process.stdout.write(`properties: SEED=${seed} HISTORIES=${process.env.HISTORIES ?? 1}\n`);
  say();
  const files = chosen.length > 0 ? chosen : propertyFiles();
  const code = await runAttached(
    NODE,
    [join(ROOT, "node_modules/vitest/vitest.mjs"), "run", "--reporter=dot", ...files],
    { env: { ...toolEnvironment(), SEED: seed } },
  );
  say();
  return code;
});
