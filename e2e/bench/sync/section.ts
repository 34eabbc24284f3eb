/**
 * `npm run bench -- sync`: rosters of 33, 330 and 3,321 communes by file, through this program and through Yjs,
 * Automerge, PouchDB and SQLite's sessions. SO_CAN_BO_BENCH_SIZES=33,330 measures fewer.
 */
import { msText, ratioText } from "../measure";
import type { Bench, Figure, Section } from "../section";
import { oursKey } from "./ours";
import type { Made, Received, Verdict } from "./report";
import { minutesAtMost, type PeerRun, runAll, type SyncResults } from "./run";
import { kilobytes, nameOf, syncTables } from "./tables";
import { savesOf } from "./workload";

const allSizes = [33, 330, 3321];

export async function measureSync(bench: Bench): Promise<Section> {
  const results = await runAll(bench, wantedSizes());
  return {
    title: "Rosters by file",
    figures: [
      linear(results),
      faster(results),
      nearYjs(results),
      ...packets(results),
      conflicts(results),
      faults(results),
    ],
    how: [...method, ...peersText(results), layoutsText(results), ...verdicts],
    tables: syncTables(results),
  };
}

/** @throws Error when SO_CAN_BO_BENCH_SIZES holds something else than numbers */
function wantedSizes(): readonly number[] {
  const asked = process.env["SO_CAN_BO_BENCH_SIZES"];
  if (asked === undefined || asked === "") return allSizes;
  const sizes = asked.split(",").map(Number);
  if (sizes.some((size) => !Number.isInteger(size) || size < 1))
    throw new Error("SO_CAN_BO_BENCH_SIZES must be numbers of communes, such as 33,330");
  return sizes.sort((a, b) => a - b);
}

const method = [
  "Communes with 60 made-up people and 12 text fields each; a commune adds its people (a save each) and sends a first file; after all first files the district edits 1 % of the people and deletes, or edits where the commune deletes, 0.1 %; the communes, which have not seen that, make 5 edits to each person (a save each) and send a second file. The district has one roster for all communes. Everything comes from seeds, so all peers write and receive the same.",
  "Making a file: from the open roster to compressed bytes, medians of all communes. Receiving: reading the file, decompressing and taking it in until it is durable on the disk; “a save” is the time for all files divided by all saves in them. “All once more” hands all files over again; “opening again” is from the closed roster to one that answers. Peak memory is the largest resident set of the process that received all files, with Node's own some 50 MB; each job runs in a process of its own.",
  "All files get the same compression, gzip at level 9, or stay as they are where that is smaller (Automerge compresses by itself, ours too).",
  `Receiving all files is ended after ${minutesAtMost} minutes, and each step after it (looking for conflicts and comparing, receiving all once more, opening again) after as many more; memory is limited to 8 GB of JavaScript objects and 10 GB in all; how far it got is told instead. The smallest size is run three times in turns, and the run with the median time counts.`,
  "Correctness: all people with planted conflicts and some 3,000 values' worth of others are compared with what was written, after all files, after all came once more, and after closing and opening; where a conflict was planted each of the two values may stand, and a row that one side deleted may be gone.",
];

const verdicts = [
  "Faults, on three communes with ten people each, done for real; an office's roster is closed and opened between two files, as it is from week to week. *Correct*: all values are there that were written. *Refused safely*: the peer itself said so (an error, a list of what waits, a conflict at the row), what stood before is unchanged, and with the missing or good file everything is there. *Refused for good*: it said so, but the values do not come even then. *Silent loss*: values are missing or wrong and nothing that the peer offers says so; a bare number of conflicts that names no row does not count as saying so, since nobody could settle it. Files were cut at 48 lengths, and one bit was turned at 48 places, and the worst outcome counts.",
];

function peersText({ runs }: SyncResults): string[] {
  const made = new Map(runs.flatMap((run) => (run.made === null ? [] : [[run.key, run.made] as const])));
  return [...made.values()].map(({ name, version, how }) => `${how} (${name} ${version})`);
}

function layoutsText({ layouts, runs, sizes }: SyncResults): string {
  const texts = layouts.map((run) => {
    const [key = ""] = run.key.split("-");
    const apart = receivedOf(runs, key, sizes[0]);
    const together = run.received === null ? "did not finish" : msText(run.received.totalMs);
    return `${nameOf(runs, key)} ${apart === null ? "did not finish" : msText(apart.totalMs)} with a document a commune, ${together} with one for all`;
  });
  return `Layouts, all files of ${sizes[0] ?? 0} communes: ${texts.join("; ")}. The tables have a document a commune.`;
}

