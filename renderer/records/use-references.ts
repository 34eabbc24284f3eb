/**
 * The rows that a draft refers to, as far as checking it needs them: units and posts with the days they exist. Read
 * through the bridge's cache, so that opening the next person asks for nothing again.
 */
import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Lookup, PostLookup } from "../../shared/domain/checks/reading";
import { entityDefinition, type EntityName, ownedEntities } from "../../shared/domain/entities";
import { call } from "../bridge/bridge";
import { useCall } from "../bridge/hooks";
import { useMoment } from "../bridge/moment";
import type { RecordRows } from "./record-draft";

export interface References {
  /** Units that the draft names, sorted. */
  readonly unitIds: readonly string[];
  readonly unitOf: Lookup;
  readonly postOf: PostLookup;
}

/** @param rows rows of the draft; every unit that one of their fields refers to is read */
export function useReferences(rows: RecordRows): References {
  const { knownOn } = useMoment();
  const posts = useCall("postsList", { knownOn });
  const unitIds = useMemo(() => referredIds(rows, "unit"), [rows]);
  const units = useQueries({
    queries: unitIds.map((id) => ({
      queryKey: ["unitGet", { id, knownOn }] as const,
      queryFn: () => call("unitGet", { id, knownOn }),
    })),
    combine: (results) => results.flatMap((result) => (result.data === undefined ? [] : [result.data])),
  });
  return useMemo(() => {
    const unitsById = new Map(units.map((unit) => [unit.id, unit]));
    const postsById = new Map((posts.data ?? []).map((post) => [post.id, post]));
    return {
      unitIds,
      unitOf: (id) => unitsById.get(id),
      postOf: (id) => (posts.data === undefined ? undefined : (postsById.get(id) ?? null)),
    };
  }, [unitIds, units, posts.data]);
}

/** Ids of an entity's rows that some field names, sorted, each once. */
function referredIds(rows: RecordRows, wanted: EntityName): string[] {
  const ids = ownedEntities.flatMap((owned) => {
    const fields = Object.entries(entityDefinition(owned).fields)
      .filter(([, { type, entity }]) => type === "reference" && entity === wanted)
      .map(([field]) => field);
    return rows[owned].flatMap((row) => fields.map((field) => row.fields[field]));
  });
  return [...new Set(ids.filter((id) => typeof id === "string" && id !== "").map(String))].sort();
}
