/** Rows that others are found by must stay findable: one unit a code and day, one row a key. */
import { isoToPacked, parsePartialDate } from "../partial-date";
import { error, type Found } from "./found";
import type { Others } from "./others";
import { type RowFields, textOf } from "./reading";

/** Posts, standard sets and layouts are found by their key. */
export function keyTaken(fields: RowFields, others: Others): Found[] {
  const key = textOf(fields, "key");
  const [other] = key === null ? [] : others.holding("key", key);
  return other === undefined ? [] : [error("key", "keyTaken", { name: textOf(other, "name") ?? "" })];
}

/** Codes of units are used again, but never by two units on one day. */
export function codeTaken(fields: RowFields, others: Others): Found[] {
  const code = textOf(fields, "code");
  const other = code === null ? undefined : others.holding("code", code).find((row) => overlap(row, fields));
  return other === undefined ? [] : [error("code", "codeTaken", { name: textOf(other, "name") ?? "" })];
}

const lastOfAll = 99_991_231;

function overlap(a: RowFields, b: RowFields): boolean {
  const from = (row: RowFields) => dayOf(row, "validFrom") ?? 0;
  const to = (row: RowFields) => dayOf(row, "validTo") ?? lastOfAll;
  return from(a) <= to(b) && from(b) <= to(a);
}

function dayOf(row: RowFields, field: string): number | null {
  const text = textOf(row, field);
  return text === null || parsePartialDate(text)?.length !== 10 ? null : isoToPacked(text);
}
