/** What other offices said of texts never decides, unseen, what this office's lists mean. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { believing, type Office, type Offices, testOffices } from "../../testing/offices";
import type { OpenRoster } from "../open-roster";
import { knownWordings } from "./wordings";

let offices: Offices;
let commune: Office;
let district: Office;

beforeAll(async () => {
  offices = testOffices();
  commune = await offices.office("xa", "08173");
  district = await offices.office("huyen", "232");
  await believing(commune, district);
  await believing(district, commune);
});
afterAll(() => offices.remove());

function say(roster: OpenRoster, column: string, text: string, value: unknown): void {
  const id = roster.newId();
  const fields = { column, text, value: JSON.stringify(value) };
  roster.write({
    action: "import",
    reason: null,
    edits: [{ kind: "create", entity: "wording", id, fields }],
  });
}

const textsKnown = (roster: OpenRoster) =>
  [...knownWordings(roster).keys()].map((key) => key.split("\n")[1] ?? "");

it("goes up to no office above, and counts for those below", async () => {
  await commune.opened((roster) => {
    const chair = roster.catalog().posts.find(({ key }) => key === "peoplesCommitteeChair")?.id;
    say(roster, "assignment.post", "của xã", chair);
    expect(textsKnown(roster)).toEqual(["của xã"]);
  });
  await district.receives(await commune.sends("--for", await district.fingerprint()));
  await district.opened((roster) => {
    expect(textsKnown(roster)).toEqual([]);
    say(roster, "official.sex", "của huyện", "female");
  });
  await commune.receives(await district.sends("--for", await commune.fingerprint()));
  await commune.opened((roster) => {
    expect(textsKnown(roster).sort()).toEqual(["của huyện", "của xã"]);
  });
});

it("counts only where its column can hold it", async () => {
  await commune.opened((roster) => {
    say(roster, "assignment.post", "không phải id", "x");
    say(roster, "assignment.post", "đúng sai", true);
    say(roster, "assignment.post", "không còn", "00000000-0000-7000-8000-000000000001");
    say(roster, "official.sex", "số", 5);
    say(roster, "official.sex", "lạ", "constructor");
    say(roster, "no.such", "mục lạ", "x");
    say(roster, "official.sex", "không nói gì", null);
    expect(textsKnown(roster).sort()).toEqual(["của huyện", "của xã", "không nói gì"]);
  });
});
