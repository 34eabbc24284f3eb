/** What takes a row for another kind is set aside: kept, counted nowhere, and to be found by whoever looks for it. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AsideChange } from "../../../shared/contract/schemas/proposals";
import type { OpenRoster } from "../../services/open-roster";
import { districtAndCommune, type Office, type Offices } from "../../testing/offices";

let offices: Offices;
let district: Office;
let commune: Office;

beforeAll(async () => {
  ({ offices, district, commune } = await districtAndCommune());
});
afterAll(() => offices.remove());

describe("a change that takes a row for another kind", () => {
  it("is listed as set aside", async () => {
    // Bound to the district's key: whoever else begins the row, it is the district's.
    const id = await district.opened((roster) => roster.newId());
    const made =
      (entity: "post" | "official", fields: Record<string, string | number>) => (roster: OpenRoster) =>
        roster.write({ action: "add", reason: null, edits: [{ kind: "create", entity, id, fields }] });
    const group = { group: "partySecretary", category: "canBo", order: 9 };
    await commune.opened(made("post", { key: "la", name: "Chức danh lạ", ...group }));
    await district.opened(made("official", { fullName: "Nguyễn Thị Cùng Mã" }));
    await district.receives(await commune.sends("--for", await district.fingerprint()));
    const aside = ["sync", "proposals", district.roster, "--aside"] as const;
    const { count, changes } = await district.json<{ count: number; changes: AsideChange[] }>(...aside);
    expect([count, changes]).toMatchObject([
      1,
      [{ entity: "post", rowId: id, author: { unitCode: "08173" } }],
    ]);
    expect((await district.run(...aside)).stdout).toContain("Chức danh lạ");
    expect((await district.run(...aside, "--decided")).code).toBe(2);
  });
});
