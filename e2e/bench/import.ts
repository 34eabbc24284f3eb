/** A list of 10,000 people imported, against only reading its file with the libraries for that. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { read as readSheets } from "@e965/xlsx";
import { readXlsx } from "hucre/xlsx";
import { readWorkbookInThread } from "../../electron/files/import/read-decoded";
import { writeUnicode } from "../../electron/files/import/unicode-file";
import { removeFileNow } from "../../electron/files/rename";
import type { Environment } from "../../electron/services/environment";
import { Importing } from "../../electron/services/import/importing";
import { countsOf } from "../../electron/services/import/summary";
import { createOfficeRoster, unitByCode } from "../../electron/services/new-roster";
import { OpenRoster } from "../../electron/services/open-roster";
import { importedRows, importRows, provinceCode, withChanges, workbookOf } from "./import-workbook";
import { median, msText, ratioText } from "./measure";
import { benchEnvironment } from "./rosters";
import type { Bench, Figure, Section } from "./section";

const rounds = 5;
const importDay = "2025-12-31";
const changedEvery = 20;
const mostRatio = 2;

interface Measured {
  readonly ms: number;
  /** Time of processors, of all threads. */
  readonly cpu: number;
  /** Longest time between two turns of the event loop. */
  readonly longest: number;
}

const steps = ["hucre", "sheetJs", "read", "plan", "write", "again", "changedPlan", "changedWrite"] as const;
type Round = Readonly<Record<(typeof steps)[number], Measured>>;

export async function measureImport(bench: Bench): Promise<Section> {
  const environment = benchEnvironment(bench);
  const rows = importRows();
  const file = await written(bench, "import.xlsx", rows);
  const changedFile = await written(bench, "import-changed.xlsx", withChanges(rows, changedEvery));
  const all: Round[] = [];
  for (let round = 1; round <= rounds; round++) {
    const one = await measured(bench, environment, file, changedFile);
    all.push(one);
    const said = steps.map((step) => `${step} ${msText(one[step].ms)} (${msText(one[step].cpu)} CPU)`);
    bench.say(`import: round ${round} of ${rounds}: ${said.join(", ")}`);
  }
  for (const path of [file, changedFile]) rmSync(path, { force: true });
  const sum = (part: keyof Measured, ...of: readonly (keyof Round)[]) =>
    of.reduce((total, step) => total + median(all.map((one) => one[step][part])), 0);
  const against = (work: string, of: readonly (keyof Round)[], isAim: boolean): Figure => {
    const ratio = sum("ms", ...of) / sum("ms", "hucre");
    const cpu = ratioText(sum("cpu", ...of) / sum("cpu", "hucre"));
    return {
      work,
      reach: isAim ? `≤ ${mostRatio} × only parsing` : "",
      measured: `${ratioText(ratio)} (${msText(sum("ms", ...of))}; by processor time ${cpu})`,
      reached: isAim ? ratio <= mostRatio : null,
    };
  };
  const sheetJs = ratioText(sum("ms", "read", "plan") / sum("ms", "sheetJs"));
  return {
    title: "Import",
    figures: [
      {
        work: `only parsing, ${importedRows.toLocaleString("en")} rows of 25 columns`,
        reach: "",
        measured: `hucre ${msText(sum("ms", "hucre"))}, SheetJS ${msText(sum("ms", "sheetJs"))}`,
        reached: null,
      },
      against("reading with fonts and codes", ["read"], false),
      against("dry run: reading, understanding, the whole preview", ["read", "plan"], true),
      { work: "the dry run against SheetJS", reach: "", measured: sheetJs, reached: null },
      against("imported: dry run and writing, until it is on the disk", ["read", "plan", "write"], true),
      against("the same file once more, nothing to write", ["read", "again"], false),
      against(
        `once more with ${importedRows / changedEvery} changed rows, written`,
        ["read", "changedPlan", "changedWrite"],
        false,
      ),
      {
        work: "longest time in which the window is not served",
        reach: "",
        measured: `preview ${msText(sum("longest", "plan"))}, writing ${msText(sum("longest", "write"))}`,
        reached: null,
      },
    ],
    how: [
      `A seeded workbook of ${importedRows.toLocaleString("en")} made-up people of one province, as the sample draws them, with 25 columns: dates as text, as numbers, as months and years, levels in many wordings. Medians of ${rounds} rounds in one process, the steps in turns, each round into a new roster of the province.`,
      "Only parsing is what a library does with the bytes of the file in memory until it holds its own cells; the quicker of two is compared with, which reads no fonts. Reading is ours from the file on: unpacking, cells with fonts, codes of old fonts. The dry run goes on to the plan that the preview shows: columns matched, every value read, everybody looked up on the roster, checked by the rules of their records. Writing makes an op of the change log for each person, post and paper, hashes and chains them, signs for all, puts the rows into their tables with their proofs, and commits flushed to the disk.",
      "Once more: the same and then a changed file into the roster that the people are in by then.",
    ],
  };
}

