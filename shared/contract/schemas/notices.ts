/** What the main process has to say without being asked, and what nobody needs to act on at once. */
import { z } from "../zod";

/**
 * - `settings-unkept`: what was set, or which rosters were opened, could not be written down
 * - `leftover-aside`, `leftover-passed`: a file beside the roster under a name of its database's is not the roster's own,
 *   and was set aside, or only passed over where nothing may be written
 */
export const noticeSchema = z.discriminatedUnion("name", [
  z.strictObject({ name: z.literal("settings-unkept") }),
  z.strictObject({ name: z.literal("leftover-aside"), file: z.string(), aside: z.string() }),
  z.strictObject({ name: z.literal("leftover-passed"), file: z.string() }),
]);
export type NoticeData = z.output<typeof noticeSchema>;

export const noticeCalls = {
  /** Those that were not shown yet, each once; the event `notices` tells that there are some. */
  noticesTake: { reads: [], needs: "nothing", args: z.object({}), result: z.array(noticeSchema) },
} as const;
