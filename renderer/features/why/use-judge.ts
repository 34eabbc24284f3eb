/**
 * Judges a record that is still being typed, with the same pure judge that the main process uses for stored ones, so
 * that the cards beside the record say what the table will say after saving.
 */
import { useMemo } from "react";
import type { UnitOnDay } from "../../../shared/contract/schemas/catalog";
import { isoToPacked } from "../../../shared/domain/partial-date";
import type { MainDoubt } from "../../../shared/domain/values";
import { ruleBookOf } from "../../../shared/standards/from-rows";
import {
  judgeRows,
  type PersonRows,
  type RecordJudgement,
  sentCatalog,
} from "../../../shared/standards/read";
import { today } from "../../app/session/today";
import { useCall } from "../../bridge/hooks";
import { useMoment } from "../../bridge/moment";

/** How a draft stands on the day, with the names of where it counts. */
export interface DraftJudgement {
  readonly serving: { readonly unitName: string; readonly postName: string } | null;
  readonly mainDoubt: MainDoubt | null;
  readonly findings: RecordJudgement["data"];
}

/**
 * @param asOf `YYYY-MM-DD`, day that is judged
 * @param unitIds units that the draft names
 * @returns null until units, posts and standard sets are here
 */
export function useJudge(
  asOf: string,
  unitIds: readonly string[],
): ((draft: PersonRows) => DraftJudgement) | null {
  const { moment, knownOn } = useMoment();
  const { data: standards } = useCall("standardsList", { knownOn });
  const { data: choice } = useCall("standardChoice", { knownOn });
  const { data: posts } = useCall("postsList", { knownOn });
  const counted = useCall(
    "unitsOn",
    { ids: [...unitIds], moment: { ...moment, on: asOf } },
    { keepPrevious: true },
  );
  const units = counted.isPlaceholderData && !names(counted.data, unitIds) ? undefined : counted.data;
  return useMemo(() => {
    // Without the area flags of its units a draft would be judged by other rules than the stored record.
    if (standards === undefined || choice === undefined || posts === undefined || units === undefined)
      return null;
    const book = ruleBookOf(standards, isoToPacked(asOf), choice.chosen);
    const catalog = sentCatalog(units, posts);
    return (draft) => {
      const { serving, mainDoubt, data } = judgeRows(draft, book, { catalog, today: isoToPacked(today()) });
      if (serving === null) return { serving, mainDoubt, findings: data };
      const unitName = units.find(({ id }) => id === serving.unitId)?.fullName ?? "";
      const postName = posts.find(({ id }) => id === serving.postId)?.name ?? "";
      return { serving: { unitName, postName }, mainDoubt, findings: data };
    };
  }, [asOf, standards, choice, posts, units]);
}

function names(units: readonly UnitOnDay[] | undefined, ids: readonly string[]): boolean {
  return ids.every((id) => units?.some(({ namedId }) => namedId === id) === true);
}
