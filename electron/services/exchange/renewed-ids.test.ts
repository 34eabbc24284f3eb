/**
 * An office whose key was renewed: rows that it made under the earlier key stay its own, those made since are bound to the
 * new one, and a neighbour that begins either again, with the least clock there is, takes nothing.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ProposalData } from "../../../shared/contract/schemas/proposals";
import { entities } from "../../../shared/domain/entities";
import { isBoundTo } from "../../../shared/sync/authority/bound-id";
import { toHex } from "../../../shared/sync/bytes";
import { officeKeys } from "../../files/exchange/office-keys";
import { sha256 } from "../../files/exchange/verify-signature";
import { type ForgedOp, type Forger, forger } from "../../testing/forged-files";
import { believing, type Office, packetsIn, testOffices } from "../../testing/offices";
import { kept } from "../../testing/put-back";
import { shownReading } from "../../testing/reading";

const offices = testOffices();
let district: Office;
let commune: Office;
let neighbour: Office;
/** Made before the key was renewed, and after. */
let people: readonly [earlier: string, later: string];
let keys: readonly [earlier: string, later: string];
let file: string;
let forging: Forger;
let before: () => void;
let after: () => void;

const keyOf = (office: Office) => toHex(officeKeys(office.environment.home).signing.publicKey);
const toDistrict = async (office: Office) =>
  packetsIn(await office.sends("--for", await district.fingerprint()))[0] ?? "";

beforeAll(async () => {
  district = await offices.office("huyen", "232");
  commune = await offices.office("xa", "08173");
  neighbour = await offices.office("xa-khac", "08203");
  await believing(commune, district);
  await believing(neighbour, district);
  const earlier = await commune.hires("Người Trước", "08173", "phone=1");
  const earlierKey = keyOf(commune);
  await district.receives(await toDistrict(commune));
  forging = await forger(neighbour, district);
  before = kept(district, offices.folder);
  await commune.json("sync", "keys", commune.roster, "--renew");
  const later = await commune.hires("Người Sau", "08173", "phone=1");
  await commune.edits("official", earlier, "phone=2");
  keys = [earlierKey, keyOf(commune)];
  people = [earlier, later];
  file = await toDistrict(commune);
  await district.receives(file);
  after = kept(district, offices.folder);
});
afterAll(() => offices.remove());
beforeEach(() => after());

/** The neighbour begins both rows again, as people and as something else, and goes on writing in them. */
function begunAgain(): ForgedOp[] {
  const official = {
    entity: entities.official.id,
    fields: new Map([[entities.official.fields.fullName.id, "Lạ"]]),
  };
  const post = { entity: entities.post.id, fields: new Map([[entities.post.fields.key.id, "la"]]) };
  return people.flatMap((row) => [
    { ...official, row, create: true },
    { ...post, row, create: true },
    { ...official, row, create: false, lamport: 1000 },
  ]);
}

const phones = async () => [
  await district.field(people[0], "phone"),
  await district.field(people[1], "phone"),
];

describe("people of an office whose key was renewed", () => {
  it("have ids that are bound to the key of the time", () => {
    expect(keys[0]).not.toBe(keys[1]);
    const bound = people.map((id) => keys.map((key) => isBoundTo(id, key, sha256)));
    expect(bound).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it("are its own under either key: what it writes of them counts, and waits for nobody", async () => {
    expect(await phones()).toEqual(["2", "1"]);
    await commune.edits("official", people[0], "phone=3");
    await commune.edits("official", people[1], "phone=3");
    await district.receives(await toDistrict(commune));
    expect(await phones()).toEqual(["3", "3"]);
    const waiting = ["sync", "proposals", district.roster] as const;
    expect((await district.json<{ proposals: ProposalData[] }>(...waiting)).proposals).toEqual([]);
    expect(await district.json("verify", district.roster)).toMatchObject({ ok: true, problems: [] });
  });

  it("are no neighbour's who begins them again", async () => {
    const was = await district.opened(shownReading);
    await district.receives(await forging.file(offices.stick(), begunAgain()));
    expect(await district.opened(shownReading)).toEqual(was);
    expect(await district.json("verify", district.roster)).toMatchObject({ ok: true, problems: [] });
  });

  it("are no neighbour's whose file came before the new key was heard of", async () => {
    before();
    await district.receives(await forging.file(offices.stick(), begunAgain()));
    expect(await district.field(people[0], "fullName")).toBe("Người Trước");
    await district.receives(file);
    expect(await phones()).toEqual(["2", "1"]);
    for (const [place, name] of ["Người Trước", "Người Sau"].entries())
      expect(await district.field(people[place] ?? "", "fullName")).toBe(name);
    expect(await district.json("verify", district.roster)).toMatchObject({ ok: true, problems: [] });
  });
});
