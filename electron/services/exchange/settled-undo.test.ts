/** Undo after a settlement: offered where it gives something back, and told as what it is; elsewhere one sentence says why. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { entities } from "../../../shared/domain/entities";
import { officeKeys } from "../../files/exchange/office-keys";
import { openPacket } from "../../files/exchange/packet-file";
import { packetOfSteps } from "../../testing/hostile-steps";
import { districtAndCommune, type Office, type Offices, packetsIn } from "../../testing/offices";
import { undoState } from "../changes";
import { keepShown } from "./unreadable";

let offices: Offices;
let commune: Office;
let district: Office;
let person: string;

beforeEach(async () => {
  ({ offices, district, commune } = await districtAndCommune());
  person = await commune.hires("Nguyễn Văn Rời", "08173", "phone=1", "birth=1980-05-12");
  await district.receives(await commune.sends());
});
afterEach(() => offices.remove());

/** The district has a phone of its own, and then gets the commune's. */
async function disagree(): Promise<void> {
  await commune.edits("official", person, "phone=22");
  await district.edits("official", person, "phone=33");
  await district.receives(await commune.sends());
}

/** @returns the value that is shown now */
async function settles(shown: boolean): Promise<unknown> {
  const [open] = await district.conflicts();
  const value = open?.values.find((one) => one.shown === shown);
  await district.json("sync", "resolve", district.roster, open?.id ?? "", "--keep", value?.id ?? "");
  return value?.value;
}

const offered = () =>
  district.opened(async (roster) => {
    const { undo, settled } = undoState(roster);
    return { action: undo?.action ?? null, settled };
  });
async function refused(...words: string[]): Promise<unknown> {
  const { stderr } = await district.run("undo", district.roster, ...words, "--json");
  return (JSON.parse(stderr) as { error: { code: string } }).error.code;
}

it("gives the value from before back, and says that the conflict stays settled", async () => {
  await disagree();
  const before = await district.field(person, "phone");
  const kept = await settles(false);
  expect(await district.field(person, "phone")).toBe(kept);
  expect(await offered()).toEqual({ action: "settle", settled: false });
  const { stdout } = await district.run("undo", district.roster);
  expect(stdout).toContain("mâu thuẫn vẫn coi như đã giải quyết");
  expect(await district.field(person, "phone")).toBe(before);
  expect(await district.conflicts()).toEqual([]);
  // What is done again settles as before, and can be taken back once more; an undo of an edit says nothing of conflicts.
  const again = await district.json<{ staysSettled: boolean }>(
    "undo",
    district.roster,
    String(await undone()),
  );
  expect(again.staysSettled).toBe(false);
  expect(await district.field(person, "phone")).toBe(kept);
  expect(await district.json("undo", district.roster)).toMatchObject({ staysSettled: true });
  await district.edits("official", person, "phone=44");
  expect(await district.json("undo", district.roster)).toMatchObject({ staysSettled: false });
});

const undone = () => district.opened((roster) => undoState(roster).redo?.id);

it("is not offered where the value that was shown was chosen, nor what was done before instead", async () => {
  await disagree();
  const id = await newestAfter(() => settles(true));
  expect(await offered()).toEqual({ action: null, settled: true });
  expect(await refused()).toBe("undo-settled");
  expect(await refused(String(id))).toBe("undo-settled");
  await district.edits("official", person, "phone=44");
  expect(await offered()).toEqual({ action: "edit", settled: false });
});

describe("a record that one office removed and the other changed", () => {
  const decides = async (removed: boolean) => {
    await commune.edits("official", person, "phone=22");
    await district.json("remove", district.roster, "official", person, "--reason", "Nhập trùng");
    await district.receives(await commune.sends());
    const [open] = await district.conflicts();
    const value = open?.values.find((one) => (one.value !== null) === removed);
    await district.json("sync", "resolve", district.roster, open?.id ?? "", "--keep", value?.id ?? "");
  };
  const posts = async () => {
    const shown = await district.json<{ rows: { assignment: unknown[] } }>("show", district.roster, person);
    return shown.rows.assignment.length;
  };

  it("is kept with its posts, which no undo takes out", async () => {
    await decides(false);
    expect(await offered()).toEqual({ action: null, settled: true });
    expect(await refused()).toBe("undo-settled");
    expect(await posts()).toBe(1);
  });

  it("comes back with its posts where its removal is taken back", async () => {
    await decides(true);
    expect(await district.field(person, "phone")).toBeUndefined();
    expect(await district.json("undo", district.roster)).toMatchObject({ staysSettled: true });
    expect(await district.field(person, "phone")).toBe("22");
    expect(await posts()).toBe(1);
  });
});

it("is not offered where what is shown was kept instead of what cannot be read", async () => {
  const [like = ""] = packetsIn(await commune.sends());
  const keys = officeKeys(district.environment.home);
  const by = officeKeys(commune.environment.home);
  const forging = { by, sealKey: keys.sealKey, like: await openPacket(readFileSync(like), keys, like) };
  const { official } = entities;
  const fields = new Map([[official.fields.birth.id, "9999-99-99"]]);
  const around = { lamport: 1000, at: 0, user: "Xã", changeBack: 0, meta: null, create: false };
  const path = join(offices.stick(), "tep.scbsync");
  const step = { ...around, entity: official.id, row: person, fields };
  writeFileSync(path, await packetOfSteps(forging, [step], 1));
  await district.receives(path);
  await district.opened((roster) => keepShown(roster, { entity: "official", rowId: person, field: "birth" }));
  expect(await offered()).toEqual({ action: null, settled: true });
  expect(await refused()).toBe("undo-settled");
  expect(await district.field(person, "birth")).toBe("1980-05-12");
});

/** @returns the number of the change that was written */
async function newestAfter(work: () => Promise<unknown>): Promise<number> {
  await work();
  const log = await district.json<{ changes: { id: number; action: string }[] }>("log", district.roster);
  const found = log.changes.find(({ action }) => action === "settle");
  return found?.id ?? -1;
}
