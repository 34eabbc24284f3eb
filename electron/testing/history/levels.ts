/**
 * A province, a district below it and communes below both, each with an office that is told only what its scope allows:
 * the stage on which it shows whether the offices come to agree on the figures of one unit.
 */
import { opsInScope, unitsInScope } from "../../roster/read/scope";
import { sql } from "../../roster/file/sql";
import { bytesToUuid } from "../../../shared/sync/bytes";
import type { Edit } from "../../roster/edit/edits";
import { type PlayOffice, postId } from "./office";
import type { Play } from "./play";

/** Full packed day on which files are written. */
const today = 20260101;

/** Offices by their place in the play, with the place of the one above. */
export const places = [
  { name: "tỉnh", above: null },
  { name: "huyện", above: 0 },
  { name: "xã A", above: 1 },
  { name: "xã B", above: 1 },
  { name: "xã C", above: 0 },
] as const;

export const communes = [2, 3, 4] as const;

export class Levels {
  readonly play: Play;
  /** Units of the offices, by place; the last two are of nobody's office. */
  readonly units: readonly string[];

  private constructor(play: Play, units: readonly string[]) {
    this.play = play;
    this.units = units;
  }

  /** Units and standards are entered by the province and known to all before anything happens. */
  static async begin(play: Play): Promise<Levels> {
    const [province] = play.offices;
    if (province === undefined) throw new Error("No office");
    const units = [0, 1, 2, 3, 4, 5, 6].map(() => province.log.newId());
    const above = [null, 0, 1, 1, 0, 1, 0];
    play.write(
      province,
      units.map((id, place) => unitEdit(id, place, units[above[place] ?? -1])),
    );
    play.write(province, standardEdits(province));
    for (const office of play.offices.slice(1)) await play.receive(office, province.write(office, true));
    const levels = new Levels(play, units);
    // Somebody to disagree about from the beginning.
    for (const place of [2, 3, 4]) {
      const unit = levels.unitOf(place);
      play.write(province, hireEdits(province, unit, 2013, "university", newPhone()));
      play.write(province, hireEdits(province, unit, 2016, null, newPhone()));
    }
    for (const place of [1, 2, 3, 4]) await levels.down(place);
    return levels;
  }

  office(place: number): PlayOffice {
    return this.play.office(place);
  }

  unitOf(place: number): string {
    return this.units[place % this.units.length] ?? "";
  }

  /** Units whose people are an office's business, as that office sees it. */
  scopeOf(place: number, seenBy: PlayOffice = this.office(place)): ReadonlySet<string> {
    return unitsInScope(seenBy.handle, this.unitOf(place));
  }

  async up(place: number, above: number | null = places[place]?.above ?? null): Promise<void> {
    if (above === null) return;
    await this.play.receive(this.office(above), this.office(place).write(this.office(above), true));
  }

  async down(place: number, above: number | null = places[place]?.above ?? null): Promise<void> {
    if (above === null) return;
    const [from, to] = [this.office(above), this.office(place)];
    const { ops } = opsInScope(from.handle, this.scopeOf(place, from), [to.key], today);
    await this.play.receive(to, from.writeWithin(to, ops));
  }

  /** Offices in whose units that of another lies; the one above it today may be another than when it all began. */
  above(place: number): number[] {
    const unit = this.unitOf(place);
    return [1, 0].filter((higher) => higher < place && this.scopeOf(higher, this.office(0)).has(unit));
  }

  /** Until everybody was told of everything that is theirs to know: up to those above and down, some times over. */
  async exchangeAll(rounds = 3): Promise<void> {
    for (let round = 0; round < rounds; round++) {
      for (const place of [4, 3, 2, 1]) for (const above of this.above(place)) await this.up(place, above);
      for (const place of [1, 2, 3, 4]) for (const above of this.above(place)) await this.down(place, above);
    }
  }

  /** Assignments that stand at an office, oldest row first. */
  assignments(office: PlayOffice): Assigned[] {
    return office.handle
      .all<{ id: Buffer; official: Buffer; unit: Buffer; from: string | null; to: string | null }>(
        sql`SELECT assignment.id, official.id AS official, unit.id AS unit, assignment."from", assignment."to"
            FROM assignment JOIN official ON official.pk = assignment.official
            JOIN unit ON unit.pk = assignment.unit ORDER BY assignment.id`,
      )
      .map(({ id, official, unit, from, to }) => ({
        id: bytesToUuid(id),
        official: bytesToUuid(official),
        unit: bytesToUuid(unit),
        from,
        to,
      }));
  }

  /** People whom an office may edit: who have a post in one of its units. */
  peopleOf(place: number): string[] {
    const office = this.office(place);
    const units = this.scopeOf(place);
    return [
      ...new Set(
        this.assignments(office).flatMap(({ official, unit }) => (units.has(unit) ? [official] : [])),
      ),
    ].sort();
  }
}

let numbers = 0;
/** A telephone number that nobody else was given, by which a value is found wherever it went. */
export function newPhone(): string {
  return `09${String(++numbers).padStart(8, "0")}`;
}

export interface Assigned {
  readonly id: string;
  readonly official: string;
  readonly unit: string;
  readonly from: string | null;
  readonly to: string | null;
}

function unitEdit(id: string, place: number, parent: string | undefined): Edit {
  const levels = ["province", "district"] as const;
  const level = levels[place] ?? "commune";
  const type = place === 0 ? "tinh" : place === 1 ? "huyen" : "xa";
  return {
    kind: "create",
    entity: "unit",
    id,
    fields: { type, level, code: `1000${place}`, name: `Đơn vị ${place}`, ...(parent ? { parent } : {}) },
  };
}

/** Rules that look at diplomas, at service without a break and at who holds the post for the first time. */
function standardEdits({ log }: PlayOffice): Edit[] {
  const set = log.newId();
  const rule = { set, postGroups: "policeChief", clause: "Điều 1" };
  return [
    {
      kind: "create",
      entity: "standardSet",
      id: set,
      fields: { key: "bay-dat", name: "Quy định bày đặt", validFrom: "2010-01-01" },
    },
    {
      kind: "create",
      entity: "standardRule",
      id: log.newId(),
      fields: {
        ...rule,
        standard: "professional",
        minimumLevel: "university",
        graceUntil: "2028-12-31",
        graceServingOn: "2017-01-01",
        order: 1,
      },
    },
    {
      kind: "create",
      entity: "standardRule",
      id: log.newId(),
      fields: {
        ...rule,
        standard: "politicalTheory",
        minimumLevel: "intermediate",
        entry: "first",
        order: 1,
      },
    },
  ];
}

/** Somebody new in a post. @param year of the beginning */
export function hireEdits(
  { log }: PlayOffice,
  unit: string,
  year: number,
  level: string | null,
  phone: string,
): Edit[] {
  const official = log.newId();
  return [
    {
      kind: "create",
      entity: "official",
      id: official,
      fields: { fullName: "Người Bày Đặt", birth: "1980", phone },
    },
    {
      kind: "create",
      entity: "assignment",
      id: log.newId(),
      fields: { official, unit, post: postId, from: String(year), main: true },
    },
    ...(level === null
      ? []
      : [
          {
            kind: "create",
            entity: "qualification",
            id: log.newId(),
            fields: { official, kind: "professional", level, granted: String(year - 1) },
          } as const,
        ]),
  ];
}
