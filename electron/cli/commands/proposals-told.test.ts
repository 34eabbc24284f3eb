/** Whoever writes beyond their authority is told so at once, and later what was decided, by whom and why. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DecidedProposal } from "../../../shared/contract/schemas/proposals";
import { believing, type Office, type Offices, testOffices } from "../../testing/offices";

let offices: Offices;
let district: Office;
let commune: Office;
let districtName = "";
/** Serves in another commune, which the district knows. */
let other = "";
let post = "";

interface Listed {
  readonly count: number;
  readonly decided: readonly DecidedProposal[];
}
const decidedAt = ({ json, roster }: Office) => json<Listed>("sync", "proposals", roster, "--decided");
const waitingAt = async ({ json, roster }: Office) => (await json<Listed>("sync", "proposals", roster)).count;

beforeAll(async () => {
  offices = testOffices();
  district = await offices.office("huyen", "232");
  commune = await offices.office("xa", "08173");
  await believing(district, commune);
  // The worst that the commune can know: everybody of the district.
  await district.trusts(commune, "superior");
  other = await district.hires("Người Khác", "08203");
  const shown = await district.json<{ rows: { assignment: { id: string }[] } }>(
    "show",
    district.roster,
    other,
  );
  post = shown.rows.assignment[0]?.id ?? "";
  await commune.receives(await district.sends());
  const { trusted } = await commune.json<{ trusted: { office: string }[] }>("sync", "keys", commune.roster);
  districtName = trusted[0]?.office ?? "";
});
afterAll(() => offices.remove());

describe("what an office writes beyond its authority", () => {
  it("is told by each way of writing: how much of it waits, and who is the nearest that may accept it", async () => {
    expect(districtName).not.toBe("");
    const { roster } = commune;
    const proposed = { count: 1, whole: true, by: [districtName], officialId: other };
    const why = ["--reason", "nhập trùng"];
    const relation = ["relation=father", "fullName=Nguyễn Văn Cha"];
    expect(await commune.edits("official", other, "phone=0900000001")).toMatchObject({ proposed });
    expect(await commune.json("add", roster, "relative", `official=${other}`, ...relation)).toMatchObject({
      proposed,
    });
    expect(await commune.json("remove", roster, "assignment", post, ...why)).toMatchObject({ proposed });
    const { stdout, stderr } = await commune.run("remove", roster, "official", other, ...why);
    expect(stdout).toBe("");
    expect(stderr).toContain(`chờ ${districtName} chấp nhận`);
    const own = await commune.hires("Người Nhà", "08173");
    expect(await commune.edits("official", own, "phone=0900000002")).toMatchObject({ proposed: null });
  });

  it("is withdrawn by undo, and then passed over by it like what was refused", async () => {
    const { roster } = commune;
    const own = await commune.hires("Người Khác Nữa", "08173");
    await commune.edits("official", own, "phone=0900000002");
    await commune.edits("official", other, "birthPlace=Xã Khác");
    const waiting = await waitingAt(commune);
    const { changes } = await commune.json<{ changes: { id: number; waits: number }[] }>("log", roster);
    expect(changes.slice(0, 2).map(({ waits }) => waits)).toEqual([1, 0]);
    expect(await commune.json("undo", roster)).toMatchObject({ proposed: null });
    expect(await commune.field(own, "phone")).toBe("0900000002");
    expect(await waitingAt(commune)).toBe(waiting - 1);
    expect(await commune.json("undo", roster)).toMatchObject({ proposed: null });
    expect(await commune.field(own, "phone")).toBeNull();
    expect(await waitingAt(commune)).toBe(waiting - 1);
  });

  it("comes back decided: by whom, and with the reason of a refusal", async () => {
    await commune.edits("official", other, "note=một hai");
    await district.receives(await commune.sends());
    const { proposals } = await district.json<{
      proposals: { id: string; values: { field: string }[] }[];
    }>("sync", "proposals", district.roster);
    const note = proposals.find(({ values }) => values.some(({ field }) => field === "note"))?.id ?? "";
    const decide = ["sync", "decide", district.roster] as const;
    await district.json(...decide, note, "--accept");
    const author = ["--author", await commune.fingerprint()];
    await district.json(...decide, ...author, "--refuse", "--note", "không phải");
    const { files } = await commune.receives(await district.sends("--for", await commune.fingerprint()));
    expect(files).toMatchObject([{ decided: proposals.length, proposals: 0 }]);
    const all = (await decidedAt(commune)).decided;
    const decided = all.filter(({ verdict }) => verdict !== "withdraw");
    expect(decided).toHaveLength(proposals.length);
    for (const one of decided) {
      expect(one).toMatchObject({
        ours: true,
        verdict: one.id === note ? "accept" : "refuse",
        note: one.id === note ? null : "không phải",
        decidedBy: { office: districtName },
      });
    }
    expect((await decidedAt(district)).decided.map(({ id, ours }) => [id, ours]).sort()).toEqual(
      all.map(({ id }) => [id, false]).sort(),
    );
    expect(await waitingAt(commune)).toBe(0);
    // What was refused is still passed over by undo.
    const { changes } = await commune.json<{ changes: { refused: number }[] }>("log", commune.roster);
    expect(changes.some(({ refused }) => refused > 0)).toBe(true);
  });
});
