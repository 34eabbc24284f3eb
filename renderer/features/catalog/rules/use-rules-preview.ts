/** Asks whose status edits would turn; the panel and the line beside the buttons tell of one answer. */
import type { RulesPreview } from "../../../../shared/contract/schemas/rules";
import type { RuleEdit } from "../../../../shared/standards/draft";
import { useCall } from "../../../bridge/hooks";
import { type InTurn, useCallsInTurn } from "../../../bridge/in-turn";
import { useMoment } from "../../../bridge/moment";

/** What the edits would do on a day after the one on screen. */
export interface LaterPreview extends InTurn<"rulesPreview"> {
  readonly day: string;
}

/**
 * The day on screen first, then each later one on which the edits take effect.
 * @param edits none: nothing is asked
 */
export function useRulesPreview(edits: readonly RuleEdit[]) {
  const { moment } = useMoment();
  const now = useCall(
    "rulesPreview",
    { edits: [...edits], moment },
    { enabled: edits.length > 0, keepPrevious: true },
  );
  // Days of other edits than these are not asked about.
  const days = now.data === undefined || now.isPlaceholderData ? [] : now.data.laterDays;
  const asked = useCallsInTurn(
    "rulesPreview",
    days.map((on) => ({ edits: [...edits], moment: { ...moment, on } })),
  );
  const later = days.map(
    (day, place): LaterPreview => ({
      day,
      data: asked[place]?.data,
      error: asked[place]?.error ?? null,
    }),
  );
  return { ...now, later };
}

/** Whether saving changes anything that figures of the day tell. */
export function turnsAnything({ people, uncovered }: RulesPreview): boolean {
  return people > 0 || uncovered.before !== uncovered.after;
}

export type AskedPreview = ReturnType<typeof useRulesPreview>;
