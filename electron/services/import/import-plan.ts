/** What an import has in hand between reading and writing. */
import type { SheetLayout } from "../../../shared/import/layout";
import type { Line } from "../../../shared/import/line";
import type { PersonPlan } from "../../../shared/import/plan";
import type { Question } from "../../../shared/import/questions";
import type { Sheet } from "../../../shared/import/workbook";

/** A sheet with how it is taken. */
export interface SheetState {
  readonly sheet: Sheet;
  readonly layout: SheetLayout | null;
  /** Whether it goes along. */
  readonly included: boolean;
}

export interface ImportPlan {
  /** In the order of the sheets. */
  readonly people: readonly PersonPlan[];
  readonly lines: readonly Line[];
  readonly questions: readonly Question[];
}
