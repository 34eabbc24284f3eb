/**
 * Holds what would be written of a person against the checks of records, before anything is written: what may not be stored
 * is left out of it and becomes a text that is kept, so that one wrong value keeps nobody out.
 */
import type { FieldIssue } from "../contract/errors";
import { fieldPlace } from "../domain/checks/reading";
import type { ValidationContext } from "../domain/validate/context";
import { validateOfficial } from "../domain/validate/official";
import { afterwards } from "./afterwards";
import type { RowWrite, StoredPerson } from "./compare";
import type { RosterPeople } from "./known-people";
import { withoutErrors } from "./without-errors";

/** Without what is edited and whose numbers are taken, which is said for each person. */
export interface RecordChecks
  extends Omit<ValidationContext, "editedRows" | "editedFields" | "holdersOf" | "classOf"> {
  /** How full classes are for a person. */
  readonly classesFor?: (person: string) => NonNullable<ValidationContext["classOf"]>;
  /** Told what is going to be written of a person, so that it counts when the next one is looked at. */
  readonly onPlanned?: (person: string, writes: readonly RowWrite[]) => void;
}

export interface CheckedWrites {
  readonly valid: readonly RowWrite[];
  readonly warnings: readonly FieldIssue[];
}

/**
 * @param stored null for somebody new. @param id of the person
 * @returns the writes without what may not be stored (the value, or the whole row where it cannot be without it), and what
 * is worth a second look in them
 */
export function checkWrites(
  stored: StoredPerson | null,
  id: string,
  writes: readonly RowWrite[],
  checks: RecordChecks,
  roster: RosterPeople,
): CheckedWrites {
  const contextOf = (edited: readonly RowWrite[]) => validationOf(id, edited, checks, roster);
  const isOfBefore = mistakesOf(stored, () => contextOf([]));
  let valid = writes;
  while (valid.length > 0) {
    const issues = validateOfficial(afterwards(stored, id, valid), contextOf(valid)).filter(
      (issue) => !isOfBefore(issue),
    );
    const errors = issues.filter(({ severity }) => severity === "error");
    const less =
      errors.length === 0
        ? valid
        : valid.flatMap((write) =>
            withoutErrors(
              write,
              errors.filter(({ rowId }) => rowId === write.id),
            ),
          );
    // Somebody new whose name was refused stays wrong whatever else is left out of them.
    if (sizeOf(less) >= sizeOf(valid)) {
      checks.onPlanned?.(id, valid);
      return { valid, warnings: issues.filter(({ rowId }) => valid.some((one) => one.id === rowId)) };
    }
    valid = less;
  }
  return { valid, warnings: [] };
}

/** Writes and the values in them, of which each round must leave something out. */
function sizeOf(writes: readonly RowWrite[]): number {
  return writes.reduce((sum, { changes }) => sum + 1 + changes.length, 0);
}

/** What was wrong before is no reason to refuse what is right today. */
function mistakesOf(
  stored: StoredPerson | null,
  context: () => ValidationContext,
): (issue: FieldIssue) => boolean {
  if (stored === null) return () => false;
  let known: ReadonlySet<string> | null = null;
  const nameOf = ({ rowId, field, reason }: FieldIssue) => `${fieldPlace(rowId, field)} ${reason}`;
  return (issue) => {
    known ??= new Set(validateOfficial(stored, context()).map(nameOf));
    return known.has(nameOf(issue));
  };
}

function validationOf(
  id: string,
  writes: readonly RowWrite[],
  checks: RecordChecks,
  roster: RosterPeople,
): ValidationContext {
  const { classesFor, onPlanned: _told, ...context } = checks;
  return {
    ...context,
    ...(classesFor === undefined ? {} : { classOf: classesFor(id) }),
    editedRows: new Set(writes.map((write) => write.id)),
    editedFields: new Set(
      writes.flatMap((write) => Object.keys(write.fields).map((field) => fieldPlace(write.id, field))),
    ),
    holdersOf: (number) =>
      roster
        .withNumber(number)
        .filter((one) => one.id !== id)
        .map((one) => ({ id: one.id, who: one.name, removed: false })),
  };
}
