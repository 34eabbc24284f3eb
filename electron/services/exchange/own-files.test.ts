/** Files of our own key: what another copy of the roster wrote is offered as such, with no other office in the world. */
import { copyFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { bringsUnheld } from "../../roster/read/unheld";
import { type Office, type Offices, packetsIn, testOffices } from "../../testing/offices";
import { testSettings } from "../../testing/settings";
import { Workspace } from "../workspace";
import { ExchangeDesk } from "./exchange-desk";
import { lookAt } from "./open-file";
import { ownOffice } from "./own-office";

let offices: Offices;
let commune: Office;

beforeEach(async () => {
  offices = testOffices();
  commune = await offices.office("xa", "08173");
});
afterEach(() => offices.remove());

async function atDesk<T>(work: (desk: ExchangeDesk) => T | Promise<T>): Promise<T> {
  const { environment, roster } = commune;
  const settings = testSettings(environment.home);
  const nothing = () => undefined;
  const workspace = new Workspace(environment, settings, { changed: nothing, progress: nothing });
  try {
    await workspace.open(roster);
    return await work(new ExchangeDesk(workspace, nothing));
  } finally {
    await workspace.close();
    await settings.settled();
  }
}

const statesIn = async (folder: string) =>
  atDesk(async (desk) => (await desk.find(folder)).packets.map(({ state }) => state));

/** Writes a file for our own office. @returns its folder */
async function sendsToItself(): Promise<string> {
  const stick = offices.stick();
  const own = await commune.fingerprint();
  await atDesk((desk) => desk.send([own], stick));
  return stick;
}

it("offers what another copy of the roster wrote, takes it in, and knows it then", async () => {
  const { roster } = commune;
  const [older, newer] = [join(offices.folder, "cu.scb"), join(offices.folder, "moi.scb")];
  const first = await commune.hires("Người Trước", "08173");
  copyFileSync(roster, older);
  await commune.edits("official", first, "phone=0900000001");
  const before = await sendsToItself();
  renameSync(roster, newer);
  renameSync(older, roster);
  expect(await statesIn(before)).toEqual(["ownNew"]);
  const meanwhile = await commune.hires("Người Sau", "08173");
  const stick = await sendsToItself();
  expect(await statesIn(stick)).toEqual(["own"]);
  renameSync(newer, roster);
  expect(await statesIn(before)).toEqual(["own"]);
  expect(await statesIn(stick)).toEqual(["ownNew"]);
  await atDesk(async (desk) => {
    const [file] = (await desk.find(stick)).packets;
    await desk.preview([file?.path ?? ""]);
    desk.apply([]);
  });
  expect(await statesIn(stick)).toEqual(["held"]);
  expect(await commune.field(first, "phone")).toBe("0900000001");
  expect(await commune.field(meanwhile, "fullName")).toBe("Người Sau");
  // Everything of both is there, so that a file which was never received brings nothing either.
  expect(await statesIn(before)).toEqual(["own"]);
  expect(await commune.json("verify", roster)).toMatchObject({ ok: true });
});

it("counts nothing as lacking that the file leaves out on purpose", async () => {
  const district = await offices.office("huyen", "232");
  await district.trusts(commune, "subordinate");
  await commune.trusts(district, "superior");
  await district.hires("Người Xã", "08173");
  await district.hires("Người Huyện", "232");
  await district.hires("Người Xã Khác", "08173");
  const stick = await district.sends("--for", await commune.fingerprint());
  const [path = ""] = packetsIn(stick);
  const isMore = () =>
    commune.opened(async (roster) => {
      const { opened } = await lookAt(path, ownOffice(roster, commune.environment));
      return opened !== null && bringsUnheld(roster.db, opened.manifest);
    });
  expect(await isMore()).toBe(true);
  await commune.receives(stick);
  expect(await isMore()).toBe(false);
});
