/**
 * Random people, rules and days for property tests of judging and statistics. Dates lie close together and come in
 * every precision, because the laws break at the edges: a year that may mean before or after the day asked for.
 */
import fc from "fast-check";
import { entityDefinition, type FieldValue } from "../domain/entities";
import { levelLadders } from "../domain/levels";
import { packedToIso } from "../domain/partial-date";
import {
  type AreaFlag,
  areaFlags,
  graceEvents,
  postCategories,
  type PostGroup,
  postGroups,
  ruleEntries,
  standards,
} from "../domain/values";
import { unknownPostOrder } from "../standards/serving";
import type {
  AssignmentFact,
  PersonFacts,
  QualificationFact,
  StandardRule,
  StandardSet,
} from "../standards/types";

const year = fc.integer({ min: 2018, max: 2024 });
const month = fc.integer({ min: 1, max: 12 }).map((value) => String(value).padStart(2, "0"));
const dayOfMonth = fc.integer({ min: 1, max: 28 }).map((value) => String(value).padStart(2, "0"));

/** A canonical date of any precision. */
export const partialDate = fc.oneof(
  year.map(String),
  fc.tuple(year, month).map((parts) => parts.join("-")),
  fc.tuple(year, month, dayOfMonth).map((parts) => parts.join("-")),
);

/** A full packed day. */
export const packedDay = fc
  .tuple(year, month, dayOfMonth)
  .map(([y, m, d]) => y * 10_000 + Number(m) * 100 + Number(d));

/** Units that random assignments lie in; their index is their place. */
export const unitIds = ["unit-0", "unit-1", "unit-2"] as const;

const partTime: readonly PostGroup[] = ["policeChief", "otherPost"];

/** Posts that random assignments are in: one of each group, two of them of no kind that counts, and one not known. */
export const testPosts = [
  ...postGroups.map((group, place) => ({
    id: `post-${group}`,
    group,
    category: partTime.includes(group)
      ? ("khongChuyenTrach" as const)
      : place < 5
        ? ("canBo" as const)
        : ("congChuc" as const),
    order: 100 - place,
  })),
  { id: "post-unknown", group: null, category: null, order: unknownPostOrder },
];

const nullableDate = fc.option(partialDate, { nil: null, freq: 4 });

const assignment = fc
  .record({
    unitId: fc.constantFrom(...unitIds),
    post: fc.constantFrom(...testPosts),
    from: nullableDate,
    to: fc.option(partialDate, { nil: null, freq: 2 }),
    main: fc.boolean(),
    concurrent: fc.boolean(),
  })
  .map(
    ({ unitId, post, from, to, main, concurrent }): Omit<AssignmentFact, "id"> => ({
      unitId,
      postId: post.id,
      postGroup: post.group,
      postCategory: post.category,
      postOrder: post.order,
      from,
      to,
      main,
      concurrent,
    }),
  );

/** As papers name fields of study; null: not on record. */
export const testMajors = ["Quản lý đất đai", "Kế toán", "Luật kinh tế", null] as const;

/** A qualification of a kind that standards ask for, or of one that they pass over. */
const qualification = fc.constantFrom(...standards, "general" as const).chain((kind) =>
  fc.record({
    id: fc.constant(""),
    kind: fc.constant(kind),
    level: fc.constantFrom<string>(...levelLadders[kind]),
    major: fc.constantFrom(...testMajors),
    granted: nullableDate,
    recorded: fc.oneof(packedDay, fc.constant(0)),
    equivalent: fc.boolean(),
  }),
);

/** Somebody with any number of assignments and qualifications, ids by place. */
export const person: fc.Arbitrary<PersonFacts> = fc
  .record({
    birth: fc.option(fc.integer({ min: 1985, max: 2003 }).map(String), { nil: null, freq: 4 }),
    sex: fc.constantFrom("male" as const, "female" as const, null),
    assignments: fc.array(assignment, { maxLength: 4 }),
    qualifications: fc.array(qualification, { maxLength: 5 }),
  })
  .map(({ birth, sex, assignments, qualifications }) => ({
    birth,
    sex,
    assignments: assignments.map((item, place) => ({ ...item, id: `assignment-${place}` })),
    qualifications: qualifications.map(
      (item, place): QualificationFact => ({ ...item, id: `qualification-${place}` }),
    ),
  }));

const flags: fc.Arbitrary<AreaFlag[]> = fc.subarray<AreaFlag>(["mountain", "provincialReduction"]);

/** Area flag keys of each of `unitIds`. */
export const flagsOfUnits = fc.tuple(
  fc.subarray([...areaFlags]),
  fc.subarray<AreaFlag>(["mountain", "provincialReduction"]),
  fc.constant<AreaFlag[]>([]),
);

