/** Makes all files of one peer and one size, or receives them, in a process that does nothing else. */
import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { median, percentile, timed } from "../measure";
import { checkSample, seenShare } from "./check";
import type { Receiver, SyncPeer } from "./peer";
import { type FileSize, pack, readStick, sizes, stickFile, writeDurably } from "./stick";
import { tell } from "./report";
import { communeWork } from "./workload";

const tellEvery = 25;
/** Of this machine's memory; others work on it too. */
const megabytesAtMost = 10_000;

/** Files of all communes into folder/files. */
export async function makeFiles(peer: SyncPeer, communes: number, folder: string): Promise<void> {
  const files = join(folder, "files");
  mkdirSync(files, { recursive: true });
  const addressee = await receiverCard(peer, folder);
  const times = { first: [] as number[], later: [] as number[] };
  const made = { first: [] as FileSize[], later: [] as FileSize[], whole: [] as FileSize[] };
  for (let commune = 0; commune < communes; commune++) {
    const office = join(folder, "office");
    mkdirSync(office, { recursive: true });
    const work = communeWork(commune);
    const options = { commune, clock: Date.now, keepId: false, newer: false, addressee };
    const sender = await peer.openSender(office, options);
    const make = async (nth: 1 | 2) => {
      const { ms, value } = await timed(async () => {
        const own = (await sender.file("news")) ?? new Uint8Array();
        return { own, packed: pack(own) };
      });
      writeDurably(stickFile(files, commune, nth), value.packed);
      times[nth === 1 ? "first" : "later"].push(ms);
      made[nth === 1 ? "first" : "later"].push(sizes(value.own, value.packed));
    };
    await sender.write(work.created);
    await make(1);
    await sender.write(work.edited);
    await make(2);
    const whole = await sender.file("whole");
    if (whole !== null) made.whole.push(sizes(whole, pack(whole)));
    if (sender.card !== undefined) writeDurably(join(files, `${commune}.card`), pack(sender.card));
    await sender.close();
    rmSync(office, { recursive: true });
    if (commune % tellEvery === 0)
      tell({ kind: "progress", text: `made the files of ${commune + 1} communes` });
  }
  tell({
    kind: "made",
    name: peer.name,
    version: peer.version,
    how: peer.how,
    hasWriterId: peer.hasWriterId,
    firstMs: median(times.first),
    laterMs: median(times.later),
    first: middle(made.first),
    later: middle(made.later),
    whole: made.whole.length === 0 ? null : middle(made.whole),
  });
}

/** Receives folder/files into the district's roster. */
export async function receiveFiles(peer: SyncPeer, communes: number, folder: string): Promise<void> {
  const files = join(folder, "files");
  const district = districtFolder(folder);
  const options = { newer: false, forwards: false };
  let receiver = await peer.openReceiver(district, options);
  await meetAll(receiver, files, communes);
  const take = async (nth: 1 | 2, again = "") => {
    const times: number[] = [];
    for (let commune = 0; commune < communes; commune++) {
      const path = stickFile(files, commune, nth);
      times.push((await timed(() => receiver.receive({ commune, bytes: readStick(path) }))).ms);
      if (commune % tellEvery === 0) {
        const memory = Math.round(process.memoryUsage.rss() / 1e6);
        if (memory > megabytesAtMost) throw new Error(`more than ${megabytesAtMost} MB of memory`);
        tell({
          kind: "progress",
          text: `received file ${nth} of ${commune + 1} communes${again}, ${memory} MB`,
        });
      }
    }
    return times;
  };
  const first = await take(1);
  const edits = Array.from(works(communes), ({ commune, district: actions }) => ({ commune, actions }));
  const own = await timed(async () => {
    for (const { commune, actions } of edits) {
      if (actions.length > 0) await receiver.write(commune, actions);
    }
  });
  const later = await take(2);
  // Kilobytes, whatever the system.
  const peakMemory = process.resourceUsage().maxRSS * 1024;
  const received = {
    kind: "received",
    first: { median: median(first), p95: percentile(first, 0.95) },
    later: { median: median(later), p95: percentile(later, 0.95) },
    totalMs: total(first) + total(later),
    districtMs: own.ms,
    peakMemory,
  } as const;
  tell({ ...received, after: null });
  tell({ kind: "progress", text: "received everything" });
  const seen = seenShare(works(communes), await receiver.conflicts());
  const afterAll = await checkSample(receiver, communes);
  const compared = { againMs: null, openMs: null, diskBytes: null, seen, checked: [afterAll] };
  tell({ ...received, after: compared });
  const again = [...(await take(1, " again")), ...(await take(2, " again"))];
  const afterAgain = await checkSample(receiver, communes);
  await receiver.close();
  const repeated = { againMs: total(again), diskBytes: folderBytes(district) };
  tell({ ...received, after: { ...compared, ...repeated, checked: [afterAll, afterAgain] } });
  tell({ kind: "progress", text: "received everything twice" });
  const opened = await timed(() => peer.openReceiver(district, options));
  receiver = opened.value;
  const checked = [afterAll, afterAgain, await checkSample(receiver, communes)];
  await receiver.close();
  tell({ ...received, after: { ...compared, ...repeated, openMs: opened.ms, checked } });
}

/** Made before the files, for peers that write to somebody; opened again by the process that receives. */
async function receiverCard(peer: SyncPeer, folder: string): Promise<Uint8Array | undefined> {
  const receiver = await peer.openReceiver(districtFolder(folder), { newer: false, forwards: false });
  const card = receiver.card;
  await receiver.close();
  return card;
}

async function meetAll(receiver: Receiver, files: string, communes: number): Promise<void> {
  if (receiver.meet === undefined) return;
  await receiver.meet(
    Array.from({ length: communes }, (_, commune) => readStick(join(files, `${commune}.card`))),
  );
}

function districtFolder(folder: string): string {
  const district = join(folder, "district");
  mkdirSync(district, { recursive: true });
  return district;
}

function* works(communes: number) {
  for (let commune = 0; commune < communes; commune++) yield communeWork(commune);
}

/** The file whose size on the stick is the median. */
function middle(all: readonly FileSize[]): FileSize {
  const stick = median(all.map((one) => one.stick));
  return all.find((one) => one.stick === stick) ?? { own: 0, stick };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function folderBytes(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
