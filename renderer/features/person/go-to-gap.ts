/** From something that a curriculum vitae form lacks to the place on the person's screen where it is filled in. */
import type { Gap } from "../completeness/fill-bar";
import { placeOf } from "./sections";
import type { Editing } from "./use-editing";

/** @param pressed somebody asked for this very place; otherwise what is restricted stays folded until it is opened */
export function goToGap({ entity, field }: Gap, editing: Editing, pressed: boolean): void {
  const block = placeOf(entity, field ?? "");
  if (block === null) return;
  if (entity === "official" && field !== null && (pressed || !block.restricted))
    editing.edit(block.key, field);
  else editing.goTo(block);
}
