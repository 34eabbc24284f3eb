/**
 * Invariant 14: what a preview promises is what keeping it does, number by number and field by field; a preview that is
 * not kept leaves nothing behind. What is expected is told from the roster before and after alone.
 */
import { describe, expect, it } from "vitest";
import {
  entityDefinition,
  type EntityName,
  type FieldValue,
  isOwned,
  ownerField,
} from "../../../shared/domain/entities";
import { uuidToBytes } from "../../../shared/sync/bytes";
import { foldRow, valueWritten } from "../../../shared/sync/fold";
import { announce, holdsFor, timeout, inTheseHistories } from "../../testing/history/check";
import { dumpAll } from "../../testing/history/dump";
import type { PlayOffice } from "../../testing/history/office";
import { tableRows } from "../../testing/history/portrait";
import { mishaps } from "../../testing/history/script";
import { packetOf } from "../../testing/op-files";
import { sql } from "../file/sql";
import { historyOfRow } from "../log/op-rows";
import { fieldColumns } from "../projection/columns";
import { conflictId, conflictKeys, presenceName } from "../read/conflicts";
import { receivedRow } from "../receive/received-rows";

announce("preview");

interface Seen {
  readonly rows: Readonly<Record<string, Readonly<Record<string, FieldValue>>>>;
  readonly conflicts: ReadonlySet<string>;
}

const seenBy = ({ handle }: PlayOffice): Seen => ({
  rows: tableRows(handle),
  conflicts: new Set(conflictKeys(handle).map(conflictId)),
});

/** Whose record a row belongs to; null for rows of nobody. */
function ownerOf(key: string, row: Readonly<Record<string, FieldValue>> | undefined): string | null {
  const [entity, id] = key.split(" ") as [EntityName, string];
  if (entity === "official") return row === undefined ? null : id;
  return isOwned(entity) && row !== undefined ? String(row[ownerField(entity).name]) : null;
}

/** People and rows that show something else, told from before and after. */
function difference(before: Seen, after: Seen) {
  const keys = [...new Set([...Object.keys(before.rows), ...Object.keys(after.rows)])].filter(
    (key) => JSON.stringify(before.rows[key]) !== JSON.stringify(after.rows[key]),
  );
  const effects = new Map<string, string>();
  const rank = ["changed", "ended", "added", "removed"];
  const note = (person: string | null, effect: string) => {
    const known = person === null ? undefined : effects.get(person);
    if (person !== null && rank.indexOf(effect) > rank.indexOf(known ?? "")) effects.set(person, effect);
  };
  for (const key of keys) {
    const [was, is] = [before.rows[key], after.rows[key]];
    const isOfficial = key.startsWith("official ");
    note(ownerOf(key, was), isOfficial && is === undefined ? "removed" : "changed");
    note(ownerOf(key, is), isOfficial && was === undefined ? "added" : "changed");
    const left = ["to", "endReason"].some((field) => was?.[field] === null && is?.[field] != null);
    if (key.startsWith("assignment ") && left && ownerOf(key, was) === ownerOf(key, is))
      note(ownerOf(key, is), "ended");
  }
  const count = (effect: string) => [...effects.values()].filter((one) => one === effect).length;
  const isCatalog = (key: string) => entityDefinition(key.split(" ")[0] as EntityName).counted === "catalog";
  return {
    keys,
    effects,
    counts: {
      added: count("added"),
      changed: count("changed"),
      ended: count("ended"),
      removed: count("removed"),
      catalog: keys.filter(isCatalog).length,
      conflicts: [...after.conflicts].filter((id) => !before.conflicts.has(id)).length,
      settled: [...before.conflicts].filter((id) => !after.conflicts.has(id)).length,
    },
  };
}

async function preview(office: PlayOffice, files: Parameters<typeof packetOf>[0][]) {
  const session = office.beginReceive();
  const effects = [];
  for (const file of files) effects.push(await session.add(packetOf(file)));
  const firstOp = session.firstOp ?? Number.MAX_SAFE_INTEGER;
  const entries = session.effects.touched(0, 10_000).map((entry) => ({
    ...entry,
    rows: entry.rows.map((row) => receivedRow(session.db, row, firstOp)),
  }));
  const { waiting, ...counts } = session.effects.total();
  return { effects, entries, counts, waiting, firstOp, size: session.effects.size };
}

