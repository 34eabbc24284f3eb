/**
 * The rosters that are measured. The nation's is made once and kept, as long as the sample that it was made by is the
 * same; the commune's is made from the people of Quảng Yên in the sample of Thanh Ba.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { thisMachine } from "../../electron/environment";
import { migrations } from "../../electron/roster/file/migrations/migrate";
import type { Edit } from "../../electron/roster/change-log";
import { currentShape } from "../../electron/roster/projection/shape";
import { removeFileNow } from "../../electron/files/rename";
import { officeRow } from "../../electron/roster/read/office";
import type { Environment } from "../../electron/services/environment";
import { createOfficeRoster, createSampleRoster, unitByCode } from "../../electron/services/new-roster";
import { sampleRows } from "../../shared/sample/sample";
import type { Bench } from "./section";

const nationSeed = 1;
/** The day that the nation's sample is made for. */
export const nationDay = "2025-12-31";
const communeCode = "08173";
const communeDay = "2021-10-01";

/** This machine as the services see it, with keys and settings in the bench's own folder. */
export function benchEnvironment(bench: Bench): Environment {
  process.env["SO_CAN_BO_HOME"] = join(bench.folder, "home");
  return thisMachine().environment;
}

/** Path of the nation's roster: 250,000 people in 3,321 communes. */
export function nationRoster(bench: Bench): Promise<string> {
  return madeOnce(bench, "nation");
}

/** The same people with full records. */
export function fullNationRoster(bench: Bench): Promise<string> {
  return madeOnce(bench, "nation-full");
}

async function madeOnce(bench: Bench, set: "nation" | "nation-full"): Promise<string> {
  const path = join(bench.folder, `${set}.scb`);
  const stamp = `${path}.made-by`;
  const madeBy = fingerprint(set);
  if (existsSync(path) && existsSync(stamp) && readFileSync(stamp, "utf8") === madeBy) return path;
  bench.say(`making the roster of ${set}, once…`);
  removeFileNow(path);
  const roster = await createSampleRoster(path, { set, seed: nationSeed }, benchEnvironment(bench));
  await roster.close();
  writeFileSync(stamp, madeBy);
  return path;
}

/** Path of a commune's roster: the 33 people who serve in Quảng Yên on 01/10/2021, and those who left. */
export async function communeRoster(bench: Bench): Promise<string> {
  mkdirSync(bench.folder, { recursive: true });
  const path = join(bench.folder, "commune.scb");
  removeFileNow(path);
  const environment = benchEnvironment(bench);
  const unit = unitByCode(communeCode, communeDay);
  const roster = await createOfficeRoster(path, unit.id, environment);
  const user = environment.caller().user;
  const commune = [...sampleRows({ set: "thanh-ba", seed: 1 }).communes()].find(
    ({ unitId }) => unitId === unit.id,
  );
  if (commune === undefined) throw new Error("The sample has no Quảng Yên");
  const create =
    (entity: "official" | "assignment" | "qualification") => (row: { id: string; fields: object }) =>
      ({ kind: "create", entity, id: row.id, fields: { ...row.fields } }) as Edit;
  const office = officeRow(roster.db);
  roster.log.write({
    action: "sample",
    user,
    edits: [
      ...commune.people.flatMap((person) => [
        create("official")(person),
        ...person.assignments.map(create("assignment")),
        ...person.qualifications.map(create("qualification")),
      ]),
      { kind: "update", entity: "office", id: office?.id ?? "", fields: { sampleAsOf: communeDay } },
    ],
  });
  await roster.close();
  return path;
}

/** Another sample or another shape of the tables makes another roster. */
function fingerprint(set: "nation" | "nation-full"): string {
  const sample = sampleRows({ set, seed: nationSeed });
  const first = sample.communes().next().value;
  const office = [sample.officeUnitId, ...sample.officeSpeaksFor];
  const rules = [office, sample.presets];
  return createHash("sha256")
    .update(JSON.stringify([migrations, currentShape, first, rules]))
    .digest("hex");
}
