// Of three edits one after the other the one between is lost, or was taken back: whoever has the first and the last is told
// by the last that its author knew the first; unless a cloned machine makes that doubtful, which is then shown.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FieldValue } from "../../../shared/domain/entities";
import { checkWhole } from "../../testing/history/check";
import { type PlayOffice, World } from "../../testing/history/office";
import { Play } from "../../testing/history/play";
import type { Edit } from "../edit/edits";
import { sql } from "../file/sql";
import { newestReception } from "../read/receptions";
import { rowFields } from "../read/rows";

let world: World;
beforeAll(() => {
  world = new World();
});
afterAll(() => {
  world.close();
});

/** Offices that know the same two people. @returns with the id of one of them */
async function begun(count: number): Promise<{ play: Play; offices: PlayOffice[]; id: string }> {
  const play = new Play(world, count);
  await play.run([]);
  const [first] = play.offices;
  const id = first?.handle.value<string>(sql`SELECT lower(hex(id)) FROM official ORDER BY id LIMIT 1`) ?? "";
  return { play, offices: play.offices, id: id.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-") };
}

const edit = (id: string, fields: Record<string, FieldValue>): Edit[] => [
  { kind: "update", entity: "official", id, fields },
];
const note = (office: PlayOffice, id: string) => rowFields(office.handle, "official", id)?.fields["note"];
const conflicts = ({ handle }: PlayOffice) => handle.value<number>(sql`SELECT count(*) FROM conflict`);

describe("an edit between two others that an office does not have", () => {
  it("leaves no conflict between them, where its reception was taken back", async () => {
    const { play, offices, id } = await begun(3);
    const [commune, district, province] = offices as [PlayOffice, PlayOffice, PlayOffice];
    play.write(commune, edit(id, { note: "một" }));
    for (const one of [district, province]) await play.receive(one, commune.write(one, true));
    play.write(district, edit(id, { note: "hai" }));
    await play.receive(province, district.write(province, true));
    await play.receive(district, province.write(district, true));
    play.write(district, edit(id, { note: "ba" }));
    const later = district.write(province, false);
    province.log.undoReception(newestReception(province.handle) ?? 0, province.name);
    expect(note(province, id)).toBe("một");
    await play.receive(province, later);
    expect([note(province, id), conflicts(province)]).toEqual(["ba", 0]);
    expect(play.portrait(province)).toEqual(play.expected(province));
    checkWhole(play);
    play.close();
  });

  it("leaves both in view where a machine that was set back wrote on under the same name", async () => {
    const { play, offices, id } = await begun(2);
    const [commune, district] = offices as [PlayOffice, PlayOffice];
    play.write(commune, edit(id, { note: "một" }));
    await play.receive(district, commune.write(district, true));
    const backups = [commune.copy(), district.copy()] as const;
    play.write(commune, edit(id, { ethnicity: "Tày" }));
    await play.receive(district, commune.write(district, true));
    await play.receive(commune, district.write(commune, true));
    play.write(commune, edit(id, { note: "hai" }));
    const later = commune.write(district, false);
    district.restore(backups[1], true);
    play.note(district);
    await play.receive(district, later);
    commune.restore(backups[0], true);
    play.note(commune);
    play.write(commune, edit(id, { ethnicity: "Nùng" }));
    await play.exchangeAll(true);
    for (const office of offices) {
      expect([note(office, id), conflicts(office)]).toEqual(["hai", 1]);
      expect(play.portrait(office)).toEqual(play.expected(office));
    }
    checkWhole(play);
    play.close();
  });
});
