/**
 * The moment that the page looks at: the day, and by what was known when. Nearly every question is about it, so it lies
 * beside the bridge, in reach of pickers and screens alike; the address holds it (app/navigation/moment.tsx).
 */
import { createContext, useContext } from "react";
import type { Moment } from "../../shared/contract/schemas/common";

export interface ShownMoment {
  /** As questions carry it; the same object until something of it changes. */
  readonly moment: Moment;
  /** The day looked at, `YYYY-MM-DD`. */
  readonly on: string;
  /** The day whose knowledge counts; null: all that is known now. */
  readonly knownOn: string | null;
}

export const MomentContext = createContext<ShownMoment | null>(null);

/** @throws Error outside an open roster: nothing is looked at there */
export function useMoment(): ShownMoment {
  const shown = useContext(MomentContext);
  if (shown === null) throw new Error("No roster is open here");
  return shown;
}
