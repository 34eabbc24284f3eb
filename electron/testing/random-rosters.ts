/**
 * Random rosters in real files, with mergers, area flags, several posts, random rules and dates that leave days open: for
 * tests that hold different readings of one roster equal.
 */
import fc from "fast-check";
import { choiceOfStandardsId } from "../../shared/catalog/ids";
import type { FieldValue } from "../../shared/domain/entities";
import { levelLadders } from "../../shared/domain/levels";
import { packedToIso } from "../../shared/domain/partial-date";
import { areaFlags, postCategories, postGroups, sexes, standards } from "../../shared/domain/values";
import type { StandardRule, StandardSet } from "../../shared/standards/types";
import * as arbitrary from "../../shared/testing/standards-arbitraries";
import type { Edit } from "../roster/change-log";
import { createRoster } from "../roster/create-roster";
import { OpenRoster } from "../services/open-roster";
import type { CliPlace } from "./command-line";

/** Units 0 and 1 go up in 3, which goes up in 4; 5 may be formed from 0 too, which splits it; 2 stays. */
export const mergers: readonly {
  readonly from?: string;
  readonly to?: string;
  readonly of?: readonly number[];
}[] = [
  { to: "2021-06-30" },
  { to: "2021-06-30" },
  {},
  { from: "2021-07-01", to: "2023-06-30", of: [0, 1] },
  { from: "2023-07-01", of: [3] },
  { from: "2021-07-01" },
];
const date = fc.option(arbitrary.partialDate, { nil: null, freq: 4 });
const flags = fc.subarray([...areaFlags], { maxLength: 3 });
const qualification = fc.constantFrom(...standards).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    level: fc.constantFrom(...levelLadders[kind]),
    major: fc.constantFrom(...arbitrary.testMajors),
    granted: date,
  }),
);
export const world = fc.record({
  flags: fc.array(flags, { minLength: mergers.length, maxLength: mergers.length }),
  isSplit: fc.boolean(),
  posts: fc.array(
    fc.record({
      group: fc.constantFrom(...postGroups),
      category: fc.constantFrom(...postCategories),
      order: fc.nat({ max: 2 }),
    }),
    {
      minLength: 4,
      maxLength: 4,
    },
  ),
  sets: arbitrary.sets,
  rules: arbitrary.rules,
  /** The standards chosen to count; null: nobody chose. */
  chosen: fc.option(fc.subarray([...standards], { minLength: 1 }), { nil: null }),
  people: fc.array(
    fc.record(
      {
        birth: fc.option(fc.constantFrom("1985", "1985-06", "1990-02-28"), { nil: null, freq: 4 }),
        sex: fc.option(fc.constantFrom(...sexes), { nil: null, freq: 4 }),
        assignments: fc.array(
          fc.record({
            unit: fc.nat({ max: mergers.length - 1 }),
            post: fc.nat({ max: 3 }),
            from: fc.oneof(date, fc.constantFrom("2020", "2020-01", "2020-01-01")),
            to: fc.option(arbitrary.partialDate, { nil: null, freq: 2 }),
            main: fc.boolean(),
            kind: fc.constantFrom("elected", "concurrent"),
          }),
          { maxLength: 4 },
        ),
        qualifications: fc.array(qualification, { maxLength: 3 }),
      },
      { requiredKeys: ["assignments", "qualifications"] },
    ),
    { minLength: 1, maxLength: 8 },
  ),
  asOf: arbitrary.packedDay.map(packedToIso),
});
export type World = typeof world extends fc.Arbitrary<infer W> ? W : never;

/** A roster with everything of a world in it. */
export async function rosterOf(place: CliPlace, of: World): Promise<OpenRoster> {
  const { environment } = place;
  const roster = await createRoster(place.path(`${environment.newId()}.scb`), environment);
  const edits: Edit[] = [];
  const create = (entity: Edit["entity"], fields: Record<string, FieldValue>): string => {
    const id = environment.newId();
    const given = Object.entries(fields).filter(([, value]) => value !== null && value !== "");
    edits.push({ kind: "create", entity, id, fields: Object.fromEntries(given) });
    return id;
  };
  const units: string[] = [];
  for (const [index, { from = null, to = null, of: before = [] }] of mergers.entries()) {
    const predecessors = index === 5 && of.isSplit ? [0] : before;
    units.push(
      create("unit", {
        code: `0000${index}`,
        name: `Xã ${index}`,
        type: "xa",
        level: "commune",
        validFrom: from,
        validTo: to,
        predecessors: keys(predecessors.map((one) => units[one] ?? "")),
        areaFlags: keys(of.flags[index] ?? []),
      }),
    );
  }
  const posts = of.posts.map(({ group, category, order }, index) =>
    create("post", { key: `post${index}`, name: `Chức danh ${index}`, group, category, order }),
  );
  const id = choiceOfStandardsId();
  const fields = of.chosen === null ? {} : { standards: keys(of.chosen) };
  edits.push({ kind: "create", entity: "standardChoice", id, fields });
  writeStandards(of.sets, of.rules, posts, create, (entity, id, fields) => {
    edits.push({ kind: "update", entity, id, fields });
  });
  for (const [index, { birth, sex, assignments, qualifications }] of of.people.entries()) {
    const official = create("official", {
      fullName: `Người ${index}`,
      birth: birth ?? null,
      sex: sex ?? null,
    });
    for (const { unit, post, ...rest } of assignments)
      create("assignment", { official, unit: units[unit] ?? "", post: posts[post] ?? "", ...rest });
    for (const one of qualifications) create("qualification", { official, ...one });
  }
  roster.log.write({ action: "sample", user: "Văn phòng", edits });
  return OpenRoster.of(roster, environment);
}

function writeStandards(
  sets: readonly StandardSet[],
  rules: readonly StandardRule[],
  posts: readonly string[],
  create: (entity: "standardSet" | "standardRule", fields: Record<string, FieldValue>) => string,
  update: (entity: "standardSet", id: string, fields: Record<string, FieldValue>) => void,
): void {
  const ids = new Map<string, string>();
  // As they come by a packet, which may bring circles and sets whose base is not there: each in its own order.
  for (const { id, key, name, validFrom, validTo, inUse } of sets)
    ids.set(
      id,
      create("standardSet", {
        key,
        name,
        validFrom: packedToIso(validFrom),
        validTo: validTo === null ? null : packedToIso(validTo),
        inUse,
      }),
    );
  for (const { id, basedOn } of sets) {
    // One that is not there cannot be written, only received.
    const base = ids.get(basedOn ?? "");
    if (base !== undefined) update("standardSet", ids.get(id) ?? "", { basedOn: base });
  }
  for (const rule of rules) {
    create("standardRule", {
      ...arbitrary.ruleFields(rule),
      posts: postsNamed(rule, posts),
      set: ids.get(rule.setId) ?? "",
    });
  }
}

/** The posts of a random rule as posts of a roster: as many of them, in order. */
export function postsNamed({ posts }: Pick<StandardRule, "posts">, ids: readonly string[]): string | null {
  const named = keys(ids.slice(0, posts.length));
  return named === "" ? null : named;
}

function keys(list: readonly string[]): string {
  return [...list].sort().join(" ");
}
