/** A cell of the list as it stands on screen, in one text: for what is copied, printed and exported of it. */
import type { ListCell } from "../../shared/contract/schemas/officials";

/** "Đạt · Đại học": how a standard is met says little without the level beside it. */
export function spokenCell({ text, note }: Pick<ListCell, "text" | "note">): string {
  return note === undefined ? text : `${text} · ${note}`;
}
