/** What a reception does to people and their rows, as its preview shows them. */
import { entityNames } from "../../domain/entities";
import { z } from "../zod";
import { idSchema } from "./common";

/**
 * One field of a row that comes, as text ready for a person; null for nothing. `presence`: whether the row is there.
 * Where `conflict`, the values stand against each other and `after` is the one shown until somebody decides.
 */
const receivedFieldSchema = z.object({
  field: z.string(),
  /** Shown before. */
  here: z.string().nullable(),
  /** Values that come, each once; none where the field shows something else for another reason. */
  coming: z.array(z.string().nullable()),
  /** Shown afterwards. */
  after: z.string().nullable(),
  conflict: z.boolean(),
  /** A conflict that was open here ends. */
  settled: z.boolean(),
});
export type ReceivedFieldData = z.infer<typeof receivedFieldSchema>;

const receivedRowSchema = z.object({
  entity: z.enum(entityNames),
  rowId: idSchema,
  rowLabel: z.string(),
  kind: z.enum(["created", "edited", "removed", "restored"]),
  fields: z.array(receivedFieldSchema),
});
export type ReceivedRowData = z.infer<typeof receivedRowSchema>;

/** One person whom a reception touches; `id` null gathers what belongs to no person (units, posts, standards). */
export const receivedPersonSchema = z.object({
  id: idSchema.nullable(),
  name: z.string(),
  unitName: z.string(),
  /** `same`: what is shown stays; only conflicts come or end. */
  kind: z.enum(["added", "changed", "ended", "removed", "same"]),
  /** Conflicts that are open afterwards and were not before. */
  conflicts: z.int(),
  /** Conflicts that were open before and are not afterwards. */
  settled: z.int(),
  /** An office that changed a record which another one made; null where each changed its own. */
  changedBy: z.string().nullable(),
  /** At most 100 of `rowCount`. */
  rows: z.array(receivedRowSchema),
  rowCount: z.int(),
});
export type ReceivedPerson = z.infer<typeof receivedPersonSchema>;
