/** Values of a conflict by an id that stays whatever else comes; a place in a list may be another value's by then. */
import { appError } from "../../../shared/contract/errors";
import type { ConflictData, ConflictValue } from "../../../shared/contract/schemas/conflicts";

/** Letters of an op's hash by which a value is named. */
const valueIdLength = 8;

/** @param hash hex hash of the op that entered the value: one in every office */
export function valueId({ hash }: { readonly hash: string }): string {
  return hash.slice(0, valueIdLength);
}

/** @param keep id; null: none was named @throws AppError conflict-choice */
export function chosenValue({ values }: Pick<ConflictData, "values">, keep: string | null): ConflictValue {
  const named = keep?.toLowerCase();
  const chosen = values.find(({ id }) => id === named);
  if (chosen === undefined) throw appError("conflict-choice", { n: keep ?? "", count: values.length });
  return chosen;
}
