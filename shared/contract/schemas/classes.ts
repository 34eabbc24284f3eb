/** Calls about classes of training: the list with its two totals, one class with its learners and teachers, and what is entered. */
import { trainingKinds } from "../../domain/values";
import { issueSchema } from "../errors";
import { z } from "../zod";
import { fieldsSchema, idSchema, knownOnSchema, momentSchema, searchSchema } from "./common";
import { listOrderSchema, officialFilterSchema, rangesSchema } from "./officials";
import { written } from "./proposed";

const listedSchema = z.object({
  moment: momentSchema,
  /** Years in which a class runs, both included; null: open. */
  from: z.int().min(1900).max(2200).nullable(),
  to: z.int().min(1900).max(2200).nullable(),
  kinds: z.array(z.enum(trainingKinds)).max(trainingKinds.length),
  query: searchSchema,
});

const issuesSchema = z.array(issueSchema);

const countSchema = z.object({
  classes: z.int(),
  turns: z.int(),
  /** Of the turns, those of learners who are not on this roster. */
  elsewhere: z.int(),
  people: z.int(),
});

const classRowSchema = z.object({
  id: idSchema,
  name: z.string(),
  kind: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  provider: z.string().nullable(),
  seats: z.int().nullable(),
  turns: z.int(),
  elsewhere: z.int(),
  people: z.int(),
});
export type ClassRow = z.infer<typeof classRowSchema>;

const learnerSchema = z.object({
  /** Of the learner's row. */
  id: idSchema,
  person: z.object({
    id: idSchema,
    name: z.string(),
    birth: z.string().nullable(),
    unitName: z.string().nullable(),
    post: z.string().nullable(),
  }),
  attendance: z.int().nullable(),
  result: z.string().nullable(),
  grade: z.string().nullable(),
  certificate: z.string().nullable(),
  certificateDate: z.string().nullable(),
});
export type LearnerRow = z.infer<typeof learnerSchema>;

/** People of a list by the places of their lines. */
const pickedSchema = z.object({
  classId: idSchema,
  filter: officialFilterSchema,
  order: listOrderSchema,
  ranges: rangesSchema,
});

const enrolPreviewSchema = z.object({
  /** People who were picked, those who would be enrolled, and those who are in the class already. */
  picked: z.int(),
  enrolled: z.int(),
  already: z.int(),
  seats: z.int().nullable(),
  /** Seats that would be left; null where there is no end to them. */
  left: z.int().nullable(),
  /** People who cannot be enrolled, a few of them with what stands against it. */
  refused: z.int(),
  rows: z.array(z.object({ id: idSchema, name: z.string(), issues: issuesSchema })),
});
export type EnrolPreview = z.infer<typeof enrolPreviewSchema>;

const page = { offset: z.int().min(0), limit: z.int().min(1).max(500) };
const lists = ["trainingClass", "enrolment"] as const;
const learners = ["trainingClass", "enrolment", "official", "assignment", "unit", "post"] as const;

export const classCalls = {
  classesPage: {
    reads: lists,
    needs: "read",
    args: listedSchema.extend(page),
    result: z.object({ total: z.int(), version: z.int(), count: countSchema, rows: z.array(classRowSchema) }),
  },
  /** Null: it is not there. */
  classGet: {
    reads: [...lists, "classTeacher", "official"],
    needs: "read",
    args: z.object({ id: idSchema, knownOn: knownOnSchema }),
    result: z
      .object({
        fields: fieldsSchema,
        /** People with a seat, and learners' rows without a result. */
        seated: z.int(),
        open: z.int(),
        count: countSchema,
        teachers: z.array(
          z.object({ id: idSchema, fields: fieldsSchema, officialName: z.string().nullable() }),
        ),
      })
      .nullable(),
  },
  learnersPage: {
    reads: learners,
    needs: "read",
    args: z.object({ classId: idSchema, moment: momentSchema, ...page }),
    result: z.object({ total: z.int(), version: z.int(), rows: z.array(learnerSchema) }),
  },
  classSave: {
    reads: [],
    needs: "edit",
    args: z.object({
      entity: z.enum(["trainingClass", "classTeacher"]),
      id: idSchema,
      isNew: z.boolean(),
      fields: fieldsSchema,
    }),
    result: z.object({ changeId: z.int().nullable(), ...written, warnings: issuesSchema }),
  },
  /** Takes off a class that nobody is in, with its teachers; or a teacher. */
  classRemove: {
    reads: [],
    needs: "edit",
    args: z.object({ entity: z.enum(["trainingClass", "classTeacher"]), id: idSchema }),
    result: z.object({ changeId: z.int().nullable(), ...written }),
  },
  enrolPreview: { reads: learners, needs: "read", args: pickedSchema, result: enrolPreviewSchema },
  /** All who can be enrolled, as one change. */
  enrolSave: {
    reads: [],
    needs: "edit",
    args: pickedSchema,
    result: z.object({ changeId: z.int().nullable(), ...written, preview: enrolPreviewSchema }),
  },
  /** The same values for some learners as one change; `ids` null: for all of the class who have no result yet. */
  learnersSave: {
    reads: [],
    needs: "edit",
    args: z.object({ classId: idSchema, ids: z.array(idSchema).max(5_000).nullable(), fields: fieldsSchema }),
    result: z.object({ changeId: z.int().nullable(), ...written, learners: z.int(), warnings: issuesSchema }),
  },
  learnersRemove: {
    reads: [],
    needs: "edit",
    args: z.object({ ids: z.array(idSchema).min(1).max(5_000) }),
    result: z.object({ changeId: z.int().nullable(), ...written }),
  },
} as const;
