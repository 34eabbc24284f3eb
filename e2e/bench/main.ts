/**
 * `npm run bench [-- <part>…]`: measures what the program must reach, part by part; the parts are the list below.
 *
 * All parts together write docs/benchmarks.md; single ones only print, or with `--keep` take the place of their sections.
 * Run by build/bench.mjs, which names the clone and the Electron in use.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { benchmarkDocument, tableText } from "./document";
import { measureCross } from "./cross";
import { measureDue } from "./due";
import { measureEdit } from "./edit";
import { measureList } from "./list";
import { measureExport } from "./export";
import { measureImport } from "./import";
import { measureMemory } from "./memory";
import { measurePlan } from "./plan";
import { measureProject } from "./project";
import { measureRules } from "./rules";
import { measureSample } from "./sample";
import { measureScroll } from "./scroll";
import { measureSearch } from "./search";
import type { Bench, Section } from "./section";
import { measureStart } from "./start";
import { measureSync } from "./sync/section";
import { measureTable } from "./table";

const parts: Readonly<Record<string, (bench: Bench) => Promise<Section>>> = {
  start: measureStart,
  table: measureTable,
  cross: measureCross,
  rules: measureRules,
  edit: measureEdit,
  search: measureSearch,
  list: measureList,
  scroll: measureScroll,
  export: measureExport,
  import: measureImport,
  sample: measureSample,
  project: measureProject,
  memory: measureMemory,
  due: measureDue,
  plan: measurePlan,
  sync: measureSync,
};

const keeps = process.argv.includes("--keep");
const wanted = process.argv.slice(2).filter((name) => name !== "--keep");
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0) {
  process.stderr.write(`Unknown part: ${unknown.join(", ")}. Parts: ${Object.keys(parts).join(", ")}.\n`);
  process.exit(2);
}

const root = process.env["SO_CAN_BO_ROOT"] ?? process.cwd();
const bench: Bench = {
  root,
  electron: process.env["SO_CAN_BO_ELECTRON"] ?? "electron",
  folder: join(root, "out", "bench"),
  say: (line) => void process.stderr.write(`${line}\n`),
};
mkdirSync(bench.folder, { recursive: true });

const sections: Section[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (wanted.length === 0 || wanted.includes(name)) sections.push(await measure(bench));
}
const more = sections.flatMap(({ tables = [] }) => tables);
process.stdout.write(`${[tableText(sections), ...more].join("\n\n")}\n`);
if (keeps || wanted.length === 0) {
  const day = new Date().toISOString().slice(0, 10);
  const surroundings = { day, electron: electronVersion() };
  const path = join(root, "docs", "benchmarks.md");
  const before = wanted.length === 0 || !existsSync(path) ? "" : readFileSync(path, "utf8");
  writeFileSync(path, benchmarkDocument(before, sections, Object.keys(parts), surroundings));
}

/** Electron's own file beside its program says which one it is; a build from elsewhere may lack it. */
function electronVersion(): string {
  const file = join(dirname(bench.electron), "version");
  return existsSync(file) ? readFileSync(file, "utf8").trim() : "unknown";
}
