/** Asks whose status edits would turn; the panel and the line beside the buttons tell of one answer. */
import type { RuleEdit } from "../../../../shared/standards/draft";
import { useCall } from "../../../bridge/hooks";
import { useMoment } from "../../../bridge/moment";

/** @param edits none: nothing is asked */
export function useRulesPreview(edits: readonly RuleEdit[]) {
  const { moment } = useMoment();
  return useCall(
    "rulesPreview",
    { edits: [...edits], moment },
    { enabled: edits.length > 0, keepPrevious: true },
  );
}

export type AskedPreview = ReturnType<typeof useRulesPreview>;
