// Invariant 4: every value ever entered is a head, or superseded by someone who saw it, or an open conflict.
import { describe, expect, it } from "vitest";
import { entityById, entityDefinition, presenceField } from "../../../shared/domain/entities";
import { announce, holdsFor, timeout } from "../../testing/history/check";
import { knownFrom, type ModelOp } from "../../testing/history/model";
import type { Play } from "../../testing/history/play";
import type { PlayOffice } from "../../testing/history/office";
import { mishaps } from "../../testing/history/script";

announce("nothing-lost");

function fieldsOf(op: ModelOp): number[] {
  return op.create ? [presenceField, ...op.fields.keys()] : [...op.fields.keys()];
}

function valueOf(op: ModelOp, field: number): unknown {
  return op.fields.get(field) ?? null;
}

/** A row whose owner's presence is open goes or stays as is decided for the owner: one question, not one for each row. */
function isDecidedWithOwner(op: ModelOp, ops: readonly ModelOp[], conflicts: readonly string[]): boolean {
  const name = entityById(op.entity);
  if (name === null) return false;
  const { owner, fields } = entityDefinition(name);
  const tie = owner === null ? undefined : fields[owner.field]?.id;
  return ops.some(
    (one) =>
      one.row === op.row &&
      tie !== undefined &&
      conflicts.includes(`${String(one.fields.get(tie))}/${presenceField}`),
  );
}

/** Looks at each value by itself, with nothing but what its author and later authors knew. */
function checkNothingLost(play: Play, office: PlayOffice): void {
  const { heads, conflicts } = play.portrait(office);
  const ops = play.held(office);
  const knew = knownFrom(ops);
  for (const op of ops) {
    for (const field of fieldsOf(op)) {
      const place = `${op.row}/${field}`;
      const standing = heads[place] ?? [];
      const writing = ops.filter((one) => one.row === op.row && fieldsOf(one).includes(field));
      const same = writing.filter(
        (one) => one === op || (one.create && op.create && valueOf(one, field) === valueOf(op, field)),
      );
      const wasSeen = writing.some((later) => same.some((one) => knew(later, one)));
      expect({ place, isHead: standing.includes(op.hash) }).toEqual({ place, isHead: !wasSeen });
      // A head that is not the one shown is listed as a conflict, unless it says the same or the row is gone.
      const shown = play.ops.get(standing[0] ?? "");
      if (wasSeen || shown === undefined || valueOf(shown, field) === valueOf(op, field)) continue;
      const presence = (heads[`${op.row}/${presenceField}`] ?? []).map(
        (hash) => play.ops.get(hash) as ModelOp,
      );
      if (presence.every((head) => typeof head.fields.get(presenceField) === "string")) continue;
      if (field === presenceField && isDecidedWithOwner(op, ops, conflicts)) continue;
      expect(conflicts).toContain(place);
    }
  }
}

describe("a value that somebody entered", () => {
  it("stands until somebody who saw it writes over it, wherever it travels", { timeout }, async () => {
    await holdsFor(mishaps, 150, async (play, script) => {
      await play.run(script);
      await play.exchangeAll(script.length % 2 === 0);
      for (const office of play.offices) checkNothingLost(play, office);
    });
  });
});
