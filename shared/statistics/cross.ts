/**
 * Any table of people: rows × columns × measure × filter over the facts and a snapshot of one day. A form, a chart and
 * a question from the command line are all such a table.
 *
 * Invariants: everybody who serves and passes the filter is in exactly one row and one column, so the cells of a
 * measure that counts sum to its totals; the people behind a cell are found by the same numbers as the cell.
 * Nothing is allocated for a single person: a quarter of a million are crossed while the reader waits.
 */
import { type Axis, axisOf, type CrossSource, type DimensionKey, type Word } from "./dimensions";
import { type Measure, type MeasureKey, measureOf } from "./measures";

export interface CrossQuery {
  /** At least one dimension each; members of several are crossed. */
  readonly rows: readonly DimensionKey[];
  readonly columns: readonly DimensionKey[];
  readonly measure: MeasureKey;
  /** Of one dimension any of the keys, of several dimensions all. */
  readonly filter: readonly CrossFilter[];
}

export interface CrossFilter {
  readonly dimension: DimensionKey;
  readonly key: string;
}

/** What is on one side of the table: a key and a word for each of its dimensions. */
export interface CrossMember {
  readonly keys: readonly string[];
  readonly words: readonly Word[];
}

/** Null: a mean of nobody. */
export type CrossValue = number | null;

export interface CrossTable {
  /** Those that somebody is in, in the order of their dimensions. */
  readonly rows: readonly CrossMember[];
  readonly columns: readonly CrossMember[];
  /** By row, then column. */
  readonly cells: readonly (readonly CrossValue[])[];
  readonly totals: {
    readonly rows: readonly CrossValue[];
    readonly columns: readonly CrossValue[];
    readonly all: CrossValue;
  };
}

/** A filter names what no dimension has. */
export class UnknownMember extends RangeError {
  readonly filter: CrossFilter;
  constructor(filter: CrossFilter) {
    super(`${filter.dimension} has no ${filter.key}`);
    this.name = "UnknownMember";
    this.filter = filter;
  }
}

/** More cells than anybody can read or a small PC can hold. */
export class CrossTooLarge extends RangeError {
  readonly rowCount: number;
  readonly columnCount: number;
  constructor(rowCount: number, columnCount: number) {
    super(`${rowCount} × ${columnCount} cells`);
    this.name = "CrossTooLarge";
    this.rowCount = rowCount;
    this.columnCount = columnCount;
  }
}

const mostCells = 4_000_000;
/** Combinations up to which places are looked up in an array; beyond it most of them occur nowhere. */
const mostSlots = 4_194_304;

/** @throws UnknownMember, CrossTooLarge; RangeError for a dimension or measure that there is not */
export function crossTable(source: CrossSource, query: CrossQuery): CrossTable {
  const { rows, columns, rowOf, columnOf, measure } = cross(source, query);
  const width = columns.length;
  if (rows.length * width > mostCells) throw new CrossTooLarge(rows.length, width);
  // One row and one column more, for the totals.
  const stride = width + 1;
  const counts = new Int32Array((rows.length + 1) * stride);
  const { counted, values } = measure;
  const sums = new Float64Array(values === null ? 0 : counts.length);
  for (let person = 0; person < rowOf.length; person++) {
    const row = rowOf[person] ?? -1;
    if (row < 0 || (counted !== null && counted[person] !== 1)) continue;
    const place = row * stride + (columnOf[person] ?? 0);
    counts[place] = (counts[place] ?? 0) + 1;
    if (values !== null) sums[place] = (sums[place] ?? 0) + (values[person] ?? 0);
  }
  for (const figures of [counts, sums]) addTotals(figures, rows.length, width);
  const valueAt = (place: number): CrossValue => {
    const count = counts[place] ?? 0;
    if (values === null) return count;
    return count === 0 ? null : Math.round(((sums[place] ?? 0) / count) * 10) / 10;
  };
  const line = (row: number) => columns.map((_, column) => valueAt(row * stride + column));
  return {
    rows,
    columns,
    cells: rows.map((_, row) => line(row)),
    totals: {
      rows: rows.map((_, row) => valueAt(row * stride + width)),
      columns: line(rows.length),
      all: valueAt(rows.length * stride + width),
    },
  };
}

/** What is on both sides of the table, without its cells. */
export function crossSides(source: CrossSource, query: CrossQuery): Pick<CrossTable, "rows" | "columns"> {
  const { rows, columns } = cross(source, query);
  return { rows, columns };
}

/** Sums the cells of a table into the row and the column that were left for them. */
function addTotals(figures: Int32Array | Float64Array, height: number, width: number): void {
  const stride = width + 1;
  if (figures.length === 0) return;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const value = figures[row * stride + column] ?? 0;
      for (const place of [row * stride + width, height * stride + column, height * stride + width]) {
        figures[place] = (figures[place] ?? 0) + value;
      }
    }
  }
}

