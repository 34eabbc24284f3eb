/** What the page of classes shows, as its address has it: years, programme, words that are sought, and the class that is open. */
import { useMemo } from "react";
import { type TrainingKind, trainingKinds } from "../../../shared/domain/values";
import { useHashLocation, useLocationParts } from "../../app/navigation/navigation";
import { paths } from "../../app/navigation/paths";

export interface ClassesState {
  readonly from: number | null;
  readonly to: number | null;
  /** Null: all. */
  readonly kind: TrainingKind | null;
  readonly query: string;
  readonly classId: string | null;
}

function yearIn(text: string | null): number | null {
  return text !== null && /^(19|20|21)\d\d$/.test(text) ? Number(text) : null;
}

function addressOf({ from, to, kind, query, classId }: ClassesState): string {
  const parts = new URLSearchParams();
  if (from !== null) parts.set("from", String(from));
  if (to !== null) parts.set("to", String(to));
  if (kind !== null) parts.set("kind", kind);
  if (query !== "") parts.set("q", query);
  if (classId !== null) parts.set("class", classId);
  return paths.classes(parts.toString());
}

/** The state of the address, and the way to another one. */
export function useClassesState(): [ClassesState, (patch: Partial<ClassesState>) => void] {
  const { query } = useLocationParts();
  const location = useHashLocation();
  const state = useMemo((): ClassesState => {
    const asked = new URLSearchParams(query);
    return {
      from: yearIn(asked.get("from")),
      to: yearIn(asked.get("to")),
      kind: trainingKinds.find((kind) => kind === asked.get("kind")) ?? null,
      query: asked.get("q") ?? "",
      classId: asked.get("class"),
    };
  }, [query]);
  return [state, (patch) => void location.go(addressOf({ ...state, ...patch }), { replace: true })];
}
