/**
 * Proposals and decisions as clerks read them, of every list and of people, wherever they are met: in words, with the name of
 * what they are about, and never an id, a key or another word of the program's own.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ChangeRow } from "../../../shared/contract/schemas/changes";
import type { ProposalData } from "../../../shared/contract/schemas/proposals";
import { type EntityName, entityDefinition, entityNames } from "../../../shared/domain/entities";
import { officeRow } from "../../roster/read/office";
import { believing, type Office, testOffices } from "../../testing/offices";
import { previewOf } from "../../testing/previews";
import { decidedAt, waitingAt } from "../../testing/proposing";
import { makeRowOfAll } from "../../testing/rows-of-all";
import { changeDetails } from "../changes";

const offices = testOffices();
let district: Office;
let commune: Office;
let province: Office;
let unit: string;
const name = "Xã Quảng Yên";

const toCommune = async () => district.sends("--for", await commune.fingerprint());
const unitProposal = async (office: Office) => {
  const all = await waitingAt(office);
  const found = all.find(({ entity, rowId }) => entity === "unit" && rowId === unit);
  return found ?? expect.fail("the unit's proposal waits nowhere");
};
const write = (office: Office, entity: EntityName, id: string, fields: Record<string, string>) =>
  office.opened((roster) =>
    roster.write({ action: "edit", reason: null, edits: [{ kind: "update", entity, id, fields }] }),
  );

/** Words that only the program knows: names of entities and fields, and keys of closed lists. */
const ofProgram = new Set(
  entityNames
    .flatMap((entity) => [
      entity,
      ...Object.entries(entityDefinition(entity).fields).flatMap(([field, { choices }]) => [
        field,
        ...(choices ?? []),
      ]),
    ])
    // Those that are also words of a clerk are no sign of anything.
    .filter((word) => /[a-z][A-Z]/.test(word)),
);

/** A sentence or a value that a clerk can read. */
function expectWords(text: string | null): void {
  if (text === null) return;
  expect(text).not.toBe("");
  expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}|[0-9a-f]{16}|\{\{|undefined|\w\.\w+\.\w/);
  expect(text.split(/[^\p{L}\d]+/u).filter((word) => ofProgram.has(word))).toEqual([]);
}

const isVietnamese = /[ăâđêôơưạảấầẩậắằẳặẹẻẽếềểệịỉọỏốồổộớờởợụủứừửựỳỷỹáàéèíìóòúù]/;

beforeAll(async () => {
  district = await offices.office("huyen", "232");
  commune = await offices.office("xa", "08173");
  province = await offices.office("tinh", "25");
  await believing(district, commune);
  await believing(province, district);
  unit = await commune.opened(({ db }) => String(officeRow(db)?.fields["unit"] ?? ""));
});
afterAll(() => offices.remove());

const about = `đề nghị của UBND xã Quảng Yên: đổi Đặc điểm địa bàn ở đơn vị ${name}`;

describe("a decision about a unit", () => {
  it.each([
    ["accept", "mountain", "chấp nhận"],
    ["refuse", "border", "từ chối"],
    ["withdraw", "island", "rút lại"],
  ] as const)(
    "%s: says what was decided, whose proposal it was, and of which unit",
    async (verdict, areaFlags, word) => {
      await write(commune, "unit", unit, { areaFlags });
      await district.receives(await commune.sends());
      const decider = verdict === "withdraw" ? commune : district;
      const { id } = await unitProposal(decider);
      await decider.json("sync", "decide", decider.roster, id, `--${verdict}`, "--note", "đã xem xét kỹ");
      const { changes } = await decider.json<{ changes: ChangeRow[] }>("log", decider.roster);
      expect(changes[0]?.summary).toBe(`${word} ${about}`);
      await district.receives(await commune.sends());
      await commune.receives(await toCommune());
    },
  );

  it("is named in the preview of a file in which another office decided otherwise", async () => {
    await write(commune, "unit", unit, { areaFlags: "border island" });
    await district.receives(await commune.sends());
    await province.receives(await district.sends("--for", await province.fingerprint()));
    for (const [office, verdict] of [
      [district, "--accept"],
      [province, "--refuse"],
    ] as const)
      await office.json("sync", "decide", office.roster, (await unitProposal(office)).id, verdict);
    const people = await previewOf(province, await district.sends("--for", await province.fingerprint()));
    const [row, ...others] = people
      .flatMap((person) => person.rows)
      .filter(({ entity }) => entity === "decision");
    expect(others).toEqual([]);
    expect(row?.rowLabel).toBe(about);
    expect(row?.fields).toMatchObject([
      { field: "verdict", here: "Từ chối", coming: ["Chấp nhận"], conflict: true },
    ]);
  });
});

describe("what waits of every list and of people", () => {
  let waiting: readonly ProposalData[];

  beforeAll(async () => {
    await write(commune, "unit", unit, { areaFlags: "island mountain" });
    const other = await district.hires("Trần Thị Ánh", "08203");
    await district.trusts(commune, "superior");
    await commune.receives(await toCommune());
    await commune.edits("official", other, "phone=0900000001");
    const { newId } = commune.environment;
    await commune.opened((roster) => makeRowOfAll(roster, unit, newId, "xa"));
    await district.receives(await commune.sends());
    waiting = await waitingAt(district);
  });

  it("is told in words at both offices", async () => {
    expect(waiting.map(({ entity }) => entity)).toEqual(
      expect.arrayContaining(["unit", "official", "standardSet", "standardRule"]),
    );
    for (const { label, rowLabel, values } of [...waiting, ...(await waitingAt(commune))]) {
      expectWords(label);
      if (rowLabel !== "") expectWords(rowLabel);
      for (const { current, proposed } of values) for (const text of [current, proposed]) expectWords(text);
    }
    expect(await unitProposal(district)).toMatchObject({ label: name, kind: "change" });
  });

  it("and what was decided of it, in the lists and in the log", async () => {
    let decided = 0;
    for (const [place, { id }] of waiting.entries()) {
      const verdict = place % 2 === 0 ? "--accept" : "--refuse";
      // Lists of the top wait for the province.
      const done = await district.json<{ decided: number }>("sync", "decide", district.roster, id, verdict);
      decided += done.decided;
    }
    expect(decided).toBeGreaterThan(1);
    await commune.receives(await toCommune());
    for (const office of [district, commune]) {
      const list = await decidedAt(office);
      expect(list.length).toBeGreaterThanOrEqual(decided);
      for (const { label, values } of list) {
        expectWords(label);
        for (const { proposed } of values) expectWords(proposed);
      }
      const { changes } = await office.json<{ changes: ChangeRow[] }>("log", office.roster);
      const told = changes.flatMap(({ summary }) => summary ?? []).filter((text) => text.includes("đề nghị"));
      expect(told.some((text) => text.includes(name))).toBe(true);
      for (const text of told) {
        expectWords(text);
        expect(text).toMatch(isVietnamese);
      }
      const details = await office.opened((roster) =>
        changes.flatMap(
          ({ id }) => changeDetails(roster, roster.catalog(), office.environment.t, id).details,
        ),
      );
      const ofDecisions = details.filter(({ entity }) => entity === "decision");
      expect(ofDecisions.length).toBeGreaterThan(0);
      for (const { rowLabel, fields } of ofDecisions) {
        expectWords(rowLabel);
        for (const { before, after } of fields) for (const text of [before, after]) expectWords(text);
      }
    }
  });
});
