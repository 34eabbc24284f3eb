/** How complete files are against a curriculum vitae form: by unit, person by person, and for one person what to do next. */
import type { PersonFile } from "../../shared/completeness/answer";
import { type CurriculumForm, formItems } from "../../shared/completeness/forms";
import { firstGap, standingOf } from "../../shared/completeness/standing";
import type { CallResult } from "../../shared/contract/contract";
import { appError } from "../../shared/contract/errors";
import type {
  CompletenessCounts,
  CompletenessPerson,
  CompletenessTable,
} from "../../shared/contract/schemas/completeness";
import { isoToPacked, type PackedDay } from "../../shared/domain/partial-date";
import { type PostCategory, postCategories } from "../../shared/domain/values";
import { peopleBehind } from "../../shared/statistics/people";
import { type Snapshot, unpostedPeople } from "../../shared/statistics/snapshot";
import { officialGridRows, officialRecord, type OfficialRecordRows } from "../roster/read/officials";
import type { FormMarks } from "../roster/read/index/file-marks";
import { isOfficeWide } from "../roster/read/index/office-wide";
import type { RosterIndex } from "../roster/read/index/roster-index";
import type { OpenRoster } from "./open-roster";
import { isOwnCommune } from "./statistics";

export interface CompletenessQuestion {
  readonly form: CurriculumForm;
  /** ISO day. */
  readonly on: string;
  /** Null: the whole roster. */
  readonly unitId: string | null;
  /** Only the unit itself, not what is below it. */
  readonly unitOnly?: boolean;
  readonly kinds: readonly PostCategory[];
}

/** Everybody asked about, by units in their order and in each by name, all of one state of the roster. */
interface Asked {
  readonly roster: OpenRoster;
  readonly index: RosterIndex;
  readonly marks: FormMarks;
  readonly snapshot: Snapshot;
  readonly form: CurriculumForm;
  readonly day: PackedDay;
  /** 1 at the index of each unit in scope; null: all. */
  readonly scope: Uint8Array | null;
  /** Indices of the facts. */
  readonly people: Int32Array;
}

/** @param roster as it is known at the moment asked about @throws AppError row-unknown, roster-damaged */
async function asked(roster: OpenRoster, question: CompletenessQuestion): Promise<Asked> {
  const { form, on, unitId, unitOnly = false, kinds } = question;
  const day = isoToPacked(on);
  const index = await roster.index();
  const { catalog } = index;
  const unit = unitId === null ? null : catalog.unitOfId(unitId);
  if (unitId !== null && unit === null) throw appError("row-unknown", { id: unitId });
  const nameList = await index.nameList;
  const marks = await index.files.on(day, roster.surroundings.pause);
  const scope = unit === null ? null : catalog.scopeOf(unit);
  const snapshot = index.snapshot(day, kinds);
  const filter = unit === null ? {} : unitOnly ? { unit: unit.index } : { units: scope ?? new Uint8Array(0) };
  const byName = peopleBehind(snapshot, filter, nameList.order);
  return { roster, index, marks, snapshot, form, day, scope, people: byUnit(index, snapshot, byName) };
}

/** Parts people by unit, the units in Vietnamese order of their names; within a unit the order stays. */
function byUnit({ catalog }: RosterIndex, { columns }: Snapshot, people: Int32Array): Int32Array {
  const starts = new Int32Array(catalog.units.length);
  for (const person of people) {
    const unit = columns.unit[person] ?? 0;
    starts[unit] = (starts[unit] ?? 0) + 1;
  }
  let at = 0;
  for (const { index } of catalog.unitsByName) {
    const count = starts[index] ?? 0;
    starts[index] = at;
    at += count;
  }
  const parted = new Int32Array(at);
  for (const person of people) {
    const unit = columns.unit[person] ?? 0;
    const place = starts[unit] ?? 0;
    parted[place] = person;
    starts[unit] = place + 1;
  }
  return parted;
}

/**
 * Counts by unit, as the table of figures has them: the communes of the office that exist on the day, and any other unit
 * that somebody serves in.
 * @throws AppError row-unknown, roster-damaged
 */
