/** Keeps a plan in the roster, and takes it off: the plan, and in the file of everybody who is in it what they are sent for. */
import { appError } from "../../../shared/contract/errors";
import type { TrainingPlanAnswer } from "../../../shared/contract/schemas/training-plan";
import type { Written } from "../../../shared/contract/schemas/proposed";
import type { Edit } from "../../roster/edit/edits";
import { allRows, rowFields } from "../../roster/read/rows";
import type { OpenRoster } from "../open-roster";

/** Who takes which classes, in their order. */
export interface KeptAssignment {
  readonly person: string;
  readonly classes: readonly string[];
  readonly unclear: boolean;
}

export interface PlanToKeep {
  readonly name: string;
  readonly answer: Pick<
    TrainingPlanAnswer,
    "standard" | "percent" | "by" | "eachUnit" | "seats" | "months" | "budget" | "classes"
  >;
  readonly assignments: readonly KeptAssignment[];
  readonly unitId: string | null;
  /** ISO day. */
  readonly made: string;
}

/** @returns id of the plan and of the change @throws AppError roster-readonly, busy, validation */
export async function keepPlan(
  roster: OpenRoster,
  plan: PlanToKeep,
): Promise<{ id: string; changeId: number | null } & Written> {
  const id = roster.newId();
  const { pause } = roster.surroundings;
  const { changeId, proposed } = await roster.writeInSlices(
    { action: "trainingPlan", reason: null, edits: editsOf(roster, id, plan) },
    pause,
  );
  return { id, changeId, proposed };
}

/**
 * Takes a plan off the roster with everybody's part in it, as one change.
 * @throws AppError row-unknown, roster-readonly, busy
 */
export async function removePlan(
  roster: OpenRoster,
  id: string,
  reason: string | null,
): Promise<{ changeId: number | null } & Written> {
  const { db, surroundings } = roster;
  if (rowFields(db, "trainingPlan", id) === null) throw appError("row-unknown", { id });
  const entries = allRows(db, "planEntry").filter(({ fields }) => fields["plan"] === id);
  function* edits(): Generator<Edit> {
    const why = reason ?? "removed";
    for (const entry of entries) yield { kind: "remove", entity: "planEntry", id: entry.id, reason: why };
    yield { kind: "remove", entity: "trainingPlan", id, reason: why };
  }
  const { changeId, proposed } = await roster.writeInSlices(
    { action: "catalog", reason, edits: edits() },
    surroundings.pause,
  );
  return { changeId, proposed };
}

function* editsOf(
  roster: OpenRoster,
  id: string,
  { name, answer, assignments, unitId, made }: PlanToKeep,
): Generator<Edit> {
  const { standard, percent, by, eachUnit, seats, months, budget } = answer;
  yield {
    kind: "create",
    entity: "trainingPlan",
    id,
    fields: { name, standard, target: percent, day: by, unit: unitId, eachUnit, seats, months, budget, made },
  };
  const classes = new Map(answer.classes.map((one) => [one.id, one]));
  for (const { person, classes: taken, unclear } of assignments) {
    for (const [place, classId] of taken.entries()) {
      const one = classes.get(classId);
      if (one === undefined) throw new Error(`The plan has no class ${classId}`);
      const { classId: course, kind, level, majors, cost } = one;
      yield {
        kind: "create",
        entity: "planEntry",
        id: roster.newId(),
        fields: {
          official: person,
          plan: id,
          order: place + 1,
          trainingClass: course,
          kind,
          level,
          major: majors.length === 0 ? null : majors.join("; "),
          cost: cost === 0 ? null : cost,
          unclear: unclear ? true : null,
        },
      };
    }
  }
}
