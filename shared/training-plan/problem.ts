/**
 * A training plan as programmes for a solver. People of one unit of whom all that matters is alike are one number, how many of
 * them are sent; those of all units with the same ways are one number for each way, so that a nation's plan is a few thousand
 * columns. Units that share neither seats nor money nor a target are programmes of their own.
 *
 * Invariant: neither the order of learners nor that of offers matters, both are put in order first; who of a group is sent is
 * decided by id.
 */
import type { PackedDay } from "../domain/partial-date";
import { commonDivisor, type Programme, type Row } from "./programme";
import type { Learner, Left, Offer, PlanAsked, Standing } from "./types";
import { type Way, type Ways, waysKey, waysOf } from "./ways";

/** People of one unit, or of all, with the same ways. */
export interface Group {
  /** Place of what they are counted for the target in. */
  readonly scope: number;
  readonly ways: readonly Way[];
  readonly unclear: boolean;
  /** The same for groups of people who differ in their units alone. */
  readonly alike: string;
  /** By id. */
  readonly learners: readonly Learner[];
}

/** What a target is reached in: one unit, or all. */
export interface Scope {
  readonly wanted: number;
  /** How many more are needed than meet it without any class. */
  readonly needed: number;
}

/** How many of some people who are alike go one way. */
export interface WayColumn {
  /** Place among the people who are alike. */
  readonly alike: number;
  readonly way: Way;
}

export interface Part {
  readonly programme: Programme;
  /** The first columns: how many of each group are sent. */
  readonly groups: readonly Group[];
  /** Places of the groups that are alike. */
  readonly alike: readonly (readonly number[])[];
  /** The other columns. */
  readonly ways: readonly WayColumn[];
}

export interface PlanProblem {
  readonly asked: PlanAsked;
  readonly standings: readonly Standing[];
  readonly scopes: readonly Scope[];
  readonly groups: readonly Group[];
  readonly parts: readonly Part[];
  readonly cannot: readonly Left[];
}

/** How many of some people are a share of them, rounded up. */
export function wantedOf(whole: number, percent: number): number {
  return Math.ceil((whole * percent) / 100);
}

export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** @param standings of every unit in scope, each once; learners of other units are not */
export function planProblem(
  learners: readonly Learner[],
  offers: readonly Offer[],
  standings: readonly Standing[],
  asked: PlanAsked,
): PlanProblem {
  const inOrder = [...offers].sort((a, b) => (a.from ?? asked.by) - (b.from ?? asked.by) || byId(a, b));
  const units = [...standings].sort((a, b) => (a.unit < b.unit ? -1 : 1));
  const scopeOf = new Map(units.map(({ unit }, place) => [unit, asked.eachUnit ? place : 0]));
  const scopes = scopesOf(units, asked);
  const known = new Map<string, Ways>();
  const texts = new Map<Ways, string>();
  const groups = new Map<string, Group & { readonly learners: Learner[] }>();
  const cannot: Left[] = [];
  for (const learner of [...learners].sort(byId)) {
    const scope = scopeOf.get(learner.unit);
    if (scope === undefined) continue;
    const alike = waysKey(learner, asked);
    const ways = known.get(alike) ?? waysOf(learner, inOrder, asked);
    known.set(alike, ways);
    if (ways.ways === null) {
      const { reason, rule } = ways;
      cannot.push({ person: learner.id, unit: learner.unit, reason, rule: rule?.key ?? null });
      continue;
    }
    const { unclear } = learner;
    const text = texts.get(ways) ?? ways.ways.map(wayText).join(";");
    texts.set(ways, text);
    const same = `${unclear ? 1 : 0} ${text}`;
    const key = `${scope} ${same}`;
    const group = groups.get(key) ?? { scope, ways: ways.ways, unclear, alike: same, learners: [] };
    groups.set(key, group);
    group.learners.push(learner);
  }
  const all = [...groups.values()].sort((a, b) => byId(firstOf(a), firstOf(b)));
  const needing = all.filter(({ scope }) => (scopes[scope]?.needed ?? 0) > 0);
  return {
    asked,
    standings: units,
    scopes,
    groups: all,
    parts: apart(needing, asked).map((some) => partOf(some, scopes, asked)),
    cannot,
  };
}

function scopesOf(units: readonly Standing[], { eachUnit, percent }: PlanAsked): Scope[] {
  const together = { whole: 0, met: 0 };
  for (const { whole, met } of units) {
    together.whole += whole;
    together.met += met;
  }
  return (eachUnit ? units : [together]).map(({ whole, met }) => {
    const wanted = wantedOf(whole, percent);
    return { wanted, needed: Math.max(0, wanted - met) };
  });
}

