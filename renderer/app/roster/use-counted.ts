/** The standards that are shown and counted, in the order in which they are shown. */
import { useMemo } from "react";
import { standardDefinitions } from "../../../shared/domain/standards";
import type { Standard, StandardOrAll } from "../../../shared/domain/values";
import { useCall } from "../../bridge/hooks";
import { useMoment } from "../../bridge/moment";

/** Until the roster answers. */
const usual: readonly Standard[] = standardDefinitions
  .filter(({ withoutRules }) => withoutRules)
  .map(({ key }) => key);

export function useCounted(): readonly Standard[] {
  const { knownOn } = useMoment();
  const { data } = useCall("standardChoice", { knownOn });
  return data?.counted ?? usual;
}

/** The same, with all of them together as the last. */
export function useCountedAndAll(): readonly StandardOrAll[] {
  const counted = useCounted();
  return useMemo(() => [...counted, "all"], [counted]);
}
