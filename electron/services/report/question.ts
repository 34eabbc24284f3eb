/** What a report is asked for: when, of whom, of which part of the roster, and for a list which people in which columns. */
import type { Moment } from "../../../shared/contract/schemas/common";
import type { ListingQuestion } from "../../../shared/contract/schemas/listings";
import type { ListOrder, OfficialFilter } from "../../../shared/contract/schemas/officials";
import type { PostCategory } from "../../../shared/domain/values";
import type { HeldPlans } from "../training-plan/plan-desk";

export interface ListAsked {
  /** What the list on screen shows, but for its day, its unit and its kinds of post, which the report has itself. */
  readonly filter?: Partial<Omit<OfficialFilter, "moment">>;
  readonly order?: ListOrder;
  /** Keys of columns. */
  readonly columns?: readonly string[];
  /** Places in the list, first and last; none: all of it. */
  readonly ranges?: readonly (readonly [number, number])[];
}

/** When, of whom and of which part of the roster a report tells. */
export interface ReportQuestion {
  /** When the figures are of, and by what was known when. */
  readonly moment: Moment;
  /** Only this unit and what is below it; null: the whole roster. */
  readonly unitId: string | null;
  /** The kinds of post that figures count: cán bộ and công chức where it is left out. */
  readonly kinds?: readonly PostCategory[];
  /** The person whose record is read; null where the source needs none. */
  readonly officialId: string | null;
  /** Which people in which order and columns, for a list of them: the first of the shipped views where it is left out. */
  readonly list?: ListAsked | undefined;
  /** What the list of a career screen shows, for the form of that list. */
  readonly listing?: ListingQuestion | undefined;
  /** The plan that the window works on, for the forms of plans. */
  readonly plans?: HeldPlans | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}
