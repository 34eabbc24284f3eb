/**
 * What every call that writes a change answers beside its own result: how much of it waits as a proposal, so that
 * whoever saved is told at once and no window says "saved" of what does not count.
 */
import { z } from "../zod";
import { idSchema } from "./common";

export const proposedSchema = z.object({
  /** Entries of the log that wait until somebody with authority accepts them. */
  count: z.int(),
  /** Nothing of the change counts. */
  whole: z.boolean(),
  /** Offices that may accept them, those nearest to the record; none where nobody's key is known who may. */
  by: z.array(z.string()),
  /** The one person whose record it is, where it is in view; null: several, or no person's. */
  officialId: idSchema.nullable(),
});
export type Proposed = z.infer<typeof proposedSchema>;

/** Part of the result of every call that writes a change. */
export const written = {
  /** Null: all of it counts. */
  proposed: proposedSchema.nullable(),
} as const;
export interface Written {
  readonly proposed: Proposed | null;
}
