/** What a training plan says: how near the target comes, who takes which class, and why others are in none. */
import { qualificationKinds } from "../../domain/levels";
import { planFaults, planReasons, studyRuleKeys } from "../../domain/training-plan";
import { mostStudyMonths, standards } from "../../domain/values";
import { z } from "../zod";
import { people, yardsticks } from "../call";
import { daySchema, idSchema, lineSchema, momentSchema } from "./common";
import { written } from "./proposed";

const personSchema = z.object({
  id: idSchema,
  name: z.string(),
  birth: z.string().nullable(),
  unitId: idSchema.nullable(),
  unitCode: z.string().nullable(),
  unitName: z.string().nullable(),
  post: z.string().nullable(),
});
export type PlanPerson = z.infer<typeof personSchema>;

const reachSchema = z.object({
  /** Null: all together. */
  unitId: idSchema.nullable(),
  unitCode: z.string().nullable(),
  unitName: z.string().nullable(),
  /** People whom the standard asks on the day, retired ones left out; and how many meet it as things stand. */
  whole: z.int(),
  met: z.int(),
  /** How many are to meet it, and how many will. */
  wanted: z.int(),
  reached: z.int(),
});

const classSchema = z.object({
  id: z.string(),
  /** The class on record; null of one that is only thought of. */
  classId: idSchema.nullable(),
  name: z.string().nullable(),
  kind: z.enum(qualificationKinds),
  level: z.string(),
  /** Fields of study of what a pass proves; none: of any. */
  majors: z.array(z.string()),
  from: daySchema.nullable(),
  to: daySchema.nullable(),
  /** Places that are left; null: as many as are needed. */
  seats: z.int().nullable(),
  /** Of one learner, in đồng. */
  cost: z.int(),
  /** How many the plan sends there. */
  taken: z.int(),
});
export type PlanClass = z.infer<typeof classSchema>;

const assignmentSchema = z.object({
  person: personSchema,
  /** Ids of classes, in the order in which they are taken. */
  classes: z.array(z.string()),
  /** It is not known whether they lack it: the record is to be looked through first. */
  unclear: z.boolean(),
  cost: z.int(),
});

const trainingPlanSchema = z.object({
  version: z.int(),
  standard: z.enum(standards),
  percent: z.int(),
  by: daySchema,
  eachUnit: z.boolean(),
  seats: z.int().nullable(),
  /** How long a supposed class takes, in whole months. */
  months: z.int().nullable(),
  budget: z.int().nullable(),
  reached: z.boolean(),
  total: reachSchema,
  units: z.array(reachSchema),
  turns: z.int(),
  cost: z.int(),
  /** People who lack it and could be sent, and need not be for the target. */
  spare: z.int(),
  /** People of whom no rule asks it on the day. */
  unasked: z.int(),
  /** The classes are only thought of: the roster has none that help. */
  thoughtOf: z.boolean(),
  /** Classes on record that would prove a level and lack their first or last day: none of them is in the plan. */
  undated: z.int(),
  classes: z.array(classSchema),
  assignments: z.array(assignmentSchema),
  cannot: z.array(
    z.object({ person: personSchema, reason: z.enum(planReasons), rule: z.enum(studyRuleKeys).nullable() }),
  ),
  /** By which rules people are judged on the day. */
  basis: z.array(
    z.object({ setName: z.string(), clause: z.string(), verified: z.boolean(), people: z.int() }),
  ),
  /** Texts on who may study what; of those that were not compared with their text this is said. */
  studyRules: z.array(z.object({ key: z.enum(studyRuleKeys), source: z.string(), verified: z.boolean() })),
});
export type TrainingPlanAnswer = z.infer<typeof trainingPlanSchema>;

/** Names a plan that the main process holds while somebody works on it. */
const planId = z.object({ id: z.string().max(60) });

const summarySchema = planId.extend({
  plan: trainingPlanSchema.omit({ assignments: true, cannot: true, units: true }),
  /** Where each unit is to reach the target: those that do not, the farthest first, some of them; and how many there are. */
  short: z.object({ count: z.int(), units: z.array(reachSchema) }),
  /** People who are sent, and who lack it and are not. */
  sent: z.int(),
  left: z.int(),
  /** What a plan that was changed by hand breaks. */
  faults: z.array(
    z.object({ fault: z.enum(planFaults), person: z.string().nullable(), classId: z.string().nullable() }),
  ),
});
export type PlanSummary = z.infer<typeof summarySchema>;

const pageSchema = planId.extend({ offset: z.int().min(0), limit: z.int().min(1).max(500) });

const leftSchema = z.object({
  person: personSchema,
  /** Null: not needed for the target, or taken out by hand. */
  reason: z.enum(planReasons).nullable(),
  rule: z.enum(studyRuleKeys).nullable(),
});
export type PlanLeft = z.infer<typeof leftSchema>;

const keptPlanSchema = z.object({
  id: idSchema,
  name: z.string(),
  standard: z.string(),
  target: z.int(),
  day: z.string(),
  made: z.string().nullable(),
  unitName: z.string().nullable(),
  people: z.int(),
  turns: z.int(),
});
export type KeptPlan = z.infer<typeof keptPlanSchema>;

export const trainingPlanCalls = {
  /** Makes a plan, which is then held for the calls below until the next one is made. */
  planSolve: {
    reads: [],
    needs: "read",
    args: z.object({
      moment: momentSchema,
      standard: z.enum(standards),
      percent: z.int().min(1).max(100),
      by: daySchema,
      unitId: idSchema.nullable(),
      eachUnit: z.boolean(),
      seats: z.int().min(0).max(1_000_000).nullable(),
      months: z.int().min(1).max(mostStudyMonths).nullable(),
      cost: z.int().min(0).max(1_000_000_000_000),
      budget: z.int().min(0).max(1_000_000_000_000_000).nullable(),
    }),
    result: summarySchema,
  },
  planSent: {
    reads: [],
    needs: "read",
    args: pageSchema,
    result: z.object({ total: z.int(), version: z.int(), rows: z.array(assignmentSchema) }),
  },
  planLeft: {
    reads: [],
    needs: "read",
    args: pageSchema,
    result: z.object({ total: z.int(), version: z.int(), rows: z.array(leftSchema) }),
  },
  /** Puts somebody into a class, or takes them out where no class is named; the plan is looked over again. */
  planChange: {
    reads: [],
    needs: "read",
    args: planId.extend({ person: idSchema, classId: z.string().max(500).nullable() }),
    result: summarySchema,
  },
  planKeep: {
    reads: [],
    needs: "edit",
    args: planId.extend({ name: lineSchema(200).pipe(z.string().min(1)) }),
    result: z.object({ id: idSchema, changeId: z.int().nullable(), ...written }),
  },
  /** Takes a kept plan off the roster with everybody's part in it. */
  planRemove: {
    reads: [],
    needs: "edit",
    args: z.object({ id: idSchema }),
    result: z.object({ changeId: z.int().nullable(), ...written }),
  },
  /** Plans that were kept, the newest first. */
  planList: {
    reads: [...people, ...yardsticks],
    needs: "read",
    args: z.object({}),
    result: z.object({ plans: z.array(keptPlanSchema) }),
  },
  /** How many people two kept plans share, and how many only one of them has. */
  planCompare: {
    reads: [...people, ...yardsticks],
    needs: "read",
    args: z.object({ one: idSchema, other: idSchema }),
    result: z.object({ both: z.int(), onlyOne: z.int(), onlyOther: z.int() }),
  },
} as const;
