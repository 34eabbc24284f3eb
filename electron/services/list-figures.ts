/** What the lines of a list that somebody chose have in one column: the figures at the foot of the grid. */
import { isComputed, measureOf, tableColumnOf } from "../../shared/columns/table-column";
import { spanOf } from "../../shared/columns/value-order";
import type { CallResult, ParsedArgs } from "../../shared/contract/contract";
import type { Officials } from "./officials";
import { valueText } from "./value-text";

type Asked = ParsedArgs<"listFigures">;

/** Lines of a list by runs of their places; no run at all: everybody. */
export function linesOf(people: Int32Array, ranges: readonly (readonly [number, number])[]): Int32Array {
  if (ranges.length === 0) return people;
  const parts = ranges.map(([first, last]) => people.subarray(first, last + 1));
  const lines = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    lines.set(part, at);
    at += part.length;
  }
  return lines;
}

export async function listFigures(
  officials: Officials,
  { filter, order, key, ranges }: Asked,
): Promise<CallResult<"listFigures">> {
  const shown = tableColumnOf(key);
  if (shown === null || (isComputed(shown) && shown.kind === "number")) {
    const { people } = await officials.list(filter, order);
    const count = linesOf(people, ranges).length;
    return { count, filled: count, distinct: count, least: null, most: null, mean: null };
  }
  const { index, roster, people, column } = await officials.withColumn(filter, order, key);
  const lines = linesOf(people, ranges);
  const measure = measureOf(shown);
  const scale = isComputed(shown) ? 0 : (shown.definition.scale ?? 0);
  const means = column.values.map((value) => {
    const span = measure === "number" ? spanOf(measure, value, scale) : null;
    return span === null ? null : (span[0] + span[1]) / 2;
  });
  const met = new Uint8Array(column.values.length);
  let filled = 0;
  let sum = 0;
  let numbers = 0;
  for (const person of lines) {
    const place = column.places[person] ?? 0;
    if (place === 0) continue;
    filled++;
    met[place] = 1;
    const mean = means[place] ?? null;
    if (mean === null) continue;
    sum += mean;
    numbers++;
  }
  const text = (place: number) =>
    place < 1 || measure === "text"
      ? null
      : valueText({ index, t: roster.surroundings.t }, shown, column.values[place] ?? "");
  return {
    count: lines.length,
    filled,
    distinct: met.reduce((count, one) => count + one, 0),
    least: text(met.indexOf(1)),
    most: text(met.lastIndexOf(1)),
    mean: numbers === 0 ? null : sum / numbers,
  };
}
