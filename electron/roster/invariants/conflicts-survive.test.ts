// Invariant 12: open conflicts survive any later reception, until a change of somebody who saw them all closes them.
import { describe, expect, it } from "vitest";
import { announce, holdsFor, timeout } from "../../testing/history/check";
import type { ModelOp, Portrait } from "../../testing/history/model";
import type { Play } from "../../testing/history/play";
import { mishaps } from "../../testing/history/script";

announce("conflicts-survive");

/** Rows that name a row or went up in it, straight or by way of others: each with the fields by which it does, or is there. */
function leadingTo(play: Play, row: string): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map([[row, new Set([0])]]);
  for (let size = 0; size < found.size; ) {
    size = found.size;
    for (const op of play.ops.values()) {
      for (const [field, value] of op.fields) {
        if (op.row === row || ![...found.keys()].some((id) => String(value).includes(id))) continue;
        found.set(op.row, (found.get(op.row) ?? new Set([0])).add(field));
      }
    }
  }
  found.delete(row);
  return found;
}

/** Whether the ops that came give a reason for a conflict to be gone: its values, or the row's removal, were seen. */
function isClosed(play: Play, place: string, before: Portrait, arrived: readonly ModelOp[]): boolean {
  const [row, field] = place.split("/");
  const wrote = (op: ModelOp, id: number) => op.row === row && (op.fields.has(id) || (op.create && id === 0));
  const heads = before.heads[place] ?? [];
  const seen = (hash: string) => arrived.some((op) => wrote(op, Number(field)) && op.past.has(hash));
  // Some of its values were written over: what is left may agree.
  if (heads.some(seen)) return true;
  // The row was removed by somebody, or its removal taken back, so that nothing is left to decide.
  if (arrived.some((op) => wrote(op, 0))) return true;
  // It stayed in view for the sake of another one, which went, or names it or goes up in it no more.
  const isGone = heads.every((hash) => (play.ops.get(hash)?.fields.get(0) ?? null) !== null);
  const leading = Number(field) === 0 && isGone ? leadingTo(play, row ?? "") : new Map<string, Set<number>>();
  if (arrived.some((op) => [...op.fields.keys()].some((id) => leading.get(op.row)?.has(id) === true)))
    return true;
  // Another office's creation of the same row or an edit that was seen by the removal changes who saw what.
  return (
    Number(field) === 0 &&
    arrived.some(
      (op) =>
        op.row === row &&
        [...(before.heads[`${row}/0`] ?? [])].every((hash) => play.ops.has(hash)) &&
        heads.length < 2,
    )
  );
}

describe("open conflicts", () => {
  it("are still open after every reception that brought no answer to them", { timeout }, async () => {
    await holdsFor(
      mishaps,
      80,
      async (play, script) => {
        const portraits = new Map(play.offices.map((office) => [office, play.portrait(office)]));
        play.onReceive = (office, before, after) => {
          const was = portraits.get(office);
          const now = play.portrait(office);
          portraits.set(office, now);
          if (was === undefined) return;
          const arrived = [...after]
            .filter((hash) => !before.has(hash))
            .map((hash) => play.ops.get(hash) as ModelOp);
          for (const place of was.conflicts) {
            if (!now.conflicts.includes(place)) {
              expect({ place, closed: isClosed(play, place, was, arrived) }).toEqual({ place, closed: true });
            }
          }
        };
        await play.run([]);
        for (const step of script) {
          await play.step(step);
          for (const office of play.offices) portraits.set(office, play.portrait(office));
        }
        await play.exchangeAll(false);
      },
      3,
    );
  });
});
