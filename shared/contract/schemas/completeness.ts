/** Calls about how complete files are: counts by unit, the people behind them, and what one person lacks. */
import { curriculumForms } from "../../completeness/forms";
import { personEntities } from "../../domain/entities";
import { people, yardsticks } from "../call";
import { z } from "../zod";
import { countedKindsSchema, daySchema, idSchema, kindsSchema, momentSchema } from "./common";

const curriculumFormSchema = z.enum(curriculumForms);

/** Of whom something is asked: the form, the day, the unit with those below it, the kinds of post. */
const askedSchema = z.object({
  form: curriculumFormSchema,
  moment: momentSchema,
  unitId: idSchema.nullable(),
  kinds: countedKindsSchema,
});

const countsSchema = z.object({
  people: z.int(),
  /** People who lack nothing that is asked of them. */
  complete: z.int(),
  /** Items asked of all of them together, and those of them that are answered. */
  asked: z.int(),
  present: z.int(),
});
export type CompletenessCounts = z.infer<typeof countsSchema>;

const unitSchema = countsSchema.extend({
  unitId: idSchema,
  unitCode: z.string(),
  unitName: z.string(),
});
export type CompletenessUnit = z.infer<typeof unitSchema>;

const tableSchema = z.object({
  form: curriculumFormSchema,
  asOf: daySchema,
  kinds: kindsSchema,
  rows: z.array(unitSchema),
  total: countsSchema,
  /** People of whom no post is on record, so that they are in no figure. */
  unposted: z.int(),
  /** Version of the roster the figures were counted from; see officialsPage. */
  version: z.int(),
});
export type CompletenessTable = z.infer<typeof tableSchema>;

const personSchema = z.object({
  id: idSchema,
  fullName: z.string(),
  unitCode: z.string(),
  unitName: z.string(),
  asked: z.int(),
  present: z.int(),
  /** Numbers of the items as the form prints them. */
  missing: z.array(z.string()),
});
export type CompletenessPerson = z.infer<typeof personSchema>;

/** Where to fill in: a field of the person's own row, or of an entity of rows. */
const gapSchema = z.object({ entity: z.enum(personEntities), field: z.string().nullable() });

export const completenessCalls = {
  completenessByUnit: {
    reads: [...people, ...yardsticks, "office"],
    needs: "read",
    args: askedSchema,
    result: tableSchema,
  },
  /** In the order of units and names. */
  completenessPeople: {
    reads: [...people, ...yardsticks, "office"],
    needs: "read",
    args: askedSchema.extend({
      /** Only the unit itself, as a row of the table counts it. */
      unitOnly: z.boolean(),
      /** Only who lacks something. */
      lacking: z.boolean(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    result: z.object({ total: z.int(), version: z.int(), rows: z.array(personSchema) }),
  },
  completenessOf: {
    reads: [...people, ...yardsticks, "office"],
    needs: "read",
    args: askedSchema.extend({ unitOnly: z.boolean(), id: idSchema }),
    result: z.object({
      asked: z.int(),
      present: z.int(),
      missing: z.array(z.object({ number: z.string(), gap: gapSchema.nullable() })),
      /** How many people of the list lack something, this one included. */
      lacking: z.int(),
      /** Who follows them in the list and lacks something, from its end on from its beginning; null: nobody else does. */
      next: z.object({ id: idSchema, fullName: z.string() }).nullable(),
    }),
  },
} as const;
