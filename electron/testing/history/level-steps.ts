/** What the offices of three levels do in a generated history: as plain numbers, turned into what is possible then. */
import fc from "fast-check";
import { bytesToUuid } from "../../../shared/sync/bytes";
import { type EntityName, entityById, fieldNameById, ownedEntities } from "../../../shared/domain/entities";
import { sql } from "../../roster/file/sql";
import type { Edit } from "../../roster/edit/edits";
import { rowFields } from "../../roster/read/rows";
import { tableOf, ownerColumn } from "../../roster/projection/columns";
import { hireEdits, type Levels, newPhone } from "./levels";
import { type PlayOffice, postId } from "./office";

const nat = fc.nat({ max: 11 });
const at = fc.nat({ max: 4 });
const unit = fc.nat({ max: 6 });
const year = fc.integer({ min: 2012, max: 2024 });
const level = fc.constantFrom("college", "university", "master");

function step<D extends string, S extends object>(
  weight: number,
  what: D,
  shape: { readonly [K in keyof S]: fc.Arbitrary<S[K]> },
): {
  readonly weight: number;
  readonly arbitrary: fc.Arbitrary<S & { readonly do: D; readonly at: number }>;
} {
  const rest = fc.record<S>(shape);
  return { weight, arbitrary: fc.tuple(at, rest).map(([by, fields]) => ({ ...fields, do: what, at: by })) };
}

export const levelSteps = fc.array(
  fc.oneof(
    step(3, "hire", { unit, year, level: fc.option(level) }),
    step(3, "study", { person: nat, year, level, kind: fc.constantFrom("professional", "politicalTheory") }),
    step(3, "phone", { person: nat }),
    step(2, "birth", { person: nat, year: fc.constantFrom(1970, 1990) }),
    step(2, "diploma", { row: nat, level }),
    step(4, "move", { person: nat, unit, year }),
    step(2, "beside", { person: nat, unit, year, main: fc.boolean() }),
    step(4, "correctUnit", { row: nat, unit }),
    step(2, "correctPerson", { row: nat, person: nat }),
    step(3, "dates", { row: nat, from: fc.option(year), to: fc.option(year) }),
    step(2, "main", { row: nat, main: fc.boolean() }),
    step(3, "remove", { row: nat, of: fc.constantFrom("official", "assignment", "qualification") }),
    step(2, "join", { one: nat, other: nat }),
    step(1, "apart", { one: nat, other: nat }),
    step(3, "undo", { nth: fc.nat({ max: 3 }) }),
    step(2, "settle", { nth: nat, value: fc.boolean() }),
    step(1, "parent", { unit, other: unit }),
    step(1, "merge", { unit, other: unit, year }),
    step(6, "up", {}),
    step(6, "down", {}),
  ),
  { minLength: 10, maxLength: 40, size: "max" },
);

type Of<A> = A extends fc.Arbitrary<infer T> ? T : never;
export type LevelStep = Of<typeof levelSteps>[number];

function pick<T>(list: readonly T[], nth: number): T | undefined {
  return list[nth % Math.max(1, list.length)];
}

/** Rows of a person that stand at an office and belong to people whom it may edit. */
function rowsOf(levels: Levels, place: number, entity: EntityName): string[] {
  const office = levels.office(place);
  const people = new Set(levels.peopleOf(place));
  if (entity === "official") return [...people];
  const owned = ownedEntities.find((one) => one === entity);
  if (owned === undefined) return [];
  return office.handle
    .raw<[Buffer, Buffer]>(
      sql`SELECT own.id, official.id FROM ${sql.name(tableOf(owned))} AS own
          JOIN official ON official.pk = own.${sql.name(ownerColumn(owned))} ORDER BY own.id`,
    )
    .flatMap(([id, official]) => (people.has(bytesToUuid(official)) ? [bytesToUuid(id)] : []));
}

/** A unit below an office, which it may name. */
function unitFor(levels: Levels, place: number, wanted: number): string {
  const id = levels.unitOf(wanted);
  return levels.scopeOf(place).has(id) ? id : levels.unitOf(place);
}

