/** Calls about what is due: how much of each kind, the people page by page, and the calendar file of a time. */
import { type DueReason, dueGaps, dueKinds, type DueWord } from "../../domain/due";
import { people, yardsticks } from "../call";
import { z } from "../zod";
import { daySchema, idSchema, momentSchema, pathSchema } from "./common";

const dueKindSchema = z.enum(dueKinds);

/** Days of the first day that each thing can be due, both included. */
const timeSchema = z.object({
  moment: momentSchema,
  from: daySchema,
  to: daySchema,
  /** Only who counts in this unit or below it. */
  unitId: idSchema.nullable(),
});

const pagedSchema = timeSchema.extend({
  kinds: z.array(dueKindSchema).min(1).max(dueKinds.length),
  offset: z.int().min(0),
  limit: z.int().min(1).max(500),
});

const personSchema = z.object({
  id: idSchema,
  name: z.string(),
  birth: z.string().nullable(),
  unitId: idSchema.nullable(),
  unitCode: z.string().nullable(),
  unitName: z.string().nullable(),
  post: z.string().nullable(),
});

const whySchema = z.object({
  key: z.custom<DueReason>((key) => typeof key === "string"),
  params: z.record(
    z.string(),
    z.union([z.string(), z.number(), z.custom<DueWord>((word) => typeof word === "object" && word !== null)]),
  ),
});

const itemSchema = z.object({
  person: personSchema,
  kind: dueKindSchema,
  /** As precise as it is known. */
  on: z.string(),
  earliest: z.int(),
  why: whySchema,
  /** Rests on a rule that nobody compared with the text of the law. */
  unverified: z.boolean(),
});
export type DueItemData = z.infer<typeof itemSchema>;

const unknownSchema = z.object({
  person: personSchema,
  kind: dueKindSchema,
  missing: z.array(z.enum(dueGaps)),
});
export type DueUnknownData = z.infer<typeof unknownSchema>;

const reads = [...people, ...yardsticks, "office"] as const;

export const dueCalls = {
  dueCounts: {
    reads,
    needs: "read",
    args: timeSchema,
    result: z.object({
      version: z.int(),
      kinds: z.record(dueKindSchema, z.object({ due: z.int(), unknown: z.int() })),
    }),
  },
  /** By day, then in the order of a printed list. */
  duePage: {
    reads,
    needs: "read",
    args: pagedSchema,
    result: z.object({ total: z.int(), version: z.int(), rows: z.array(itemSchema) }),
  },
  /** Of whom no day can be worked out, whatever the time. */
  dueUnknownPage: {
    reads,
    needs: "read",
    args: pagedSchema,
    result: z.object({ total: z.int(), version: z.int(), rows: z.array(unknownSchema) }),
  },
  /** Asks where to write a calendar. Null: the dialog was closed. */
  dialogSaveCalendar: {
    reads: [],
    needs: "nothing",
    args: z.object({ suggestedName: z.string().max(200) }),
    result: pathSchema.nullable(),
  },
  /** Writes what `duePage` shows as a calendar of whole days. */
  dueCalendarWrite: {
    reads: [],
    needs: "export",
    args: pagedSchema.omit({ offset: true, limit: true }).extend({ path: pathSchema }),
    result: z.object({ path: pathSchema, events: z.int() }),
  },
} as const;
