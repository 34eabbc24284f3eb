/** Damaged files: cut at many lengths and with single bits turned, in the peer's own bytes and in the common gzip. */
import { created, edit, type Fault, type Outcome, Scene, troubled } from "./fault-scene";
import type { Receiver, SyncFile } from "./peer";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Verdict } from "./report";

const tries = 48;

/** Every person of the commune gets three edits. */
const edits = created(troubled).flatMap((_, person) => [
  edit(person, "phone", `09000000${String(person).padStart(2, "0")}`),
  edit(person, "post", `Trưởng ban số ${person}`),
  edit(person, "note", `Quyết định số ${person}/QĐ-HU`),
]);

type Damage = (bytes: Uint8Array, nth: number) => Uint8Array;

/** Nothing, one byte, … all but one byte. */
const cut: Damage = (bytes, nth) => {
  const lengths = [0, 1, bytes.length - 1];
  return bytes.slice(0, lengths[nth] ?? Math.floor((bytes.length * (nth - 2)) / (tries - 2)));
};

const flip: Damage = (bytes, nth) => {
  const damaged = Uint8Array.from(bytes);
  const place = Math.floor((bytes.length * nth) / tries);
  damaged[place] = (damaged[place] ?? 0) ^ (1 << (nth % 8));
  return damaged;
};

export const damageFaults: readonly Fault[] = [
  { name: "truncated in its own bytes", run: (scene) => damaged(scene, cut, false) },
  { name: "truncated in the common gzip", run: (scene) => damaged(scene, cut, true) },
  { name: "a bit turned in its own bytes", run: (scene) => damaged(scene, flip, false) },
  { name: "a bit turned in the common gzip", run: (scene) => damaged(scene, flip, true) },
];

async function damaged(scene: Scene, damage: Damage, packed: boolean): Promise<Outcome> {
  const district = scene.folder();
  let receiver = await scene.receiver(district);
  const [office = ""] = await scene.begin(receiver);
  const before = await scene.model.shownBy(receiver);
  await receiver.close();
  const good = await scene.day(office, edits);
  if (good === null) return { verdict: "not possible", note: "" };
  const count = { correct: 0, "refused safely": 0, "silent loss": 0 };
  let example = "";
  receiver = await scene.receiver(scene.copy(district));
  for (let nth = 0; nth < tries; nth++) {
    const bytes = packed ? gzipSync(good.bytes, { level: 9 }) : good.bytes;
    const { verdict, note } = await attempt(scene, receiver, before, good, () => {
      const bad = damage(bytes, nth);
      return packed ? gunzipSync(bad) : bad;
    });
    count[verdict] += 1;
    if (verdict === "silent loss") example ||= note;
    // A receiver that refused and shows what it did before may be asked again; the good file comes at the end.
    const isLast = nth === tries - 1;
    if (verdict === "refused safely" && !isLast) continue;
    if (verdict === "refused safely") {
      await scene.hand(receiver, good);
      const left = await scene.model.missingFrom(receiver);
      if (left.length > 0)
        return { verdict: "silent loss", note: `then the good file lacks ${left.length} values` };
    }
    await receiver.close();
    if (!isLast) receiver = await scene.receiver(scene.copy(district));
  }
  const verdict = worst(count);
  const parts = Object.entries(count).filter(([, times]) => times > 0);
  const counted = parts.map(([name, times]) => `${times} ${name}`).join(", ");
  return { verdict, note: `${tries} tries: ${counted}${example === "" ? "" : ` (${example})`}` };
}

type Tried = "correct" | "refused safely" | "silent loss";

async function attempt(
  scene: Scene,
  receiver: Receiver,
  before: string,
  good: SyncFile,
  bad: () => Uint8Array,
): Promise<{ readonly verdict: Tried; readonly note: string }> {
  let refused = false;
  try {
    await receiver.receive({ commune: good.commune, bytes: bad() });
  } catch {
    refused = true;
  }
  const after = await scene.model.shownBy(receiver);
  const missing = await scene.model.missingFrom(receiver);
  if (missing.length === 0) return { verdict: "correct", note: "" };
  const waits = (await receiver.waiting()) !== null;
  const same = after === before;
  if (same && (refused || waits)) return { verdict: "refused safely", note: "" };
  if (same) return { verdict: "silent loss", note: "nothing taken in and nothing said" };
  return {
    verdict: "silent loss",
    note: `${refused ? "refused, but" : "taken in with"} ${missing.length} values wrong or not there`,
  };
}

function worst(count: Readonly<Record<Tried, number>>): Verdict {
  if (count["silent loss"] > 0) return "silent loss";
  return count["refused safely"] > 0 ? "refused safely" : "correct";
}