function linear({ runs, sizes }: SyncResults): Figure {
  const of = (size: number | undefined) => {
    const received = receivedOf(runs, oursKey, size);
    return received === null || size === undefined ? null : received.totalMs / savesOf(size);
  };
  const [small, large] = [of(sizes[0]), of(sizes.at(-1))];
  const ratio = small === null || large === null || sizes.length < 2 ? null : large / small;
  const work = `a save among ${sizes.at(-1) ?? 0} communes against one among ${sizes[0] ?? 0}`;
  return figure(work, "≤ 1.5 × (linear)", ratio, (value) => value <= 1.5, ratioText);
}

function faster({ runs, sizes }: SyncResults): Figure {
  const times = ["automerge", "pouchdb"].map((key) => timeAtLeast(runOf(runs, key, sizes.at(-1))));
  const ours = receivedOf(runs, oursKey, sizes.at(-1))?.totalMs ?? null;
  const known = times.filter((time) => time !== null);
  const ratio = ours === null || known.length < times.length ? null : Math.min(...known) / ours;
  return figure(
    `all files of ${sizes.at(-1) ?? 0} communes, against Automerge and PouchDB`,
    "faster than both",
    ratio,
    (value) => value > 1,
    (value) => `${ratioText(value)} faster than the faster one`,
  );
}

/** For receiving, ms; a peer that ran out of time took at least as long. Null: not run, or ended by something else. */
function timeAtLeast(run: PeerRun | undefined): number | null {
  if (run === undefined) return null;
  const ranOut = run.made !== null && run.ranOut;
  return run.received?.totalMs ?? (ranOut ? minutesAtMost * 60_000 : null);
}

function nearYjs({ runs, sizes }: SyncResults): Figure {
  const ours = receivedOf(runs, oursKey, sizes.at(-1));
  const theirs = receivedOf(runs, "yjs", sizes.at(-1));
  const ratio = ours === null || theirs === null ? null : ours.totalMs / theirs.totalMs;
  return figure("the same, against Yjs made durable", "≤ 1.5 ×", ratio, (value) => value <= 1.5, ratioText);
}

function packets({ runs, sizes }: SyncResults): Figure[] {
  const [ours, theirs] = [madeOf(runs, oursKey, sizes[0]), madeOf(runs, "yjs", sizes[0])];
  const files = [
    ["first", "a first file"],
    ["later", "a later file as it is sent"],
    ["whole", "everything in one file"],
  ] as const;
  return files.map(([which, name]) => {
    const [mine, other] = [ours?.[which]?.stick ?? 0, theirs?.[which]?.stick ?? 0];
    return figure(
      `bytes of ${name}, against Yjs`,
      "≤ 1.2 ×",
      mine === 0 || other === 0 ? null : mine / other,
      (value) => value <= 1.2,
      (value) => `${ratioText(value)} (${kilobytes(mine)}, Yjs ${kilobytes(other)})`,
    );
  });
}

function conflicts({ runs, sizes }: SyncResults): Figure {
  const seen = receivedOf(runs, oursKey, sizes.at(-1))?.after?.seen;
  const share = seen === undefined ? null : seen.named / seen.planted;
  const text = (value: number) => `${(value * 100).toFixed(1)} % of ${seen?.planted ?? 0}`;
  return figure("planted conflicts seen", "all", share, (value) => value === 1, text);
}

function faults({ faults: all }: SyncResults): Figure {
  const ours = all.find(({ key }) => key === oursKey);
  const bad: readonly Verdict[] = ["silent loss", "stopped with an error"];
  const lost = ours?.results.filter(({ verdict }) => bad.includes(verdict)).map(({ fault }) => fault) ?? [];
  const text = () => (lost.length === 0 ? `none of ${ours?.results.length ?? 0}` : lost.join(", "));
  const count = ours === undefined || ours.stopped !== null ? null : lost.length;
  return figure("faults with silent loss or an error", "none", count, (value) => value === 0, text);
}

function figure(
  work: string,
  reach: string,
  value: number | null,
  isReached: (value: number) => boolean,
  text: (value: number) => string,
): Figure {
  return value === null
    ? { work, reach, measured: "not measured", reached: null }
    : { work, reach, measured: text(value), reached: isReached(value) };
}

function runOf(runs: readonly PeerRun[], key: string, size: number | undefined): PeerRun | undefined {
  return runs.find((run) => run.key === key && run.communes === size);
}

function receivedOf(runs: readonly PeerRun[], key: string, size: number | undefined): Received | null {
  return runOf(runs, key, size)?.received ?? null;
}

function madeOf(runs: readonly PeerRun[], key: string, size: number | undefined): Made | null {
  return runOf(runs, key, size)?.made ?? null;
}
