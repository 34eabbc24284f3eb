/**
 * Bundles for Node: the main process with the command line and its threads beside it, and the benchmarks. One file tree
 * without node_modules, except for what must stay outside: Electron itself and SQLite's native driver.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../setup/paths.mjs";
import { contractAsData } from "./evaluated.mjs";

/** Packages that are not bundled; better-sqlite3 finds its binary beside its own files. */
const EXTERNAL = ["electron", "better-sqlite3"];
/** What the benchmarks compare with; these bring native or WebAssembly parts, and are never in the program. */
const BENCH_EXTERNAL = [
  ...EXTERNAL,
  "@automerge/automerge",
  "classic-level",
  "pouchdb-adapter-leveldb",
  "pouchdb-core",
  "yjs",
];

/**
 * @param {Record<string, string>} input entry name → source file
 * @param {string} outDir
 * @param {{ external?: string[], output?: object }} more what stays outside; more of what the bundler's output takes
 */
function nodeConfig(input, outDir, { external = EXTERNAL, output = {} } = {}) {
  return {
    root: ROOT,
    configFile: false,
    logLevel: "warn",
    mode: "production",
    publicDir: false,
    plugins: [contractAsData()],
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    ssr: { target: "node", noExternal: true, external },
    build: {
      ssr: true,
      // Node 20 is what the fallback Electron has.
      target: "node20",
      outDir,
      emptyOutDir: true,
      minify: false,
      sourcemap: false,
      rolldownOptions: {
        input,
        external,
        // What one bundle loads late another one needs at once.
        checks: { ineffectiveDynamicImport: false },
        output: {
          format: "es",
          entryFileNames: "[name].js",
          chunkFileNames: "chunks/[name]-[hash].js",
          ...output,
        },
      },
    },
  };
}

/** What goes into dist/main: the program of the window, then what runs without one, beside it. */
export function mainConfigs(outDir) {
  const beside = besideConfig(outDir);
  return [windowConfig(outDir), { ...beside, build: { ...beside.build, emptyOutDir: false } }];
}

/**
 * The program of the window. Bundled by itself, and what it cannot start without in two files: with the pieces that the
 * command line and the threads share it would be two hundred, and finding and linking them takes longer than running them.
 */
function windowConfig(outDir) {
  const whole = (name, priority, source) => ({ name, priority, test: (id) => id === join(ROOT, source) });
  const groups = [whole("start", 2, "electron/main.ts"), whole("program", 1, "electron/window/program.ts")];
  const input = { main: join(ROOT, "electron/main.ts") };
  return nodeConfig(input, outDir, { output: { codeSplitting: { groups } } });
}

/** The command line and the threads. */
export function besideConfig(outDir) {
  const entries = {
    cli: join(ROOT, "electron/cli.ts"),
    "people-worker": join(ROOT, "electron/roster/people-worker.ts"),
    "recover-worker": join(ROOT, "electron/roster/recover-worker.ts"),
    "workbook-worker": join(ROOT, "electron/files/import/workbook-worker.ts"),
    "xlsx-worker": join(ROOT, "electron/files/report/xlsx-worker.ts"),
    "solver-worker": join(ROOT, "electron/files/solver/solver-worker.ts"),
  };
  const config = nodeConfig(entries, outDir);
  return { ...config, plugins: [...config.plugins, solverBinary()] };
}

/** The solver's WebAssembly, beside the thread that runs it: its own loader would look for it beside a chunk. */
function solverBinary() {
  return {
    name: "solver-binary",
    generateBundle() {
      const source = readFileSync(join(ROOT, "node_modules/highs/build/highs.wasm"));
      this.emitFile({ type: "asset", fileName: "highs.wasm", source });
    },
  };
}

/** A second program at a roster, for tests on a system where only bundles run. */
export function holderConfig(outDir) {
  return nodeConfig({ "hold-roster": join(ROOT, "electron/testing/hold-roster.ts") }, outDir);
}

/** The benchmarks' bundle, or undefined while there are none. */
export function benchConfig(outDir) {
  const entry = join(ROOT, "e2e/bench/main.ts");
  const entries = { bench: entry, "sync-peer": join(ROOT, "e2e/bench/sync/child.ts") };
  return existsSync(entry) ? nodeConfig(entries, outDir, { external: BENCH_EXTERNAL }) : undefined;
}
