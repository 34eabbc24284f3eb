/** Our own peer of the benchmark goes through what the benchmark plays, so that it is found broken before it is measured. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkSample, seenShare } from "./check";
import { faultNames, runFaults } from "./faults";
import { openPeer } from "./peers";
import { oursKey } from "./ours";
import type { Receiver, Sender, SyncPeer } from "./peer";
import { communeWork } from "./workload";

const communes = [0, 1];

describe("our own peer of the benchmark", () => {
  let peer: SyncPeer;
  let folder = "";
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "so-can-bo-peer-"));
    peer = await openPeer(oursKey);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function received(receiver: Receiver, senders: readonly Sender[], part: "first" | "later") {
    for (const [commune, sender] of senders.entries()) {
      const { created, edited } = communeWork(commune);
      await sender.write(part === "first" ? created : edited);
      const bytes = await sender.file("whole");
      await receiver.receive({ commune, bytes: bytes ?? new Uint8Array() });
    }
  }

  it("shows what its communes wrote, and each planted conflict", async () => {
    const place = (name: string) => mkdtempSync(join(folder, name));
    const receiver = await peer.openReceiver(place("district"), { newer: false, forwards: false });
    const senders = await Promise.all(
      communes.map((commune) =>
        peer.openSender(place("commune"), {
          commune,
          clock: Date.now,
          keepId: false,
          newer: false,
          addressee: receiver.card,
        }),
      ),
    );
    await receiver.meet?.(senders.flatMap(({ card }) => card ?? []));
    await received(receiver, senders, "first");
    for (const commune of communes) await receiver.write(commune, communeWork(commune).district);
    await received(receiver, senders, "later");
    const { values, wrong } = await checkSample(receiver, communes.length);
    expect(values).toBeGreaterThan(1000);
    expect(wrong).toBe(0);
    const seen = seenShare(
      communes.map((commune) => communeWork(commune)),
      await receiver.conflicts(),
    );
    expect(seen.planted).toBeGreaterThan(0);
    expect(seen.named).toBe(seen.planted);
    for (const one of [...senders, receiver]) await one.close();
  });

  it("loses nothing in silence, whatever goes wrong with files and copies", async () => {
    const verdicts = new Map<string, string>();
    await runFaults(peer, folder, (report) => {
      if (report.kind === "fault") verdicts.set(report.fault, report.verdict);
    });
    expect([...verdicts.keys()]).toEqual(faultNames);
    const failed = [...verdicts].filter(([, verdict]) => !["correct", "refused safely"].includes(verdict));
    expect(failed).toEqual([]);
  });
});
