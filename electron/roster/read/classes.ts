/** Who is in a class of training: the learners on this roster, by the class. */
import { takesSeat } from "../../../shared/domain/entities/enrolment";
import { bytesToUuid, isUuid, uuidToBytes } from "../../../shared/sync/bytes";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";

export interface ClassLearner {
  /** Of the learner's row. */
  readonly id: string;
  readonly official: string;
  readonly result: string | null;
}

/** By the ids of their rows. @param id of the class */
export function learnersOfClass(db: ReadHandle, id: string): ClassLearner[] {
  if (!isUuid(id)) return [];
  return db
    .raw<[Buffer, Buffer, string | null]>(
      sql`SELECT enrolment.id, official.id, enrolment.result FROM training_class
          JOIN enrolment ON enrolment.training_class = training_class.pk
          JOIN official ON official.pk = enrolment.official
          WHERE training_class.id = ${uuidToBytes(id)} ORDER BY enrolment.id`,
    )
    .map(([row, official, result]) => ({ id: bytesToUuid(row), official: bytesToUuid(official), result }));
}

/** People who take a seat, each once. */
export function seatedPeople(learners: readonly ClassLearner[]): Set<string> {
  return new Set(learners.filter(({ result }) => takesSeat(result)).map(({ official }) => official));
}

/** Learners of some classes, by the pk of the class: whose pk they are, and what came of it. @param classes pks */
export function learnersOfClasses(
  db: ReadHandle,
  classes: readonly number[],
): Map<number, { readonly person: number; readonly result: string | null }[]> {
  const found = new Map<number, { readonly person: number; readonly result: string | null }[]>();
  const rows = db.raw<[number, number, string | null]>(
    sql`SELECT training_class, official, result FROM enrolment
        WHERE training_class IN (SELECT value FROM json_each(${JSON.stringify(classes)}))`,
  );
  for (const [course, person, result] of rows) {
    const known = found.get(course);
    if (known === undefined) found.set(course, [{ person, result }]);
    else known.push({ person, result });
  }
  return found;
}

/** pks of the learners' rows of a class with those of their people. @param id of the class */
export function learnerPks(
  db: ReadHandle,
  id: string,
): { readonly row: number; readonly person: number; readonly result: string | null }[] {
  return db
    .raw<[number, number, string | null]>(
      sql`SELECT enrolment.pk, enrolment.official, enrolment.result FROM training_class
          JOIN enrolment ON enrolment.training_class = training_class.pk
          WHERE training_class.id = ${uuidToBytes(id)}`,
    )
    .map(([row, person, result]) => ({ row, person, result }));
}

/** Ids of a class's teachers. @param id of the class */
export function teachersOfClass(db: ReadHandle, id: string): string[] {
  return db
    .raw<[Buffer]>(
      sql`SELECT class_teacher.id FROM training_class
          JOIN class_teacher ON class_teacher.training_class = training_class.pk
          WHERE training_class.id = ${uuidToBytes(id)} ORDER BY class_teacher.pk`,
    )
    .map(([row]) => bytesToUuid(row));
}
