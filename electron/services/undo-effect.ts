/** What is asked before a change of several people is taken back: how many leave the roster with it, and whose records were edited since. */
import type { CallResult } from "../../shared/contract/contract";
import { type EditedPeople, undoEffect } from "../roster/read/undo-effect";
import type { OpenRoster } from "./open-roster";

/** @returns null where there is no such change */
export function undoEffectOf(roster: OpenRoster, id: number): CallResult<"undoEffect"> {
  const effect = undoEffect(roster.db, id);
  if (effect === null) return null;
  return { ...effect, edited: editedPeople(effect.edited) };
}

/** As the contract sends them. */
export function editedPeople(edited: EditedPeople | null): CallResult<"changeUndo">["edited"] {
  return edited === null ? { names: [], count: 0 } : { names: [...edited.names], count: edited.count };
}
