/**
 * Which standards are shown and counted in a roster: those that were chosen, or, where nobody chose, those of which some
 * rule is in use on whatever day, so that a rule that is added shows by itself and looking back moves no columns.
 *
 * A chosen standard that no rule speaks of is counted as "not applicable for want of a rule", never as met.
 */
import { standardDefinitions } from "../domain/standards";
import { type Standard, standards } from "../domain/values";
import { lineages } from "./families";
import type { StandardRule, StandardSet } from "./types";

/** @param chosen keys in any order, those of a newer program among them; null: nobody chose */
export function countedStandards(
  chosen: readonly string[] | null,
  sets: readonly StandardSet[],
  rules: readonly Pick<StandardRule, "setId" | "standard">[],
): readonly Standard[] {
  if (chosen !== null) return standards.filter((standard) => chosen.includes(standard));
  const families = lineages(sets);
  const spoken = new Set(
    rules
      .filter(({ setId }) => families.get(setId)?.line.every(({ inUse }) => inUse) === true)
      .map(({ standard }) => standard),
  );
  if (spoken.size > 0) return standards.filter((standard) => spoken.has(standard));
  return standardDefinitions.filter(({ withoutRules }) => withoutRules).map(({ key }) => key);
}
