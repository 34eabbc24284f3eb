/** Standard sets with their rules: what `shared/standards` judges by. */
import { choiceOfStandardsId } from "../../../shared/catalog/ids";
import type { FieldValue } from "../../../shared/domain/entities";
import { grouped } from "../../../shared/domain/grouped";
import type { ReadHandle } from "../file/handle";
import { allRows, rowFields, type StoredRow } from "./rows";

export interface StandardSetRows extends StoredRow {
  /** In the set's own order. */
  readonly rules: readonly StoredRow[];
}

function compareValues(a: FieldValue | undefined, b: FieldValue | undefined): number {
  const left = a ?? "";
  const right = b ?? "";
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The standards that were chosen to count; null: nobody chose. */
export function chosenStandards(db: ReadHandle): string[] | null {
  const chosen = rowFields(db, "standardChoice", choiceOfStandardsId())?.fields["standards"];
  return typeof chosen === "string" && chosen !== "" ? chosen.split(" ") : null;
}

/** Every set, the oldest first. */
export function allStandardSets(db: ReadHandle): StandardSetRows[] {
  const rules = allRows(db, "standardRule").sort(
    (a, b) => compareValues(a.fields["order"], b.fields["order"]) || compareValues(a.id, b.id),
  );
  const ofSet = grouped(rules, ({ fields }) => fields["set"]);
  return allRows(db, "standardSet")
    .sort((a, b) => compareValues(a.fields["validFrom"], b.fields["validFrom"]) || compareValues(a.id, b.id))
    .map((set) => ({ ...set, rules: ofSet.get(set.id) ?? [] }));
}
