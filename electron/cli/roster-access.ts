/** Opening the roster that a command names, for looking or for writing, and always closing it again. */
import { resolve } from "node:path";
import { AppError } from "../../shared/contract/errors";
import { officeRow } from "../roster/read/office";
import { type Environment, todayOf } from "../services/environment";
import { OpenRoster } from "../services/open-roster";
import type { CommandContext } from "./command";

/** The roster's absolute path. */
export function rosterPath({ args }: CommandContext): string {
  return resolve(args.argument("roster"));
}

/** Opens for looking only: allowed while a window holds the roster. @throws AppError see openRosterReadOnly */
export async function reading(
  context: CommandContext,
  work: (roster: OpenRoster) => Promise<void>,
): Promise<void> {
  return closing(OpenRoster.read(rosterPath(context), context.environment), work);
}

/**
 * Opens for writing.
 *
 * The work is rehearsed first on the roster opened for looking, where it gets as far as the write itself: opening for
 * writing alone changes bytes of the file's header, and a refused command must leave the file exactly as it was.
 * @throws AppError see openRoster, and whatever the work refuses
 */
export async function writing(
  context: CommandContext,
  work: (roster: OpenRoster) => Promise<void>,
): Promise<void> {
  try {
    await reading(context, work);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "roster-readonly") throw error;
  }
  return closing(await OpenRoster.open(rosterPath(context), context.environment), work);
}

export async function closing<T>(roster: OpenRoster, work: (roster: OpenRoster) => Promise<T>): Promise<T> {
  try {
    return await work(roster);
  } finally {
    await roster.close();
  }
}

/** The day that figures are for: as asked, else the day a sample was made for, else today. @returns ISO day */
export function asOfDay({ args, environment }: CommandContext, roster: OpenRoster): string {
  return args.day("as-of") ?? ownDay(roster, environment);
}

function ownDay(roster: OpenRoster, environment: Environment): string {
  const sampleAsOf = officeRow(roster.db)?.fields["sampleAsOf"];
  return typeof sampleAsOf === "string" ? sampleAsOf : todayOf(environment);
}
