/** Opening the roster that a command names, for looking or for writing, and always closing it again. */
import { resolve } from "node:path";
import { AppError, appError } from "../../shared/contract/errors";
import type { Proposed } from "../../shared/contract/schemas/proposed";
import type { Moment } from "../../shared/contract/schemas/common";
import { instantText, readableParams } from "../../shared/i18n";
import { formatDay, formatNumber } from "../../shared/text/format";
import type { ProjectionWatch } from "../roster/roster";
import { noticeOf } from "../services/leftover-notice";
import { OpenRoster } from "../services/open-roster";
import { ownDay } from "../services/own-day";
import { type CommandContext, Refusal } from "./command";
import type { CommandSpec } from "./command-spec";

/** The roster's absolute path. */
export function rosterPath({ args }: CommandContext): string {
  return resolve(args.argument("roster"));
}

/** Opens for looking only: allowed while a window holds the roster. @throws AppError see openRosterReadOnly */
export async function reading(
  context: CommandContext,
  work: (roster: OpenRoster) => Promise<void>,
): Promise<void> {
  return looking(context, async (roster) => {
    noteLeftovers(context, roster);
    await noteMissingAtSight(context, roster);
    await work(roster);
  });
}

async function looking(context: CommandContext, work: (roster: OpenRoster) => Promise<void>): Promise<void> {
  const { environment } = context;
  return closing(
    await OpenRoster.read(rosterPath(context), environment, projecting(context)),
    async (roster) => {
      await noteClock(context, roster);
      await work(roster);
    },
  );
}

/**
 * Opens for writing.
 *
 * The work is rehearsed first on the roster opened for looking, where it gets as far as the write itself: opening for
 * writing may make tables anew, and a refused command must leave the file exactly as it was.
 * @throws AppError see openRoster, and whatever the work refuses
 */
export async function writing(
  context: CommandContext,
  work: (roster: OpenRoster) => Promise<void>,
): Promise<void> {
  try {
    // Opening for writing says what lies beside it.
    await looking(context, work);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "roster-readonly") throw error;
  }
  return closing(await openForWriting(context), async (roster) => {
    await work(roster);
    for (const one of roster.proposed) context.note(proposedText(context, one));
  });
}

/** That what was written waits, who may accept it, and where it is seen. */
function proposedText({ t }: CommandContext, { count, whole, by }: Proposed): string {
  const who = by.length === 0 ? t("screen-proposals:saved.somebody") : by.join(", ");
  const said = t(`screen-proposals:saved.${whole ? "whole" : "part"}`, { who, text: formatNumber(count) });
  return `${said} ${t("cli:proposed")}`;
}

/** What lay beside the roster and is not its own is named, whatever the command is about. */
function noteLeftovers({ note, t }: CommandContext, { leftovers }: OpenRoster): void {
  for (const leftover of leftovers) {
    const { name, ...named } = noticeOf(leftover);
    note(t(`screen-app:notice.${name}`, named));
  }
}

/** A clock that cannot be right is said beside the result: the day that is asked about and what is written carry it. */
async function noteClock({ environment, note, t }: CommandContext, { db }: OpenRoster): Promise<void> {
  const { checkClock } = await import("../services/clock");
  const { state, today, last } = checkClock(environment, db);
  if (state === "right") return;
  note(
    t(`screen-app:clock.${state}`, { today: formatDay(today), last: last === null ? "" : instantText(last) }),
  );
}

/** What was saved on this machine and is not in the roster is said before anything is done with it. */
async function noteMissing({ environment, note, t }: CommandContext, roster: OpenRoster): Promise<void> {
  const { missingOf } = await import("../services/missing");
  const missing = missingOf(roster, environment);
  if (missing === null) return;
  const { changes: count, lastAt } = missing;
  note(
    t("cli:missing.said", { path: roster.path, count, text: formatNumber(count), last: instantText(lastAt) }),
  );
}

/** Before figures of an older copy are believed. Where this machine's own memory cannot be read, looking is still possible. */
async function noteMissingAtSight(context: CommandContext, roster: OpenRoster): Promise<void> {
  try {
    await noteMissing(context, roster);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "home-unusable") throw error;
  }
}