/** Keys of a cell; null on a side: the total there. */
export interface CrossCell {
  readonly row: readonly string[] | null;
  readonly column: readonly string[] | null;
}

/** Between the keys of a member and the two sides of a cell; and what stands for a total. */
const keySign = ",";
const sideSign = "/";
const totalSign = "*";

/** A cell as it is written, e.g. `08173/female`; `*` on a side is its total, `\\` goes before a sign that is meant as such. */
export function cellText({ row, column }: CrossCell): string {
  return [row, column].map((keys) => (keys === null ? totalSign : escaped(keys))).join(sideSign);
}

function escaped(keys: readonly string[]): string {
  return keys.map((key) => key.replace(/[\\,/*]/g, "\\$&")).join(keySign);
}

/**
 * Indices of the people in a cell, ascending; of a measure that counts as many as the cell says, of a mean those whose
 * mean it is.
 * @param written as `cellText` gives it
 * @returns null when the table has no such cell
 * @throws as `crossTable`
 */
export function peopleOfCell(source: CrossSource, query: CrossQuery, written: string): Int32Array | null {
  const { rows, columns, rowOf, columnOf, measure } = cross(source, query);
  const found = findCell(rows, columns, written);
  if (found === null) return null;
  const people = new Int32Array(rowOf.length);
  let count = 0;
  for (let person = 0; person < rowOf.length; person++) {
    const row = rowOf[person] ?? -1;
    if (row < 0 || (measure.counted !== null && measure.counted[person] !== 1)) continue;
    if (found.row !== null && row !== found.row) continue;
    if (found.column !== null && columnOf[person] !== found.column) continue;
    people[count++] = person;
  }
  return people.slice(0, count);
}

/** As `cellText` writes it; also without marking signs, as somebody types it, where that names a cell. */
function findCell(rows: readonly CrossMember[], columns: readonly CrossMember[], written: string) {
  for (const write of [escaped, (keys: readonly string[]) => keys.join(keySign)]) {
    const columnPlaces = places(columns, write);
    for (const [rowText, row] of places(rows, write)) {
      if (!written.startsWith(rowText + sideSign)) continue;
      const column = columnPlaces.get(written.slice(rowText.length + 1));
      if (column !== undefined) return { row, column };
    }
  }
  return null;
}

function places(
  members: readonly CrossMember[],
  write: (keys: readonly string[]) => string,
): Map<string, number | null> {
  const result = new Map<string, number | null>();
  members.forEach(({ keys }, place) => result.set(write(keys), place));
  return result.set(totalSign, null);
}

interface Crossing {
  readonly rows: readonly CrossMember[];
  readonly columns: readonly CrossMember[];
  /** Row and column of each person; the row is −1 for whoever does not serve or pass the filter. */
  readonly rowOf: Int32Array;
  readonly columnOf: Int32Array;
  readonly measure: Measure;
}

function cross(source: CrossSource, query: CrossQuery): Crossing {
  const axes = new Map<DimensionKey, Axis>();
  const axis = (dimension: DimensionKey): Axis => {
    const known = axes.get(dimension) ?? axisOf(source, dimension);
    axes.set(dimension, known);
    return known;
  };
  const passes = passing(source, query.filter, axis);
  const rows = side(query.rows.map(axis), passes);
  const columns = side(query.columns.map(axis), passes);
  const measure = measureOf(source, query.measure);
  return { rows: rows.members, columns: columns.members, rowOf: rows.of, columnOf: columns.of, measure };
}

/** 1 for everybody who serves in a post of a kind that was asked for, and passes. */
function passing(
  { snapshot }: CrossSource,
  filter: readonly CrossFilter[],
  axis: (dimension: DimensionKey) => Axis,
): Uint8Array {
  const passes = new Uint8Array(snapshot.count);
  const { unit, counted } = snapshot.columns;
  for (let person = 0; person < snapshot.count; person++) {
    if ((unit[person] ?? -1) >= 0 && counted[person] === 1) passes[person] = 1;
  }
  for (const dimension of new Set(filter.map((one) => one.dimension))) {
    const { codes, size, keyOf, within } = axis(dimension);
    const wanted = new Uint8Array(size);
    for (const one of filter) {
      if (one.dimension !== dimension) continue;
      let code = 0;
      while (code < size && keyOf(code) !== one.key) code++;
      if (code === size) throw new UnknownMember(one);
      if (within === undefined) wanted[code] = 1;
      else within(code).forEach((is, other) => (wanted[other] = is === 1 ? 1 : (wanted[other] ?? 0)));
    }
    for (let person = 0; person < snapshot.count; person++) {
      if (wanted[codes[person] ?? 0] !== 1) passes[person] = 0;
    }
  }
  return passes;
}

/** The members of one side that somebody is in, and where everybody is; −1 for whoever does not pass. */
function side(axes: readonly Axis[], passes: Uint8Array): { members: CrossMember[]; of: Int32Array } {
  const { slots, slotCount } = slotsOf(axes, passes);
  const places: Places = slotCount <= mostSlots ? new PlaceArray(slotCount) : new PlaceMap();
  const found = places
    .meet(slots, passes)
    .map((person) => ({ slot: slots[person] ?? 0, codes: axes.map(({ codes }) => codes[person] ?? 0) }));
  found.sort((a, b) => compareCodes(a.codes, b.codes, axes));
  const of = places.of(
    found.map(({ slot }) => slot),
    slots,
    passes,
  );
  return { members: found.map(({ codes }) => memberOf(codes, axes)), of };
}

/** Codes of several dimensions as one number a person, below `slotCount`; those of one dimension are that already. */
function slotsOf(axes: readonly Axis[], passes: Uint8Array): { slots: Slots; slotCount: number } {
  const [first, ...more] = axes;
  if (first === undefined) throw new RangeError("A side without a dimension");
  if (more.length === 0) return { slots: first.codes, slotCount: first.size };
  const combinations = axes.reduce((product, { size }) => product * size, 1);
  const slots = combinations < 2 ** 31 ? new Int32Array(first.codes) : new Float64Array(first.codes);
  let slotCount = first.size;
  for (const { codes, size } of more) {
    // Beyond that two combinations could round to one number.
    if (slotCount * size > Number.MAX_SAFE_INTEGER) slotCount = closeUp(slots, passes);
    slotCount *= size;
    for (let person = 0; person < passes.length; person++) {
      slots[person] = (slots[person] ?? 0) * size + (codes[person] ?? 0);
    }
  }
  return { slots, slotCount };
}

type Slots = Int32Array | Float64Array;

interface Places {
  /** One person of each slot that somebody who passes is in. */
  meet(slots: Slots, passes: Uint8Array): number[];
  /** For everybody the place of their slot in a list, −1 for whoever does not pass. */
  of(shown: readonly number[], slots: Slots, passes: Uint8Array): Int32Array;
}

class PlaceArray implements Places {
  /** By slot: 1 and more where somebody is in it. */
  readonly #taken: Int32Array;

  constructor(slotCount: number) {
    this.#taken = new Int32Array(slotCount);
  }

  meet(slots: Slots, passes: Uint8Array): number[] {
    const taken = this.#taken;
    const found: number[] = [];
    for (let person = 0; person < passes.length; person++) {
      const slot = slots[person] ?? 0;
      if (passes[person] !== 1 || taken[slot] !== 0) continue;
      taken[slot] = 1;
      found.push(person);
    }
    return found;
  }

  of(shown: readonly number[], slots: Slots, passes: Uint8Array): Int32Array {
    const taken = this.#taken;
    shown.forEach((slot, place) => {
      taken[slot] = place;
    });
    const of = new Int32Array(passes.length);
    for (let person = 0; person < passes.length; person++) {
      of[person] = passes[person] === 1 ? (taken[slots[person] ?? 0] ?? -1) : -1;
    }
    return of;
  }
}

/** For so many combinations that most of them occur nowhere. */
class PlaceMap implements Places {
  meet(slots: Slots, passes: Uint8Array): number[] {
    const found = new Map<number, number>();
    slots.forEach((slot, person) => {
      if (passes[person] === 1) found.set(slot, person);
    });
    return [...found.values()];
  }

  of(shown: readonly number[], slots: Slots, passes: Uint8Array): Int32Array {
    const places = new Map(shown.map((slot, place) => [slot, place]));
    return Int32Array.from(passes, (passed, person) =>
      passed === 1 ? (places.get(slots[person] ?? 0) ?? -1) : -1,
    );
  }
}

/** Numbers the slots that somebody is in from 0 on, without gaps. @returns how many there are */
function closeUp(slots: Slots, passes: Uint8Array): number {
  const numbers = new Map<number, number>();
  for (let person = 0; person < slots.length; person++) {
    if (passes[person] !== 1) continue;
    const slot = slots[person] ?? 0;
    const number = numbers.get(slot) ?? numbers.size;
    numbers.set(slot, number);
    slots[person] = number;
  }
  return numbers.size;
}

function compareCodes(a: readonly number[], b: readonly number[], axes: readonly Axis[]): number {
  for (const [place, { rank }] of axes.entries()) {
    const [one, other] = [a[place] ?? 0, b[place] ?? 0];
    const difference = (rank?.[one] ?? one) - (rank?.[other] ?? other);
    if (difference !== 0) return difference;
  }
  return 0;
}

function memberOf(codes: readonly number[], axes: readonly Axis[]): CrossMember {
  return {
    keys: axes.map(({ keyOf }, place) => keyOf(codes[place] ?? 0)),
    words: axes.map(({ wordOf }, place) => wordOf(codes[place] ?? 0)),
  };
}
