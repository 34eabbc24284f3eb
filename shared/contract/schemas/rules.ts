/** Calls about the rules themselves: which are kept for reference, what a change of them would do. */
import { yardsticks } from "../call";
import { z } from "../zod";
import { daySchema, idSchema, momentSchema } from "./common";

/** A set that judges on a day of today once it is switched on: with `catalogEdit`, entity `standardSet`, field `inUse`. */
export const offeredSetSchema = z.object({
  id: idSchema,
  name: z.string(),
  note: z.string().nullable(),
  validFrom: daySchema,
  inUse: z.boolean(),
});
export type OfferedSet = z.infer<typeof offeredSetSchema>;

export const ruleCalls = {
  /** The sets of reference that the program ships and that hold on the day, for the first run to offer. */
  referenceRules: {
    reads: yardsticks,
    needs: "read",
    args: z.object({ moment: momentSchema }),
    result: z.array(offeredSetSchema),
  },
} as const;
