/**
 * Which columns are read of a row without the others, and have a proof of their own for it: what statistics and what is due
 * read of everybody, and what lists and the search read of a person. Whatever is read otherwise is proven with its whole row.
 */
import { entityDefinition, type EntityName } from "../../../shared/domain/entities";
import { appError } from "../../../shared/contract/errors";
import { dueReads } from "../../../shared/due/types";
import type { ReadHandle } from "../file/handle";
import { isProven } from "../file/row-proof";
import { type Sql, type SqlValue, sql } from "../file/sql";
import type { ShapedProof, TableShape } from "../file/table-shape";
import { fieldColumns, tableOf } from "./columns";

/** Column with the proof of a whole row. */
export const wholeProof = "proof";

/** What statistics read. */
export const factsProof = "facts_proof";

/** What lists, the order of names and the search read. */
export const namesProof = "names_proof";

/** What is read of everybody to say what is due. */
export const dueProof = "due_proof";

const dueFields: Readonly<Partial<Record<EntityName, readonly string[]>>> = dueReads;

const inPart: Readonly<Partial<Record<EntityName, readonly ShapedProof[]>>> = {
  official: [
    {
      name: factsProof,
      columns: ["pk", "birth_packed", "sex_code", "party_packed", "ethnicity", "religion"],
    },
    {
      name: namesProof,
      columns: [
        "pk",
        "id",
        "full_name",
        "other_name",
        "sex",
        "birth",
        "identity_number",
        "sort_key",
        "birth_packed",
      ],
    },
  ],
  assignment: [
    {
      name: factsProof,
      columns: ["pk", "official", "unit", "post", "from_packed", "to_packed", "mark_bits"],
    },
  ],
  qualification: [
    {
      name: factsProof,
      columns: ["pk", "official", "kind_code", "level_rank", "major", "granted_packed", "recorded_packed"],
    },
  ],
};

export function readInPart(entity: EntityName): readonly ShapedProof[] {
  return [...(inPart[entity] ?? []), ...dueParts(entity)];
}

/** The row, whose it is, and the fields in the order of the registry. */
function dueParts(entity: EntityName): ShapedProof[] {
  const fields = dueFields[entity];
  if (fields === undefined) return [];
  const owner = entityDefinition(entity).owner?.field;
  const columns = fieldColumns(entity).filter(({ field }) => field === owner || fields.includes(field));
  return [{ name: dueProof, columns: ["pk", ...columns.map(({ name }) => name)] }];
}

/** The columns of a proof and the proof itself last, as `proven` wants them. @throws Error for an unknown proof */
export function provenColumns(entity: EntityName, proof: string): Sql {
  const found = readInPart(entity).find(({ name }) => name === proof);
  if (found === undefined) throw new Error(`No ${proof} of ${entity}`);
  const table = sql.name(tableOf(entity));
  return sql.join([...found.columns, proof].map((name) => sql`${table}.${sql.name(name)}`));
}

/** All columns of a table in the order of the proof of its whole rows, and that proof last. */
export function wholeColumns({ proofs }: TableShape): string[] {
  return [...(proofs.at(-1)?.columns ?? []), wholeProof];
}

/**
 * Rows whose last value is the proof of the others.
 * @throws AppError `roster-damaged` where one is not what was written
 */
export function proven<Row extends readonly SqlValue[]>(db: ReadHandle, rows: Row[]): Row[] {
  for (const row of rows) if (!isProven(row)) throw appError("roster-damaged", { path: db.path });
  return rows;
}
