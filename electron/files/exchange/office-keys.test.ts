/** Stories of an office's keys: made once, renewed, stopped half-way, damaged. Packets for any of them stay readable. */
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { sameBytes, toHex } from "../../../shared/sync/bytes";
import { decodeCard } from "../../../shared/sync/packet/card-codec";
import { officeKey } from "../office-key";
import { makeCard, officeKeys, renewKeys } from "./office-keys";
import { openPacket } from "./packet-file";
import {
  expectRefusal,
  newFolder,
  newOffice,
  packetFor,
  removeFolders,
  testNow,
  testUnit,
} from "../../testing/packets";
import { verifySignature } from "./verify-signature";
import { host } from "../host-system";

afterAll(removeFolders);

const place = (home: string, name: string) => join(home, "keys", name);

describe("the keys of an office", () => {
  it("are made once, for this user only", () => {
    const home = newFolder();
    const keys = officeKeys(home);
    expect(toHex(officeKey(home).publicKey)).toBe(toHex(keys.signing.publicKey));
    expect(officeKeys(home).identities).toEqual(keys.identities);
    expect(keys.predecessor).toBeNull();
    if (!host.rightsAreModes) return;
    for (const name of ["office.pem", "office.age"])
      expect(statSync(place(home, name)).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(home, "keys")).sort()).toEqual(["office.age", "office.pem", "old"]);
  });

  it("keep a signing key that was there before packets were", () => {
    const home = newFolder();
    const { publicKey } = officeKey(home);
    expect(sameBytes(officeKeys(home).signing.publicKey, publicKey)).toBe(true);
  });

  it("make a card that proves itself, with names cleaned of what deceives", () => {
    const keys = officeKeys(newFolder());
    const card = makeCard(keys, { ...testUnit, office: " UBND xã\u202E\nQuảng   Yên\u0000" }, testNow);
    expect(card.office).toBe("UBND xã Quảng Yên");
    expect(decodeCard(card.bytes, verifySignature)).toEqual(card);
  });

  it("once renewed sign for the new card and still open what was for the old", async () => {
    const office = newOffice();
    const sender = newOffice();
    const { bytes } = await packetFor(sender, [office]);
    const renewed = renewKeys(office.home);
    const card = makeCard(renewed, testUnit, testNow);
    expect(toHex(renewed.signing.publicKey)).not.toBe(toHex(office.keys.signing.publicKey));
    expect(toHex(renewed.sealKey)).not.toBe(toHex(office.keys.sealKey));
    expect(toHex(card.renews?.signKey ?? new Uint8Array())).toBe(toHex(office.card.signKey));
    expect(decodeCard(card.bytes, verifySignature).renews).toEqual(card.renews);
    await expect(openPacket(bytes, renewed, "p")).resolves.toBeDefined();
    const again = renewKeys(office.home);
    await expect(openPacket(bytes, again, "p")).resolves.toBeDefined();
    expect(again.ownSignKeys.map(toHex)).toEqual(
      [again.signing.publicKey, renewed.signing.publicKey, office.card.signKey].map(toHex),
    );
    expect(again.predecessor && toHex(again.predecessor.publicKey)).toBe(toHex(renewed.signing.publicKey));
  });

  it("survive a stop after every step of a renewal", async () => {
    const office = newOffice();
    renewKeys(office.home);
    const before = officeKeys(office.home);
    const old = { ...office, keys: before, card: makeCard(before, testUnit, testNow) };
    const { bytes } = await packetFor(newOffice(), [old]);
    const done = newFolder();
    cpSync(office.home, done, { recursive: true });
    renewKeys(done);
    // In the order in which renewKeys writes: what was written last is what a stop leaves out.
    const written = [join("old", "0002.pem"), "office.age", "office.pem"];
    for (let steps = 0; steps <= written.length; steps++) {
      const home = newFolder();
      cpSync(office.home, home, { recursive: true });
      for (const name of written.slice(0, steps)) copyFileSync(place(done, name), place(home, name));
      const keys = officeKeys(home);
      const current = steps === written.length ? officeKeys(done) : before;
      expect(toHex(keys.signing.publicKey)).toBe(toHex(current.signing.publicKey));
      expect(toHex(keys.sealKey)).toBe(toHex(current.sealKey));
      expect(toHex(keys.predecessor?.publicKey ?? new Uint8Array())).toBe(
        toHex(current.predecessor?.publicKey ?? new Uint8Array()),
      );
      await expect(openPacket(bytes, keys, "p")).resolves.toBeDefined();
      await expect(openPacket(bytes, renewKeys(home), "p")).resolves.toBeDefined();
    }
  });

  it("are never replaced when damaged", async () => {
    for (const name of ["office.pem", "office.age", join("old", "0001.pem")]) {
      const home = newFolder();
      renewKeys(home);
      const text = readFileSync(place(home, name), "utf8");
      for (const damage of ["", text.slice(0, -20), text.replace(/[B-Y]{3}/, "BBB"), "\u0000".repeat(100)]) {
        if (damage === text) continue;
        writeFileSync(place(home, name), damage);
        await expectRefusal("home-damaged", () => officeKeys(home));
        await expectRefusal("home-damaged", () => renewKeys(home));
        expect(readFileSync(place(home, name), "utf8")).toBe(damage);
      }
    }
  });

  it("say that the home folder is unusable where nothing can be written", async () => {
    const home = newFolder();
    rmSync(home, { recursive: true });
    writeFileSync(home, "a file in the way");
    await expectRefusal("home-unusable", () => officeKeys(home));
  });

  it("say which of them is none where a folder has its name", async () => {
    const home = newFolder();
    mkdirSync(place(home, "office.age"), { recursive: true });
    await expectRefusal("home-damaged", () => officeKeys(home));
  });
});
