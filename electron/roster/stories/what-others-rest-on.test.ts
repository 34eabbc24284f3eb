/** Changes by which others come to count, or no longer do: tables and log say the same of all of them. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { toHex } from "../../../shared/sync/bytes";
import { checkWhole } from "../../testing/history/check";
import {
  districtId,
  type PlayOffice,
  postId,
  provinceId,
  unitIds,
  World,
} from "../../testing/history/office";
import { Play } from "../../testing/history/play";
import { compare, keysKnown, tie } from "../../testing/history/ranks";
import { judgeOf } from "../log/standings";
import { openProposals } from "../read/proposals";

let world: World;
let play: Play;
let province: PlayOffice;
let district: PlayOffice;
let commune: PlayOffice;
let neighbour: PlayOffice;

beforeEach(() => {
  world = new World("byRank");
  play = new Play(world, 4);
  [province, district, commune, neighbour] = play.offices as [PlayOffice, PlayOffice, PlayOffice, PlayOffice];
});
afterEach(() => {
  play.close();
  world.close();
});

/** Somebody new who serves in a unit, as an office writes it. */
function hire(office: PlayOffice, unit: string): { official: string; post: string } {
  const [official, post] = [office.log.newId(), office.log.newId()];
  play.write(office, [
    { kind: "create", entity: "official", id: official, fields: { fullName: "Người Bày Đặt" } },
    {
      kind: "create",
      entity: "assignment",
      id: post,
      fields: { official, unit, post: postId, from: "2015" },
    },
  ]);
  return { official, post };
}

const send = (from: PlayOffice, to: PlayOffice) => play.receive(to, from.write(to, true));
const rows = (office: PlayOffice) => play.portrait(office).rows;

function decideAll(office: PlayOffice): number {
  const chosen = openProposals(office.handle).flatMap(({ ops }) => ops.map(({ id, row }) => ({ id, row })));
  const { decided } = office.log.decide({ chosen, verdict: "accept", note: null, user: office.name });
  play.note(office);
  return decided.size;
}

function isSound(office: PlayOffice): void {
  expect(play.portrait(office)).toEqual(play.expected(office));
  office.reopen();
  expect(play.verify(office)).toMatchObject({ ok: true, problems: [] });
}

describe("what rests on what", () => {
  it("does not show what waits where the same file says who is the highest office", async () => {
    compare(play, district, neighbour);
    const { post } = hire(neighbour, unitIds[0]);
    await send(neighbour, district);
    // The commune hears of the province by this file, and then asks everything anew.
    await send(district, commune);
    expect(rows(commune)[`assignment ${post}`]).toBeUndefined();
    isSound(commune);
  });

  it("shows what was accepted where that makes another office the highest", async () => {
    const known = () => Object.keys(rows(commune)).filter((row) => row.startsWith("credential"));
    tie(play, neighbour, toHex(province.key), provinceId);
    await send(province, commune);
    await send(neighbour, commune);
    const before = known();
    expect(decideAll(commune)).toBeGreaterThan(0);
    expect(known().length).toBeGreaterThan(before.length);
    isSound(commune);
  });

  it("shows what another office wrote of a row from the edit on that makes the row its own", async () => {
    compare(play, district, neighbour);
    compare(play, neighbour, district);
    const { post } = hire(commune, unitIds[0]);
    await send(commune, district);
    await send(district, neighbour);
    play.write(neighbour, [{ kind: "update", entity: "assignment", id: post, fields: { to: "2024" } }]);
    await send(neighbour, district);
    expect(rows(district)[`assignment ${post}`]).toMatchObject({ to: null });
    play.write(district, [{ kind: "update", entity: "assignment", id: post, fields: { unit: unitIds[1] } }]);
    expect(rows(district)[`assignment ${post}`]).toMatchObject({ unit: unitIds[1], to: "2024" });
    isSound(district);
  });

  it("goes on from an accepted place of a unit once the roster was opened again", async () => {
    const { official } = hire(province, unitIds[2]);
    await send(province, district);
    play.write(district, [
      { kind: "update", entity: "unit", id: unitIds[2], fields: { parent: districtId } },
    ]);
    await send(district, province);
    expect(decideAll(province)).toBe(1);
    province.reopen();
    play.write(district, [{ kind: "update", entity: "official", id: official, fields: { note: "a" } }]);
    await send(district, province);
    expect(rows(province)[`official ${official}`]).toMatchObject({ note: "a" });
    isSound(province);
    checkWhole(play);
  });

  it("can be decided though somebody without a say decided before", async () => {
    const unit = commune.log.newId();
    const fields = {
      type: "xa",
      level: "commune",
      code: "88888",
      name: "Xã Mới",
      parent: districtId,
    } as const;
    play.write(commune, [{ kind: "create", entity: "unit", id: unit, fields }]);
    await send(commune, neighbour);
    // Nobody knows the neighbour: for itself it is the highest office, for everybody else its word waits.
    const chosen = openProposals(neighbour.handle).map(({ op: { id, row } }) => ({ id, row }));
    const said = neighbour.log.decide({ chosen, verdict: "refuse", note: null, user: neighbour.name });
    expect(said.decided.size).toBeGreaterThan(0);
    play.note(neighbour);
    await send(neighbour, district);
    expect(rows(district)[`unit ${unit}`]).toBeUndefined();
    expect(decideAll(district)).toBeGreaterThan(0);
    expect(rows(district)[`unit ${unit}`]).toMatchObject({ name: "Xã Mới" });
    isSound(district);
  });

  it("is said again by whoever compares a card of which only its own word as the highest office told", async () => {
    // Alone, the neighbour is the highest office it knows, and puts its unit below the commune's.
    play.write(neighbour, [
      { kind: "update", entity: "unit", id: unitIds[1], fields: { parent: unitIds[0] } },
    ]);
    compare(play, neighbour, commune);
    await send(commune, neighbour);
    expect(keysKnown(neighbour)).toContain(`${toHex(district.key)} ${districtId}`);
    expect([...(judgeOf(neighbour.handle).offices.top ?? [])]).toEqual([unitIds[1]]);
    compare(play, neighbour, district);
    expect([...(judgeOf(neighbour.handle).offices.top ?? [])]).toEqual([districtId]);
    isSound(neighbour);
  });
});