async function written(bench: Bench, name: string, rows: ReturnType<typeof importRows>): Promise<string> {
  const path = join(bench.folder, name);
  writeFileSync(path, await writeUnicode(workbookOf(rows), "xlsx"));
  return path;
}

async function measured(
  bench: Bench,
  environment: Environment,
  file: string,
  changedFile: string,
): Promise<Round> {
  const path = join(bench.folder, "import.scb");
  removeFileNow(path);
  const unit = unitByCode(provinceCode, importDay);
  const roster = OpenRoster.of(await createOfficeRoster(path, unit.id, environment), environment);
  const bytes = readFileSync(file);
  const hucre = await measure(() => readXlsx(bytes));
  const sheetJs = await measure(() => readSheets(bytes, { type: "buffer" }));
  const first = await session(roster, environment, file);
  const plan = await measure(first.plan);
  const write = await measure(first.apply);
  const same = await session(roster, environment, file);
  const again = await measure(same.apply);
  const changed = await session(roster, environment, changedFile);
  const changedPlan = await measure(changed.plan);
  const changedWrite = await measure(changed.apply);
  await roster.close();
  removeFileNow(path);
  refuseOther(countsOf(plan.value).added, countsOf(again.value.plan), changedWrite.value.plan);
  return { hucre, sheetJs, read: first.read, plan, write, again, changedPlan, changedWrite };
}

/** A few namesakes with one birth and no number are left to be asked about; all others are told from each other. */
function refuseOther(
  added: number,
  again: ReturnType<typeof countsOf>,
  changed: Parameters<typeof countsOf>[0],
): void {
  const most = importedRows / changedEvery;
  const isRight =
    added > importedRows * 0.99 &&
    again.unchanged === added &&
    again.changed === 0 &&
    countsOf(changed).changed > most * 0.9 &&
    countsOf(changed).changed <= most;
  if (!isRight) throw new Error(JSON.stringify([added, again, countsOf(changed)]));
}

/** An import of a file as far as its cells are read. */
async function session(roster: OpenRoster, environment: Environment, path: string) {
  const { value: decoded, ...read } = await measure(() => readWorkbookInThread({ kind: "file", path }));
  const importing = new Importing(roster, environment, { name: "import.xlsx", decoded }, importDay);
  const watch = { signal: new AbortController().signal };
  return { read, plan: () => importing.plan(watch), apply: () => importing.apply(watch) };
}

/** What one step leaves behind is not the next one's to clear away. */
async function measure<T>(work: () => T | Promise<T>): Promise<Measured & { readonly value: T }> {
  globalThis.gc?.();
  let longest = 0;
  let isRunning = true;
  const begun = performance.now();
  const used = process.cpuUsage();
  let last = begun;
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (isRunning) setImmediate(look);
  };
  setImmediate(look);
  const value = await work();
  const ms = performance.now() - begun;
  const { user, system } = process.cpuUsage(used);
  isRunning = false;
  look();
  return { ms, cpu: (user + system) / 1000, longest, value };
}
