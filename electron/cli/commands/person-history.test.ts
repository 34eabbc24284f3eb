/** Whose change a proposal is: the history of the person whom it is about, and the search by their name, tell of it. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anyChange } from "../../../shared/contract/schemas/changes";
import type { ProposalData } from "../../../shared/contract/schemas/proposals";
import { newestReception } from "../../roster/read/receptions";
import { changesPage } from "../../services/changes";
import { believing, type Office, testOffices } from "../../testing/offices";

const offices = testOffices();
let district: Office;
let commune: Office;
let person = "";
const name = "Trần Thị Ánh";

interface Line {
  readonly action: string;
  readonly summary: string | null;
  readonly waits: number;
  readonly refused: number;
}

const pageOf = (office: Office, wanted: { officialId?: string; search?: string }): Promise<Line[]> =>
  office.opened(async (roster) => {
    const { officialId = null, search = "" } = wanted;
    const filter = { ...anyChange, search };
    const page = { before: null, limit: 50, officialId, filter };
    return (await changesPage(roster, office.environment.t, page)).rows;
  });
const proposalsAt = async ({ json, roster }: Office) =>
  (await json<{ proposals: ProposalData[] }>("sync", "proposals", roster)).proposals;
const assigns = ({ json, roster }: Office, unit: string) =>
  json(
    "add",
    roster,
    "assignment",
    `official=${person}`,
    `unit=${unit}`,
    "post=Văn phòng - thống kê",
    "from=2022-03",
  );

beforeAll(async () => {
  district = await offices.office("huyen", "232");
  commune = await offices.office("xa", "08173");
  await believing(district, commune);
  await district.trusts(commune, "superior");
  person = await commune.hires(name, "08173");
  // At a unit of which the commune may say nothing: once taken back, once left to wait.
  await assigns(commune, "08203");
  const [first] = await proposalsAt(commune);
  await commune.json("sync", "decide", commune.roster, first?.id ?? "", "--withdraw");
  await assigns(commune, "08203");
  await district.receives(await commune.sends());
});
afterAll(() => offices.remove());

describe("what was proposed about somebody", () => {
  const expected = [
    { action: "edit", waits: 1, refused: 0 },
    { action: "withdraw", summary: expect.stringMatching(/^rút lại đề nghị/) as string },
    { action: "edit", waits: 0, refused: 1 },
    { action: "edit", waits: 0, refused: 0 },
    { action: "add", waits: 0, refused: 0 },
  ];

  it("stands in their history and is found by their name, whatever became of it", async () => {
    const history = await pageOf(commune, { officialId: person });
    expect(history).toMatchObject(expected);
    expect(history.every(({ summary }) => summary !== null)).toBe(true);
    expect(await pageOf(commune, { search: "tran thi anh" })).toMatchObject(expected);
  });

  it("does so at the office that received it, until the reception is taken back", async () => {
    expect(await pageOf(district, { officialId: person })).toHaveLength(expected.length);
    await district.opened((roster) => roster.undoReception(newestReception(roster.db) ?? 0, []));
    expect(await pageOf(district, { officialId: person })).toEqual([]);
    for (const office of [district, commune])
      expect(await office.json("verify", office.roster)).toMatchObject({ ok: true });
  });
});
