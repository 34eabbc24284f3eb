/** An older copy in which somebody went on, and the newer one that was found again: both can be kept, by one file. */
import { copyFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { missingOf } from "../../services/missing";
import { districtAndCommune, type Office, type Offices } from "../../testing/offices";

let offices: Offices;
let commune: Office;

beforeAll(async () => {
  ({ offices, commune } = await districtAndCommune());
});
afterAll(() => offices.remove());

it("what was saved in the older copy is counted, and comes into the newer one by a file of exchange", async () => {
  const { roster, environment } = commune;
  const [older, newer] = ["cu.scb", "moi.scb"].map((name) => join(offices.folder, name));
  if (older === undefined || newer === undefined) return;
  const first = await commune.hires("Người Trước", "08173");
  copyFileSync(roster, older);
  await commune.edits("official", first, "phone=0900000001");
  renameSync(roster, newer);
  renameSync(older, roster);
  const missing = () => commune.opened((open) => missingOf(open, environment));
  expect(await missing()).toMatchObject({ changes: 1, since: null });
  const meanwhile = await commune.hires("Người Sau", "08173");
  expect(await missing()).toMatchObject({ changes: 1, since: { changes: 2 } });
  const stick = await commune.sends();
  renameSync(newer, roster);
  expect(await commune.field(first, "phone")).toBe("0900000001");
  expect(await commune.field(meanwhile, "fullName")).toBeUndefined();
  await commune.receives(stick);
  expect(await commune.field(first, "phone")).toBe("0900000001");
  expect(await commune.field(meanwhile, "fullName")).toBe("Người Sau");
  expect(await missing()).toBeNull();
  expect(await commune.json("verify", roster)).toMatchObject({ ok: true });
});
