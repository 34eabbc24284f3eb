/**
 * What follows from a session for those whose step is due: who they are when somebody names them, and "đã nâng": the new row
 * of pay from the day on which it was due, for all of them as one change and so one undo.
 */
import { appError } from "../../shared/contract/errors";
import { mostRaised } from "../../shared/contract/schemas/salary";
import type { Written } from "../../shared/contract/schemas/proposed";
import type { FieldValue } from "../../shared/domain/entities";
import { isoToPacked } from "../../shared/domain/partial-date";
import { type SalaryStanding, sessionPlace } from "../../shared/due/salary-standing";
import type { Edit } from "../roster/change-log";
import { officialRecord } from "../roster/read/officials";
import type { DueQuestion } from "./due";
import type { Environment } from "./environment";
import type { OpenRoster } from "./open-roster";
import { plannedSave } from "./records";
import { SalarySession, type SessionLine } from "./salary-session";

export interface DueStep extends SessionLine {
  readonly standing: Extract<SalaryStanding, { kind: "next" }>;
}

/**
 * Those of a session whose step is due, in its order.
 * @param ids of people whose step is due in it or was due before; null: everybody whose step falls in it
 * @throws AppError step-not-due for somebody whose is not; row-unknown; edit-too-large
 */
export async function chosenLines(
  session: SalarySession,
  ids: readonly string[] | null,
): Promise<readonly DueStep[]> {
  const found = ids === null ? await session.people("due") : await session.peopleOf(ids);
  if (found.length > mostRaised) throw appError("edit-too-large", { rows: found.length, most: mostRaised });
  const [from, to] = [isoToPacked(session.asked.from), isoToPacked(session.asked.to)];
  const lines = [...session.lines(found)];
  return lines.map((line) => {
    const { standing } = line;
    const { name } = line.person;
    if (standing.kind !== "next") throw appError("step-not-due", { name, why: standing.kind });
    if (sessionPlace(standing, from, to) === "later") throw appError("step-not-due", { name, why: "later" });
    return { ...line, standing };
  });
}

/** What an office writes of the decision; null where it is not written down. */
export interface RaiseDecision {
  readonly number: string | null;
  /** ISO, as precise as it is known. */
  readonly date: string | null;
  readonly signer: string | null;
}

export interface Raised extends Written {
  readonly changeId: number | null;
  readonly people: number;
}

/**
 * Writes the next step of people as their pay from the day on which it was due.
 * @throws AppError nobody-due; as `chosenLines`; validation, roster-readonly
 */
export async function raiseSteps(
  roster: OpenRoster,
  environment: Environment,
  asked: DueQuestion,
  ids: readonly string[] | null,
  decision: RaiseDecision,
): Promise<Raised> {
  const lines = await chosenLines(await SalarySession.of(roster, asked), ids);
  if (lines.length === 0) throw appError("nobody-due", { from: asked.from, to: asked.to });
  const edits: Edit[] = [];
  for (const [place, line] of lines.entries()) {
    const save = {
      action: "edit" as const,
      reason: null,
      officialId: line.person.id,
      official: null,
      rows: [
        {
          entity: "salary" as const,
          id: environment.newId(),
          isNew: true,
          fields: nextRow(roster, line, decision),
        },
      ],
      removed: [],
    };
    edits.push(...plannedSave(roster, environment, save).edits);
    if (place % 50 === 49) await environment.pause();
  }
  const { changeId, proposed } = roster.write({ action: "salaryRaise", reason: null, edits });
  return { changeId, proposed, people: lines.length };
}

function nextRow(roster: OpenRoster, line: DueStep, decision: RaiseDecision): Record<string, FieldValue> {
  const { now, next } = line.standing;
  const rows = officialRecord(roster.db, line.person.id)?.rows.salary ?? [];
  const paidBy = rows.find(({ fields }) => fields["from"] === now.from && fields["grade"] === now.grade);
  return {
    from: next.on,
    kind: next.kind,
    grade: now.grade,
    step: next.step,
    coefficient: next.coefficient,
    ...(next.kind === "overTop" ? { overPercent: next.percent, overFrom: next.on } : {}),
    // Since when somebody is in the grade does not change with a step.
    gradeFrom: paidBy?.fields["gradeFrom"] ?? null,
    decisionNumber: decision.number,
    decisionDate: decision.date,
    signer: decision.signer,
  };
}
