// Invariant 14: what a preview promises is what keeping it does; a preview that is not kept leaves nothing behind.
import { describe, expect, it } from "vitest";
import { entities } from "../../../shared/domain/entities";
import { announce, holdsFor, timeout } from "../../testing/history/check";
import { dumpAll } from "../../testing/history/dump";
import { type ModelOp, statesOf } from "../../testing/history/model";
import { type PlayOffice } from "../../testing/history/office";
import { packetOf } from "../../testing/op-files";
import type { Play } from "../../testing/history/play";
import { mishaps } from "../../testing/history/script";
import { sql } from "../file/sql";

announce("preview");

interface Promised {
  readonly added: number;
  readonly changed: number;
  readonly ended: number;
  readonly removed: number;
}

/** People that differ between two states, told from the model alone. */
function peopleThatDiffer(play: Play, before: ReadonlySet<string>, after: ReadonlySet<string>): Set<string> {
  const opsOf = (hashes: ReadonlySet<string>) => [...hashes].map((hash) => play.ops.get(hash) as ModelOp);
  const was = statesOf(opsOf(before));
  const is = statesOf(opsOf(after));
  const people = new Set<string>();
  for (const [id, row] of is) {
    const old = was.get(id);
    const same =
      (old?.shown ?? false) === row.shown &&
      (!row.shown ||
        [...row.values].every(([field, value]) => field === 0 || (old?.values.get(field) ?? null) === value));
    if (same) continue;
    if (row.entity === entities.official.id) people.add(id);
    else if (row.entity === entities.assignment.id || row.entity === entities.qualification.id) {
      people.add(String(row.values.get(1)));
    }
  }
  return people;
}

async function preview(office: PlayOffice, files: Parameters<typeof packetOf>[0][]) {
  const session = office.beginReceive();
  const effects = [];
  for (const file of files) effects.push(await session.add(packetOf(file)));
  const people = session.effects.touched(0, 1000).filter(({ id }) => id !== null);
  return { effects, people, total: session.effects.total() };
}

const countsOf = ({ added, changed, ended, removed }: Promised): Promised => ({
  added,
  changed,
  ended,
  removed,
});

describe("a preview", () => {
  it("names exactly the people who differ, is gone when discarded, and equals what is kept", {
    timeout,
  }, async () => {
    await holdsFor(mishaps, 150, async (play, script) => {
      await play.run(script);
      const [reader, ...others] = play.offices;
      if (reader === undefined) return;
      const files = others.map((office) => office.write(reader, script.length % 2 === 0));
      const before = dumpAll(reader.handle);
      const held = new Set(play.knownTo(reader));
      const first = await preview(reader, files);
      reader.log.discardReceived();
      expect(dumpAll(reader.handle)).toEqual(before);
      const second = await preview(reader, files);
      expect(second).toEqual(first);
      const { receptionId } = reader.log.keepReceived();
      play.note(reader);
      const differ = peopleThatDiffer(play, held, play.knownTo(reader));
      // Somebody may be listed for a new conflict alone.
      const listed = second.people.filter(({ rows, conflicts }) => rows.length > 0 && conflicts === 0);
      for (const { id } of listed) expect(differ).toContain(id);
      for (const id of differ) expect(second.people.map((one) => one.id)).toContain(id);
      if (receptionId === null) return;
      expect(
        reader.handle.get(
          sql`SELECT added, changed, ended, removed FROM reception WHERE id = ${receptionId}`,
        ),
      ).toEqual(countsOf(second.total));
    });
  });
});
