/**
 * Puts the program, a stick and a server's folder into a made-up Windows PC, plays the stories there, and looks with
 * Linux at what Windows left: rosters travel between both.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { SetupFailure } from "../setup/failure.mjs";
import { NODE, ROOT, SETUP_LOG } from "../setup/paths.mjs";
import { runQuietly, toolEnvironment } from "../setup/run.mjs";
import { countTap } from "../test-counts.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const STORIES = join(HERE, "stories");
const ENDING = ".story.mjs";
const CLI = join(ROOT, "dist", "main", "cli.js");

/**
 * @param {{pc: import("./wine.mjs").WindowsPc, node: string, folder: string, stories: string[], deadline: number}} run
 *   `node` Windows' Node, `folder` of this run, `deadline` by the wall clock, ms
 * @returns {Promise<{passed: number, failed: number}>}
 */
export async function playStories({ pc, node, folder, stories, deadline }) {
  const chosen = chosenStories(stories);
  const at = (...names) => join(folder, ...names);
  for (const name of ["stick", "shared"]) mkdirSync(at(name));
  await placeProgram(at("program"));
  const linux = await linuxSide(folder);
  await pc.install({ "e:": at("stick"), "unc/maychu/chung": at("shared") });
  const plan = {
    stories: chosen.map((name) => windowsPath(join(STORIES, name + ENDING))),
    log: windowsPath(at("log.txt")),
    results: windowsPath(at("results.tap")),
  };
  writeFileSync(at("plan.json"), JSON.stringify(plan));
  const env = {
    STORY_CLI: windowsPath(at("program", "main", "cli.js")),
    STORY_HOLDER: windowsPath(at("program", "holder", "hold-roster.js")),
    // To compile the bundle takes as long as most commands.
    NODE_COMPILE_CACHE: String.raw`C:\biên dịch`,
    STORY_DISK: String.raw`C:\thử`,
    STORY_STICK: "E:\\",
    STORY_SHARE: String.raw`\\maychu\chung`,
    STORY_FIGURES: windowsPath(linux.figures),
    STORY_LINUX_ROSTER: windowsPath(linux.roster),
    STORY_LEFT_ROSTER: windowsPath(at("windows.scb")),
  };
  const code = await pc.run(node, [join(HERE, "host.cjs"), at("plan.json")], { env, deadline });
  process.stdout.write(read(at("log.txt")));
  const tap = read(at("results.tap"));
  if (code === "late")
    process.stderr.write(`${tap}\nQuá thời gian cho phép: các chương trình Windows đã bị tắt.\n`);
  const total = countTap(code, tap);
  if (!chosen.includes("offices")) return total;
  const more = await verified(folder, at("windows.scb"));
  return { passed: total.passed + more.passed, failed: total.failed + more.failed };
}

function chosenStories(names) {
  const all = readdirSync(STORIES)
    .filter((name) => name.endsWith(ENDING))
    .map((name) => name.slice(0, -ENDING.length));
  const unknown = names.find((name) => !all.includes(name));
  if (unknown !== undefined)
    throw new SetupFailure(
      `Không có phép thử "${unknown}"; hãy dùng: npm run test:windows [-- ${all.join("|")}]`,
    );
  return names.length > 0 ? names : all;
}

/**
 * A copy of the bundle and of the driver without what was built for this system, which the driver would prefer; the one
 * in node_modules stays as it is.
 */
async function placeProgram(folder) {
  cpSync(join(ROOT, "dist", "main"), join(folder, "main"), { recursive: true });
  cpSync(join(ROOT, "package.json"), join(folder, "package.json"));
  const driver = join(ROOT, "node_modules", "better-sqlite3");
  for (const part of ["package.json", "lib", join("prebuilds", "win32-x64.node")])
    cpSync(join(driver, part), join(folder, "node_modules", "better-sqlite3", part), { recursive: true });
  await onLinux(folder, join(HERE, "bundle.mjs"), join(folder, "holder"));
}

/** What Linux gives: a roster to go on with, and the sample's figures. */
async function linuxSide(folder) {
  const roster = join(folder, "linux.scb");
  const figures = join(folder, "figures.json");
  await onLinux(folder, CLI, "sample", roster);
  writeFileSync(figures, await onLinux(folder, CLI, "stats", roster, "--json"));
  return { roster, figures };
}

/** Runs a script under this system's Node. @returns {Promise<string>} what it printed @throws {SetupFailure} */
async function onLinux(folder, script, ...words) {
  const env = toolEnvironment({ SO_CAN_BO_HOME: join(folder, "linux") });
  const { ok, stdout, said } = await runQuietly(NODE, [script, ...words], { env });
  if (ok) return stdout;
  throw new SetupFailure(`${said}\nKhông chuẩn bị được phép thử trên Windows; chi tiết: ${SETUP_LOG}`);
}

/** One more test, of what was left for Linux. */
async function verified(folder, roster) {
  const ok = await onLinux(folder, CLI, "verify", roster).then(
    () => true,
    () => false,
  );
  process.stdout.write(`${ok ? "✔" : "✖"} the roster that Windows left verifies on Linux\n`);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
}

function read(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}

/** As Windows programs under wine name a file of this system. */
function windowsPath(path) {
  return `Z:${path.replaceAll("/", "\\")}`;
}
