/**
 * What is due for somebody, kind by kind, and of which kinds no day can be worked out.
 *
 * Invariants: the result depends neither on the order of rows nor on that of edits; of a kind nothing is left out in
 * silence: where a day should follow and does not, the kind is among the unknown with what is missing.
 */
import { type DueItem, type DueKind, type DueUnknown, dueGaps, dueKinds } from "../domain/due";
import { disciplineEnd } from "./kinds/discipline-end";
import { expiringPaper } from "./kinds/expiring-paper";
import { graceEnd } from "./kinds/grace-end";
import { partyBadge } from "./kinds/party-badge";
import { retirement, retirementDecision, retirementNotice } from "./kinds/retirement";
import { rotation } from "./kinds/rotation";
import { salaryStep } from "./kinds/salary-step";
import { secondment } from "./kinds/secondment";
import { termEnd } from "./kinds/term-end";
import type { DueContext, DuePerson, DueReader } from "./types";

const readers: Readonly<Record<DueKind, DueReader>> = {
  retirement,
  retirementNotice,
  retirementDecision,
  termEnd,
  secondment,
  rotation,
  grace: graceEnd,
  salaryStep,
  disciplineEnd,
  partyBadge,
  expiringPaper,
};

export interface Due {
  /** By kind, then by day. */
  readonly items: readonly DueItem[];
  /** At most one a kind. */
  readonly unknown: readonly DueUnknown[];
}

/** @param person serves on the day of the context */
export function dueOf(person: DuePerson, context: DueContext, kinds: readonly DueKind[] = dueKinds): Due {
  const items: DueItem[] = [];
  const unknown: DueUnknown[] = [];
  for (const kind of kinds) {
    const found = readers[kind](person, context);
    if (found.items.length > 0) items.push(...found.items.map((item) => ({ kind, ...item })).sort(byDay));
    if (found.missing.length === 0) continue;
    unknown.push({ kind, missing: dueGaps.filter((gap) => found.missing.includes(gap)) });
  }
  return { items, unknown };
}

function byDay(a: DueItem, b: DueItem): number {
  return (
    a.earliest - b.earliest || compare(a.on, b.on) || compare(JSON.stringify(a.why), JSON.stringify(b.why))
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
