/** What a received file, a reception or a preview of one is counted by: the same numbers wherever one is shown. */
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
  /** Changes that wait as proposals, since whoever wrote them has no authority over what they change. */
  proposals: z.int(),
  /** Proposals of our own office about which there came a decision. */
  decided: z.int(),
  /** Values that cannot be read here. */
  unreadable: z.int(),
};
