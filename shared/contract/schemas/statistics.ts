/** Calls about figures per commune: those of `stats --json`, plus ids for opening the people. */
import { people, yardsticks } from "../call";
import { z } from "../zod";
import { daySchema, idSchema, momentSchema, standardCountsSchema, standardSchema } from "./common";

const countsSchema = z.object({
  total: z.int(),
  standards: z.record(standardSchema, standardCountsSchema),
  /** All standards that count, together; "not applicable" where one of them does not apply. */
  all: standardCountsSchema,
});
export type UnitCounts = z.infer<typeof countsSchema>;

export const statisticsRowSchema = countsSchema.extend({
  unitId: idSchema,
  unitCode: z.string(),
  unitName: z.string(),
});
export type StatisticsRowData = z.infer<typeof statisticsRowSchema>;

export const statisticsTableSchema = z.object({
  asOf: daySchema,
  /** Sets in force on the day that judged somebody or could have. */
  standardSets: z.array(z.object({ id: idSchema, name: z.string(), verified: z.boolean() })),
  rows: z.array(statisticsRowSchema),
  total: countsSchema,
  /** Version of the roster the figures were counted from; see officialsPage. */
  version: z.int(),
});
export type StatisticsTable = z.infer<typeof statisticsTableSchema>;

export const statisticsCalls = {
  statisticsByUnit: {
    reads: [...people, ...yardsticks, "office"],
    needs: "read",
    args: z.object({ moment: momentSchema, unitId: idSchema.nullable() }),
    result: statisticsTableSchema,
  },
} as const;
