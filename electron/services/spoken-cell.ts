/** A cell of the list as it stands on screen, in one text: for what is copied, printed and exported of it. */
import type { ListCell } from "../../shared/contract/schemas/officials";
import type { Translate } from "../../shared/i18n";
import { statuses } from "../../shared/standards/types";

const between = " · ";

/** "Đạt · Đại học": how a standard is met says little without the level beside it. */
export function spokenCell({ text, note }: Pick<ListCell, "text" | "note">): string {
  return note === undefined ? text : `${text}${between}${note}`;
}

/** The level that a spoken cell says beside how a standard is met; any other text as it is. */
export function unspoken(t: Translate, text: string): string {
  const word = statuses.map((status) => t(`domain:status.${status}`) + between);
  return text.slice(word.find((one) => text.startsWith(one))?.length ?? 0);
}
