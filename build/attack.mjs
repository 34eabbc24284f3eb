/**
 * `npm run attack [-- kind…]`: what an attacker, a broken medium or a mistaken office would do, from a fresh seed, which
 * is said first and last, so that a find can be played again with `SEED=… npm run attack -- <kind>`. Each kind is one
 * file `electron/attack/<kind>.attack.ts`. ATTACK=short plays what `npm test` plays of them.
 */
import { randomInt } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { ensureSetup } from "./setup.mjs";
import { SetupFailure, runScript } from "./setup/failure.mjs";
import { NODE, ROOT } from "./setup/paths.mjs";
import { runAttached, toolEnvironment } from "./setup/run.mjs";

const folder = join("electron", "attack");
const ending = ".attack.ts";
const kinds = readdirSync(join(ROOT, folder))
  .filter((name) => name.endsWith(ending))
  .map((name) => name.slice(0, -ending.length))
  .sort();

await runScript(async () => {
  const chosen = process.argv.slice(2);
  const unknown = chosen.find((kind) => !kinds.includes(kind));
  if (unknown !== undefined)
    throw new SetupFailure(`Không có kiểu tấn công "${unknown}"; hãy chọn trong: ${kinds.join(", ")}`);
  await ensureSetup({ goal: "tests" });
  const seed = process.env.SEED ?? String(randomInt(1, 2 ** 31 - 1));
  const length = process.env.ATTACK ?? "long";
  const say = () => process.stdout.write(`attack: SEED=${seed} ATTACK=${length}\n`);
  say();
  const files = (chosen.length > 0 ? chosen : kinds).map((kind) => `${folder}/${kind}${ending}`);
  const code = await runAttached(
    NODE,
    [join(ROOT, "node_modules/vitest/vitest.mjs"), "run", "--reporter=default", ...files],
    { env: { ...toolEnvironment(), SEED: seed, ATTACK: length } },
  );
  say();
  return code;
});
