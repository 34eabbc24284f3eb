/**
 * Of people who look like one and of whom somebody said that they are not: whom a line is about, where the line tells.
 * Without it the same two would be asked about with the list of every month, though what they are was said.
 */
import { fieldDefinition, type FieldValue } from "../domain/entities";
import { foldName } from "../text/fold";
import type { CompareContext } from "./compare";
import type { Alike, AlikePerson, RosterPeople } from "./known-people";
import type { PersonDraft } from "./people";

export interface ToldBy extends Pick<CompareContext, "isSame"> {
  readonly roster: Pick<RosterPeople, "isApart" | "claimedBy" | "read">;
}

/**
 * @param place of the line
 * @returns null where they were not all said to be others, or where the line does not tell
 */
export function toldApart(
  draft: PersonDraft,
  { reason, people }: Alike,
  place: string,
  by: ToldBy,
): AlikePerson | null {
  const { roster } = by;
  const areApart =
    people.length > 1 &&
    people.every(({ place: line }) => line === null) &&
    people.every(({ id }, at) => people.slice(at + 1).every((other) => roster.isApart(id, other.id)));
  if (!areApart) return null;
  const named =
    reason === "number" ? people.filter(({ name }) => foldName(name) === draft.foldedName) : people;
  const serving =
    reason === "number" && named.length === 1 ? named : named.filter((one) => servesSo(draft, one, by));
  const free = serving.filter(({ id }) => [null, place].includes(roster.claimedBy(id)));
  const [only, ...others] = free;
  return only === undefined || others.length > 0 || only.line !== null ? null : only;
}

/** Whether somebody serves where and as what the line says; so does everybody where it says nothing of it. */
function servesSo(draft: PersonDraft, { id }: AlikePerson, { roster, isSame }: ToldBy): boolean {
  const stored = roster.read(id);
  const main = stored?.rows.assignment.find((row) => row.id === stored.mainId)?.fields ?? {};
  return draft.rows
    .filter(({ pick, beside }) => pick.kind === "main" && beside === undefined)
    .every(({ entity, values }) =>
      [...values].every(([field, { value }]) => {
        if (fieldDefinition(entity, field)?.type !== "reference") return true;
        const known: FieldValue = main[field] ?? null;
        return known !== null && (known === value || isSame(entity, field, known, value));
      }),
    );
}
