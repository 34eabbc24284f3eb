/** What is read from the file of the people whose due things are asked for: a few fields of a few entities, by person. */
import type { RowFields } from "../../../shared/domain/checks/reading";
import { type DueEntity, type DuePerson, dueReads } from "../../../shared/due/types";
import type { ReadHandle } from "../file/handle";
import { type PersonRowRead, rowsOfPeople } from "./column-rows";

/**
 * @param pks row numbers of officials, a few thousand at once
 * @param judged what the figures say of the one at a place of `pks`: the kind of the post by which they are counted, and grace
 * @returns in the order of `pks`; somebody removed has no fields
 * @throws AppError `roster-damaged`
 */
export function duePeople(
  db: ReadHandle,
  pks: readonly number[],
  judged: (place: number) => Pick<DuePerson, "category" | "grace">,
): DuePerson[] {
  const read = (entity: DueEntity) => rowsOfPeople(db, entity, pks, new Set(dueReads[entity]));
  const own = read("official");
  const owned = {
    assignment: read("assignment"),
    qualification: read("qualification"),
    salary: read("salary"),
    discipline: read("discipline"),
    evaluation: read("evaluation"),
  };
  const fieldsIn = (rows: ReadonlyMap<number, readonly PersonRowRead[]>, pk: number): readonly RowFields[] =>
    rows.get(pk)?.map(({ fields }) => fields) ?? [];
  return pks.map((pk, place) => ({
    fields: own.get(pk)?.[0]?.fields ?? {},
    rows: {
      assignment: fieldsIn(owned.assignment, pk),
      qualification: fieldsIn(owned.qualification, pk),
      salary: fieldsIn(owned.salary, pk),
      discipline: fieldsIn(owned.discipline, pk),
      evaluation: fieldsIn(owned.evaluation, pk),
    },
    ...judged(place),
  }));
}
