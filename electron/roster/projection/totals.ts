/**
 * How many rows each entity table has and what their proofs add up to: without it a row that vanished from a damaged page
 * would be missing from every figure and nobody would know.
 */
import type { ReadHandle, WriteHandle } from "../file/handle";
import { appError } from "../../../shared/contract/errors";
import type { EntityName } from "../../../shared/domain/entities";
import { addProof } from "../file/row-proof";
import { sql } from "../file/sql";
import { tableOf } from "./columns";
import { wholeProof } from "./proven";
import { shapes } from "./schema";

const mask = 0xffffffff;

/** A row more or less, and what that changes in the sum of proofs. */
export function countRow(db: WriteHandle, table: string, rows: number, proof: number): void {
  db.run(sql`UPDATE total SET rows = rows + ${rows}, sum = (sum + ${proof}) & ${mask} WHERE name = ${table}`);
}

/** Adds up all tables anew. */
export function addUp(db: WriteHandle): void {
  for (const { table, proofs } of shapes) {
    const proof = sql.name(proofs[0]?.name ?? wholeProof);
    db.run(sql`
      INSERT OR REPLACE INTO total (name, rows, sum)
      SELECT ${table}, count(*), coalesce(sum(${proof}), 0) & ${mask} FROM ${sql.name(table)}`);
  }
}

interface Total {
  readonly rows: number;
  readonly sum: number;
}

/** What a table should hold; null where nothing is said of it. */
function totalOf(db: ReadHandle, entity: EntityName): Total | null {
  return db.get<Total>(sql`SELECT rows, sum FROM total WHERE name = ${tableOf(entity)}`) ?? null;
}

/**
 * Adds up a table while somebody reads all of it. Between two slices others may write; then what was read is theirs to
 * catch up with, and what the table holds is asked once more by itself.
 */
export class TableCount {
  readonly #db: ReadHandle;
  readonly #entity: EntityName;
  #rows = 0;
  #sum = 0;

  constructor(db: ReadHandle, entity: EntityName) {
    this.#db = db;
    this.#entity = entity;
  }

  add(proof: number): void {
    this.#rows++;
    this.#sum = addProof(this.#sum, proof);
  }

  /** @throws AppError `roster-damaged` where rows came or vanished that nobody wrote */
  check(): void {
    const now = totalOf(this.#db, this.#entity);
    if (now?.rows === this.#rows && now.sum === this.#sum) return;
    if (!this.#holds()) throw appError("roster-damaged", { path: this.#db.path });
  }

  #holds(): boolean {
    const table = sql.name(tableOf(this.#entity));
    const proof = sql.name(
      shapes.find((shape) => shape.table === tableOf(this.#entity))?.proofs[0]?.name ?? wholeProof,
    );
    const same = sql`
      SELECT 1 FROM total WHERE name = ${tableOf(this.#entity)}
        AND (rows, sum) = (SELECT count(*), coalesce(sum(${proof}), 0) & ${mask} FROM ${table})`;
    return this.#db.value<number>(same) !== undefined;
  }
}
