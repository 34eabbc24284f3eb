/**
 * What goes wrong when rosters travel by file, done for real to every peer on three communes with ten people each.
 * The edits of copies touch different fields: what becomes of two values of one field is measured elsewhere, so that
 * here only the fault itself is judged.
 */
import { damageFaults } from "./fault-damage";
import { created, edit, type Fault, firstLine, type Outcome, Scene, troubled } from "./fault-scene";
import type { SyncFile, SyncPeer } from "./peer";
import { type FaultResult, type Progress, tell } from "./report";

const impossible: Outcome = { verdict: "not possible", note: "" };

/** Edits of the second and the third file; `again` edits what the second did. */
const second = [
  edit(0, "phone", "0900000001"),
  edit(1, "professional", "Thạc sĩ"),
  edit(2, "note", "lần hai"),
];
const third = [edit(3, "post", "Chủ tịch HĐND"), edit(4, "note", "lần ba")];
const again = [...third, edit(0, "phone", "0900000002")];

const faults: readonly Fault[] = [
  {
    name: "duplicate files",
    run: async (scene) => {
      const receiver = await scene.receiver(scene.folder());
      const [office = ""] = await scene.begin(receiver);
      const files = [await scene.day(office, second), await scene.day(office, again)].filter(isFile);
      await scene.hand(receiver, ...files, ...files, ...files.toReversed());
      return scene.finish(receiver);
    },
  },
  { name: "a file missing, files hold news", run: (scene) => missing(scene, "news") },
  { name: "a file missing, files hold everything", run: (scene) => missing(scene, "whole") },
  {
    name: "reordered (third, first, second)",
    run: async (scene) => {
      const receiver = await scene.receiver(scene.folder());
      const office = scene.folder();
      const files = [
        await scene.day(office, created(troubled), { meets: receiver }),
        await scene.day(office, second),
        await scene.day(office, again),
      ].filter(isFile);
      await scene.hand(receiver, ...files.slice(2), ...files.slice(0, 2));
      return scene.finish(receiver);
    },
  },
  { name: "cloned sender (disk image)", run: (scene) => cloned(scene, false) },
  { name: "cloned sender that keeps its writer's id", run: (scene) => cloned(scene, true) },
  { name: "restored sender (old backup)", run: (scene) => restoredSender(scene, false) },
  { name: "restored sender that keeps its writer's id", run: (scene) => restoredSender(scene, true) },
  { name: "restored receiver, files hold news", run: (scene) => restoredReceiver(scene, "news") },
  { name: "restored receiver, files hold everything", run: (scene) => restoredReceiver(scene, "whole") },
  {
    name: "a sender's clock in 2099, then right again",
    run: async (scene) => {
      const receiver = await scene.receiver(scene.folder());
      const office = scene.folder();
      const clock = () => Date.UTC(2099, 0, 1);
      const first = await scene.day(office, created(troubled), { clock, meets: receiver });
      const wrong = await scene.day(office, second, { clock });
      await scene.hand(receiver, ...[first, wrong].filter(isFile));
      const seen = [edit(0, "phone", "0900000009")];
      await receiver.write(troubled, seen);
      const right = await scene.day(office, [edit(1, "professional", "Tiến sĩ")]);
      scene.model.apply(troubled, seen);
      await scene.hand(receiver, ...[right].filter(isFile));
      return scene.finish(receiver);
    },
  },
  { name: "newer schema through an older program and back", run: newerSchema },
];

/**
 * Runs them all.
 * @param say hears of each as soon as it is known, since a peer may end the process
 */
export async function runFaults(
  peer: SyncPeer,
  folder: string,
  say: (report: FaultResult | Progress) => void = tell,
): Promise<void> {
  for (const { name, run } of [...faults, ...damageFaults]) {
    say({ kind: "progress", text: `fault: ${name}` });
    say(await resultOf(peer, folder, name, run));
  }
}

export const faultNames: readonly string[] = [...faults, ...damageFaults].map(({ name }) => name);

