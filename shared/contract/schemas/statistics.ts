/** Calls about figures per commune: those of `stats --json`, plus ids for opening the people. */
import { people, yardsticks } from "../call";
import { z } from "../zod";
import {
  countedKindsSchema,
  daySchema,
  idSchema,
  kindsSchema,
  momentSchema,
  standardCountsSchema,
  standardSchema,
} from "./common";

const countsSchema = z.object({
  total: z.int(),
  /** Of each standard that is counted. */
  standards: z.partialRecord(standardSchema, standardCountsSchema),
  /** All standards that apply to somebody, together; "not applicable" where none does. */
  all: standardCountsSchema,
  /** People judged by what nobody compared with the text of the law; by levels without a date; by no rule at all. */
  notes: z.partialRecord(
    standardSchema,
    z.object({ unverified: z.int(), assumed: z.int(), uncovered: z.int() }),
  ),
  /** People of whom it is not clear by which of several posts they are counted. */
  mainUnclear: z.int(),
  /** People for whose post no rule speaks of one standard or another. */
  uncovered: z.int(),
});
export type UnitCounts = z.infer<typeof countsSchema>;

export const statisticsRowSchema = countsSchema.extend({
  unitId: idSchema,
  unitCode: z.string(),
  unitName: z.string(),
});
export type StatisticsRowData = z.infer<typeof statisticsRowSchema>;

/** A rule by which somebody in the table was judged. */
const usedRuleSchema = z.object({
  standard: standardSchema,
  setId: idSchema,
  setName: z.string(),
  clause: z.string(),
  /** Set and rule were compared with the text of the law. */
  verified: z.boolean(),
  /** The rule was, whatever of the name and the days of its set. */
  ruleVerified: z.boolean(),
  people: z.int(),
  grace: z.int(),
  /** How many are in grace until when, the nearest day first. */
  graceDays: z.array(z.object({ until: daySchema, people: z.int() })),
});

export const statisticsTableSchema = z.object({
  asOf: daySchema,
  /** The kinds of post that are counted. */
  kinds: kindsSchema,
  /** Sets by which somebody is judged on the day; where nobody is, those that could. */
  standardSets: z.array(z.object({ id: idSchema, name: z.string(), verified: z.boolean() })),
  /** What the figures rest on. */
  rules: z.array(usedRuleSchema),
  rows: z.array(statisticsRowSchema),
  total: countsSchema,
  /** People of whom no post is on record, so that they are in no figure; none where only a part of the office is asked for. */
  unposted: z.int(),
  /** Version of the roster the figures were counted from; see officialsPage. */
  version: z.int(),
});
export type StatisticsTable = z.infer<typeof statisticsTableSchema>;

export const statisticsCalls = {
  statisticsByUnit: {
    reads: [...people, ...yardsticks, "office"],
    needs: "read",
    args: z.object({ moment: momentSchema, unitId: idSchema.nullable(), kinds: countedKindsSchema }),
    result: statisticsTableSchema,
  },
} as const;
