/**
 * Forms of the field types that are neither text nor a plain number.
 *
 * - `decimal`: a whole number of the smallest steps (2,34 with two places is 234), so that no sum is ever rounded
 * - `money`: whole đồng, none below zero
 * - `year`: 1900–2200; `month`: `2021-10`
 * - `timeSpan`: two partial dates with `..` between; either may be missing (`2015-09..2019-06`, `2015..`)
 * - `code`: a key of a list that offices load, e.g. an occupation code
 */
import { earliestDay, latestDay, parsePartialDate, type PartialDate } from "./partial-date";

export const scalarTypes = ["decimal", "money", "year", "month", "timeSpan", "code"] as const;
export type ScalarType = (typeof scalarTypes)[number];

const MONTH_LENGTH = 7;

export function isYear(value: unknown): value is number {
  return Number.isInteger(value) && parsePartialDate(String(value)) !== null;
}

export function isMonth(text: string): boolean {
  return text.length === MONTH_LENGTH && parsePartialDate(text) !== null;
}

export interface TimeSpan {
  readonly from: PartialDate | null;
  readonly to: PartialDate | null;
}

/** The ends of a stored time span; null for a text of any other form, and for a span without an end at all. */
export function parseTimeSpan(text: string): TimeSpan | null {
  const [from = "", to = "", ...more] = text.split("..");
  const isSpan = text.includes("..") && more.length === 0 && from + to !== "";
  if (!isSpan || ![from, to].every((end) => end === "" || parsePartialDate(end) !== null)) return null;
  return { from: from === "" ? null : from, to: to === "" ? null : to };
}

/** Whether a span surely ends before it begins. */
export function isReversed({ from, to }: TimeSpan): boolean {
  return from !== null && to !== null && latestDay(to) < earliestDay(from);
}

export function isCode(text: string): boolean {
  return /^[0-9A-Za-z][0-9A-Za-z._-]*$/.test(text);
}
