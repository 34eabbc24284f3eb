/** Calls about evaluations entered line by line: who is graded for a period, the share of xuất sắc, and one save for all lines. */
import { evaluationGrades, evaluationPeriods, postCategories } from "../../domain/values";
import { isYear } from "../../domain/scalars";
import { people, yardsticks } from "../call";
import { issueSchema } from "../errors";
import { z } from "../zod";
import { idSchema, momentSchema } from "./common";
import { written } from "./proposed";

/** Lines entered at once; more is work for a file. */
export const evaluationLimits = { lines: 5_000, caps: 200, refused: 200 } as const;

const periodSchema = z.object({
  year: z.int().refine(isYear),
  period: z.enum(evaluationPeriods),
});

const sheetSchema = periodSchema.extend({
  moment: momentSchema,
  /** With the units below it; null: everybody who serves. */
  unitId: idSchema.nullable(),
});
export type EvaluationSheet = z.infer<typeof sheetSchema>;

const gradeSchema = z.enum(evaluationGrades).nullable();

/** In tenths. */
const pointsSchema = z.int().nullable();

const lineSchema = z.object({
  id: idSchema,
  fullName: z.string(),
  unitName: z.string(),
  post: z.string(),
  category: z.enum(postCategories).nullable(),
  /** Whether a row for the period is on record, which is edited. */
  recorded: z.boolean(),
  generalPoints: pointsSchema,
  resultPoints: pointsSchema,
  grade: gradeSchema,
});
export type EvaluationLine = z.infer<typeof lineSchema>;

const enteredSchema = lineSchema.pick({ id: true, generalPoints: true, resultPoints: true, grade: true });
export type EvaluationEntered = z.infer<typeof enteredSchema>;

const capSchema = z.object({
  unitId: idSchema,
  unitName: z.string(),
  /** Kind of post whose share it is; null: the unit as a whole. */
  category: z.enum(postCategories).nullable(),
  excellent: z.int(),
  good: z.int(),
  /** Of these nobody knows yet; while there are any, `most` may still grow. */
  ungraded: z.int(),
  /** How many may be graded xuất sắc. */
  most: z.int(),
  percent: z.int(),
  isOver: z.boolean(),
  clause: z.string(),
  verified: z.boolean(),
});
export type EvaluationCap = z.infer<typeof capSchema>;

export const evaluationCalls = {
  /** Who serves on the last day of the period, or on the day of the moment while that is still to come; as lists go. */
  evaluationPage: {
    reads: [...people, ...yardsticks],
    needs: "read",
    args: sheetSchema.extend({ offset: z.int().min(0), limit: z.int().min(1).max(500) }),
    result: z.object({ total: z.int(), version: z.int(), rows: z.array(lineSchema) }),
  },
  /** The shares with what is entered and not saved; those that are passed come first. */
  evaluationCaps: {
    reads: [...people, ...yardsticks],
    needs: "read",
    args: sheetSchema.extend({
      entered: z.array(z.object({ id: idSchema, grade: gradeSchema })).max(evaluationLimits.lines),
    }),
    result: z.object({
      /** False: no text sets a share for such a period. */
      hasRule: z.boolean(),
      over: z.int(),
      total: z.int(),
      rows: z.array(capSchema).max(evaluationLimits.caps),
    }),
  },
  /** Writes one change for all lines that the records take, and names the others. */
  evaluationSave: {
    reads: [],
    needs: "edit",
    args: periodSchema.extend({ entered: z.array(enteredSchema).min(1).max(evaluationLimits.lines) }),
    result: z.object({
      changeId: z.int().nullable(),
      ...written,
      added: z.int(),
      changed: z.int(),
      refusedCount: z.int(),
      /** The first of those that are refused; without issues: no longer on the roster. */
      refused: z
        .array(z.object({ id: idSchema, fullName: z.string(), issues: z.array(issueSchema) }))
        .max(evaluationLimits.refused),
    }),
  },
} as const;
