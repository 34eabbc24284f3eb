/**
 * Figures of a form as cross tables: every column is one crossing of the form's own rows with whom it counts, so that
 * what stands on paper is what `cross` answers and what its cells open.
 */
import { standards } from "../domain/values";
import { type CrossFilter, type CrossQuery, crossTable } from "../statistics/cross";
import { axisOf, type CrossSource, type DimensionKey, type Word } from "../statistics/dimensions";
import type { Condition, Filter } from "./filter";
import { FormProblem } from "./problem";
import type { Figures, Member } from "./source";

export interface CrossScope {
  /** Units that are rows of their own, also those in which nobody serves. */
  readonly units: readonly Member[];
  /** Key of the unit that everything is narrowed to; null: the whole roster. */
  readonly unit: string | null;
  readonly wordOf: (word: Word) => string;
}

/** Anything is crossed with it: a table must have two sides. */
const otherSide: DimensionKey = "sex";
/** What people wrote in words: an answer that nobody gave is no mistake. */
const answers: readonly DimensionKey[] = ["ethnicity", "religion"];

/** @returns figures that throw FormProblem for members and bands that there are not */
export function crossFigures(source: CrossSource, { units, unit, wordOf }: CrossScope): Figures {
  const members = membersOf(source, wordOf);
  const { counted } = source.snapshot.book;
  const without = new Set(
    standards.filter((standard) => !counted.includes(standard)).map((standard) => `standard:${standard}`),
  );
  return {
    without,
    members: (dimension) => (dimension === "unit" ? units : members(dimension)),
    count: ({ by, measure, filter }) => {
      if (Object.keys(filter).some((dimension) => without.has(dimension))) return { total: 0, of: () => 0 };
      const asked = questionOf(source, filter, unit, members);
      if (asked === null) return { total: measure === "meanAge" ? null : 0, of: () => null };
      const query: CrossQuery = {
        rows: [by ?? otherSide],
        columns: [otherSide],
        measure,
        filter: asked.filter,
      };
      const { rows, totals } = crossTable({ ...source, ageBands: asked.ageBands }, query);
      const found = new Map(rows.map(({ keys }, place) => [keys[0], totals.rows[place] ?? null]));
      const nobody = measure === "meanAge" ? null : 0;
      return { total: totals.all, of: (member) => found.get(member) ?? nobody };
    },
  };
}

type MembersOf = (dimension: DimensionKey) => readonly Member[];

function membersOf(source: CrossSource, wordOf: CrossScope["wordOf"]): MembersOf {
  const known = new Map<DimensionKey, readonly Member[]>();
  return (dimension) => {
    // Bands are the form's own: it writes them as lines with a filter each.
    if (dimension === "ageBand") throw new FormProblem(dimension);
    const before = known.get(dimension);
    if (before !== undefined) return before;
    const axis = axisOf(source, dimension);
    const codes = Array.from({ length: axis.size }, (_, code) => code);
    const { rank } = axis;
    if (rank !== undefined) codes.sort((a, b) => (rank[a] ?? 0) - (rank[b] ?? 0));
    const members = codes.map((code) => ({ key: axis.keyOf(code), label: wordOf(axis.wordOf(code)) }));
    known.set(dimension, members);
    return members;
  };
}

interface Question {
  readonly filter: readonly CrossFilter[];
  readonly ageBands: readonly number[];
}

/** Null where nobody can pass. */
function questionOf(
  source: CrossSource,
  filter: Filter,
  scope: string | null,
  members: MembersOf,
): Question | null {
  const conditions: CrossFilter[] = [];
  let ageBands: readonly number[] = [];
  for (const [name, condition] of Object.entries(filter)) {
    const dimension = name as DimensionKey;
    if (dimension === "ageBand") {
      const band = bandOf(condition);
      if (band === null) return null;
      ageBands = band.ageBands;
      conditions.push(...band.keys.map((key) => ({ dimension, key })));
      continue;
    }
    const wanted = keysOf(dimension, condition, members);
    const keys = dimension === "unit" && scope !== null ? within(source, scope, wanted) : wanted;
    if (keys.length === 0) return null;
    conditions.push(...keys.map((key) => ({ dimension, key })));
  }
  if (scope !== null && filter.unit === undefined) conditions.push({ dimension: "unit", key: scope });
  return { filter: conditions, ageBands };
}

/** Years from one to another as the two bounds of a band and its key; null for a band that ends before it begins. */
function bandOf(condition: Condition): { ageBands: readonly number[]; keys: readonly string[] } | null {
  if (!("from" in condition || "to" in condition)) throw new FormProblem("ageBand");
  const from = condition.from !== undefined && condition.from > 0 ? condition.from : null;
  const to = condition.to ?? null;
  if (to !== null && to < (from ?? 0)) return null;
  return {
    ageBands: [...(from === null ? [] : [from - 1]), ...(to === null ? [] : [to])],
    keys: from === null && to === null ? [] : [`${from ?? ""}-${to ?? ""}`],
  };
}

function keysOf(dimension: DimensionKey, condition: Condition, members: MembersOf): readonly string[] {
  if ("from" in condition || "to" in condition || !Array.isArray(condition)) throw new FormProblem(dimension);
  const known = new Set(members(dimension).map(({ key }) => key));
  const keys: readonly string[] = condition;
  const stranger = keys.find((key) => !known.has(key));
  if (stranger !== undefined && !answers.includes(dimension)) {
    throw new FormProblem(`${dimension}=${stranger}`);
  }
  return keys.filter((key) => known.has(key));
}

/** Of units that are asked for, those in the scope; the scope itself where one of them holds it. */
function within({ units }: CrossSource, scope: string, keys: readonly string[]): readonly string[] {
  const codes = new Map(units.rows.map(({ key }, code) => [key, code]));
  const codeOf = (key: string) => codes.get(key) ?? -1;
  const inScope = units.within(codeOf(scope));
  return keys.flatMap((key) => {
    if (inScope[codeOf(key)] === 1) return [key];
    return units.within(codeOf(key))[codeOf(scope)] === 1 ? [scope] : [];
  });
}
