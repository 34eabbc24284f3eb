/** What an office proposed itself: it goes on from there, and can take it back as long as nobody accepted it. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Office } from "../../testing/offices";
import { decidedAt, type Proposing, proposing, waitingAt } from "../../testing/proposing";
import { catalogEdit } from "../../services/catalog";
import { waitingValues } from "../../services/exchange/proposals";

let played: Proposing;
let up: Proposing["up"];
let down: Proposing["down"];
let district: Office;
let commune: Office;
let unit = "";
/** Serves in another commune, which the district knows. */
let other = "";

const decide = (office: Office, ...words: string[]) =>
  office.json<{ decided: number; left: number }>("sync", "decide", office.roster, ...words);

const flagsOf = (office: Office) => office.opened((roster) => roster.catalog().unitOfId(unit)?.areaFlags);
/** As the window saves a press of a checkbox. */
const flags = (areaFlags: string | null) =>
  commune.opened((roster) => catalogEdit(roster, "unit", unit, { areaFlags }, null));
const undo = () => commune.json("undo", commune.roster);
const redo = async () => {
  const { changes } = await commune.json<{ changes: { id: number }[] }>("log", commune.roster);
  return commune.json("undo", commune.roster, String(changes[0]?.id));
};

beforeEach(async () => {
  played = await proposing();
  ({ district, commune, other, up, down } = played);
  unit = await commune.opened(
    (roster) => roster.catalog().units.find(({ code }) => code === "08173")?.id ?? "",
  );
});
afterEach(() => played.offices.remove());

describe("what an office proposed itself", () => {
  it("is what it goes on from, and stands as one proposal with the newest values", async () => {
    await flags("mountain");
    const [waiting] = await commune.opened((roster) => waitingValues(roster, [unit, other]));
    expect(waiting).toEqual({ id: unit, fields: { areaFlags: "mountain" }, names: {} });
    await flags("border mountain");
    await up();
    const [proposal, ...more] = await waitingAt(district);
    expect(more).toEqual([]);
    expect(proposal).toMatchObject({ writings: 2, values: [{ field: "areaFlags", current: null }] });
    expect(proposal?.values[0]?.proposed).toMatch(/biên giới/i);
    expect(proposal?.values[0]?.proposed).toMatch(/miền núi/i);
    expect(await decide(district, proposal?.id ?? "", "--accept")).toMatchObject({ decided: 1, left: 0 });
    expect(await flagsOf(district)).toBe("border mountain");
    await down();
    expect(await flagsOf(commune)).toBe("border mountain");
    expect(await waitingAt(commune)).toEqual([]);
    expect(await commune.conflicts()).toEqual([]);
  });

  it("is refused as one, and written again only where something differs from what waits", async () => {
    await flags("mountain");
    expect((await flags("mountain")).changeId).toBeNull();
    await flags(null);
    await up();
    const proposals = await waitingAt(district);
    expect(proposals).toMatchObject([{ writings: 2, values: [{ current: null, proposed: null }] }]);
    await decide(district, proposals[0]?.id ?? "", "--refuse");
    expect(await waitingAt(district)).toEqual([]);
  });

  it("stays apart where it is about other fields or another row", async () => {
    await commune.edits("official", other, "phone=0900000001");
    await commune.edits("official", other, "note=một hai");
    await flags("island");
    expect(await waitingAt(commune)).toHaveLength(3);
  });

  it("stands in the log by what it would change, and a key by what counts of it", async () => {
    await flags("mountain");
    await commune.json("sync", "keys", commune.roster, "--revoke", await district.fingerprint());
    const { changes } = await commune.json<{ changes: { summary: string }[] }>("log", commune.roster);
    expect(changes[1]?.summary).toMatch(/^đề nghị sửa đơn vị Xã .+: /);
    expect(changes[0]?.summary).toMatch(
      /: được tính như thường → (không thay đổi nào được tính|các thay đổi đã có khi thu hồi)$/,
    );
  });

  it("can be taken back while it waits, which the other offices hear of", async () => {
    await commune.edits("official", other, "phone=0900000001");
    await up();
    const [proposal] = await waitingAt(commune);
    expect(proposal).toMatchObject({ canWithdraw: true, canDecide: false });
    expect(await waitingAt(district)).toMatchObject([{ canWithdraw: false, canDecide: true }]);
    expect(await decide(district, proposal?.id ?? "", "--withdraw")).toMatchObject({ decided: 0, left: 1 });
    expect(await decide(commune, proposal?.id ?? "", "--withdraw")).toMatchObject({ decided: 1, left: 0 });
    expect(await waitingAt(commune)).toEqual([]);
    await up();
    expect(await waitingAt(district)).toEqual([]);
    for (const office of [commune, district]) {
      expect(await decidedAt(office)).toMatchObject([{ id: proposal?.id, verdict: "withdraw" }]);
      expect(await office.json("verify", office.roster)).toMatchObject({ ok: true });
    }
  });

  it("counts where it was accepted before the withdrawal came", async () => {
    await commune.edits("official", other, "phone=0900000001");
    await up();
    const [proposal] = await waitingAt(commune);
    await decide(commune, proposal?.id ?? "", "--withdraw");
    await decide(district, proposal?.id ?? "", "--accept");
    await up();
    await down();
    for (const office of [commune, district]) {
      expect(await office.field(other, "phone")).toBe("0900000001");
      expect(await decidedAt(office)).toMatchObject([{ verdict: "accept" }]);
      expect(await waitingAt(office)).toEqual([]);
      expect(await office.conflicts()).toEqual([]);
      expect(await office.json("verify", office.roster)).toMatchObject({ ok: true });
    }
  });

  it("is taken back by undo along with what of the save counted, and waits again by redo", async () => {
    const own = await commune.hires("Người Nhà", "08173");
    await commune.opened((roster) =>
      roster.write({
        action: "edit",
        reason: null,
        edits: [
          { kind: "update", entity: "official", id: own, fields: { phone: "0900000002" } },
          { kind: "update", entity: "official", id: other, fields: { phone: "0900000003" } },
        ],
      }),
    );
    const stands = async () => [await commune.field(own, "phone"), (await waitingAt(commune)).length];
    expect(await stands()).toEqual(["0900000002", 1]);
    await undo();
    expect(await stands()).toEqual([null, 0]);
    await redo();
    expect(await stands()).toEqual(["0900000002", 1]);
    await redo();
    expect(await stands()).toEqual([null, 0]);
    await redo();
    expect(await stands()).toEqual(["0900000002", 1]);
    expect(await commune.json("verify", commune.roster)).toMatchObject({ ok: true });
    await up();
    const [proposal] = await waitingAt(district);
    await decide(district, proposal?.id ?? "", "--accept");
    expect(await district.field(other, "phone")).toBe("0900000003");
  });
});
