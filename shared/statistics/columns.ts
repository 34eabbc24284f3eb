/**
 * Growing typed arrays: a quarter of a million people as rows of numbers instead of objects, which is what makes
 * counting them a matter of milliseconds. Columns of one table grow together; a table whose columns had different
 * lengths would pair one person's dates with another's level.
 */
type Column = Int32Array | Uint8Array | Int16Array;
export type Columns = Record<string, Column>;

/**
 * Room for `needed` rows in every column, at least doubling, contents kept. Replaces the arrays in place.
 * @param isUsed whether a column is to hold rows at all; left out: each is
 */
export function reserveRows(
  columns: Columns,
  needed: number,
  isUsed: (name: string) => boolean = () => true,
): void {
  for (const name of Object.keys(columns)) {
    const column = columns[name];
    if (column === undefined || !isUsed(name) || column.length >= needed) continue;
    const capacity = Math.max(needed, column.length * 2, 16);
    const grown = emptyLike(column, capacity);
    grown.set(column);
    columns[name] = grown;
  }
}

/** The same columns with exactly `length` rows, on buffers of their own (which can be transferred). */
export function trimmed<C extends Columns>(columns: C, length: number): C {
  const result: Columns = {};
  for (const name of Object.keys(columns)) {
    const column = columns[name];
    if (column !== undefined) result[name] = column.slice(0, length);
  }
  return result as C;
}

/**
 * The rows that slices still point to, slice by slice, in new columns. `start` is rewritten to where each now begins.
 * @param sliceCount how many of `start` and `count` are in use
 */
export function gathered<C extends Columns>(
  columns: C,
  start: Int32Array,
  count: Int32Array,
  sliceCount: number,
): { columns: C; rows: number } {
  let rows = 0;
  for (let slice = 0; slice < sliceCount; slice++) rows += count[slice] ?? 0;
  const result = trimmed(columns, rows);
  for (const name of Object.keys(columns)) {
    const source = columns[name];
    const target = result[name];
    if (source === undefined || target === undefined) continue;
    let next = 0;
    for (let slice = 0; slice < sliceCount; slice++) {
      const end = (start[slice] ?? 0) + (count[slice] ?? 0);
      for (let row = start[slice] ?? 0; row < end; row++) target[next++] = source[row] ?? 0;
    }
  }
  let next = 0;
  for (let slice = 0; slice < sliceCount; slice++) {
    start[slice] = next;
    next += count[slice] ?? 0;
  }
  return { columns: result, rows };
}

function emptyLike(column: Column, length: number): Column {
  if (column instanceof Int32Array) return new Int32Array(length);
  if (column instanceof Int16Array) return new Int16Array(length);
  return new Uint8Array(length);
}