/** Fields in which values stand against each other, one of which came: "entity row field". */
function partedByArrivals({ handle }: PlayOffice, firstOp: number): string[] {
  return conflictKeys(handle).flatMap(({ entity, rowId, field }) => {
    const column = fieldColumns(entity).find((one) => one.field === field);
    if (column === undefined) return [];
    const heads = foldRow(historyOfRow(handle, uuidToBytes(rowId))).heads.get(column.fieldId) ?? [];
    const values = new Set(heads.map((head) => valueWritten(head, column.fieldId)));
    return values.size > 1 && heads.some(({ localId }) => localId >= firstOp)
      ? [`${entity} ${rowId} ${field}`]
      : [];
  });
}

describe("a preview", () => {
  it("is the result: counts, people, rows and fields, and gone when discarded", { timeout }, async () => {
    let fields = 0;
    let parted = 0;
    await holdsFor(mishaps, 200, async (play, script) => {
      await play.run(script);
      const [reader, ...others] = play.offices;
      if (reader === undefined) return;
      const files = others.map((office) => office.write(reader, script.length % 2 === 0));
      reader.know(files);
      const before = dumpAll(reader.handle);
      const seen = seenBy(reader);
      const first = await preview(reader, files);
      reader.log.discardReceived();
      expect(dumpAll(reader.handle)).toEqual(before);
      const second = await preview(reader, files);
      expect(second).toEqual(first);
      const { receptionId } = reader.log.keepReceived();
      play.note(reader);
      const after = seenBy(reader);
      const expected = difference(seen, after);
      // Every writer of a played history is one of ours, so that nothing waits for a decision or is unreadable.
      expect(second.counts).toEqual({ ...expected.counts, proposals: 0, decided: 0, unreadable: 0 });
      if (receptionId !== null) {
        const kept = sql`
          SELECT added, changed, ended, removed, catalog, conflicts, settled FROM reception WHERE id = ${receptionId}`;
        expect(reader.handle.get(kept)).toEqual(expected.counts);
      }
      const waiting = Object.keys(play.portrait(reader).waiting).length;
      if (waiting === 0 && play.portrait(reader).hidden.length === 0) expect(second.waiting).toBe(0);

      const people = second.entries.filter(({ id }) => id !== null);
      expect(new Map(people.flatMap(({ id, effect }) => (effect === "same" ? [] : [[id, effect]])))).toEqual(
        expected.effects,
      );
      expect(second.size).toBe(second.entries.length);
      const sum = (of: "conflicts" | "settled") => second.entries.reduce((all, entry) => all + entry[of], 0);
      expect([sum("conflicts"), sum("settled")]).toEqual([
        expected.counts.conflicts,
        expected.counts.settled,
      ]);

      const listed = new Set<string>();
      const conflicting = new Set<string>();
      for (const entry of second.entries) {
        expect(entry.rows.length).toBeGreaterThan(0);
        for (const { entity, rowId, kind, fields: shown } of entry.rows) {
          const key = `${entity} ${rowId}`;
          listed.add(`${entry.id} ${key}`);
          // Never an entry that says nothing.
          expect(kind === "edited" ? shown.length : 1).toBeGreaterThan(0);
          const [was, is] = [seen.rows[key], after.rows[key]];
          for (const { field, here, coming, after: then, conflict } of shown) {
            if (conflict) conflicting.add(`${key} ${field}`);
            if (field === presenceName) continue;
            fields++;
            expect([field, here, then]).toEqual([field, was?.[field] ?? null, is?.[field] ?? null]);
            if (!conflict) continue;
            parted++;
            expect(coming.length).toBeGreaterThan(0);
          }
          if (was !== undefined && is !== undefined) {
            const named = new Set(shown.map(({ field }) => field));
            for (const field of Object.keys(is)) if (was[field] !== is[field]) expect(named).toContain(field);
          }
          if (was === undefined && is !== undefined) {
            const filled = Object.keys(is).filter((field) => is[field] !== null);
            expect(shown.map(({ field }) => field)).toEqual(expect.arrayContaining(filled));
          }
        }
      }
      for (const key of expected.keys) {
        if (entityDefinition(key.split(" ")[0] as EntityName).counted === "quiet") continue;
        for (const owner of new Set([ownerOf(key, seen.rows[key]), ownerOf(key, after.rows[key])])) {
          if (owner !== null || entityDefinition(key.split(" ")[0] as EntityName).counted === "catalog")
            expect(listed).toContain(`${owner} ${key}`);
        }
      }
      expect([...conflicting].filter((one) => !one.endsWith(` ${presenceName}`)).sort()).toEqual(
        expect.arrayContaining(partedByArrivals(reader, second.firstOp).sort()),
      );
    });
    // The histories must have had something to say.
    expect(fields).toBeGreaterThan(inTheseHistories(500));
    expect(parted).toBeGreaterThan(inTheseHistories(3));
  });
});
