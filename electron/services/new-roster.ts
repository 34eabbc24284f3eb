/**
 * Making rosters: a new one for an office from the shipped lists, and the sample ones.
 *
 * A roster appears under its name only when it is whole, so that a half-filled one is never opened by mistake.
 */
import { appError } from "../../shared/contract/errors";
import type { EntityName, FieldValue } from "../../shared/domain/entities";
import { unitTypes } from "../../shared/domain/values";
import { isoToPacked } from "../../shared/domain/partial-date";
import { presetRows, unitRow } from "../../shared/catalog/preset-rows";
import {
  ancestorsOf,
  childrenOf,
  predecessorsOf,
  type ShippedUnit,
  shippedUnit,
  unitOnDate,
} from "../../shared/catalog/units";
import { unitLabel } from "../../shared/catalog/unit-types";
import { sampleRows } from "../../shared/sample/sample";
import type { SamplePerson, SampleSet } from "../../shared/sample/types";
import type { Edit } from "../roster/change-log";
import { createRoster } from "../roster/create-roster";
import type { Roster } from "../roster/roster";
import type { Environment } from "./environment";

/** The shipped unit of a code on a day. @param on ISO day @throws AppError unit-unknown */
export function unitByCode(code: string, on: string): ShippedUnit {
  const unit = unitOnDate(code, isoToPacked(on));
  if (unit === null) throw appError("unit-unknown", { code, on });
  return unit;
}

/**
 * Creates a roster that a unit's office keeps, with its units, the posts and the standard sets.
 *
 * Its units are the office's own, those above it, below it and beside it (people come from and go to neighbours),
 * and those they were formed from.
 * @throws AppError unit-unknown, name-refused, roster-exists, folder-missing, folder-readonly, disk-full
 */
export async function createOfficeRoster(
  path: string,
  unitId: string,
  environment: Environment,
): Promise<Roster> {
  const unit = shippedUnit(unitId);
  if (unit === null) throw appError("unit-unknown", { code: unitId, on: "" });
  return createRoster(path, environment, (roster) => {
    roster.log.ship([...unitsAround(unit).map(unitRow), ...presetRows()]);
    writeOffice(roster, environment, { unit: unit.id, name: `UBND ${unitLabel(unit)}` });
  });
}

export interface SampleOptions {
  readonly set: SampleSet;
  readonly seed: number;
  readonly onProgress?: (people: number) => void;
  readonly signal?: AbortSignal;
}

/** Creates a sample roster of made-up people. @throws AppError as createOfficeRoster, cancelled */
export async function createSampleRoster(
  path: string,
  options: SampleOptions,
  environment: Environment,
): Promise<Roster> {
  return createRoster(path, environment, async (roster) => {
    const sample = sampleRows({ set: options.set, seed: options.seed });
    const user = environment.caller().user;
    const units = sample.units.map((row) => ({ ...row, shipped: shippedUnit(row.id) }));
    roster.log.ship([
      ...units.flatMap(({ shipped }) => (shipped === null ? [] : [unitRow(shipped)])),
      ...sample.presets,
    ]);
    const { officeUnitId: unit, officeName: name, asOf: sampleAsOf, officeSpeaksFor } = sample;
    writeOffice(roster, environment, { unit, name, sampleAsOf }, officeSpeaksFor);
    // What no list ships has an author: nobody's rows are taken from a file only where every program has them.
    const own = units.flatMap(({ id, fields, shipped }) => ownUnitEdits(id, fields, shipped));
    if (own.length > 0) roster.log.write({ action: "sample", user, edits: own });
    let people = 0;
    const everybody: SamplePerson[] = [];
    for (const commune of sample.communes()) {
      const edits = commune.people.flatMap(({ id, fields, assignments, qualifications, further }): Edit[] => [
        createOf({ entity: "official", id, fields }),
        ...assignments.map((row) => createOf({ entity: "assignment", ...row })),
        ...qualifications.map((row) => createOf({ entity: "qualification", ...row })),
        ...further.map(createOf),
      ]);
      roster.log.write({ action: "sample", user, edits });
      people += commune.people.length;
      if (sample.classes !== undefined) everybody.push(...commune.people);
      options.onProgress?.(people);
      await environment.pause();
      if (options.signal?.aborted === true) throw appError("cancelled");
    }
    const classes = sample.classes?.(everybody) ?? [];
    if (classes.length > 0) roster.log.write({ action: "sample", user, edits: classes.map(createOf) });
  });
}

