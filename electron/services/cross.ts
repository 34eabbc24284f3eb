/** Cross tables of an open roster, and the people behind their cells. */
import { appError } from "../../shared/contract/errors";
import { isoToPacked } from "../../shared/domain/partial-date";
import {
  crossTable,
  type CrossQuery,
  type CrossTable,
  peopleOfCell,
  UnknownMember,
} from "../../shared/statistics/cross";
import type { CrossSource } from "../../shared/statistics/dimensions";
import type { RosterIndex } from "../roster/read/index/roster-index";

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
  const day = isoToPacked(asOf);
  return { facts: index.facts, snapshot: index.snapshot(day), ageBands, ...index.catalog.crossed(day) };
}
