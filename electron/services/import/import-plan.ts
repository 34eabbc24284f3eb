/** What an import has in hand between reading and writing. */
import type { SheetLayout } from "../../../shared/import/layout";
import type { Line } from "../../../shared/import/line";
import type { NewRow } from "../../../shared/import/new-rows";
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
  /** Rows of catalogs that answers add, by the names that they have until they are written. */
  readonly newRows: ReadonlyMap<string, NewRow>;
}

/** Whether two plans of one workbook come to the same for everybody in it: then whoever saw the one saw the other. */
export function doesTheSame(one: ImportPlan, other: ImportPlan): boolean {
  return (
    one.people.length === other.people.length &&
    one.people.every((person, place) => {
      const now = other.people[place];
      return now !== undefined && isAlike(person, now);
    })
  );
}

function isAlike(one: PersonPlan, other: PersonPlan): boolean {
  const said = ({ outcome, id, writes, kept, candidates }: PersonPlan) =>
    JSON.stringify([
      outcome,
      // Who is new has no name of their own before they are written.
      outcome === "added" ? null : id,
      writes.map(({ entity, id: row, isNew, changes }) => [
        entity,
        isNew ? null : row,
        changes.map(({ field, before, after }) => [field, before, after]),
      ]),
      kept,
      candidates.map((known) => known.place ?? known),
    ]);
  return said(one) === said(other);
}
