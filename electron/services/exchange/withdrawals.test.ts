/**
 * A commune takes its own proposal back, with its program's commands or with a file that none of its programs would write:
 * what the district decided stands, at both offices, whatever came first.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { entities, presenceField } from "../../../shared/domain/entities";
import { decisionRowOf } from "../../../shared/sync/authority/decisions";
import { fromHex, uuidToBytes } from "../../../shared/sync/bytes";
import { everyOpOfRow } from "../../roster/log/op-rows";
import { type Forger, forger } from "../../testing/forged-files";
import type { WireValue } from "../../testing/hostile-values";
import type { Office, Offices } from "../../testing/offices";
import { decidedAt, type Proposing, proposing, waitingAt } from "../../testing/proposing";
import { kept } from "../../testing/put-back";

let offices: Offices;
let up: Proposing["up"];
let down: Proposing["down"];
let district: Office;
let commune: Office;
/** Serves in another commune. */
let other: string;
let proposal: string;
let forging: Forger;
let putBack: () => void;
const phone = "0900000001";

const decide = ({ json, roster }: Office, ...words: string[]) =>
  json("sync", "decide", roster, proposal, ...words);

beforeAll(async () => {
  ({ offices, district, commune, other, up, down } = await proposing());
  await commune.edits("official", other, `phone=${phone}`);
  proposal = (await waitingAt(commune))[0]?.id ?? "";
  await up();
  forging = await forger(commune, district);
  const [ofDistrict, ofCommune] = [kept(district, offices.folder), kept(commune, offices.folder)];
  putBack = () => {
    ofDistrict();
    ofCommune();
  };
});
afterAll(() => offices.remove());
beforeEach(() => putBack());

const verdicts = [
  ["--refuse", "refuse", null],
  ["--accept", "accept", phone],
] as const;

/** Nothing waits but what decides about nothing, and the person is shown as was decided. */
async function expectInForce(shown: string | null, ...all: readonly Office[]): Promise<void> {
  for (const office of all) {
    expect((await waitingAt(office)).filter(({ entity }) => entity !== "decision")).toEqual([]);
    expect(await office.field(other, "phone")).toBe(shown);
    expect(await office.conflicts()).toEqual([]);
    expect(await office.json("verify", office.roster)).toMatchObject({ ok: true });
  }
}

/** As `expectInForce`, and told as the district's decision. */
async function expectDecided(
  verdict: string,
  shown: string | null,
  ...all: readonly Office[]
): Promise<void> {
  await expectInForce(shown, ...all);
  const decidedBy = { user: "Văn phòng huyen" };
  for (const office of all)
    expect(await decidedAt(office)).toMatchObject([{ id: proposal, verdict, decidedBy }]);
}

const { verdict, reason } = entities.decision.fields;
const forgeries: readonly (readonly [string, ReadonlyMap<number, WireValue>])[] = [
  ["a refusal", new Map([[verdict.id, "refuse"]])],
  ["an acceptance", new Map([[verdict.id, "accept"]])],
  ["the removal of the decision", new Map([[presenceField, "x"]])],
  [
    "a refusal that is removed at once",
    new Map([
      [presenceField, "x"],
      [verdict.id, "refuse"],
    ]),
  ],
  ["another reason", new Map([[reason.id, "đã chấp nhận miệng"]])],
];

describe.each(verdicts)("what the district decided (%s)", (word, said, shown) => {
  it.each(forgeries)("stands against %s that a file of the commune writes over it", async (_, fields) => {
    await decide(district, word, "--note", "đã xem");
    const row = decisionRowOf(proposal);
    const before = await district.opened(({ db }) => everyOpOfRow(db, uuidToBytes(row)));
    expect(before).toHaveLength(1);
    const over = before.map(({ id }) => [fromHex(id), [...fields.keys()]] as const);
    const later = { lamport: (before[0]?.lamport ?? 0) + 10, create: false };
    const path = await forging.file(offices.stick(), [
      { entity: entities.decision.id, row, fields, over, ...later },
    ]);
    await district.receives(path);
    await expectDecided(said, shown, district);
    expect(await decidedAt(district)).toMatchObject([{ note: "đã xem" }]);
  });

  it("stands where the commune had withdrawn meanwhile, and took that back again", async () => {
    await decide(commune, "--withdraw");
    await decide(district, word);
    await up();
    await commune.json("undo", commune.roster);
    await up();
    await down();
    await expectInForce(shown, district, commune);
  });

  it("stands where the commune takes back a withdrawal of which the district knew", async () => {
    await decide(commune, "--withdraw");
    await up();
    expect(await decidedAt(district)).toMatchObject([{ verdict: "withdraw" }]);
    await commune.json("undo", commune.roster);
    await up();
    await decide(district, word);
    await up();
    await down();
    await expectDecided(said, shown, district, commune);
  });
});
