/**
 * Puts a life, a career and schooling together into the rows of one person.
 */
import type { DayNumber } from "./calendar";
import type { NextId } from "./ids";
import { type Home, type Life, officialFields } from "./life";
import { postTraits, type SamplePostKey } from "./posts";
import type { Random } from "./random";
import { assignmentRow, type Stint, type StintStyle } from "./stint";
import { partyPercent, type Schooling, Training, type Wish } from "./training";
import type { SamplePerson } from "./types";

/** What the people of one commune have in common, and the counters that run through them. */
export interface Commune {
  readonly random: Random;
  readonly nextId: NextId;
  readonly home: Home;
  readonly schooling: Schooling;
  readonly style: StintStyle;
}

export interface LaterStudies {
  /** A level of chuyên môn and the day it is granted, after the as-of day. */
  readonly degree?: { readonly level: string; readonly day: DayNumber };
  /** The same of lý luận chính trị. */
  readonly theory?: { readonly level: string; readonly day: DayNumber };
}

export interface PersonPlan {
  /** Number within the commune, from 1. */
  readonly serial: number;
  readonly post: SamplePostKey;
  readonly life: Life;
  readonly stints: readonly Stint[];
  /** First day in any post of cán bộ or công chức. */
  readonly recruited: DayNumber;
  readonly professional: Wish;
  readonly politicalTheory: Wish;
  readonly later: LaterStudies;
}

/** The rows of one person; assignments oldest first. */
export function samplePerson(commune: Commune, plan: PersonPlan): SamplePerson {
  const { random, nextId, schooling, style } = commune;
  const traits = postTraits[plan.post];
  const id = nextId();
  const party = partyPercent(traits);
  const fields = officialFields(
    random,
    plan.life,
    commune.home,
    plan.serial,
    plan.recruited,
    schooling.asOf,
    party,
  );
  const assignments = plan.stints.map((stint) => assignmentRow(random, nextId, id, stint, style));
  const training = new Training(random, nextId, id, plan.life, schooling);
  training.addProfessional(plan.professional, traits.work);
  training.addPolitical(plan.politicalTheory);
  training.addExtras();
  const { degree, theory } = plan.later;
  if (degree !== undefined) training.addLaterDegree(degree.level, traits.work, degree.day);
  if (theory !== undefined) training.addLaterTheory(theory.level, theory.day);
  return { id, fields, assignments, qualifications: training.rows, further: [] };
}
