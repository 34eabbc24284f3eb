/** Reads the numbers by which a large change is agreed to, however a clerk sets them apart. */
import type { MassCount } from "../../../shared/domain/mass-change";
import { formatNumber } from "../../../shared/text/format";

/** @returns whether the text is the asked numbers in their order; "1.200" and "1200" are the same */
export function agreesTo(text: string, asked: readonly MassCount[]): boolean {
  // Of one number alone, blanks can only stand between its thousands.
  const parts = asked.length === 1 ? [text.replace(/\s/g, "")] : text.split(/[^\d.]+/);
  const typed = parts.map((part) => part.replaceAll(".", "")).filter((part) => part !== "");
  return typed.length === asked.length && asked.every(({ count }, place) => typed[place] === String(count));
}

/** The numbers as they are to be typed, e.g. "12 3". */
export function numbersText(asked: readonly MassCount[]): string {
  return asked.map(({ count }) => formatNumber(count)).join(" ");
}
