/** The measurements of all peers as Markdown tables, those of the others beside ours whoever is ahead. */
import { megabytes, msText } from "../measure";
import { faultNames } from "./faults";
import type { Made } from "./report";
import type { PeerFaults, PeerRun, SyncResults } from "./run";
import type { FileSize } from "./stick";
import { savesOf } from "./workload";

export function syncTables(results: SyncResults): string[] {
  const { sizes, runs, layouts, faults } = results;
  return [
    ...sizes.flatMap((size) => {
      const ofSize = [...runs, ...layouts].filter(({ communes }) => communes === size);
      const title = `### ${size.toLocaleString("en")} communes, ${(size * 60).toLocaleString("en")} people`;
      return [title, timesTable(ofSize)];
    }),
    "### Bytes of a file",
    bytesTable(runs.filter(({ communes }) => communes === sizes[0])),
    "### Planted conflicts",
    conflictsTable(runs),
    "### Faults",
    ...faultTables(faults, runs),
  ];
}

export function nameOf(runs: readonly PeerRun[], key: string): string {
  const made = runs.find((run) => run.key === key && run.made !== null)?.made;
  return made === undefined || made === null ? key : made.name;
}

function timesTable(runs: readonly PeerRun[]): string {
  const heads = [
    "peer",
    "making a file: first, later",
    "receiving a first file: median, p95",
    "a later one",
    "all files",
    "a save",
    "all once more",
    "opening again",
    "peak memory",
    "on the disk",
  ];
  const rows = runs.map(({ key, communes, made, received, stopped }) => {
    const name = made?.name ?? key;
    const making = made === null ? "" : `${msText(made.firstMs)}, ${msText(made.laterMs)}`;
    if (received === null)
      return [name, making, `did not finish: ${stopped ?? ""}`, ...Array.from({ length: 7 }, () => "")];
    const { first, later, after } = received;
    return [
      name,
      making,
      `${msText(first.median)}, ${msText(first.p95)}`,
      `${msText(later.median)}, ${msText(later.p95)}`,
      msText(received.totalMs),
      `${((received.totalMs * 1000) / savesOf(communes)).toFixed(1)} µs`,
      timeOr(after?.againMs ?? null, stopped ?? ""),
      timeOr(after?.openMs ?? null, ""),
      megabytes(received.peakMemory),
      after === null || after.diskBytes === null ? "" : megabytes(after.diskBytes),
    ];
  });
  return markdown(heads, rows);
}

function timeOr(ms: number | null, otherwise: string): string {
  return ms === null ? otherwise : msText(ms);
}

function bytesTable(runs: readonly PeerRun[]): string {
  const heads = ["peer", "first file, 60 people", "later file, 300 edits", "everything in one file"];
  const rows = runs.flatMap(({ key, made }) =>
    made === null ? [] : [[nameOf(runs, key), ...bytesCells(made)]],
  );
  return markdown(heads, rows);
}

function bytesCells({ first, later, whole }: Made): string[] {
  const text = ({ own, stick }: FileSize) => `${kilobytes(stick)} (its own bytes ${kilobytes(own)})`;
  return [text(first), text(later), whole === null ? "no such file" : text(whole)];
}

function conflictsTable(runs: readonly PeerRun[]): string {
  const heads = [
    "peer",
    "communes",
    "planted",
    "seen",
    "told without the row",
    "values unlike any that may stand",
  ];
  const rows = runs.flatMap(({ key, communes, received }) => {
    if (received === null || received.after === null) return [];
    const { planted, named, unnamed } = received.after.seen;
    const wrong = received.after.checked.map(({ wrong: count, values }) => `${count} of ${values}`);
    return [
      [
        nameOf(runs, key),
        communes.toLocaleString("en"),
        String(planted),
        percent(named / planted),
        percent(unnamed / planted),
        wrong.join(", "),
      ],
    ];
  });
  return markdown(heads, rows);
}

function faultTables(faults: readonly PeerFaults[], runs: readonly PeerRun[]): string[] {
  const heads = ["fault", ...faults.map(({ key }) => nameOf(runs, key))];
  const verdictOf = ({ results, stopped }: PeerFaults, name: string) => {
    const verdict = results.find(({ fault }) => fault === name)?.verdict;
    return verdict === "silent loss" ? "**silent loss**" : (verdict ?? stopped ?? "");
  };
  const rows = faultNames.map((name) => [name, ...faults.map((one) => verdictOf(one, name))]);
  const notes = faults.flatMap(({ key, results }) =>
    results
      .filter(({ note }) => note !== "")
      .map(({ fault, note }) => `- ${nameOf(runs, key)}, ${fault}: ${note}.`),
  );
  return [markdown(heads, rows), notes.join("\n")];
}

export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(2)} KB`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share === 0 || share === 1 ? 0 : 1)} %`;
}

function markdown(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(heads), `|${"---|".repeat(heads.length)}`, ...rows.map(line)].join("\n");
}
