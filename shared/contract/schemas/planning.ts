/** Calls about quy hoạch: a term's counts, its nominees page by page, and the way to each key post. */
import { nomineeStatuses } from "../../domain/nominee";
import { people, yardsticks } from "../call";
import { z } from "../zod";
import { daySchema, findingSchema, idSchema, momentSchema, standardSchema } from "./common";

const statusSchema = z.enum(nomineeStatuses);

const askedSchema = z.object({
  moment: momentSchema,
  /** Null: the one that the day lies in. */
  term: z.string().max(9).nullable(),
  /** Only titles in this unit or below it. */
  unitId: idSchema.nullable(),
});
const pageSchema = { offset: z.int().min(0), limit: z.int().min(1).max(500) };

const personSchema = z.object({
  id: idSchema,
  name: z.string(),
  birth: z.string().nullable(),
  unitId: idSchema.nullable(),
  unitCode: z.string().nullable(),
  unitName: z.string().nullable(),
  post: z.string().nullable(),
});

const standing = {
  person: personSchema,
  status: statusSchema,
  findings: z.array(findingSchema),
  retires: daySchema.nullable(),
  wholeTerm: z.enum(["yes", "no", "unclear"]),
  barredUntil: daySchema.nullable(),
  /** As precise as it is known. */
  until: z.string().nullable(),
};
const standingSchema = z.object(standing);
export type NomineeStandingData = z.infer<typeof standingSchema>;

/** The next class of which a pass proves what somebody lacks; null: none is on record. */
const nextClassSchema = z.object({
  standard: standardSchema,
  course: z.object({ id: idSchema, name: z.string(), from: daySchema }).nullable(),
});
export type NextClass = z.infer<typeof nextClassSchema>;

const candidateSchema = standingSchema.extend({ classes: z.array(nextClassSchema) });
export type CandidateData = z.infer<typeof candidateSchema>;

const title = { title: z.string(), unitCode: z.string().nullable(), unitName: z.string().nullable() };

const nomineeSchema = z.object({ id: idSchema, term: z.string(), ...title, ...standing });
export type NomineeData = z.infer<typeof nomineeSchema>;

const postLineSchema = z.object({
  ...title,
  holders: z.array(
    z.object({ person: personSchema, retires: daySchema.nullable(), termUntil: z.string().nullable() }),
  ),
  candidates: z.array(candidateSchema),
});
export type PostLineData = z.infer<typeof postLineSchema>;

const reads = [...people, ...yardsticks, "office"] as const;

export const planningCalls = {
  /** `turns` counts somebody once a title, `people` once. */
  nominationCounts: {
    reads,
    needs: "read",
    args: askedSchema,
    result: z.object({
      version: z.int(),
      terms: z.array(z.string()),
      term: z.string().nullable(),
      turns: z.int(),
      people: z.int(),
      statuses: z.record(statusSchema, z.int()),
    }),
  },
  /** By unit, title, standing and name. */
  nominationPage: {
    reads,
    needs: "read",
    args: askedSchema.extend({ status: statusSchema.nullable(), ...pageSchema }),
    result: z.object({ total: z.int(), version: z.int(), rows: z.array(nomineeSchema) }),
  },
  /** Key posts by unit and place. */
  nominationPostsPage: {
    reads,
    needs: "read",
    args: askedSchema.extend(pageSchema),
    result: z.object({ total: z.int(), version: z.int(), rows: z.array(postLineSchema) }),
  },
} as const;
