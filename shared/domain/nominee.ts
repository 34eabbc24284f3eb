/**
 * How somebody stands who is nominated for a title (quy hoạch), the nearest to it first:
 * - `ready`: reaches the title's standards and works until the term ends
 * - `lacking`: a level is not reached; `unknown`: something is missing to say so
 * - `age`: retires before the term ends; `barred`: a discipline is in force
 * - `left`: serves no more; `over`: the nomination is taken back, or its term has ended
 */
export const nomineeStatuses = ["ready", "lacking", "unknown", "age", "barred", "left", "over"] as const;
export type NomineeStatus = (typeof nomineeStatuses)[number];
