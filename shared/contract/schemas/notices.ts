/** What the main process has to say without being asked, and what nobody needs to act on at once. */
import { z } from "../zod";

/**
 * - `settings-unkept`: what was set, or which rosters were opened, could not be written down
 */
export const noticeNames = ["settings-unkept"] as const;
export type NoticeName = (typeof noticeNames)[number];

export const noticeCalls = {
  /** Those that were not shown yet, each once; the event `notices` tells that there are some. */
  noticesTake: { reads: [], needs: "nothing", args: z.object({}), result: z.array(z.enum(noticeNames)) },
} as const;