/** Mostly none, so that chains of rules end. An option of frequency 1 would always be none. */
const some = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });

/** What a rule asks of the person and of their papers, as fields of its row. */
const asked = fc.record({
  majors: some(fc.constantFrom("Đất đai", "ke toan, LUẬT", "Luật; Kế toán, kiểm toán")),
  categories: some(fc.subarray([...postCategories], { minLength: 1 }).map((keys) => keys.sort().join(" "))),
  entry: fc.option(fc.constantFrom(...ruleEntries), { nil: null, freq: 2 }),
  ageFrom: some(fc.integer({ min: 16, max: 36 })),
  ageTo: some(fc.integer({ min: 16, max: 36 })),
  monthsFrom: some(fc.integer({ min: 300, max: 560 })),
  monthsTo: some(fc.integer({ min: 300, max: 560 })),
  servingOn: some(packedDay.map(packedToIso)),
});

const conditions = {
  posts: fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    fc.subarray(
      testPosts.map(({ id }) => id),
      { maxLength: 3 },
    ),
  ),
  validFrom: some(packedDay),
  validTo: some(packedDay),
};

const rule = fc
  .constantFrom(...standards)
  .chain((standard) =>
    fc.record({
      id: fc.uuid(),
      setId: fc.constantFrom("set-0", "set-1", "set-2"),
      standard: fc.constant(standard),
      postGroups: fc.subarray([...postGroups], { minLength: 1 }),
      minimumLevel: fc.option(fc.constantFrom<string>(...levelLadders[standard]), { nil: null, freq: 6 }),
      anyFlag: flags,
      allFlags: flags,
      clause: fc.uuid(),
      verified: fc.boolean(),
      graceUntil: fc.option(packedDay, { nil: null }),
      graceServingOn: fc.option(packedDay, { nil: null, freq: 6 }),
      grace: fc.option(
        fc.record({ years: fc.integer({ min: 1, max: 5 }), event: fc.constantFrom(...graceEvents) }),
        { nil: null, freq: 2 },
      ),
      graceGroups: fc.subarray([...postGroups]),
      asked,
      ...conditions,
      order: fc.integer({ min: 0, max: 3 }),
    }),
  )
  .map(({ grace, asked: row, ...rest }): StandardRule => {
    const whole = {
      ...rest,
      graceUntil: grace === null ? rest.graceUntil : null,
      graceYears: grace?.years ?? null,
      graceEvent: grace?.event ?? null,
    };
    // Without a level there is no paper that could be of a field.
    const majors = whole.minimumLevel === null ? null : row.majors;
    return { ...whole, row: { ...fieldsOf(whole), ...row, majors } };
  });

/** Rules of the three random sets. */
export const rules: fc.Arbitrary<StandardRule[]> = fc.array(rule, { minLength: 1, maxLength: 12 });

const firstDay = fc.oneof(packedDay, fc.constant(20180101));

/** Three sets with random days in force, often all of them at once. */
export const sets: fc.Arbitrary<StandardSet[]> = fc
  .tuple(
    ...[0, 1, 2].map(() =>
      fc.tuple(
        firstDay,
        fc.option(packedDay, { nil: null, freq: 2 }),
        // On itself, in a circle, on one that is not there: packets can bring any of it.
        fc.option(fc.constantFrom("set-0", "set-1", "set-2", "set-none"), { nil: null, freq: 2 }),
      ),
    ),
  )
  .map((days) =>
    days.map(([validFrom, validTo, basedOn], place) => ({
      id: `set-${place}`,
      key: `key-${place}`,
      basedOn,
      name: `Set ${place}`,
      validFrom,
      validTo,
      verified: true,
      inUse: place < 2 || validFrom % 5 !== 0,
    })),
  );

/** A rule as the fields of its row, without its set. */
export function ruleFields(rule: StandardRule): Record<string, FieldValue> {
  return { ...fieldsOf(rule), ...rule.row };
}

function fieldsOf(rule: object): Record<string, FieldValue> {
  const { fields } = entityDefinition("standardRule");
  const written = Object.entries<FieldValue | readonly string[]>({ ...rule }).filter(
    ([name]) => name in fields,
  );
  return Object.fromEntries(
    written.map(([name, value]): [string, FieldValue] => {
      if (typeof value === "object" && value !== null)
        return [name, value.length === 0 ? null : [...value].sort().join(" ")];
      return [name, typeof value === "number" && fields[name]?.type === "day" ? packedToIso(value) : value];
    }),
  );
}

/** Of a rule that asks everybody in its groups and areas. */
export const noConditions = {
  posts: [],
  row: {},
  validFrom: null,
  validTo: null,
} as const satisfies Partial<StandardRule>;
