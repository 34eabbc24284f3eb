/**
 * What judging and validation of a form need besides the form: units with their flags and days, posts, standard sets.
 * Read through the bridge's cache, so that opening the next person asks for nothing again.
 */
import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import type { PostOption, StandardSetRow, UnitOnDay } from "../../../shared/contract/schemas/catalog";
import { isoToPacked } from "../../../shared/domain/partial-date";
import type { Lookup } from "../../../shared/domain/validate/context";
import { ruleBookOf } from "../../../shared/standards/from-rows";
import {
  judgeRows,
  type RecordJudgement,
  type PersonRows,
  sentCatalog,
} from "../../../shared/standards/read";
import { call } from "../../bridge/bridge";
import { useCall } from "../../bridge/hooks";
import { useMoment } from "../../bridge/moment";

/** How a draft stands on the day, with the names of where it counts. */
export interface DraftJudgement {
  readonly serving: { readonly unitName: string; readonly postName: string } | null;
  readonly findings: RecordJudgement["data"];
}

export interface ReferenceData {
  /** Judges what is typed as the stored record will be; null until units, posts and standard sets are here. */
  readonly judge: ((draft: PersonRows) => DraftJudgement) | null;
  readonly unitOf: Lookup;
  readonly postOf: Lookup;
}

/**
 * @param asOf `YYYY-MM-DD`, day that is judged
 * @param unitIds units that the form names
 */
export function useReferenceData(asOf: string, unitIds: readonly string[]): ReferenceData {
  const { moment, knownOn } = useMoment();
  const standards = useCall("standardsList", { knownOn });
  const posts = useCall("postsList", { knownOn });
  const units = useQueries({
    queries: unitIds.map((id) => ({
      queryKey: ["unitGet", { id, knownOn }] as const,
      queryFn: () => call("unitGet", { id, knownOn }),
    })),
    combine: (results) => results.flatMap((result) => (result.data === undefined ? [] : [result.data])),
  });
  const counted = useCall(
    "unitsOn",
    { ids: [...unitIds], moment: { ...moment, on: asOf } },
    { keepPrevious: true },
  );
  const judge = useJudge(
    asOf,
    standards.data,
    posts.data,
    counted.isPlaceholderData && !names(counted.data, unitIds) ? undefined : counted.data,
  );
  return useMemo(() => {
    const unitsById = new Map(units.map((unit) => [unit.id, unit]));
    const postsById = new Map((posts.data ?? []).map((post) => [post.id, post]));
    return {
      judge,
      unitOf: (id) => unitsById.get(id),
      postOf: (id) => (posts.data === undefined ? undefined : (postsById.get(id) ?? null)),
    };
  }, [units, posts.data, judge]);
}

function useJudge(
  asOf: string,
  standards: readonly StandardSetRow[] | undefined,
  posts: readonly PostOption[] | undefined,
  units: readonly UnitOnDay[] | undefined,
): ReferenceData["judge"] {
  return useMemo(() => {
    // Without the area flags of its units a draft would be judged by other rules than the stored record.
    if (standards === undefined || posts === undefined || units === undefined) return null;
    const book = ruleBookOf(standards, isoToPacked(asOf));
    const catalog = sentCatalog(units, posts);
    return (draft) => {
      const { serving, data } = judgeRows(draft, book, catalog);
      if (serving === null) return { serving, findings: data };
      const unitName = units.find(({ id }) => id === serving.unitId)?.fullName ?? "";
      const postName = posts.find(({ id }) => id === serving.postId)?.name ?? "";
      return { serving: { unitName, postName }, findings: data };
    };
  }, [asOf, standards, posts, units]);
}

function names(units: readonly UnitOnDay[] | undefined, ids: readonly string[]): boolean {
  return ids.every((id) => units?.some(({ namedId }) => namedId === id) === true);
}

/** This PC's day, packed. */
export function todayPacked(): number {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, "0");
  return isoToPacked(`${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`);
}
