/**
 * Runs every peer at every size, each job in a process of its own with limits for time and memory, so that memory is
 * the peer's alone and a peer that fails takes nobody with it.
 */
import { spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { median } from "../measure";
import type { Bench } from "../section";
import { layoutKeys, peerKeys } from "./peers";
import type { FaultResult, Made, Received, Report } from "./report";

export const minutesAtMost = 10;
/** Writing rosters is not what is compared, only making the files of them, so it may take longer. */
const minutesForMaking = 30;
/** Small sizes are run in turns several times, and the middle run counts. */
const rounds = 3;
const roundsUpTo = 100;

export interface PeerRun {
  readonly key: string;
  readonly communes: number;
  readonly made: Made | null;
  readonly received: Received | null;
  /** Why it did not finish, and how far it got. */
  readonly stopped: string | null;
  /** Whether it was ended because its time was up. */
  readonly ranOut: boolean;
}

export interface PeerFaults {
  readonly key: string;
  readonly results: readonly FaultResult[];
  readonly stopped: string | null;
}

export interface SyncResults {
  /** Ascending. */
  readonly sizes: readonly number[];
  readonly runs: readonly PeerRun[];
  /** Other layouts of peers, at the smallest size. */
  readonly layouts: readonly PeerRun[];
  readonly faults: readonly PeerFaults[];
}

export async function runAll(bench: Bench, sizes: readonly number[]): Promise<SyncResults> {
  const runs: PeerRun[] = [];
  const layouts: PeerRun[] = [];
  for (const communes of sizes) {
    const isSmallest = communes === sizes[0];
    const keys = isSmallest ? [...wanted(peerKeys), ...wanted(layoutKeys)] : wanted(peerKeys);
    const all = new Map<string, PeerRun[]>();
    for (let round = 0; round < (communes <= roundsUpTo ? rounds : 1); round++) {
      for (const key of keys) {
        const run = await runPeer(bench, key, communes);
        all.set(key, [...(all.get(key) ?? []), run]);
      }
    }
    for (const [key, tried] of all) (peerKeys.includes(key) ? runs : layouts).push(middle(tried));
  }
  const faults: PeerFaults[] = [];
  for (const key of wanted(peerKeys)) {
    const folder = freshFolder(bench, `${key}-faults`);
    const { reports, stopped } = await runChild(bench, "faults", key, 0, folder);
    faults.push({ key, results: reports.filter((report) => report.kind === "fault"), stopped });
    rmSync(folder, { recursive: true });
  }
  return { sizes, runs, layouts, faults };
}

/** SO_CAN_BO_BENCH_PEERS=yjs,sqlite measures only these. */
function wanted(keys: readonly string[]): readonly string[] {
  const asked = process.env["SO_CAN_BO_BENCH_PEERS"];
  return asked === undefined || asked === "" ? keys : keys.filter((key) => asked.split(",").includes(key));
}

async function runPeer(bench: Bench, key: string, communes: number): Promise<PeerRun> {
  const folder = freshFolder(bench, `${key}-${communes}`);
  const make = await runChild(bench, "make", key, communes, folder);
  const made = make.reports.find((report) => report.kind === "made") ?? null;
  const receive = made === null ? null : await runChild(bench, "receive", key, communes, folder);
  rmSync(folder, { recursive: true });
  const received = receive?.reports.findLast((report) => report.kind === "received") ?? null;
  const last = receive ?? make;
  return { key, communes, made, received, stopped: last.stopped, ranOut: last.ranOut };
}

/** The finished run whose time for receiving is the median. */
function middle(runs: readonly PeerRun[]): PeerRun {
  const times = runs.flatMap(({ received }) => (received === null ? [] : [received.totalMs]));
  const time = times.length === 0 ? null : median(times);
  const [first] = runs;
  if (first === undefined) throw new Error("No runs");
  return runs.find(({ received }) => received?.totalMs === time) ?? first;
}

interface ChildResult {
  readonly reports: readonly Report[];
  readonly stopped: string | null;
  readonly ranOut: boolean;
}

function runChild(
  bench: Bench,
  job: "make" | "receive" | "faults",
  key: string,
  communes: number,
  folder: string,
): Promise<ChildResult> {
  const label = `sync: ${key}, ${job}${communes > 0 ? ` ${communes}` : ""}`;
  const flags = ["--no-warnings", "--max-old-space-size=8192"];
  const program = join(bench.root, "dist/bench/sync-peer.js");
  const minutes = job === "make" ? minutesForMaking : minutesAtMost;
  const reports: Report[] = [];
  let at = "the start";
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(process.execPath, [...flags, program, job, key, String(communes), folder], {
      env: { ...process.env, SO_CAN_BO_HOME: join(folder, "home") },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let late = false;
    const limit = setTimeout(() => {
      late = true;
      child.kill("SIGKILL");
    }, minutes * 60_000);
    let complaint = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      complaint = (complaint + text).slice(-4000);
    });
    createInterface({ input: child.stdout }).on("line", (line) => {
      const report = reportOf(line);
      if (report?.kind === "progress") at = report.text;
      else if (report !== null) reports.push(report);
      // What comes after receiving has its own time.
      if (report?.kind === "received") limit.refresh();
    });
    child.once("error", reject);
    child.once("close", (code, signal) => {
      clearTimeout(limit);
      bench.say(`${label}: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
      const ended = `${complaintOf(complaint)} (${signal ?? `exit ${code}`})`;
      const why = late ? `stopped after ${minutes} min` : `ended: ${ended}`;
      if (code !== 0) bench.say(`${label}: ${why}, at: ${at}`);
      resolve({ reports, stopped: code === 0 ? null : `${why}; it had ${at}`, ranOut: late });
    });
  });
}

/** Peers may write lines of their own among the reports. */
function reportOf(line: string): Report | null {
  try {
    return JSON.parse(line) as Report;
  } catch {
    return null;
  }
}

/** The line of a crash that says why. */
function complaintOf(text: string): string {
  const lines = text.split("\n").map((line) => line.trim());
  const telling = lines.find((line) => /error|fatal|panic/i.test(line)) ?? lines.find((line) => line !== "");
  return (telling ?? "without words").slice(0, 120);
}

function freshFolder({ folder }: Bench, name: string): string {
  const path = join(folder, "sync", name);
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
  return path;
}
