/**
 * Values of other fields that are stored as JSON in a text: what a wording means, what a kept text was read as. Another
 * program may have written anything there, and a list that fails over one row would hide all others.
 */
import type { FieldValue } from "./field-value";

/** @returns undefined for a text that is no value */
export function storedJson(json: string): FieldValue | undefined {
  try {
    const value: unknown = JSON.parse(json);
    const isValue = value === null || ["string", "number", "boolean"].includes(typeof value);
    return isValue ? (value as FieldValue) : undefined;
  } catch {
    return undefined;
  }
}