/** Groups that are bound to each other by a target, by seats or by money, apart from the others. */
function apart(groups: readonly Group[], { budget }: PlanAsked): Group[][] {
  const boundBy = new Map<string, number>();
  const parent = groups.map((_group, place) => place);
  const top = (place: number): number => {
    let at = place;
    while (parent[at] !== at) at = parent[at] ?? at;
    return at;
  };
  const shared = new Map<string, ReadonlySet<string>>();
  const tiesOf = ({ alike, ways }: Group): ReadonlySet<string> => {
    const known = shared.get(alike);
    if (known !== undefined) return known;
    const ties = new Set<string>();
    for (const offer of ways.flat()) {
      if (offer.seats !== null) ties.add(`offer ${offer.id}`);
      if (budget !== null && offer.cost > 0) ties.add("budget");
    }
    shared.set(alike, ties);
    return ties;
  };
  groups.forEach((group, place) => {
    for (const tie of [`scope ${group.scope}`, ...tiesOf(group)]) {
      const other = boundBy.get(tie);
      if (other === undefined) boundBy.set(tie, place);
      else parent[Math.max(top(place), top(other))] = Math.min(top(place), top(other));
    }
  });
  const parts = new Map<number, Group[]>();
  groups.forEach((group, place) => {
    const at = top(place);
    const part = parts.get(at);
    if (part === undefined) parts.set(at, [group]);
    else part.push(group);
  });
  return [...parts.values()];
}

function partOf(groups: readonly Group[], scopes: readonly Scope[], asked: PlanAsked): Part {
  const places = new Map<string, number[]>();
  groups.forEach(({ alike }, place) => {
    const some = places.get(alike);
    if (some === undefined) places.set(alike, [place]);
    else some.push(place);
  });
  const alike = [...places.values()];
  const groupAt = (place: number | undefined) => groups[place ?? -1];
  const ways = alike.flatMap((some, at) =>
    (groupAt(some[0])?.ways ?? []).map((way): WayColumn => ({ alike: at, way })),
  );
  const costs = ways.map(({ way }) => costOf(way));
  const unit = commonDivisor(costs);
  const rows = new Map<string, { columns: number[]; weights: number[]; least?: number; most: number }>();
  const add = (key: string, most: number, column: number, weight: number) => {
    const row = rows.get(key) ?? { columns: [], weights: [], most };
    rows.set(key, row);
    row.columns.push(column);
    row.weights.push(weight);
  };
  groups.forEach(({ scope }, column) => add(`scope ${scope}`, scopes[scope]?.needed ?? 0, column, 1));
  // Whoever is sent goes one way.
  alike.forEach((some, at) => {
    const weights = some.map(() => -1);
    rows.set(`alike ${at}`, { columns: [...some], weights, least: 0, most: 0 });
  });
  ways.forEach(({ alike: at, way }, place) => {
    const column = groups.length + place;
    add(`alike ${at}`, 0, column, 1);
    for (const { id, seats } of way) if (seats !== null) add(`offer ${id}`, seats, column, 1);
    const cost = (costs[place] ?? 0) / unit;
    if (asked.budget !== null && cost > 0) add("budget", Math.floor(asked.budget / unit), column, cost);
  });
  const ofGroups = (weight: (group: Group, place: number) => number) => [
    ...groups.map(weight),
    ...ways.map(() => 0),
  ];
  // How many people go their ways is settled by the first aim: only what ways differ in is left to decide.
  const ofWays = (weight: (way: Way, place: number) => number) => {
    const weights = ways.map(({ way }, place) => weight(way, place));
    const least = weights.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
    return [...groups.map(() => 0), ...weights.map((one) => one - least)];
  };
  const sizes = groups.map(({ learners }) => learners.length);
  return {
    groups,
    alike,
    ways,
    programme: {
      most: [
        ...sizes,
        ...ways.map(({ alike: at }) =>
          (alike[at] ?? []).reduce((sum, place) => sum + (sizes[place] ?? 0), 0),
        ),
      ],
      rows: [...rows.values()] satisfies readonly Row[],
      aims: [
        ofGroups(() => -1),
        ofWays((way) => way.length),
        ofGroups(({ unclear }) => (unclear ? 1 : 0)),
        ofWays((_way, place) => (costs[place] ?? 0) / unit),
        ofWays((way) => daysUntil(way, asked)),
        // Whatever is left equal: whoever comes first by id.
        ofGroups((_group, place) => place),
      ],
    },
  };
}

export function costOf(way: Way): number {
  return way.reduce((sum, { cost }) => sum + cost, 0);
}

/** Days from today until a way is gone; to the last day where its classes have none. */
function daysUntil(way: Way, { on, by }: PlanAsked): number {
  return dayNumber(way.at(-1)?.to ?? by) - dayNumber(on);
}

function dayNumber(day: PackedDay): number {
  return Date.UTC(Math.trunc(day / 10_000), (Math.trunc(day / 100) % 100) - 1, day % 100) / 86_400_000;
}

function wayText(way: Way): string {
  return way.map(({ id }) => id).join("+");
}

function firstOf({ learners }: Group): { readonly id: string } {
  return learners[0] ?? { id: "" };
}
