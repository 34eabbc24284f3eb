/** What the sheet of evaluations shows, as its address has it: the year, the period and the unit. */
import { useMemo } from "react";
import type { EvaluationPeriod } from "../../../shared/career/evaluation-sheet";
import { isYear } from "../../../shared/domain/scalars";
import { evaluationPeriods } from "../../../shared/domain/values";
import { useHashLocation, useLocationParts } from "../../app/navigation/navigation";
import { paths } from "../../app/navigation/paths";
import { useMoment } from "../../bridge/moment";

export interface SheetState {
  readonly year: number;
  readonly period: EvaluationPeriod;
  readonly unitId: string | null;
}

/** @param on ISO day whose year is meant where the address names none */
export function readSheetState(query: string, on: string): SheetState {
  const asked = new URLSearchParams(query);
  const year = Number(asked.get("year") ?? "");
  return {
    year: isYear(year) ? year : Number(on.slice(0, 4)),
    period: evaluationPeriods.find((period) => period === asked.get("period")) ?? "year",
    unitId: asked.get("unit"),
  };
}

export function writeSheetState({ year, period, unitId }: SheetState): string {
  const query = new URLSearchParams({ year: String(year), period });
  if (unitId !== null) query.set("unit", unitId);
  return query.toString();
}

/** The state of the address, and the way to another one. */
export function useSheetState(): [SheetState, (patch: Partial<SheetState>) => void] {
  const { query } = useLocationParts();
  const location = useHashLocation();
  const { on } = useMoment();
  const state = useMemo(() => readSheetState(query, on), [query, on]);
  return [state, (patch) => void location.go(paths.evaluation(writeSheetState({ ...state, ...patch })))];
}
