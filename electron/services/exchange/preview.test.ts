/** What a preview says of people, over rosters of a commune and its district. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { believing, type Office, type Offices, testOffices } from "../../testing/offices";
import { OfficeNames, ownOffice } from "./own-office";
import { previewPage } from "./preview";
import { Receiving } from "./receive";

const offices: Offices = testOffices();
let commune: Office;
let district: Office;
beforeAll(async () => {
  commune = await offices.office("xa", "08173");
  district = await offices.office("huyen", "232");
  await believing(commune, district);
});
afterAll(() => offices.remove());

/** What an office would be shown of the packets in a folder, of which it then keeps everything. */
function previewOf(office: Office, folder: string) {
  const { environment } = office;
  return office.opened(async (roster) => {
    const paths = readdirSync(folder).map((name) => join(folder, name));
    const receiving = await Receiving.of(roster, environment, paths);
    const names = new OfficeNames(receiving.session.db, ownOffice(roster, environment));
    const page = previewPage(receiving.session, environment.t, 0, 50, names);
    receiving.keep(null);
    return page.rows;
  });
}

describe("a preview", () => {
  it("tells where an office changed a record that another one made", async () => {
    const person = await commune.hires("Người Một", "08173");
    expect(await previewOf(district, await commune.sends())).toMatchObject([
      { id: person, name: "Người Một", kind: "added", changedBy: null },
    ]);
    await commune.edits("official", person, "phone=0911");
    expect(await previewOf(district, await commune.sends())).toMatchObject([
      { id: person, kind: "changed", changedBy: null },
    ]);
    await district.edits("official", person, "note=Đã đối chiếu");
    const sent = await district.sends("--for", await commune.fingerprint());
    expect(await previewOf(commune, sent)).toMatchObject([
      { id: person, kind: "changed", changedBy: "UBND huyện Thanh Ba" },
    ]);
  });
});
