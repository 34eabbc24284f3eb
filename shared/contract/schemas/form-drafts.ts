/**
 * What somebody typed into a form and has not saved: it is kept in the roster's file while they type, so that a power cut
 * takes none of it, and is offered again when the roster is opened. Never saved by itself.
 *
 * One shape for all forms that are made from the registry. Names of entities and fields are any text here: what a newer
 * program kept must pass through an older one unharmed.
 */
import { catalogEntities } from "../../domain/entities";
import { people } from "../call";
import { z } from "../zod";
import { textLimits } from "../limits";
import { fieldsSchema, idSchema, lineSchema } from "./common";

const nameSchema = z.string().max(40);
const mostRows = 400;
const removedSchema = z.object({ entity: nameSchema, id: idSchema });

/** One row of a form that differs from what it began with. */
export const formDraftRowSchema = z.object({
  entity: nameSchema,
  id: idSchema,
  isNew: z.boolean(),
  /** As the row stood when typing began; what the form filled in, of a new one. */
  began: fieldsSchema,
  /** What was typed: fields that differ from `began`. */
  fields: fieldsSchema,
  /** What the row of each reference field is called, for showing. */
  names: z.record(nameSchema, z.string().max(2_000)),
});
export type FormDraftRow = z.infer<typeof formDraftRowSchema>;

export const formDraftSchema = z.object({
  /** The entity whose row the form is about. */
  form: nameSchema,
  /** That row; of a new one the id that it was to have. */
  about: idSchema,
  rows: z.array(formDraftRowSchema).max(mostRows),
  /** Rows that were taken out of the form. */
  removed: z.array(removedSchema).max(mostRows),
  /** What was typed as the reason of a correction; null where it was to be none. */
  correction: lineSchema(textLimits.reason * 4).nullable(),
});
export type FormDraft = z.infer<typeof formDraftSchema>;

/** As it lies in the file. What this program does not know all of is none: taking it up would lose the rest. */
export const keptFormDraftSchema = formDraftSchema.strict().extend({
  rows: z.array(formDraftRowSchema.strict()).max(mostRows),
  removed: z.array(removedSchema.strict()).max(mostRows),
  /** Instant at which it was typed last, and by whom. */
  at: z.string().max(40),
  by: z.string().max(400),
});

export const toldFormDraftSchema = keptFormDraftSchema.extend({
  id: idSchema,
  /** Whether the row that it is about is in the roster now. */
  there: z.boolean(),
  /** What that row is called; null where it has no name. */
  name: z.string().nullable(),
  /** The record that it was typed into went up in another one, which it is about now. */
  joined: z.boolean(),
  /** All that was typed stands in the roster: it was saved in the moment before the program ended. */
  stored: z.boolean(),
});
export type ToldFormDraft = z.infer<typeof toldFormDraftSchema>;

export const formDraftCalls = {
  /** The latest first; what this program cannot read is left out, and stays. */
  formDraftsList: {
    reads: [...people, ...catalogEntities, "formDrafts"],
    needs: "read",
    args: z.object({}),
    result: z.array(toldFormDraftSchema),
  },
  /** Keeps one in place of what was kept under its id. */
  formDraftKeep: {
    reads: [],
    needs: "edit",
    args: z.object({
      id: idSchema,
      draft: formDraftSchema,
      /** Those that it takes the place of. */
      instead: z.array(idSchema).max(100),
    }),
    result: z.null(),
  },
  formDraftsDrop: {
    reads: [],
    needs: "edit",
    args: z.object({ ids: z.array(idSchema).max(1_000) }),
    result: z.null(),
  },
} as const;
