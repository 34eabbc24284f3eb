/**
 * Refuses a large change that nobody agreed to by its numbers: alike where files are received, where a reception is taken
 * back and where many proposals are accepted, so that none of them is the way around the others.
 */
import { appError } from "../../shared/contract/errors";
import { isConfirmed, type MassCount, massText } from "../../shared/domain/mass-change";
import { isoToPacked } from "../../shared/domain/partial-date";
import { massSentence, type Translate } from "../../shared/i18n";
import type { ReadHandle } from "../roster/file/handle";
import type { Touched } from "../roster/projection/touched";
import { comparedNow } from "../roster/read/index/compared-people";
import type { RosterIndex } from "../roster/read/index/roster-index";

/** @throws AppError mass-unconfirmed */
export function refuseUnconfirmed(
  asked: readonly MassCount[],
  confirmed: readonly MassCount[],
  t: Translate,
): void {
  if (isConfirmed(asked, confirmed)) return;
  throw appError("mass-unconfirmed", { what: massSentence(t, asked), asked: massText(asked) });
}

/** Looks on while something is written, and may still refuse it. */
export type Check = (after: ReadHandle, touched: Touched) => void;

/**
 * @param before as everything stands before
 * @param on ISO day for which figures are compared
 * @returns a check that throws AppError mass-unconfirmed
 */
export function massCheck(
  before: RosterIndex,
  on: string,
  confirmed: readonly MassCount[],
  t: Translate,
): Check {
  return (db, touched) => {
    const { mass } = comparedNow(before, { db, touched, t }, isoToPacked(on));
    refuseUnconfirmed(mass, confirmed, t);
  };
}
