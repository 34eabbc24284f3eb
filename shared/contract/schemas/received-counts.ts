/** What a received file, a reception or a preview of one is counted by: the same seven numbers wherever one is shown. */
import { z } from "../zod";

/** Rows unless said otherwise. */
export const receivedCounts = {
  added: z.int(),
  changed: z.int(),
  ended: z.int(),
  removed: z.int(),
  /** Rows of units, posts, standards that show something else. */
  catalog: z.int(),
  conflicts: z.int(),
  settled: z.int(),
};
