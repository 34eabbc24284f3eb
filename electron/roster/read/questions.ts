/** Questions between offices: what is asked, of whom, and what came back. */
import { bytesToUuid } from "../../../shared/sync/bytes";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";

export interface QuestionRow {
  readonly id: string;
  readonly officialId: string | null;
  readonly officialName: string | null;
  readonly about: string;
  readonly field: string | null;
  /** Hex of the key of the office that is asked. */
  readonly to: string;
  readonly toName: string;
  readonly askedBy: string;
  readonly text: string;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  /** ms by the clock of the PC where it was asked. */
  readonly at: number;
}

type Columns = Omit<QuestionRow, "id" | "officialId"> & {
  readonly id: Buffer;
  readonly officialId: Buffer | null;
};

/** Newest first. */
export function questions(db: ReadHandle): QuestionRow[] {
  return db
    .all<Columns>(
      sql`SELECT question.id, official.id AS officialId, official.full_name AS officialName,
              coalesce(question.about, '') AS about, question.field, coalesce(question."to", '') AS "to",
              coalesce(question.to_name, '') AS toName, coalesce(question.asked_by, '') AS askedBy,
              coalesce(question.text, '') AS text, question.answer, question.answered_by AS answeredBy, op.at
       FROM question JOIN op ON op.id = question.pk LEFT JOIN official ON official.pk = question.official
       ORDER BY question.id DESC`,
    )
    .map(({ id, officialId, ...row }) => ({
      ...row,
      id: bytesToUuid(id),
      officialId: officialId === null ? null : bytesToUuid(officialId),
    }));
}

/** @param scope local ids of the ops that somebody may know; null: all */
export function openQuestionCount(db: ReadHandle, scope: ReadonlySet<number> | null): number {
  const open = db.raw<[number]>(sql`SELECT pk FROM question WHERE answer IS NULL`);
  // A row bears the number of the op that created it.
  return open.filter(([pk]) => scope === null || scope.has(pk)).length;
}

/** Those that wait for an answer. */
export function openQuestions(db: ReadHandle): QuestionRow[] {
  return questions(db).filter(({ answer }) => answer === null);
}
