/**
 * The later days on which edits of the rules take effect: a rule that ends next month turns nobody's status today, and a
 * preview of today alone would say that nobody is touched. Between two of these days the edits do what they do on the
 * first of them, as far as the rules themselves have days; terms counted from a person's own events are not looked for.
 */
import { isoToPacked, nextDay, type PackedDay } from "../domain/partial-date";
import { type RowFields, textOf } from "../domain/validate/fields";
import type { RuleEdit } from "./draft";
import { lineages } from "./families";
import type { StandardSetRows } from "./from-rows";

/**
 * Days after `on`, earliest first, on which an edited set or rule, or what it stands on, begins, or is past its end or
 * its term of grace, by the rules as they are or as they would be.
 * @param before @param after the sets without and with the edits
 * @throws RangeError when a day of a row is not canonical
 */
export function effectDays(
  before: readonly StandardSetRows[],
  after: readonly StandardSetRows[],
  edits: readonly RuleEdit[],
  on: PackedDay,
): PackedDay[] {
  const edited = new Set(
    edits.flatMap(({ entity, id }) => (entity === "standardSet" || entity === "standardRule" ? [id] : [])),
  );
  if (edited.size === 0) return [];
  const days = [before, after].flatMap((rows) =>
    touchedRows(rows, edited).flatMap((fields) => boundaries(fields)),
  );
  return [...new Set(days)].filter((day) => day > on).sort((a, b) => a - b);
}

/** Edited rules with the sets that they hold by; of an edited set also its rules, and the sets that hold by it with theirs. */
function touchedRows(rows: readonly StandardSetRows[], edited: ReadonlySet<string>): RowFields[] {
  const byId = new Map(rows.map((set) => [set.id, set]));
  const families = lineages(rows.map(({ id, fields }) => ({ id, basedOn: textOf(fields, "basedOn") })));
  return rows.flatMap((set) => {
    const line = families.get(set.id)?.line ?? [];
    const isWhole = line.some(({ id }) => edited.has(id));
    const rules = set.rules.filter(({ id }) => isWhole || edited.has(id));
    if (!isWhole && rules.length === 0) return [];
    return [...line.map(({ id }) => byId.get(id)?.fields ?? {}), ...rules.map(({ fields }) => fields)];
  });
}

function boundaries(fields: RowFields): PackedDay[] {
  const from = textOf(fields, "validFrom");
  const lasts = [textOf(fields, "validTo"), textOf(fields, "graceUntil")];
  return [
    ...(from === null ? [] : [isoToPacked(from)]),
    // After the last day that there is, nothing is looked at.
    ...lasts.flatMap((day) => (day === null || day >= "2200-12-31" ? [] : [nextDay(isoToPacked(day))])),
  ];
}
