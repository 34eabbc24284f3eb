/**
 * What a large change does to the table per commune, and the numbers that somebody agrees to before it is kept: of a
 * reception, of taking one back, of deciding many proposals at once.
 */
import { massKinds } from "../../domain/mass-change";
import { z } from "../zod";
import { daySchema, idSchema, standardOrAllSchema } from "./common";

/** One number of a large change, which is agreed to by typing it. */
export const massCountSchema = z.object({ kind: z.enum(massKinds), count: z.int() });
/** What somebody agreed to of a large change; that nobody asked for it does no harm. */
export const agreedSchema = z.object({
  confirmed: z.array(massCountSchema).max(massKinds.length).default([]),
  /** The day for which figures are compared; the roster's own where it is left out. */
  on: daySchema.optional(),
});

/** A number of people before a change and after it. */
const beforeAfterSchema = z.object({ before: z.int(), after: z.int() });

/** One unit of which figures or people change. */
export const unitChangeSchema = z.object({
  unitId: idSchema,
  unitCode: z.string(),
  unitName: z.string(),
  total: beforeAfterSchema,
  /** People who meet each standard. */
  met: z.record(standardOrAllSchema, beforeAfterSchema),
  /** People who serve in it before and not after, and the other way round. */
  gone: z.int(),
  come: z.int(),
  /** Standards of which the figure changes so much that it is asked about. */
  asked: z.array(standardOrAllSchema),
});
export type UnitChangeData = z.infer<typeof unitChangeSchema>;

/** Somebody behind a number of the table before and after. */
const personBehindSchema = z.object({
  id: idSchema,
  name: z.string(),
  post: z.string(),
  /** Whether the number of the other side counts them too. */
  stays: z.boolean(),
});
export type PersonBehindData = z.infer<typeof personBehindSchema>;

const pageSchema = z.object({ offset: z.int().min(0), limit: z.int().min(1).max(200) });

export const massChangeCalls = {
  /** The table before and after, of the units that the open preview changes. */
  receiveFigures: {
    reads: [],
    needs: "edit",
    args: pageSchema,
    result: z.object({ total: z.int(), rows: z.array(unitChangeSchema) }),
  },
  /** The people behind a number of that table, those on this side only first. `standard` null: who serve there. */
  receiveFigurePeople: {
    reads: [],
    needs: "edit",
    args: pageSchema.extend({
      unitId: idSchema,
      standard: standardOrAllSchema.nullable(),
      when: z.enum(["before", "after"]),
    }),
    result: z.object({ total: z.int(), rows: z.array(personBehindSchema) }),
  },
} as const;
