/** Calls about sessions for steps of pay: their lists, their papers, and "đã nâng". */
import { dueGaps, payMismatches } from "../../domain/due";
import { entities } from "../../domain/entities";
import { maxLengthOf } from "../../domain/text-fields";
import { disciplineForms } from "../../domain/values";
import { people, yardsticks } from "../call";
import { z } from "../zod";
import { daySchema, idSchema, momentSchema, pathSchema } from "./common";
import { rangesSchema } from "./officials";
import { written } from "./proposed";

export const salaryLists = ["due", "overdue", "unknown", "mismatch"] as const;
export type SalaryList = (typeof salaryLists)[number];

/** People of one session at most. */
export const mostRaised = 5_000;

/** The days of the session, both included. */
const sessionSchema = z.object({
  moment: momentSchema,
  from: daySchema,
  to: daySchema,
  unitId: idSchema.nullable(),
});

/** A date as precise as it is known. */
const dateSchema = z.string().nullable();

const lineSchema = z.object({
  kind: z.literal("person"),
  person: z.object({
    id: idSchema,
    name: z.string(),
    birth: dateSchema,
    unitId: idSchema.nullable(),
    unitCode: z.string().nullable(),
    unitName: z.string().nullable(),
    post: z.string().nullable(),
  }),
  /** Coefficients in hundredths; null: no pay on record. */
  now: z
    .object({
      grade: z.string().nullable(),
      step: z.int().nullable(),
      coefficient: z.int().nullable(),
      from: dateSchema,
      percent: z.int().nullable(),
      percentFrom: dateSchema,
    })
    .nullable(),
  next: z
    .object({
      kind: z.enum(["regular", "overTop"]),
      step: z.int(),
      coefficient: z.int(),
      percent: z.int(),
      on: z.string(),
      delayedBy: z.int(),
    })
    .nullable(),
  delays: z.array(
    z.object({
      event: z.union([
        z.object({ cause: z.enum(disciplineForms), on: dateSchema }),
        z.object({ cause: z.literal("notCompleted"), year: z.int() }),
      ]),
      months: z.int(),
      clause: z.string(),
      unverified: z.boolean(),
    }),
  ),
  missing: z.array(z.enum(dueGaps)),
  mismatch: z.object({ problem: z.enum(payMismatches), expected: z.int().nullable() }).nullable(),
});
export type SalaryLineData = z.infer<typeof lineSchema>;

/** A line over the people of a unit. */
const unitLineSchema = z.object({
  kind: z.literal("unit"),
  unitId: idSchema.nullable(),
  name: z.string(),
  count: z.int(),
});

const rowSchema = z.discriminatedUnion("kind", [lineSchema, unitLineSchema]);
export type SalaryRowData = z.infer<typeof rowSchema>;

const chosenSchema = z.array(idSchema).min(1).max(mostRaised);
const reads = [...people, ...yardsticks, "office"] as const;

export const salaryCalls = {
  salaryCounts: {
    reads,
    needs: "read",
    args: sessionSchema,
    result: z.object({ version: z.int(), lists: z.record(z.enum(salaryLists), z.int()) }),
  },
  /** By unit, each under a line of its own, then in the order of a printed list. */
  salaryPage: {
    reads,
    needs: "read",
    args: sessionSchema.extend({
      list: z.enum(salaryLists),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    result: z.object({ total: z.int(), version: z.int(), rows: z.array(rowSchema) }),
  },
  /** Who stands in some lines of `salaryPage`; a line of a unit stands for nobody. */
  salaryChosen: {
    reads: [],
    needs: "read",
    args: sessionSchema.extend({ list: z.enum(salaryLists), ranges: rangesSchema }),
    result: z.object({ ids: z.array(idSchema), first: z.array(lineSchema) }),
  },
  /** Minutes, request and a decision a person, in a new folder. */
  salaryPapersWrite: {
    reads: [],
    needs: "export",
    args: sessionSchema.extend({ people: chosenSchema, folder: pathSchema }),
    result: z.object({ path: pathSchema, files: z.array(z.string()), removable: z.boolean() }),
  },
  /** Writes the next step of people who are due, as one change. */
  salaryRaise: {
    reads: [],
    needs: "edit",
    args: sessionSchema.extend({
      people: chosenSchema,
      number: z.string().max(maxLengthOf(entities.salary.fields.decisionNumber)).nullable(),
      date: dateSchema,
      signer: z.string().max(maxLengthOf(entities.salary.fields.signer)).nullable(),
    }),
    result: z.object({ changeId: z.int().nullable(), people: z.int(), ...written }),
  },
} as const;
