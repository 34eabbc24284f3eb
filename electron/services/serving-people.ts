/**
 * Those who serve on a day in a unit or everywhere: who they are, for lines of lists, and in which order such lists stand.
 */
import { appError } from "../../shared/contract/errors";
import { isoToPacked, type PackedDay } from "../../shared/domain/partial-date";
import { officialCategories } from "../../shared/domain/values";
import type { Snapshot } from "../../shared/statistics/snapshot";
import { officialGridRows } from "../roster/read/officials";
import type { RosterIndex } from "../roster/read/index/roster-index";
import type { OpenRoster } from "./open-roster";

export interface PersonShown {
  readonly id: string;
  readonly name: string;
  readonly birth: string | null;
  readonly unitId: string | null;
  readonly unitCode: string | null;
  readonly unitName: string | null;
  readonly post: string | null;
}

/** Negative where the first goes before the second; 0 for the same person. */
type ByPerson = (a: number, b: number) => number;

export class ServingPeople {
  readonly #roster: OpenRoster;
  readonly #index: RosterIndex;
  readonly #on: PackedDay;
  readonly #scope: Uint8Array | null;

  /**
   * @param roster as it is shown on the day
   * @param index its own
   * @param on ISO day
   * @param unitId only who counts in this unit or below it; null: everybody
   * @throws AppError row-unknown for a unit that is not there
   */
  constructor(roster: OpenRoster, index: RosterIndex, on: string, unitId: string | null) {
    this.#roster = roster;
    this.#index = index;
    this.#on = isoToPacked(on);
    this.#scope = unitScope(index, unitId);
  }

  /** @returns whether somebody who serves, by index, is among them; true until something changes */
  membership(): (person: number) => boolean {
    const scope = this.#scope;
    if (scope === null) return () => true;
    const { unit } = this.#snapshot().columns;
    return (person) => scope[unit[person] ?? -1] === 1;
  }

  /** The unit in which somebody counts. @param person index of somebody who serves */
  unitOf(person: number): { readonly id: string; readonly fullName: string } | null {
    const { catalog } = this.#index;
    return catalog.units[this.#snapshot().columns.unit[person] ?? -1] ?? null;
  }

  /** @param people indices, a few hundred at most */
  shown(people: readonly number[]): ReadonlyMap<number, PersonShown> {
    return shownPeople(this.#roster, this.#index, this.#snapshot(), people);
  }

  /** By unit, post and name, as a printed list stands. */
  async inPrintedOrder(): Promise<ByPerson> {
    const { order } = await this.#index.nameList;
    const { places } = this.#index.columns.byName(order);
    const { units, posts } = this.#index.catalog.crossed(this.#on);
    const { columns } = this.#snapshot();
    const unitOf = (person: number) => units.rank[columns.unit[person] ?? -1] ?? units.rank.length;
    const postOf = (person: number) => posts.rank[columns.post[person] ?? -1] ?? posts.rank.length;
    return (a, b) => unitOf(a) - unitOf(b) || postOf(a) - postOf(b) || (places[a] ?? 0) - (places[b] ?? 0);
  }

  #snapshot() {
    return this.#index.snapshot(this.#on, officialCategories);
  }
}

/** @param people indices, a few hundred at most; those of removed records are missing from what is returned */
export function shownPeople(
  { db }: Pick<OpenRoster, "db">,
  { facts, catalog }: RosterIndex,
  { columns }: Snapshot,
  people: readonly number[],
): ReadonlyMap<number, PersonShown> {
  const pkOf = (person: number) => facts.people.pk[person] ?? 0;
  const rows = new Map(officialGridRows(db, people.map(pkOf)).map((row) => [row.pk, row]));
  const shown = new Map<number, PersonShown>();
  for (const person of people) {
    const row = rows.get(pkOf(person));
    if (row === undefined) continue;
    const unit = catalog.units[columns.unit[person] ?? -1];
    shown.set(person, {
      id: row.id,
      name: row.fullName,
      birth: row.birth,
      unitId: unit?.id ?? null,
      unitCode: unit?.code ?? null,
      unitName: unit?.fullName ?? null,
      post: catalog.posts[columns.post[person] ?? -1]?.name ?? null,
    });
  }
  return shown;
}

/** Units of a scope: 1 at the index of each; null: all. @throws AppError row-unknown for a unit that is not there */
export function unitScope({ catalog }: RosterIndex, unitId: string | null): Uint8Array | null {
  if (unitId === null) return null;
  const unit = catalog.unitOfId(unitId);
  if (unit === null) throw appError("row-unknown", { id: unitId });
  return catalog.scopeOf(unit);
}
