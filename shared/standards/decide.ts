/**
 * The small decisions of judging, over plain numbers, so that the detailed judge (with its evidence) and the
 * columnar statistics (a quarter of a million people) take the very same ones. A second copy of any of them would
 * let a number on screen differ from the people behind it. Where somebody serves is decided in serving.ts.
 *
 * Dates are packed days. An uncertain date has two: the first and the last day that it can mean.
 */
import { type StatusCode, statusCodes } from "./types";

const { met, notMet, unknown, grace, notApplicable } = statusCodes;

/** What a history says to a question: surely not, it does not tell, surely. */
export const answers = { no: 0, unknown: 1, yes: 2 } as const;
export type Answer = (typeof answers)[keyof typeof answers];

/** What holds where both do. */
export function both(a: Answer, b: Answer): Answer {
  return a < b ? a : b;
}

/**
 * The status of one standard where a rule applies.
 *
 * A level surely held that suffices, by a paper of a field that the rule asks for, is met; one possibly held, or possibly
 * of such a field, that would suffice is unknown; somebody with no record surely held is unknown too, since lacking paper is not lacking the level. Otherwise the level is too low:
 * grace when the rule grants it to them on this day (grace.ts), unknown when their history does not tell, else not met. A stated "none" is a record and is judged. A rule with a level that this
 * program does not know (rank below 0) leaves everything unknown.
 *
 * @param sureRank highest level surely held on the day, surely of a field that the rule asks for; 0 for none
 * @param possibleRank the same possibly, sure ones included
 * @param recordedRank highest level surely held on the day, of whatever field; 0 when there is no such record
 * @param inGrace only looked at where `needsGrace`
 */
export function decideWithRequirement(
  requiredRank: number,
  sureRank: number,
  possibleRank: number,
  recordedRank: number,
  inGrace: Answer,
): StatusCode {
  if (requiredRank === 0) return notApplicable;
  if (requiredRank < 0) return unknown;
  if (sureRank >= requiredRank) return met;
  if (possibleRank >= requiredRank || recordedRank === 0) return unknown;
  if (inGrace === answers.no) return notMet;
  return inGrace === answers.yes ? grace : unknown;
}

/** Whether `decideWithRequirement` will look at grace. */
export function needsGrace(requiredRank: number, recordedRank: number, possibleRank: number): boolean {
  return recordedRank > 0 && possibleRank < requiredRank;
}

/** The status where it is not known which of two rules asks somebody: one that both give holds all the same. */
export function eitherWay(one: StatusCode, other: StatusCode): StatusCode {
  return one === other ? one : unknown;
}

/**
 * Whether a status hangs on levels without a date: it would be "unknown" if only dated ones counted.
 * @param datedRank highest level surely held on the day by a date on record
 */
export function restsOnAssumption(
  status: StatusCode,
  requiredRank: number,
  datedRank: number,
  datedRecordedRank: number,
): boolean {
  if (status === met) return datedRank < requiredRank;
  return (status === notMet || status === grace) && datedRecordedRank === 0;
}

/**
 * Two standards together: met means met on every one that applies. One that does not apply asks nothing, so that only
 * where none applies there is nothing to meet; of those that do, one that is surely not met decides, then one in
 * grace; what is left with an unknown is unknown, since it can still turn out met on all. Several are combined one
 * after the other, in any order, beginning with "not applicable".
 * @param a @param b codes of two serving-person statuses, or 0 for both
 */
export function combineCodes(a: StatusCode, b: StatusCode): StatusCode {
  if (a === 0 || b === 0) return 0;
  if (a === notApplicable) return b;
  if (b === notApplicable) return a;
  if (a === notMet || b === notMet) return notMet;
  if (a === grace || b === grace) return grace;
  return a === unknown || b === unknown ? unknown : met;
}
