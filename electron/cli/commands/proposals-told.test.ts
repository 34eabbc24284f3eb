/** Whoever writes beyond their authority is told so at once, and later what was decided, by whom and why. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Office } from "../../testing/offices";
import { decidedAt, type Proposing, proposing, waitingAt } from "../../testing/proposing";

let played: Proposing;
let district: Office;
let commune: Office;
let districtName = "";
/** Serves in another commune, which the district knows. */
let other = "";
let post = "";

beforeAll(async () => {
  played = await proposing();
  ({ district, commune, other } = played);
  const shown = await district.json<{ rows: { assignment: { id: string }[] } }>(
    "show",
    district.roster,
    other,
  );
  post = shown.rows.assignment[0]?.id ?? "";
  const { trusted } = await commune.json<{ trusted: { office: string }[] }>("sync", "keys", commune.roster);
  districtName = trusted[0]?.office ?? "";
});
afterAll(() => played.offices.remove());

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
    const waiting = (await waitingAt(commune)).length;
    const { changes } = await commune.json<{ changes: { id: number; waits: number }[] }>("log", roster);
    expect(changes.slice(0, 2).map(({ waits }) => waits)).toEqual([1, 0]);
    expect(await commune.json("undo", roster)).toMatchObject({ proposed: null });
    expect(await commune.field(own, "phone")).toBe("0900000002");
    expect(await waitingAt(commune)).toHaveLength(waiting - 1);
    expect(await commune.json("undo", roster)).toMatchObject({ proposed: null });
    expect(await commune.field(own, "phone")).toBeNull();
    expect(await waitingAt(commune)).toHaveLength(waiting - 1);
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
    const all = await decidedAt(commune);
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
    expect((await decidedAt(district)).map(({ id, ours }) => [id, ours]).sort()).toEqual(
      all.map(({ id }) => [id, false]).sort(),
    );
    expect(await waitingAt(commune)).toEqual([]);
    // What was refused is still passed over by undo.
    const { changes } = await commune.json<{ changes: { refused: number }[] }>("log", commune.roster);
    expect(changes.some(({ refused }) => refused > 0)).toBe(true);
  });
});
