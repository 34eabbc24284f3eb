// One row id written as two entities: tables and log say the same, in whatever order it came, and our own office stays ours.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { entities } from "../../../shared/domain/entities";
import { bytesToUuid } from "../../../shared/sync/bytes";
import { officeKeys } from "../../files/exchange/office-keys";
import { openPacket } from "../../files/exchange/packet-file";
import { sql } from "../../roster/file/sql";
import { packetOfSteps, type Step } from "../../testing/hostile-steps";
import { believing, type Office, packetsIn, testOffices } from "../../testing/offices";

const offices = testOffices();
let district: Office;
let commune: Office;
let person: string;
let number = 0;

beforeAll(async () => {
  district = await offices.office("huyen", "232");
  commune = await offices.office("xa", "08173");
  await believing(district, commune);
  person = await commune.hires("Người Của Xã", "08173", "birth=1981-01-01");
  await district.receives(await commune.sends("--for", await district.fingerprint()));
});
afterAll(() => offices.remove());

/** A packet that an office signs, with one op that none of its programs would write. */
async function forged(
  from: Office,
  to: Office,
  step: Pick<Step, "entity" | "row" | "fields">,
): Promise<string> {
  const sent = packetsIn(await from.sends("--for", await to.fingerprint()))[0] ?? "";
  const keys = officeKeys(to.environment.home);
  const like = await openPacket(readFileSync(sent), keys, sent);
  const whole = { ...step, create: true, lamport: 1, at: 0, user: "x", changeBack: 0, meta: null };
  const by = { by: officeKeys(from.environment.home), sealKey: keys.sealKey, like };
  const path = join(offices.stick(), "tep.scbsync");
  writeFileSync(path, await packetOfSteps(by, [whole], ++number));
  return path;
}

const apart = (row: string): Pick<Step, "entity" | "row" | "fields"> => ({
  entity: entities.keptApart.id,
  row,
  fields: new Map([
    [entities.keptApart.fields.one.id, row],
    [entities.keptApart.fields.other.id, person],
  ]),
});
const isWhole = async ({ run, roster }: Office) => (await run("verify", roster)).code === 0;

it("leaves no row in the table of an entity that it is not", async () => {
  const shown = await district.json<{ files: { removed: number }[] }>(
    "sync",
    "receive",
    district.roster,
    await forged(commune, district, apart(person)),
    "--dry-run",
  );
  const count = (): Promise<number> =>
    district.opened(({ db }) => db.value<number>(sql`SELECT count(*) FROM official`) ?? 0);
  expect(await count()).toBe(1);
  await district.receives(await forged(commune, district, apart(person)));
  expect(await isWhole(district)).toBe(true);
  // What a commune does to its own people is said before it is taken.
  expect([shown.files[0]?.removed, await count()]).toEqual([1, 0]);
});

it("leaves the reader's own office its own, whoever stands above", async () => {
  const own = await commune.opened(({ db }) =>
    bytesToUuid(db.value<Buffer>(sql`SELECT id FROM office ORDER BY pk LIMIT 1`) ?? new Uint8Array(16)),
  );
  const before = (await commune.run("sync", "keys", commune.roster)).stdout;
  await commune.receives(await forged(district, commune, apart(own)));
  expect((await commune.run("sync", "keys", commune.roster)).stdout).toBe(before);
  expect(await isWhole(commune)).toBe(true);
});
