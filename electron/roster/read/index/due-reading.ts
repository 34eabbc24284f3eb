/**
 * Goes once through the file to say what is due for everybody who serves on a day: first the rows that belong to people, in
 * columns of numbers, then the people, each of whom is done with before the next one comes.
 */
import type { FieldValue } from "../../../../shared/domain/entities";
import type { SqlValue } from "../../file/sql";
import { type DueEntity, type DuePerson, dueReads } from "../../../../shared/due/types";
import type { Facts } from "../../../../shared/statistics/facts";
import type { ReadHandle } from "../../file/handle";
import { TableCount } from "../../projection/totals";
import { lastRow } from "../facts";
import { dueColumns, dueLooksAt, type DueRow, dueRows } from "../due-rows";
import { DueColumns, type PostNames } from "./due-columns";
import { eachSlice, type LoadOptions } from "./load-facts";

type OwnedEntity = Exclude<DueEntity, "official">;
type Rows = DuePerson["rows"];

/** Rows read before the next pause; of people fewer, since each of them is judged. */
const sliceRows = 4_000;
const slicePeople = 500;
const tables = Object.keys(dueReads).length;
/** Where the number of the official stands in a row that belongs to one. */
const ownerAt = 1;

export interface DueSource {
  readonly facts: Pick<Facts, "indexOf" | "peopleCount">;
  readonly posts: PostNames;
  /** @param person index of the facts */
  readonly serves: (person: number) => boolean;
}

/**
 * @param take told of everybody who serves, once, what was read of them
 * @returns people of whom something does not fit into columns, and who were not told of
 * @throws AppError `roster-damaged`, and what the pause throws
 */
export async function eachDuePerson(
  db: ReadHandle,
  { facts, posts, serves }: DueSource,
  { pause, onProgress }: LoadOptions,
  take: (person: number, read: Pick<DuePerson, "fields" | "rows">) => void,
): Promise<number[]> {
  const odd = new Set<number>();
  const people = facts.peopleCount;
  // All tables number their rows from one sequence, so a row's number tells how far a table has been read.
  const last = lastRow(db);
  let tablesRead = 0;
  const step = async (pk: number) => {
    onProgress?.(tablesRead * last + Math.min(pk, last), tables * last);
    await pause();
  };
  const read = async (entity: OwnedEntity): Promise<DueColumns> => {
    const columns = new DueColumns(entity, people, posts);
    const looksAt = dueLooksAt(entity);
    await eachRow(db, entity, sliceRows, step, (row) => {
      if (!looksAt(row)) return;
      const person = facts.indexOf(Number(row[ownerAt]));
      // Who came since is told of as changed.
      if (person < 0 || person >= people || !serves(person)) return;
      if (!columns.add(person, row)) odd.add(person);
    });
    tablesRead++;
    return columns;
  };
  const owned = {
    assignment: await read("assignment"),
    qualification: await read("qualification"),
    salary: await read("salary"),
    discipline: await read("discipline"),
    evaluation: await read("evaluation"),
  } satisfies Record<keyof Rows, DueColumns>;
  const own = dueColumns("official");
  await eachRow(db, "official", slicePeople, step, (row) => {
    const person = facts.indexOf(row[0]);
    if (person < 0 || person >= people || !serves(person) || odd.has(person)) return;
    const fields: Record<string, FieldValue> = {};
    for (const { field, at } of own) fields[field] = textOrNumber(row[at] ?? null);
    take(person, {
      fields,
      rows: {
        assignment: owned.assignment.of(person),
        qualification: owned.qualification.of(person),
        salary: owned.salary.of(person),
        discipline: owned.discipline.of(person),
        evaluation: owned.evaluation.of(person),
      },
    });
  });
  return [...odd];
}

/** Every row of a table, and whether these were all. */
async function eachRow(
  db: ReadHandle,
  entity: DueEntity,
  slice: number,
  step: (pk: number) => Promise<void>,
  take: (row: DueRow) => void,
): Promise<void> {
  const counted = new TableCount(db, entity);
  const count = (proof: number) => counted.add(proof);
  await eachSlice((after) => dueRows(db, entity, after, slice, count), take, step);
  counted.check();
}

function textOrNumber(value: SqlValue): FieldValue {
  return value instanceof Uint8Array ? null : value;
}
