/** Calls about receptions that were kept: listed, and taken back as one. */
import { z } from "../zod";
import { agreedSchema } from "./mass-changes";
import { receivedCounts } from "./received-counts";

export const receptionRowSchema = z.object({
  id: z.int(),
  at: z.string(),
  user: z.string(),
  offices: z.array(z.string()),
  files: z.int(),
  ...receivedCounts,
  /** ISO instant and user of its taking back; null while it stands. */
  undone: z.object({ at: z.string(), user: z.string() }).nullable(),
  /** Whether this is the reception that undo would take back. */
  canUndo: z.boolean(),
});
export type ReceptionRow = z.infer<typeof receptionRowSchema>;

export const receptionCalls = {
  receptionsList: {
    reads: ["exchange", "log"],
    needs: "read",
    args: z.object({}),
    result: z.array(receptionRowSchema),
  },
  receptionUndo: {
    reads: [],
    needs: "edit",
    args: agreedSchema.extend({ id: z.int() }),
    result: z.null(),
  },
} as const;