/** What the sample says of a unit beside the shipped list. */
function ownUnitEdits(id: string, fields: NewRow["fields"], shipped: ShippedUnit | null): Edit[] {
  if (shipped === null) return [createOf({ entity: "unit", id, fields })];
  const known: Readonly<Record<string, FieldValue>> = unitRow(shipped).fields;
  const more = Object.entries(fields).filter(([field, value]) => known[field] !== value);
  return more.length === 0 ? [] : [{ kind: "update", entity: "unit", id, fields: Object.fromEntries(more) }];
}

function unitsAround(unit: ShippedUnit): ShippedUnit[] {
  const ancestors = ancestorsOf(unit.id);
  const parent = ancestors[0];
  const day = unit.validFrom === null ? null : isoToPacked(unit.validFrom);
  const beside = unit.level === "commune" && parent !== undefined ? childrenOf(parent.id, day) : [];
  const below = descendantsOf(unit);
  const own = [...ancestors, ...beside, unit, ...below];
  const before = [unit, ...below].flatMap((one) => predecessorsOf(one.id));
  const all = new Map([...own, ...before].map((one) => [one.id, one]));
  // A predecessor brings the units above it, or its row would refer to a unit that is not in the roster.
  for (const one of before) for (const above of ancestorsOf(one.id)) all.set(above.id, above);
  return parentsFirst([...all.values()], all);
}

function descendantsOf(unit: ShippedUnit): ShippedUnit[] {
  return childrenOf(unit.id, null).flatMap((child) => [child, ...descendantsOf(child)]);
}

/** Referenced units go before those that refer to them. */
function parentsFirst(units: readonly ShippedUnit[], known: ReadonlyMap<string, ShippedUnit>): ShippedUnit[] {
  const written = new Map<string, ShippedUnit>();
  const visit = (unit: ShippedUnit): void => {
    if (written.has(unit.id)) return;
    const needed = [unit.parentId, ...unit.predecessors].flatMap((id) =>
      id === null ? [] : (known.get(id) ?? []),
    );
    for (const one of needed) visit(one);
    written.set(unit.id, unit);
  };
  for (const unit of units) visit(unit);
  return [...written.values()];
}

/** A row of any entity, as the shipped lists and the sample hand it over. */
interface NewRow {
  readonly entity: EntityName;
  readonly id: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
}

/**
 * The office that keeps the roster: its first own change.
 * @param speaksFor other units that it answers for: an office speaks for every unit that its row ever named
 */
/** Makes the office of a unit that a roster knows, and notes that it keeps the roster. */
export function writeOfficeOf(
  roster: Roster,
  environment: Environment,
  { id, type, name }: { readonly id: string; readonly type: string; readonly name: string },
): void {
  const known = unitTypes.find((one) => one === type);
  const label = known === undefined ? name : unitLabel({ type: known, name });
  writeOffice(roster, environment, { unit: id, name: `UBND ${label}` });
}

function writeOffice(
  roster: Roster,
  environment: Environment,
  fields: Readonly<Record<string, FieldValue>>,
  speaksFor: readonly string[] = [],
): void {
  const id = environment.newId();
  const rows = [...speaksFor.map((unit) => ({ ...fields, unit })), fields];
  roster.log.write({
    action: "init",
    user: environment.caller().user,
    edits: rows.map((row, place) => ({
      kind: place === 0 ? "create" : "update",
      entity: "office",
      id,
      fields: row,
    })),
  });
  roster.log.keepOffice(id);
}

function createOf({ entity, id, fields }: NewRow): Edit {
  return { kind: "create", entity, id, fields: { ...fields } };
}