/** Options of commands that write into a roster. */
export const writingOptions = {
  "take-lock": { value: null, help: "takeLock" },
} as const satisfies CommandSpec["options"];

/** @throws AppError see openRoster; Refusal that names the option by which a lock that was left behind is taken */
export async function openForWriting(context: CommandContext): Promise<OpenRoster> {
  const { args, environment, t } = context;
  const how = { projecting: projecting(context), takeOver: args.flag("take-lock") };
  try {
    const roster = await OpenRoster.open(rosterPath(context), environment, how);
    noteLeftovers(context, roster);
    await noteMissing(context, roster);
    return roster;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "roster-left") throw error;
    throw new Refusal(error, t("cli:rosterLeft", readableParams(error.params)));
  }
}

/** At most one line of progress in this time, so that a small roster says nothing. */
const progressEvery = 1_000;

/** Tells how far a projecting anew is, and lets the user stop it; the command itself has not begun then. */
export function projecting({ environment, ports, note, t }: CommandContext): ProjectionWatch {
  let stopped: AbortSignal | null = null;
  let told = environment.now();
  return {
    pause: async () => {
      stopped ??= ports.interrupted();
      await environment.pause();
      if (stopped.aborted) throw appError("cancelled");
    },
    onProgress: ({ done, total }) => {
      if (environment.now() - told < progressEvery) return;
      told = environment.now();
      note(t("cli:done.projecting", { percent: Math.floor((100 * done) / Math.max(1, total)) }));
    },
  };
}

export async function closing<T>(roster: OpenRoster, work: (roster: OpenRoster) => Promise<T>): Promise<T> {
  try {
    return await work(roster);
  } finally {
    await roster.close();
  }
}

/** Options of commands that look at a moment; `readingAt` reads them. */
export const momentOptions = {
  "as-of": { value: "day", help: "asOf" },
  "known-on": { value: "day", help: "knownOn" },
} as const satisfies CommandSpec["options"];

/**
 * Opens for looking only at the moment asked for: on which day, else the day a sample was made for, else today; by what
 * was known when, else by all that is known.
 * @param work is given the roster that holds what was known then, and the one of today
 */
export async function readingAt(
  context: CommandContext,
  work: (roster: OpenRoster, moment: Moment, live: OpenRoster) => Promise<void>,
): Promise<void> {
  const { args, environment } = context;
  const on = args.day("as-of");
  const knownOn = args.day("known-on");
  const moment = (roster: OpenRoster): Moment => ({
    on: on ?? ownDay(roster.db, environment),
    ...(knownOn === null ? {} : { knownOn }),
  });
  return reading(context, async (live) => {
    const roster = await live.at({ knownOn });
    notePast(context, roster, knownOn);
    return work(roster, moment(live), live);
  });
}

/** As `readingAt`, for commands that ask of no day: by what was known when, else by all that is known. */
export async function readingKnown(
  context: CommandContext,
  work: (roster: OpenRoster, known: Pick<Moment, "knownOn">) => Promise<void>,
): Promise<void> {
  const knownOn = context.args.day("known-on");
  return reading(context, async (live) => {
    const roster = await live.at({ knownOn });
    notePast(context, roster, knownOn);
    return work(roster, knownOn === null ? {} : { knownOn });
  });
}

/** Why an answer by the knowledge of a past day may not be what was seen then. */
function notePast({ note, t }: CommandContext, { past }: OpenRoster, knownOn: string | null): void {
  if (past === null) return;
  if (knownOn !== null && knownOn < past.began)
    note(t("screen-app:moment.notBegun", { began: formatDay(past.began) }));
  if (past.doubted > 0) note(t("cli:past.doubted", { text: formatNumber(past.doubted) }));
}

/** What was known when, as a line under a result's title; nothing where all that is known was asked for. */
export function knownOnLines({ t }: CommandContext, { knownOn }: Pick<Moment, "knownOn">): string[] {
  return knownOn === undefined ? [] : [t("cli:knownOn", { day: formatDay(knownOn) })];
}
