/** Calls about what officials are measured against: units with their area flags, posts, standard sets. */
import { z } from "../zod";
import { written } from "./proposed";
import {
  daySchema,
  fieldsSchema,
  idSchema,
  knownOnSchema,
  momentSchema,
  reasonSchema,
  searchSchema,
} from "./common";

export const unitOptionSchema = z.object({
  id: idSchema,
  code: z.string(),
  fullName: z.string(),
  level: z.enum(["province", "district", "commune"]),
  validFrom: daySchema.nullable(),
  validTo: daySchema.nullable(),
});
export type UnitOption = z.infer<typeof unitOptionSchema>;

export const unitRowSchema = unitOptionSchema.extend({
  parentName: z.string().nullable(),
  formedFrom: z.string().nullable(),
  /** Sorted area flags joined by a blank; see AreaFlag. */
  areaFlags: z.string(),
});
export type UnitRow = z.infer<typeof unitRowSchema>;

/** Where people of a unit count on a day: in that unit, or in the one that it went up in. */
export const unitOnDaySchema = z.object({
  /** The unit asked about. */
  namedId: idSchema,
  id: idSchema,
  fullName: z.string(),
  /** Sorted area flags joined by a blank; see AreaFlag. */
  areaFlags: z.string(),
  validFrom: daySchema.nullable(),
});
export type UnitOnDay = z.infer<typeof unitOnDaySchema>;

export const postOptionSchema = z.object({
  id: idSchema,
  key: z.string(),
  /** With whose it is, where it is another office's or bears the name of another one. */
  name: z.string(),
  /** Whether it is for our own office to use anywhere; others are for the units of whoever made them. */
  isOurs: z.boolean(),
  group: z.string(),
  category: z.string(),
  order: z.int(),
  validFrom: daySchema.nullable(),
  validTo: daySchema.nullable(),
});
export type PostOption = z.infer<typeof postOptionSchema>;

/** Standard sets with their rules as rows: what `shared/standards` compiles. */
export const standardSetRowSchema = z.object({
  id: idSchema,
  fields: fieldsSchema,
  rules: z.array(z.object({ id: idSchema, fields: fieldsSchema })),
});
export type StandardSetRow = z.infer<typeof standardSetRowSchema>;

export const catalogCalls = {
  /** Units of the roster by name or code, without marks; communes valid on the day first. */
  unitOptions: {
    reads: ["unit"],
    needs: "read",
    args: z.object({
      query: searchSchema,
      on: daySchema.nullable(),
      knownOn: knownOnSchema,
      level: z.enum(["commune", "all"]),
      limit: z.int().min(1).max(100),
    }),
    result: z.array(unitOptionSchema),
  },
  /** Units that a draft names, as its people count and are judged on a day; unknown ones are left out. */
  unitsOn: {
    reads: ["unit"],
    needs: "read",
    args: z.object({ ids: z.array(idSchema).max(400), moment: momentSchema }),
    result: z.array(unitOnDaySchema),
  },
  unitGet: {
    reads: ["unit"],
    needs: "read",
    args: z.object({ id: idSchema, knownOn: knownOnSchema }),
    result: unitRowSchema,
  },
  unitsPage: {
    reads: ["unit"],
    needs: "read",
    args: z.object({
      query: searchSchema,
      moment: momentSchema,
      offset: z.int().min(0),
      limit: z.int().min(1).max(200),
    }),
    result: z.object({ total: z.int(), rows: z.array(unitRowSchema) }),
  },
  /** Every post, ended ones too: a few dozen. */
  postsList: {
    reads: ["post"],
    needs: "read",
    args: z.object({ knownOn: knownOnSchema }),
    result: z.array(postOptionSchema),
  },
  standardsList: {
    reads: ["standardSet", "standardRule"],
    needs: "read",
    args: z.object({ knownOn: knownOnSchema }),
    result: z.array(standardSetRowSchema),
  },
  /** One edited row of the catalog or the office's own details. */
  catalogEdit: {
    reads: [],
    needs: "edit",
    args: z.object({
      entity: z.enum(["unit", "post", "standardSet", "standardRule", "office"]),
      id: idSchema,
      fields: fieldsSchema,
      reason: reasonSchema.nullable().default(null),
    }),
    result: z.object({ changeId: z.int().nullable(), ...written }),
  },
  officeGet: {
    reads: ["office"],
    needs: "read",
    args: z.object({ knownOn: knownOnSchema }),
    result: z.object({ id: idSchema, fields: fieldsSchema }),
  },
} as const;
