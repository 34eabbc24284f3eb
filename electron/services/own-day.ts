/** The day that a roster is looked at where nobody says another one: for window, command line and large changes alike. */
import { officeRow } from "../roster/read/office";
import type { ReadHandle } from "../roster/file/handle";
import { type Environment, todayOf } from "./environment";

/** @returns the day a sample was made for, else today, `YYYY-MM-DD` */
export function ownDay(db: ReadHandle, environment: Pick<Environment, "now">): string {
  const sampleAsOf = officeRow(db)?.fields["sampleAsOf"];
  return typeof sampleAsOf === "string" ? sampleAsOf : todayOf(environment);
}
