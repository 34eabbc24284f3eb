/**
 * A text taken on from a day: a new set with every rule of an old one that still holds then, and the old one ended on the
 * eve. Nobody compared the copies with the new text yet, whatever was confirmed of the old one.
 */
import { addDays, isoToPacked, packedToIso } from "../domain/partial-date";
import { type RowFields, textOf } from "../domain/validate/fields";
import type { RuleEdit } from "./draft";
import type { StandardSetRows } from "./from-rows";

export interface CopyOfSet {
  readonly key: string;
  readonly name: string;
  /** What the copy is about; null: not said. That of the old set speaks of the old one. */
  readonly title: string | null;
  /** First day of the copy, `YYYY-MM-DD`; after the first day of the old set. */
  readonly from: string;
}

/** @param ids of the new rows: of the set, then of one rule after the other */
export function copyForward(
  set: StandardSetRows,
  { key, name, title, from }: CopyOfSet,
  ids: readonly string[],
): RuleEdit[] {
  const eve = packedToIso(addDays(isoToPacked(from), -1));
  const [id = "", ...ruleIds] = ids;
  const ends = textOf(set.fields, "validTo");
  const { validTo: _, title: __, ...fields } = set.fields;
  return [
    ...(ends === null || ends > eve
      ? [{ entity: "standardSet", id: set.id, isNew: false, fields: { validTo: eve } } as const]
      : []),
    {
      entity: "standardSet",
      id,
      isNew: true,
      fields: { ...given({ ...fields, title }), key, name, validFrom: from, verified: false, inUse: true },
    },
    ...set.rules
      .filter((rule) => (textOf(rule.fields, "validTo") ?? from) >= from)
      .map(
        (rule, place): RuleEdit => ({
          entity: "standardRule",
          id: ruleIds[place] ?? "",
          isNew: true,
          fields: { ...given(rule.fields), set: id, verified: false },
        }),
      ),
  ];
}

function given(fields: RowFields): RowFields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}
