/** What a training plan says: how near the target comes, who takes which class, and why others are in none. */
import { qualificationKinds } from "../../domain/levels";
import { planReasons, studyRuleKeys } from "../../domain/training-plan";
import { standards } from "../../domain/values";
import { z } from "../zod";
import { daySchema, idSchema } from "./common";

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

export const trainingPlanSchema = z.object({
  version: z.int(),
  standard: z.enum(standards),
  percent: z.int(),
  by: daySchema,
  eachUnit: z.boolean(),
  seats: z.int().nullable(),
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
