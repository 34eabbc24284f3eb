/** Several people in a few words, as lists of changes and notices name them. */
import type { ChangePeople } from "../contract/schemas/changes";
import { formatNumber } from "../text/format";
import type { Translate } from "./translator";

/** "Trần Thị Ánh, Lê Văn Bình, Vũ Thị Cúc và 12 người nữa" */
export function peopleWords(t: Translate, { names, count, more }: ChangePeople): string {
  const others = count - names.length;
  const named = names.join(", ");
  if (others <= 0 && !more) return named;
  return t(`domain:change.${more ? "manyPeople" : "people"}`, {
    names: named,
    text: formatNumber(Math.max(others, 1)),
  });
}
