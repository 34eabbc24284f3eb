/**
 * Which form files are filled in by, and whose: part of the address of the screen that counts them and of the person who is
 * filled in, so that back leads to the same list, and the next person is the next one of it.
 */
import { type CurriculumForm, curriculumForms } from "../../../shared/completeness/forms";
import type { CallArgs } from "../../../shared/contract/contract";
import type { Moment } from "../../../shared/contract/schemas/common";
import { readKinds, writeKinds } from "../../../shared/domain/kinds-text";
import { officialCategories, type PostCategory } from "../../../shared/domain/values";

/** People of the whole scope, in place of those of one unit. */
export const everyUnit = "all";

export interface FillState {
  /** Null: the one that was chosen last. */
  readonly form: CurriculumForm | null;
  /** The unit whose communes are shown; null: the whole roster. */
  readonly unitId: string | null;
  readonly kinds: readonly PostCategory[];
  /** Whose people are listed: one unit's, or `everyUnit`; null: the table of units. */
  readonly of: string | null;
}

const idPattern = /^[0-9a-f-]{36}$/;

function idOrNull(text: string | null): string | null {
  return text !== null && idPattern.test(text) ? text : null;
}

/** Query text without the question mark; what is as usual is left out. */
export function writeFillState(state: Partial<FillState>): string {
  const query = new URLSearchParams();
  const kinds = writeKinds(state.kinds ?? officialCategories);
  if (state.form != null) query.set("form", state.form);
  if (state.unitId != null) query.set("unit", state.unitId);
  if (kinds !== null && kinds !== writeKinds(officialCategories)) query.set("kinds", kinds);
  if (state.of != null) query.set("of", state.of);
  return query.toString();
}

/** Reads a query text; what it does not know is as usual. */
export function readFillState(queryText: string): FillState {
  const query = new URLSearchParams(queryText);
  const of = query.get("of");
  return {
    form: curriculumForms.find((form) => form === query.get("form")) ?? null,
    unitId: idOrNull(query.get("unit")),
    kinds: readKinds(query.get("kinds")) ?? officialCategories,
    of: of === everyUnit ? everyUnit : idOrNull(of),
  };
}

/** The question whose people the state lists. */
export function listQuestion(
  { unitId, kinds, of }: FillState,
  form: CurriculumForm,
  moment: Moment,
): Pick<CallArgs<"completenessPeople">, "form" | "moment" | "unitId" | "unitOnly" | "kinds"> {
  const isUnit = of !== null && of !== everyUnit;
  return { form, moment, unitId: isUnit ? of : unitId, unitOnly: isUnit, kinds: [...kinds] };
}
