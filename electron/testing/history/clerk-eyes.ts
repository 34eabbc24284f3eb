/** How a clerk looks at what a roster shows: rows by what they are called in a portrait, and what is to be seen of them. */
import { expect } from "vitest";
import { AppError } from "../../../shared/contract/errors";
import { type EntityName, entityById } from "../../../shared/domain/entities";
import type { ModelOp, Portrait } from "./model";

export type Rows = Portrait["rows"];

/** What a row is known by in a portrait. */
export function keyOf(op: Pick<ModelOp, "entity" | "row">): string {
  return `${entityById(op.entity) ?? op.entity} ${op.row}`;
}

const owned: readonly EntityName[] = ["assignment", "qualification"];

export function entityOf(key: string): EntityName {
  return key.split(" ")[0] as EntityName;
}

export function idOf(key: string): string {
  return key.split(" ")[1] ?? "";
}

/** Rows that are somebody's. */
export function ownedBy(rows: Rows, official: string): string[] {
  return Object.keys(rows).filter(
    (key) => owned.includes(entityOf(key)) && rows[key]?.["official"] === official,
  );
}

export function without(rows: Rows, keys: readonly string[]): Rows {
  return Object.fromEntries(Object.entries(rows).filter(([key]) => !keys.includes(key)));
}

export function same(is: unknown, wanted: unknown): void {
  expect(is).toEqual(wanted);
}

export function holds(row: unknown, wanted: object): void {
  expect(row).toMatchObject(wanted);
}

/** Nothing of it may be refused. */
export function taken(done: unknown): void {
  expect(done).not.toBeInstanceOf(AppError);
}
