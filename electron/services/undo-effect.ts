/** What is asked before a change of several people is taken back: how many leave the roster with it, and whose records were edited since. */
import type { CallResult } from "../../shared/contract/contract";
import { undoEffect } from "../roster/read/undo-effect";
import type { OpenRoster } from "./open-roster";

/** @returns null where there is no such change */
export function undoEffectOf(roster: OpenRoster, id: number): CallResult<"undoEffect"> {
  const effect = undoEffect(roster.db, id);
  if (effect === null) return null;
  const { edited, ...counted } = effect;
  return { ...counted, edited: { names: [...edited.names], count: edited.count } };
}
