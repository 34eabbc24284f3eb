/**
 * What judging and validation of a form need besides the form: units with their flags and days, posts, standard sets.
 * Read through the bridge's cache, so that opening the next person asks for nothing again.
 */
import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import type { PostOption, UnitRow } from "../../../shared/contract/schemas/catalog";
import { isoToPacked } from "../../../shared/domain/partial-date";
import type { Lookup } from "../../../shared/domain/validate/context";
import type { RuleBook } from "../../../shared/standards/rules";
import { call } from "../../bridge/bridge";
import { useCall } from "../../bridge/hooks";
import { ruleBookOf } from "../why/judge-draft";

export interface ReferenceData {
  readonly posts: readonly PostOption[];
  /** Null until the standard sets are here. */
  readonly book: RuleBook | null;
  readonly unit: (id: string) => UnitRow | undefined;
  readonly unitOf: Lookup;
  readonly postOf: Lookup;
}

/**
 * @param asOf `YYYY-MM-DD`, day of the rule book
 * @param unitIds units that the form names
 */
export function useReferenceData(asOf: string, unitIds: readonly string[]): ReferenceData {
  const standards = useCall("standardsList", {});
  const posts = useCall("postsList", {});
  const units = useQueries({
    queries: unitIds.map((id) => ({
      queryKey: ["unitGet", { id }] as const,
      queryFn: () => call("unitGet", { id }),
    })),
    combine: (results) => results.flatMap((result) => (result.data === undefined ? [] : [result.data])),
  });
  const book = useMemo(
    () => (standards.data === undefined ? null : ruleBookOf(standards.data, asOf)),
    [standards.data, asOf],
  );
  return useMemo(() => {
    const unitsById = new Map(units.map((unit) => [unit.id, unit]));
    const postsById = new Map((posts.data ?? []).map((post) => [post.id, post]));
    return {
      posts: posts.data ?? [],
      book,
      unit: (id) => unitsById.get(id),
      unitOf: (id) => unitsById.get(id),
      postOf: (id) => (posts.data === undefined ? undefined : (postsById.get(id) ?? null)),
    };
  }, [units, posts.data, book]);
}

/** This PC's day, packed. */
export function todayPacked(): number {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, "0");
  return isoToPacked(`${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`);
}
