/** Cross tables of an open roster, and the people behind their cells. */
import { appError } from "../../shared/contract/errors";
import { isoToPacked, type PackedDay } from "../../shared/domain/partial-date";
import { postCategories } from "../../shared/domain/values";
import {
  crossTable,
  type CrossQuery,
  type CrossTable,
  peopleOfCell,
  UnknownMember,
} from "../../shared/statistics/cross";
import type { CrossSource, NamedRow } from "../../shared/statistics/dimensions";
import type { RosterIndex } from "../roster/read/index/roster-index";
import { existsOn } from "./statistics";

export interface CrossQuestion extends CrossQuery {
  /** ISO day. */
  readonly asOf: string;
  /** Last ages of the bands, ascending. */
  readonly ageBands: readonly number[];
}

/** @throws AppError value-invalid for a filter that names nothing; CrossTooLarge */
export function crossOf(index: RosterIndex, question: CrossQuestion): CrossTable {
  return refusing(() => crossTable(crossSource(index, question), question));
}

/**
 * Indices of the people in a cell, as `peopleOfCell`.
 * @param written see `cellText`
 * @throws AppError value-invalid when there is no such cell, or for a filter that names nothing
 */
export function peopleOfCross(index: RosterIndex, question: CrossQuestion, written: string): Int32Array {
  return refusing(() => {
    const people = peopleOfCell(crossSource(index, question), question, written);
    if (people === null) throw appError("value-invalid", { field: "cell", value: written });
    return people;
  });
}

function refusing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof UnknownMember)) throw error;
    throw appError("value-invalid", { field: error.filter.dimension, value: error.filter.key });
  }
}

/** What the dimensions of a day are read from; units and posts in the order of the catalog. */
export function crossSource(
  index: RosterIndex,
  { asOf, ageBands }: Pick<CrossQuestion, "asOf" | "ageBands">,
): CrossSource {
  const { catalog, facts } = index;
  const { units, posts } = catalog;
  const day = isoToPacked(asOf);
  const context = catalog.context(day);
  const unitRank = new Int32Array(units.length);
  catalog.unitsByName.forEach((unit, place) => {
    unitRank[unit.index] = place;
  });
  return {
    facts,
    snapshot: index.snapshot(day),
    units: {
      rows: unitRows(catalog.units, day),
      rank: unitRank,
      within: (unit) => {
        const named = units[unit];
        return named === undefined ? new Uint8Array(units.length) : catalog.scopeOf(named);
      },
    },
    posts: {
      rows: keyedRows(posts.map(({ id, key, name }) => ({ id, key, name }))),
      rank: context.postRank,
      group: context.postGroup,
      category: Int8Array.from(posts, ({ category }) => postCategories.indexOf(category)),
    },
    ageBands,
  };
}

/** Units by their code on the day; one that does not exist on it is known by its id, since codes are used again. */
function unitRows(units: RosterIndex["catalog"]["units"], day: PackedDay): NamedRow[] {
  return keyedRows(
    units.map((unit) => ({
      id: unit.id,
      key: existsOn(unit, day) ? unit.code : unit.id,
      name: unit.fullName,
    })),
  );
}

/** A key that several rows bear names none of them: they are known by their ids. */
function keyedRows(
  rows: readonly { readonly id: string; readonly key: string; readonly name: string }[],
): NamedRow[] {
  const bearers = new Map<string, number>();
  for (const { key } of rows) bearers.set(key, (bearers.get(key) ?? 0) + 1);
  return rows.map(({ id, key, name }) => ({ key: key !== "" && bearers.get(key) === 1 ? key : id, name }));
}
