// Guards that one person's transfer of one day, recorded by two offices to two communes, counts alike at both, is asked of
// people at both, and is at rest at both once one of them has settled it.
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { believing, type Conflict, type Office, type Offices, testOffices } from "../../testing/offices";
import { exchangeOverview } from "./overview";

let offices: Offices = testOffices();
let district: Office;
let twin: Office;
let person: string;

async function exchange(): Promise<void> {
  const [one, other] = [await district.sends(), await twin.sends()];
  await twin.receives(one);
  await district.receives(other);
}

interface Shown {
  readonly rows: { readonly assignment: readonly { id: string; fields: Record<string, unknown> }[] };
  readonly serving: { readonly unitCode: string } | null;
}

const shownAt = (office: Office) => office.json<Shown>("show", office.roster, person);

/** Ends the post that she has, and gives her the same one in another commune from the day after. */
async function transfers(office: Office, unit: string): Promise<void> {
  const [post] = (await shownAt(office)).rows.assignment;
  await office.edits("assignment", post?.id ?? "", "to=2024-06-30");
  const service = ["post=Văn phòng - thống kê", "from=2024-07-01", "main=có"];
  await office.json("add", office.roster, "assignment", `official=${person}`, `unit=${unit}`, ...service);
}

const openAt = async (office: Office): Promise<readonly Conflict[]> =>
  (await office.conflicts()).filter(({ field }) => field === "mainPost");
const countAt = async (office: Office) =>
  (await office.opened((roster) => exchangeOverview(roster, office.environment))).conflicts;

beforeEach(async () => {
  offices.remove();
  offices = testOffices();
  district = await offices.office("huyen", "232");
  twin = await offices.office("huyen-2", "232");
  await believing(district, twin);
  person = await district.hires("Nguyễn Văn Chuyển", "08173");
  await exchange();
  await transfers(district, "08203");
  await transfers(twin, "08152");
});
afterAll(() => offices.remove());

describe("a transfer of one day to two communes", () => {
  it("is counted in the same commune at both offices, and asked of people at both", async () => {
    expect([await openAt(district), await openAt(twin)]).toEqual([[], []]);
    await exchange();
    const [here, there] = [await shownAt(district), await shownAt(twin)];
    expect(here.serving).not.toBeNull();
    expect(there.serving).toEqual(here.serving);
    const stats = (office: Office) => office.json("stats", office.roster);
    expect(await stats(twin)).toEqual(await stats(district));
    const [open] = await openAt(district);
    expect(open?.values).toHaveLength(2);
    expect(open?.values.map(({ shown }) => shown)).toEqual([true, false]);
    expect(await openAt(twin)).toEqual([open]);
    expect([await countAt(district), await countAt(twin)]).toEqual([1, 1]);
  });

  it.each([1, 2])("is at rest at both once one of them keeps post %d as the main one", async (keep) => {
    await exchange();
    const [open] = await openAt(twin);
    const kept = open?.values[keep - 1]?.value;
    await twin.json(
      "sync",
      "resolve",
      twin.roster,
      open?.id ?? "",
      "--keep",
      open?.values[keep - 1]?.id ?? "",
    );
    await exchange();
    const unitOf = async (office: Office) => {
      const { rows, serving } = await shownAt(office);
      const main = rows.assignment.filter(({ fields }) => fields["main"] === true && fields["to"] === null);
      expect(main.map(({ id }) => id)).toEqual([kept]);
      return serving?.unitCode;
    };
    expect(await unitOf(district)).toBe(await unitOf(twin));
    expect([await openAt(district), await openAt(twin)]).toEqual([[], []]);
    expect([await countAt(district), await countAt(twin)]).toEqual([0, 0]);
  });
});
