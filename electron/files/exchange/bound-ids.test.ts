// New ids are bound to the key that the office has when they are made, from the first one after it was renewed on.
import { afterAll, describe, expect, it } from "vitest";
import { isBoundTo } from "../../../shared/sync/authority/bound-id";
import { toHex } from "../../../shared/sync/bytes";
import { newFolder, removeFolders } from "../../testing/packets";
import { boundIds } from "./bound-ids";
import { officeKeys, renewKeys } from "./office-keys";
import { sha256 } from "./verify-signature";

afterAll(removeFolders);

describe("the ids of a machine", () => {
  it("are bound to the key of the moment, and differ", () => {
    const home = newFolder();
    const newId = boundIds(home);
    // Before anything else asked for a key: the first id makes one.
    const first = newId();
    const key = toHex(officeKeys(home).signing.publicKey);
    const earlier = [first, ...Array.from({ length: 50 }, newId)];
    renewKeys(home);
    const renewed = toHex(officeKeys(home).signing.publicKey);
    const later = Array.from({ length: 50 }, newId);
    expect(renewed).not.toBe(key);
    expect(new Set([...earlier, ...later]).size).toBe(101);
    for (const [ids, bound, other] of [
      [earlier, key, renewed],
      [later, renewed, key],
    ] as const) {
      for (const id of ids)
        expect([isBoundTo(id, bound, sha256), isBoundTo(id, other, sha256)]).toEqual([true, false]);
    }
  });
});
