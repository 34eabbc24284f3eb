/** Somebody whom an office only proposes is looked for by the proposed name, like anybody whose record does not stand. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { standing } from "../../../shared/domain/authority";
import { entities } from "../../../shared/domain/entities";
import { Play } from "../../testing/history/play";
import { type PlayOffice, World } from "../../testing/history/office";
import { sql } from "../file/sql";
import { writeStanding } from "../log/written-standings";
import { RowRefresher } from "../projection/row-refresher";
import { changesPage, removedOfficials } from "./changes";
import { bytesToUuid } from "../../../shared/sync/bytes";

let world: World;
let play: Play;
let office: PlayOffice;

beforeAll(async () => {
  world = new World();
  play = new Play(world, 1);
  await play.run([{ do: "add", at: 0, unit: 1 }]);
  office = play.office(0);
});
afterAll(() => {
  play.close();
  world.close();
});

it("is listed with that name, and so is what was written of them", () => {
  const db = office.handle;
  const [created] = db.all<{ pk: number; hash: Buffer; row: Buffer }>(sql`
    SELECT id AS pk, hash, row FROM op WHERE entity = ${entities.official.id} AND created = 1 ORDER BY id DESC LIMIT 1`);
  if (created === undefined) throw new Error("Nobody was added");
  const fullName = db.value<string>(sql`SELECT full_name FROM official WHERE pk = ${created.pk}`);
  expect(fullName).toBeTruthy();
  for (const stands of [standing.waits, standing.refused]) {
    db.transaction(() => {
      writeStanding(db, created.pk, created.hash, stands);
      new RowRefresher(db, db).refresh(entities.official.id, created.row);
    });
    expect(removedOfficials(db)).toContainEqual({ pk: created.pk, fullName });
  }
  const [line] = changesPage(db, { before: null, limit: 9, officialId: bytesToUuid(created.row) });
  expect(line?.official).toMatchObject({ fullName, present: false });
});
