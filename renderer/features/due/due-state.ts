/** What the page of due things shows, as its address has it: the time, the kind, the unit, and which of the two lists. */
import { useMemo } from "react";
import { type DueKind, dueKinds, passingKinds } from "../../../shared/domain/due";
import { useHashLocation, useLocationParts } from "../../app/navigation/navigation";
import { paths } from "../../app/navigation/paths";
import { useMoment } from "../../bridge/moment";
import { type Period, readPeriod } from "./period";

export interface DueState {
  readonly period: Period;
  /** Null: all kinds. */
  readonly kind: DueKind | null;
  readonly unitId: string | null;
  /** Those of whom no day can be worked out, instead of what is due. */
  readonly unknown: boolean;
}

/** Kinds that have a place in a time: what passes by itself is not overdue. */
export function kindsIn({ size }: Period): readonly DueKind[] {
  return size === "overdue" ? dueKinds.filter((kind) => !passingKinds.includes(kind)) : dueKinds;
}

export function dueAddress({ period, kind, unitId, unknown }: DueState): string {
  const query = new URLSearchParams({ time: period.key });
  if (kind !== null) query.set("kind", kind);
  if (unitId !== null) query.set("unit", unitId);
  if (unknown) query.set("list", "unknown");
  return paths.due(query.toString());
}

/** The state of the address, and the way to another one. */
export function useDueState(): [DueState, (patch: Partial<DueState>) => void] {
  const { query } = useLocationParts();
  const location = useHashLocation();
  const { on } = useMoment();
  const state = useMemo((): DueState => {
    const asked = new URLSearchParams(query);
    const period = readPeriod(asked.get("time"), on);
    return {
      period,
      kind: kindsIn(period).find((kind) => kind === asked.get("kind")) ?? null,
      unitId: asked.get("unit"),
      unknown: asked.get("list") === "unknown",
    };
  }, [query, on]);
  return [state, (patch) => void location.go(dueAddress({ ...state, ...patch }), { replace: true })];
}
