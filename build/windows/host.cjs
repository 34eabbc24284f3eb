/**
 * The first process of the made-up Windows: starts the stories and writes down what they say.
 *
 * Wine hands a Linux program's streams to it in a way that Node cannot open (EBADF), so that Node's own test runner
 * dies before its first line. This one writes into files, and gives its children streams that are Windows' own.
 * Arguments: a JSON file with `stories`, `log` and `results`, all as Windows paths.
 */
const { spawnSync } = require("node:child_process");
const { openSync, readFileSync, writeSync } = require("node:fs");

const plan = JSON.parse(readFileSync(process.argv[2], "utf8"));
const log = openSync(plan.log, "a");
for (const name of ["stdout", "stderr"]) {
  Object.defineProperty(process, name, { value: { write: (text) => writeSync(log, String(text)) } });
}
const args = [
  "--test",
  "--test-concurrency=3",
  "--test-reporter=spec",
  "--test-reporter-destination=stdout",
  "--test-reporter=tap",
  `--test-reporter-destination=${plan.results}`,
  ...plan.stories,
];
const { status, error } = spawnSync(process.execPath, args, { stdio: ["ignore", log, log] });
if (error) process.stderr.write(`${error.stack}\n`);
process.exitCode = status ?? 1;
