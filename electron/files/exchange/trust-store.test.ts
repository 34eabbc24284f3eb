/** Guards trust: it is given by people or by a trusted key, passed on once, and never lost or won by damage. */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { toHex } from "../../../shared/sync/bytes";
import { fingerprintOf } from "../../../shared/sync/packet/fingerprint";
import { makeCard, renewKeys } from "./office-keys";
import { checkSender } from "./sender";
import {
  expectRefusal,
  newFolder,
  newOffice,
  refusal,
  removeFolders,
  type TestOffice,
  testNow,
  testUnit,
} from "../../testing/packets";
import { TrustStore } from "./trust-store";
import { sha256 } from "./verify-signature";

afterAll(removeFolders);

const decision = { by: "Lê Thị Hoa", at: testNow };
const pathOf = (home: string) => join(home, "keys", "trusted.json");

function copyOf(home: string): string {
  const copy = newFolder();
  cpSync(home, copy, { recursive: true });
  return copy;
}

/** The office under its next key. */
function renewed(office: TestOffice, unit: Partial<typeof testUnit> = {}): TestOffice {
  const keys = renewKeys(office.home);
  return { ...office, keys, card: makeCard(keys, { ...testUnit, ...unit }, testNow + 1) };
}

describe("trusted offices", () => {
  it("are nobody at first, and those who were trusted later", () => {
    const home = newFolder();
    const office = newOffice();
    const store = new TrustStore(home);
    expect(store.list()).toEqual([]);
    expect(store.bySignKey(office.card.signKey)).toBeNull();
    const trusted = store.trust(office.card, "subordinate", decision);
    expect(trusted.fingerprint).toBe(fingerprintOf(office.card, sha256));
    for (const one of [store, new TrustStore(home)]) {
      expect(one.list()).toEqual([trusted]);
      expect(one.bySignKey(office.card.signKey)).toEqual(trusted);
      expect(one.byFingerprint(trusted.fingerprint)).toEqual(trusted);
      expect(one.byFingerprint("00000-".repeat(7).concat("00000"))).toBeNull();
    }
  });

  it("are seen as another program of the same user left them", () => {
    const home = newFolder();
    const [one, other] = [new TrustStore(home), new TrustStore(home)];
    const [a, b] = [newOffice(), newOffice()];
    one.trust(a.card, "superior", decision);
    other.trust(b.card, "neighbour", decision);
    expect(one.list().map(({ role }) => role)).toEqual(["superior", "neighbour"]);
    one.setRole(fingerprintOf(b.card, sha256), "recovery");
    expect(other.list().map(({ role }) => role)).toEqual(["superior", "recovery"]);
  });

  it("are no longer taken from once revoked, until compared with the paper again", async () => {
    const store = new TrustStore(newFolder());
    const { card } = newOffice();
    const { fingerprint } = store.trust(card, "same", decision);
    expect(checkSender(card, store, "p")).toMatchObject({ renews: false, office: { role: "same" } });
    expect(store.revoke(fingerprint, testNow + 5).revokedAt).toBe(testNow + 5);
    expect(store.revoke(fingerprint, testNow + 9).revokedAt).toBe(testNow + 5);
    await expectRefusal("sender-revoked", () => checkSender(card, store, "p"));
    store.trust(card, "same", decision);
    expect(checkSender(card, store, "p").office.revokedAt).toBeNull();
    const nobody = "12345-".repeat(7).concat("12345");
    await expectRefusal("office-unknown", () => store.revoke(nobody, testNow));
    await expectRefusal("office-unknown", () => store.setRole(nobody, "same"));
  });

  it("pass trust on to a key that they signed for, and stay welcome with the old one", async () => {
    const store = new TrustStore(newFolder());
    const office = newOffice();
    store.trust(office.card, "superior", decision);
    const newer = renewed(office);
    expect(checkSender(newer.card, store, "p")).toMatchObject({ renews: true, office: { role: "superior" } });
    expect(store.bySignKey(newer.card.signKey)).toBeNull();
    const passed = store.renewedBy(newer.card, testNow + 2);
    expect(passed).toMatchObject({
      role: "superior",
      trustedAt: testNow + 2,
      revokedAt: null,
      replacedBy: null,
    });
    expect(toHex(store.bySignKey(office.card.signKey)?.replacedBy ?? new Uint8Array())).toBe(
      toHex(newer.card.signKey),
    );
    expect(checkSender(newer.card, store, "p").renews).toBe(false);
    expect(checkSender(office.card, store, "p").renews).toBe(false);
    expect(store.renewedBy(newer.card, testNow + 3)).toBeNull();
    store.revoke(fingerprintOf(office.card, sha256), testNow + 4);
    await expectRefusal("sender-revoked", () => checkSender(office.card, store, "p"));
    expect(checkSender(newer.card, store, "p").renews).toBe(false);
  });

  it("pass nothing on when unknown, revoked, replaced already, or in another unit's name", async () => {
    const store = new TrustStore(newFolder());
    const stranger = newOffice();
    await expectRefusal("sender-unknown", () => checkSender(stranger.card, store, "p"));
    expect(store.renewedBy(renewed(stranger).card, testNow)).toBeNull();

    const moved = newOffice();
    store.trust(moved.card, "same", decision);
    const elsewhere = renewed(moved, { unitId: "02020202-0202-7202-8202-020202020202" });
    expect(store.renewedBy(elsewhere.card, testNow)).toBeNull();

    const twice = newOffice();
    store.trust(twice.card, "same", decision);
    // The thief of a key has a copy of its folder and renews it for himself.
    const thief = { ...twice, home: copyOf(twice.home) };
    expect(store.renewedBy(renewed(twice).card, testNow)).not.toBeNull();
    const stolen = renewed(thief);
    expect(store.renewedBy(stolen.card, testNow)).toBeNull();
    await expectRefusal("sender-unknown", () => checkSender(stolen.card, store, "p"));

    const revoked = newOffice();
    store.revoke(store.trust(revoked.card, "same", decision).fingerprint, testNow);
    expect(store.renewedBy(renewed(revoked).card, testNow)).toBeNull();
  });

  it("are believed under the unit and name that were compared, and under no others until compared again", async () => {
    const store = new TrustStore(newFolder());
    const office = newOffice();
    const confirmed = store.trust(office.card, "subordinate", decision);
    const others: readonly Partial<typeof testUnit>[] = [
      { unitId: "02020202-0202-7202-8202-020202020202" },
      { unitCode: "25" },
      { office: "UBND tỉnh Phú Thọ" },
    ];
    for (const change of others) {
      const card = makeCard(office.keys, { ...testUnit, ...change }, testNow + 1);
      await expectRefusal("sender-changed", () => checkSender(card, store, "p"));
      expect(store.list()).toEqual([confirmed]);
      // Nor by a new key that the trusted one signed for.
      const next = renewed({ ...office, home: copyOf(office.home) }, change);
      await expectRefusal("sender-changed", () => checkSender(next.card, store, "p"));
      expect(store.renewedBy(next.card, testNow)).toBeNull();
    }
    const moved = makeCard(office.keys, { ...testUnit, office: "UBND xã Quảng Yên mới" }, testNow + 2);
    const again = store.trust(moved, "neighbour", decision);
    expect(store.list()).toEqual([again]);
    expect(checkSender(moved, store, "p").office.role).toBe("neighbour");
    await expectRefusal("sender-changed", () => checkSender(office.card, store, "p"));
  });

  it("are all there or none is: a damaged list is refused and left alone", async () => {
    const home = newFolder();
    const store = new TrustStore(home);
    const { fingerprint } = store.trust(newOffice().card, "same", decision);
    store.revoke(store.trust(newOffice().card, "neighbour", decision).fingerprint, testNow);
    const whole = readFileSync(pathOf(home));
    const intact = store.list();
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 255 })),
        async (at, flip) => {
          const bytes = Buffer.from(flip === null ? whole.subarray(0, at) : whole);
          if (flip !== null) bytes[at] = (bytes[at] ?? 0) ^ flip;
          writeFileSync(pathOf(home), bytes);
          const reader = new TrustStore(home);
          if ((await refusal(() => reader.list())) === "accepted") {
            // A blank for another, or the line end that was cut off.
            expect(reader.list()).toEqual(intact);
            return;
          }
          await expectRefusal("home-damaged", () => reader.list());
          await expectRefusal("home-damaged", () => reader.setRole(fingerprint, "superior"));
          expect(readFileSync(pathOf(home)).equals(bytes)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
