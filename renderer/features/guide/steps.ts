/**
 * What a new roster needs before its figures can be believed, as a list of steps. Whether one is done follows from the
 * roster itself, so that the guide can be left at any time and come back to, and the main screen knows what is left.
 */
import type { SessionData } from "../../../shared/contract/schemas/roster";
import type { OfferedSet } from "../../../shared/contract/schemas/rules";
import { type RowFields, textOf } from "../../../shared/domain/validate/fields";

/** What is known of the roster that is set up. */
export interface SetUp {
  readonly session: SessionData;
  /** The own row of the office. */
  readonly office: RowFields;
  /** Sets of rules that are offered to be switched on. */
  readonly rules: readonly OfferedSet[];
}

export const stepKeys = ["unit", "office", "rules", "people"] as const;
export type StepKey = (typeof stepKeys)[number];

const done: Readonly<Record<StepKey, (setUp: SetUp) => boolean>> = {
  unit: () => true,
  office: ({ office }) => textOf(office, "signerName") !== null,
  rules: ({ rules }) => rules.every(({ inUse }) => inUse),
  people: ({ session }) => session.officialCount > 0,
};

export function isDone(step: StepKey, setUp: SetUp): boolean {
  return done[step](setUp);
}

/** Steps that are left, in their order. */
export function stepsLeft(setUp: SetUp): readonly StepKey[] {
  return stepKeys.filter((step) => !isDone(step, setUp));
}
