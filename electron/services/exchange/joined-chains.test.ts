/**
 * A small file of a trusted office that joins its own people one into the next, in a line or in a circle: it is received,
 * tables and log agree, and no record is looked at again for each of the others.
 */
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { entities, presenceField } from "../../../shared/domain/entities";
import { joinedInto } from "../../../shared/sync/fold";
import { OpenRemovals } from "../../roster/projection/open-removals";
import { rowFields } from "../../roster/read/rows";
import { type ForgedOp, type Forger, forger } from "../../testing/forged-files";
import { districtAndCommune, type Office, type Offices } from "../../testing/offices";
import { kept } from "../../testing/put-back";
import { receivesWhole } from "../../testing/receive-whole";

const count = 40;

let offices: Offices;
let district: Office;
let commune: Office;
let forge: Forger;
let putBack: () => void;

beforeAll(async () => {
  ({ offices, district, commune } = await districtAndCommune());
  await commune.hires("Người Của Xã", "08173");
  await district.receives(await commune.sends("--for", await district.fingerprint()));
  forge = await forger(commune, district);
  putBack = kept(district, offices.folder);
});
afterAll(() => offices.remove());

function joins(people: readonly string[], into: (place: number) => string | undefined): ForgedOp[] {
  const entity = entities.official.id;
  return people.flatMap((row, place) => {
    const name = new Map([[entities.official.fields.fullName.id, `Người Tên ${place}`]]);
    const made = { entity, row, create: true, fields: name };
    const next = into(place);
    if (next === undefined) return [made];
    const fields = new Map([[presenceField, joinedInto(next)]]);
    return [made, { entity, row, create: false, lamport: 5, fields }];
  });
}

it.each([
  ["line", (people: readonly string[]) => people.at(-1)],
  ["circle", (people: readonly string[]) => [...people].sort()[0]],
])("a %s of joins leaves one in view, and looks at each a few times", async (shape, left) => {
  putBack();
  const people = Array.from({ length: count }, () => commune.environment.newId());
  const into = (place: number) => people[shape === "circle" ? (place + 1) % count : place + 1];
  const file = await forge.file(offices.stick(), joins(people, into));
  const looks = vi.spyOn(OpenRemovals.prototype, "isLeastOfCircle");
  try {
    await receivesWhole(district, file);
    expect(looks.mock.calls.length).toBeLessThan(6 * count);
  } finally {
    looks.mockRestore();
  }
  const inView = await district.opened(({ db }) =>
    people.filter((id) => rowFields(db, "official", id) !== null),
  );
  expect(inView).toEqual([left(people)]);
  expect(await district.json("verify", district.roster)).toMatchObject({ ok: true, problems: [] });
});
