/** Values of a conflict by what they are called: an id that stays whatever else comes, or the number in a list. */
import { appError } from "../../../shared/contract/errors";
import type { ConflictData, ConflictValue } from "../../../shared/contract/schemas/conflicts";

/** Letters of an op's hash by which a value is named. */
const valueIdLength = 8;

/** @param hash hex hash of the op that entered the value: one in every office */
export function valueId({ hash }: { readonly hash: string }): string {
  return hash.slice(0, valueIdLength);
}

/** @param keep id or number; null: none was named @throws AppError conflict-choice */
export function chosenValue({ values }: Pick<ConflictData, "values">, keep: string | null): ConflictValue {
  const named = keep?.toLowerCase();
  const chosen = values.find(({ id, n }) => id === named || String(n) === named);
  if (chosen === undefined) throw appError("conflict-choice", { n: keep ?? "0", count: values.length });
  return chosen;
}