export async function completenessByUnit(
  roster: OpenRoster,
  question: CompletenessQuestion,
): Promise<CompletenessTable> {
  const all = await asked(roster, question);
  const { index, marks, snapshot, form, day, scope } = all;
  const { catalog } = index;
  const none = (): CompletenessCounts => ({ people: 0, complete: 0, asked: 0, present: 0 });
  const counts = new Map<number, CompletenessCounts>();
  const total = none();
  for (const person of all.people) {
    const unit = snapshot.columns.unit[person] ?? -1;
    const own = counts.get(unit) ?? none();
    counts.set(unit, own);
    const missing = marks.missingCount(form, person);
    const wanted = marks.asked(form, person);
    for (const sum of [own, total]) {
      sum.people++;
      if (missing === 0) sum.complete++;
      sum.asked += wanted;
      sum.present += wanted - missing;
    }
  }
  return {
    form,
    asOf: question.on,
    kinds: postCategories.filter((category) => question.kinds.includes(category)),
    rows: catalog.unitsByName
      .filter((unit) => scope === null || scope[unit.index] === 1)
      .filter((unit) => counts.has(unit.index) || isOwnCommune(catalog, unit, day))
      .map((unit) => ({
        unitId: unit.id,
        unitCode: unit.code,
        unitName: unit.fullName,
        ...(counts.get(unit.index) ?? none()),
      })),
    total,
    unposted: isOfficeWide(catalog, scope) ? unpostedPeople(snapshot) : 0,
    version: index.version,
  };
}

/** One page of the people asked about. @param lacking only who lacks something @throws AppError row-unknown, roster-damaged */
export async function completenessPeople(
  roster: OpenRoster,
  question: CompletenessQuestion,
  { lacking, offset, limit }: { readonly lacking: boolean; readonly offset: number; readonly limit: number },
): Promise<CallResult<"completenessPeople">> {
  const all = await asked(roster, question);
  const people = lacking ? lackingOf(all) : all.people;
  return {
    total: people.length,
    version: all.index.version,
    rows: peopleRows(all, people.subarray(offset, offset + limit)),
  };
}

/** People whose rows are read in one go. */
const slice = 500;

/** Everybody asked about, read as they are taken. @throws AppError row-unknown, roster-damaged */
export async function everybodysCompleteness(
  roster: OpenRoster,
  question: CompletenessQuestion,
): Promise<{ readonly count: number; readonly rows: Iterable<CompletenessPerson> }> {
  const all = await asked(roster, question);
  const { people } = all;
  function* rows(): Generator<CompletenessPerson> {
    for (let start = 0; start < people.length; start += slice) {
      yield* peopleRows(all, people.subarray(start, start + slice));
    }
  }
  return { count: people.length, rows: rows() };
}

function lackingOf({ people, marks, form }: Asked): Int32Array {
  return people.filter((person) => marks.missingCount(form, person) > 0);
}

function peopleRows(all: Asked, people: Int32Array): CompletenessPerson[] {
  const { roster, index, marks, snapshot, form } = all;
  const pks = Array.from(people, (person) => index.facts.people.pk[person] ?? 0);
  return officialGridRows(roster.db, pks).map(({ pk, id, fullName }) => {
    const person = index.facts.indexOf(pk);
    const unit = index.catalog.units[snapshot.columns.unit[person] ?? -1] ?? null;
    const missing = marks.missing(form, person);
    const wanted = marks.asked(form, person);
    return {
      id,
      fullName,
      unitCode: unit?.code ?? "",
      unitName: unit?.fullName ?? "",
      asked: wanted,
      present: wanted - missing.length,
      missing: missing.map((place) => formItems[form][place]?.[0] ?? ""),
    };
  });
}

/**
 * What one person lacks, and who follows them in the list of people who lack something. Somebody who is not in it, since
 * nothing counts them there, is followed by its first.
 * @throws AppError row-unknown, roster-damaged
 */
export async function completenessOf(
  roster: OpenRoster,
  question: CompletenessQuestion,
  id: string,
): Promise<CallResult<"completenessOf">> {
  const record = officialRecord(roster.db, id);
  if (record === null) throw appError("row-unknown", { id });
  const all = await asked(roster, question);
  const file = fileOf(record, all.day);
  const items = formItems[all.form];
  const { asked: wanted, present, missing } = standingOf(all.form, file);
  const next = personAfter(all, record.pk);
  return {
    asked: wanted,
    present,
    missing: missing.flatMap((place) => {
      const item = items[place];
      return item === undefined ? [] : [{ number: item[0], gap: firstGap(item[1], file) }];
    }),
    lacking: lackingOf(all).length,
    next: next === null ? null : nextOf(all, next),
  };
}

/** @returns the person's index, null where nobody else lacks anything */
function personAfter({ people, marks, form, index }: Asked, pk: number): number | null {
  const at = people.indexOf(index.facts.indexOf(pk));
  for (let step = 1; step <= people.length; step++) {
    const place = (at + step) % people.length;
    const person = people[place] ?? -1;
    if (place !== at && marks.missingCount(form, person) > 0) return person;
  }
  return null;
}

function nextOf({ roster, index }: Asked, person: number) {
  const [row] = officialGridRows(roster.db, [index.facts.people.pk[person] ?? 0]);
  return row === undefined ? null : { id: row.id, fullName: row.fullName };
}

function fileOf({ fields, rows }: OfficialRecordRows, day: PackedDay): PersonFile {
  return { day, fields, rowsOf: (entity) => rows[entity] };
}
