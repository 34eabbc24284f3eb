/**
 * The history of a person is the same at every office that holds the same of them: who did what, in which office, when,
 * and whether it still stands. Only when and by which file it came here is an office's own.
 */
import { expect, it } from "vitest";
import { entities, ownedEntities } from "../../../shared/domain/entities";
import { bytesToUuid, uuidToBytes } from "../../../shared/sync/bytes";
import { announce, holdsFor, inTheseHistories, timeout } from "../../testing/history/check";
import { levelSteps, takeLevelStep } from "../../testing/history/level-steps";
import { Levels, places } from "../../testing/history/levels";
import type { PlayOffice } from "../../testing/history/office";
import { sql } from "../file/sql";
import { changeDetails, type ChangeListRow, changesPage, rowsOfPersonNamed } from "../read/changes";

announce("one-history");

/** People that an office knows of, in view or removed. */
function people({ handle }: PlayOffice): string[] {
  return handle
    .raw<[Buffer]>(
      sql`SELECT row FROM op WHERE entity = ${entities.official.id} AND created = 1 ORDER BY row`,
    )
    .map(([row]) => bytesToUuid(row));
}

/** Hashes of everything that an office holds of a person's rows. */
function held({ handle }: PlayOffice, rows: ReadonlySet<string>): string[] {
  return [...rows]
    .flatMap((id) =>
      handle
        .raw<[Buffer]>(sql`SELECT hash FROM op WHERE row = ${uuidToBytes(id)}`)
        .map(([hash]) => hash.toString("hex")),
    )
    .sort();
}

/** The history as it is told, by what names a change in every office. */
function historyOf({ handle }: PlayOffice, id: string, rows: ReadonlySet<string>) {
  const told = (change: ChangeListRow) => {
    const { details } = changeDetails(handle, change.id, 100, rows);
    const first = handle.value<number>(sql`SELECT first_seq FROM change WHERE id = ${change.id}`);
    // What a change is called stands on its first op, which may be about somebody else.
    const said = change.partial ? null : [change.action, change.reason];
    return {
      change: `${change.writer}/${first}`,
      user: change.user,
      at: change.at,
      said,
      details: details.map(({ rowId, kind, fields }) => ({ rowId, kind, fields })),
      inForce: change.inForce,
    };
  };
  return changesPage(handle, { before: null, limit: 10_000, officialId: id })
    .map(told)
    .sort((a, b) => (a.change < b.change ? -1 : 1));
}

it("a person's history is one at all who hold the same of them", { timeout }, async () => {
  const seen = { compared: 0, received: 0, removedRows: 0, undone: 0 };
  await holdsFor(
    levelSteps,
    20,
    async (play, script) => {
      const levels = await Levels.begin(play);
      for (const step of script) await takeLevelStep(levels, step);
      await levels.exchangeAll(2);
      const [province, ...others] = play.offices;
      if (province === undefined) return;
      for (const id of people(province)) {
        const rows = rowsOfPersonNamed(province.handle, id);
        const hashes = held(province, rows);
        const history = historyOf(province, id, rows);
        // Nothing that was ever done to one of their rows is missing, whoever did it and whatever became of the row.
        const touched = province.handle.raw<[Buffer, number]>(
          sql`SELECT writer.identity, op.change_seq FROM op JOIN writer ON writer.id = op.writer
              WHERE op.row IN (SELECT unhex(replace(value, '-', '')) FROM json_each(${JSON.stringify([...rows])}))`,
        );
        const changes = new Set(touched.map(([writer, seq]) => `${writer.toString("hex")}/${seq}`));
        expect(history.map(({ change }) => change)).toEqual([...changes].sort());
        seen.undone += history.filter(({ inForce }) => !inForce).length;
        for (const entity of ownedEntities)
          seen.removedRows += history
            .flatMap(({ details }) => details)
            .filter(
              ({ kind, rowId }) => kind === "removed" && rowId !== id && entity === "qualification",
            ).length;
        for (const other of others) {
          const theirs = rowsOfPersonNamed(other.handle, id);
          if (theirs.size !== rows.size || held(other, theirs).join() !== hashes.join()) continue;
          const told = historyOf(other, id, theirs);
          const partial = new Set(told.filter(({ said }) => said === null).map(({ change }) => change));
          const here = history.map((one) => (partial.has(one.change) ? { ...one, said: null } : one));
          expect({ office: other.name, id, history: told }).toEqual({
            office: other.name,
            id,
            history: here,
          });
          seen.compared++;
          seen.received += told.length;
        }
      }
    },
    places.length,
  );
  expect(seen.compared).toBeGreaterThan(inTheseHistories(100));
  expect(seen.removedRows).toBeGreaterThan(inTheseHistories(9));
  expect(seen.undone).toBeGreaterThan(inTheseHistories(9));
});
