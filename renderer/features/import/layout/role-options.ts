/** What a column can be taken for, as entries of a picker: under the entity, or the kind of paper, that they belong to. */
import { columnOfKey } from "../../../../shared/columns/column";
import type { ImportRole } from "../../../../shared/contract/schemas/imports";
import { choiceWord, type Translate } from "../../../../shared/i18n";
import { keysOf, readRole } from "../../../../shared/import/column-role";
import type { Choice } from "../../../components/choice-field";

export function roleChoices(roles: readonly ImportRole[], t: Translate): Choice[] {
  return roles.map(({ role, label }) => ({ value: role, label, group: groupOf(role, t) }));
}

function groupOf(text: string, t: Translate): string {
  const role = readRole(text);
  const [key = ""] = role === null ? [] : keysOf(role);
  const column = columnOfKey(key);
  if (role === null || column === null) return t("screen-import:columns.group.any");
  if (role.kind === "means" || role.kind === "carries") return t("screen-import:columns.group.signs");
  const { entity, pick } = column;
  return pick.kind === "best"
    ? choiceWord(t, entity, pick.by, pick.value, null)
    : t(`domain:entity.${entity}`);
}