async function resultOf(
  peer: SyncPeer,
  folder: string,
  fault: string,
  run: Fault["run"],
): Promise<FaultResult> {
  if (!peer.hasWriterId && fault.includes("keeps its writer's id"))
    return { kind: "fault", fault, verdict: "no such id", note: "" };
  try {
    return { kind: "fault", fault, ...(await run(new Scene(peer, folder))) };
  } catch (error) {
    // An error elsewhere than at handing a file over: nobody can say that it is safe.
    return { kind: "fault", fault, verdict: "stopped with an error", note: firstLine(error) };
  }
}

async function missing(scene: Scene, kind: "news" | "whole"): Promise<Outcome> {
  const receiver = await scene.receiver(scene.folder());
  const [office = ""] = await scene.begin(receiver);
  const lost = await scene.day(office, second, { kind });
  const arrived = await scene.day(office, third, { kind });
  if (lost === null || arrived === null) return impossible;
  await scene.hand(receiver, arrived);
  return scene.finish(receiver, [lost, arrived]);
}

async function cloned(scene: Scene, keepId: boolean): Promise<Outcome> {
  const receiver = await scene.receiver(scene.folder());
  const [office = ""] = await scene.begin(receiver);
  const clone = scene.copy(office);
  const one = await scene.day(office, second, { keepId });
  const other = await scene.day(clone, third, { keepId });
  await scene.hand(receiver, ...[one, other].filter(isFile));
  // Each goes on once more, since some troubles show only then.
  const next = await scene.day(office, [edit(5, "note", "bản gốc")], { keepId });
  const nextOther = await scene.day(clone, [edit(6, "note", "bản sao")], { keepId });
  await scene.hand(receiver, ...[nextOther, next].filter(isFile));
  return scene.finish(receiver);
}

async function restoredSender(scene: Scene, keepId: boolean): Promise<Outcome> {
  const receiver = await scene.receiver(scene.folder());
  const [office = ""] = await scene.begin(receiver);
  const backup = scene.copy(office);
  const before = await scene.day(office, second, { keepId });
  await scene.hand(receiver, ...[before].filter(isFile));
  const after = await scene.day(backup, third, { keepId });
  const next = await scene.day(backup, [edit(5, "note", "sau khi khôi phục")], { keepId });
  await scene.hand(receiver, ...[after, next].filter(isFile));
  return scene.finish(receiver);
}

async function restoredReceiver(scene: Scene, kind: "news" | "whole"): Promise<Outcome> {
  const district = scene.folder();
  let receiver = await scene.receiver(district);
  const [office = ""] = await scene.begin(receiver);
  await receiver.close();
  const backup = scene.copy(district);
  receiver = await scene.receiver(district);
  const before = await scene.day(office, second, { kind });
  if (before === null) return impossible;
  await scene.hand(receiver, before);
  await receiver.close();
  receiver = await scene.receiver(backup);
  const after = await scene.day(office, third, { kind });
  await scene.hand(receiver, ...[after].filter(isFile));
  return scene.finish(receiver, [before, after].filter(isFile));
}

/** A newer commune's file goes to an older district, which edits and passes everything on to a newer province. */
async function newerSchema(scene: Scene): Promise<Outcome> {
  const district = await scene.receiver(scene.folder(), { forwards: true });
  const office = scene.folder();
  const file = await scene.day(
    office,
    [
      ...created(troubled),
      edit(0, "digitalSkill", "Cơ bản"),
      {
        kind: "create",
        entity: "decision",
        row: "5d3cf5a4-6f0e-4f4e-9f43-3b7e2f6f1c11",
        fields: { number: "12/QĐ" },
      },
    ],
    { newer: true, meets: district },
  );
  await scene.hand(district, ...[file].filter(isFile));
  const own = [edit(0, "phone", "0900000005")];
  await district.write(troubled, own);
  scene.model.apply(troubled, own);
  const province = await scene.receiver(scene.folder(), { newer: true });
  if (district.card !== undefined) await province.meet?.([district.card]);
  const shared = await district.share();
  await district.close();
  await scene.hand(province, ...shared);
  return scene.finish(province);
}

function isFile(file: SyncFile | null): file is SyncFile {
  return file !== null;
}
