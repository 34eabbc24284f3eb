/**
 * Offices of three levels that stand to each other as real ones do: each knows whose a key is by the cards that it
 * compared, and by what those above and its own say of others. On this stage it shows whether offices that hold the same
 * ops and the same decisions show the same.
 */
import type { Standing } from "../../../shared/domain/authority";
import { temporaryDatabase } from "../../roster/file/connect";
import { writeHandle } from "../../roster/file/handle";
import { sql } from "../../roster/file/sql";
import { createTables } from "../../roster/projection/schema";
import { toHex } from "../../../shared/sync/bytes";

import type { Edit } from "../../roster/edit/edits";
import { unsaid } from "../../roster/read/credentials";
import { readerOf } from "../../roster/log/own-keys";
import { allStandings, judgeOf } from "../../roster/log/standings";
import { districtId, type PlayOffice, provinceId, unitIds } from "./office";
import type { Stage } from "./stage";

/** Units of the offices by their place in the play, with the place of the one above. */
export const ranks = [
  { unit: provinceId, above: null },
  { unit: districtId, above: 0 },
  { unit: unitIds[0], above: 1 },
  { unit: unitIds[1], above: 1 },
  { unit: unitIds[2], above: 0 },
] as const;

/** The unit of an office, as its own row said first. */
function unitOf({ handle }: PlayOffice): string {
  return readerOf(handle).units[0] ?? "";
}

/** Sets rosters up for the offices of units, as the making of a roster does. */
function setUp(stage: Stage, office: PlayOffice, unit: string): void {
  const id = office.log.newId();
  stage.write(office, [{ kind: "create", entity: "office", id, fields: { unit, name: office.name } }]);
  office.log.keepOffice(id);
}

/** Somebody compares another office's card with the paper: from then on its files are taken, and its key is known. */
export function compare(stage: Stage, office: PlayOffice, other: PlayOffice): void {
  stage.revoked.get(office)?.delete(toHex(other.key));
  tie(stage, office, toHex(other.key), unitOf(other));
}

/** Says whose a key is, unless that is known. */
export function tie(stage: Stage, office: PlayOffice, key: string, unit: string): void {
  tieAll(stage, office, [{ key, unit }]);
}

function tieAll(
  stage: Stage,
  office: PlayOffice,
  ties: readonly { readonly key: string; readonly unit: string }[],
): void {
  const missing = unsaid(
    office.handle,
    ties.map((one) => ({ ...one, office: "" })),
  );
  const edits = missing.map(({ key, unit }): Edit => {
    return { kind: "create", entity: "credential", id: office.log.newId(), fields: { key, unit } };
  });
  if (edits.length > 0) stage.write(office, edits);
}

/** Each office is set up; those above and below each other know their keys, but for the last one of all. */
export function beginRanks(stage: Stage): void {
  for (const [place, office] of stage.offices.entries()) setUp(stage, office, ranks[place]?.unit ?? "");
  for (const [place, office] of stage.offices.slice(0, -1).entries()) {
    const above = ranks[place]?.above ?? null;
    if (above === null) continue;
    compare(stage, office, stage.office(above));
    compare(stage, stage.office(above), office);
  }
}

/** Which keys an office knows, and of which units: "key unit". */
export function keysKnown({ handle }: PlayOffice): string[] {
  const { offices } = judgeOf(handle);
  return [...offices.keys()]
    .flatMap((key) => [...offices.unitsOf(key)].map((unit) => `${key} ${unit}`))
    .sort();
}

/** Everybody comes to know whose every key is, also of machines that went on under another; nobody is left out. */
export function compareAll(stage: Stage): void {
  stage.revoked.clear();
  const known = new Set(stage.offices.flatMap(keysKnown));
  for (const office of stage.offices) {
    const unit = unitOf(office);
    for (const key of [...readerOf(office.handle).keys, toHex(office.key)]) known.add(`${key} ${unit}`);
  }
  const ties = [...known].map((one) => {
    const [key = "", unit = ""] = one.split(" ");
    return { key, unit };
  });
  for (const office of stage.offices) tieAll(stage, office, ties);
}

/** How each op stands at an office that does not count, by hash. */
export function standingsOf({ handle }: PlayOffice): Map<string, Standing> {
  const rows = handle.raw<[Buffer, Standing]>(
    sql`SELECT hash, standing FROM op WHERE standing <> 0 ORDER BY hash`,
  );
  return new Map(rows.map(([hash, stands]) => [toHex(hash), stands]));
}

/** The same, worked out from nothing. */
export function standingsAnew({ handle }: PlayOffice): Map<string, Standing> {
  const db = temporaryDatabase();
  try {
    const target = writeHandle(db, "");
    createTables(target);
    const work = allStandings(handle, target, readerOf(handle));
    let step = work.next();
    while (step.done !== true) step = work.next();
    const hashes = [...step.value].map(([id, stands]): [string, Standing] => [
      toHex(handle.value<Buffer>(sql`SELECT hash FROM op WHERE id = ${id}`) ?? new Uint8Array()),
      stands,
    ]);
    return new Map(hashes.sort(([a], [b]) => (a < b ? -1 : 1)));
  } finally {
    db.close();
  }
}