/** Does what a step says, as far as it is possible at the moment. */
export async function takeLevelStep(levels: Levels, step: LevelStep): Promise<void> {
  const { play } = levels;
  const place = step.at % 5;
  const office = levels.office(place);
  const write = (...edits: readonly Edit[]) => play.write(office, edits);
  const person = (nth: number) => pick(levels.peopleOf(place), nth);
  const assignment = (nth: number) => pick(rowsOf(levels, place, "assignment"), nth);
  switch (step.do) {
    case "up":
      return levels.up(place);
    case "down":
      return levels.down(place);
    case "hire":
      return write(
        ...hireEdits(office, unitFor(levels, place, step.unit), step.year, step.level, newPhone()),
      );
    case "study": {
      const official = person(step.person);
      if (official === undefined) return;
      const { kind, year: granted } = step;
      const fields = { official, kind, level: kind === "professional" ? step.level : "intermediate" };
      return write({
        kind: "create",
        entity: "qualification",
        id: office.log.newId(),
        fields: { ...fields, granted: String(granted) },
      });
    }
    case "phone":
    case "birth": {
      const id = person(step.person);
      const fields = step.do === "phone" ? { phone: newPhone() } : { birth: String(step.year) };
      if (id !== undefined) write({ kind: "update", entity: "official", id, fields });
      return;
    }
    case "diploma": {
      const id = pick(rowsOf(levels, place, "qualification"), step.row);
      if (id !== undefined)
        write({ kind: "update", entity: "qualification", id, fields: { level: step.level } });
      return;
    }
    case "move": {
      const official = person(step.person);
      if (official === undefined) return;
      const open = levels.assignments(office).filter((one) => one.official === official && one.to === null);
      const unitId = unitFor(levels, place, step.unit);
      return write(
        ...open.map(
          ({ id }): Edit => ({
            kind: "update",
            entity: "assignment",
            id,
            fields: { to: `${step.year}-06-30` },
          }),
        ),
        newPost(office, official, unitId, `${step.year}-07-01`, true),
      );
    }
    case "beside": {
      const official = person(step.person);
      if (official === undefined) return;
      return write(
        newPost(office, official, unitFor(levels, place, step.unit), String(step.year), step.main),
      );
    }
    case "correctUnit": {
      const id = assignment(step.row);
      const fields = { unit: unitFor(levels, place, step.unit) };
      if (id !== undefined) write({ kind: "update", entity: "assignment", id, fields });
      return;
    }
    case "correctPerson": {
      const owned = [...rowsOf(levels, place, "assignment"), ...rowsOf(levels, place, "qualification")];
      const id = pick(owned, step.row);
      const official = person(step.person);
      if (id === undefined || official === undefined) return;
      const entity = rowsOf(levels, place, "assignment").includes(id) ? "assignment" : "qualification";
      return write({ kind: "update", entity, id, fields: { official } });
    }
    case "dates": {
      const id = assignment(step.row);
      const fields = {
        ...(step.from === null ? {} : { from: String(step.from) }),
        to: step.to === null ? null : String(step.to),
      };
      if (id !== undefined) write({ kind: "update", entity: "assignment", id, fields });
      return;
    }
    case "main": {
      const id = assignment(step.row);
      if (id !== undefined) write({ kind: "update", entity: "assignment", id, fields: { main: step.main } });
      return;
    }
    case "remove": {
      const entity = step.of;
      const id = pick(rowsOf(levels, place, entity), step.row);
      if (id !== undefined) write({ kind: "remove", entity, id, reason: "nhầm" });
      return;
    }
    case "join":
    case "apart": {
      const [one, other] = [person(step.one), person(step.other)];
      if (one === undefined || other === undefined || one === other) return;
      if (step.do === "join") return write({ kind: "join", entity: "official", id: one, into: other });
      return write({ kind: "create", entity: "keptApart", id: office.log.newId(), fields: { one, other } });
    }
    case "undo": {
      const changes = office.handle.raw<[number]>(
        sql`SELECT id FROM change WHERE reception IS NULL ORDER BY id DESC LIMIT 4`,
      );
      const [id] = pick(changes, step.nth) ?? [];
      if (id !== undefined) play.attempt(office, () => office.log.undo(id, { user: office.name }));
      return;
    }
    case "settle":
      return settle(levels, place, step.nth, step.value);
    case "parent":
    case "merge": {
      // Lists are the business of those above.
      if (place > 1 || step.unit < 2 || step.unit === step.other) return;
      const fields =
        step.do === "parent"
          ? { parent: levels.unitOf(step.other % 2) }
          : { predecessors: levels.unitOf(Math.max(2, step.other)), validFrom: `${step.year}-01-01` };
      return write({ kind: "update", entity: "unit", id: levels.unitOf(step.unit), fields });
    }
  }
}

function newPost(office: PlayOffice, official: string, unitId: string, from: string, main: boolean): Edit {
  return {
    kind: "create",
    entity: "assignment",
    id: office.log.newId(),
    fields: { official, unit: unitId, post: postId, from, main },
  };
}

/** Decides an open conflict of a row that the office may edit. */
function settle(levels: Levels, place: number, nth: number, keep: boolean): void {
  const office = levels.office(place);
  const mine = new Set(
    (["official", "assignment", "qualification"] as const).flatMap((entity) => rowsOf(levels, place, entity)),
  );
  const open = office.handle
    .all<{ row: Buffer; field: number; entity: number }>(
      sql`SELECT row, field, entity FROM conflict ORDER BY row, field`,
    )
    .filter(({ row }) => mine.has(bytesToUuid(row)));
  const conflict = pick(open, nth);
  const entity = conflict === undefined ? null : entityById(conflict.entity);
  if (conflict === undefined || entity === null) return;
  const id = bytesToUuid(conflict.row);
  if (conflict.field === 0) {
    levels.play.write(office, [{ kind: "decide", entity, id, removed: keep ? null : "đã quyết" }]);
    return;
  }
  const field = fieldNameById(entity, conflict.field) ?? "";
  // What is shown, whatever the others said.
  const value = rowFields(office.handle, entity, id)?.fields[field];
  if (value !== undefined)
    levels.play.write(office, [{ kind: "settle", entity, id, fields: { [field]: value } }]);
}
