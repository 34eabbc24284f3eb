/** Calls about what two offices disagree on: open conflicts, likely duplicate people, questions between offices. */
import { entityNames } from "../../domain/entities";
import { people, yardsticks } from "../call";
import { z } from "../zod";
import { written } from "./proposed";
import { textLimits } from "../limits";
import { fieldValueSchema, idSchema, linesSchema, pathSchema, reasonSchema } from "./common";
import { writtenFileSchema } from "./reports";

const duplicatePersonSchema = z.object({
  id: idSchema,
  fullName: z.string(),
  birth: z.string().nullable(),
  sex: z.string().nullable(),
  identityNumber: z.string().nullable(),
  unitName: z.string(),
  postName: z.string(),
  office: z.string(),
});
/** Two records of people as they are looked at to say what becomes of them when they are joined. */
const pairSchema = z.object({
  /** The two ids joined by "+", the smaller first. */
  id: z.string(),
  a: duplicatePersonSchema,
  b: duplicatePersonSchema,
  /** Every field of the person that the two say otherwise, in words; null: says nothing of it. */
  differing: z.array(z.object({ field: z.string(), a: z.string().nullable(), b: z.string().nullable() })),
  /** Rows of the two that say the same, and become one: what they are, and which of them it is, in words. */
  same: z.array(z.object({ entity: z.enum(entityNames), text: z.string() })),
  /**
   * Running posts among which one is to be the main one of the record that results; none where there is nothing to choose.
   * Those of one record stand together, the one by which the person is counted first.
   */
  mainPosts: z.array(z.object({ id: idSchema, of: z.enum(["a", "b", "both"]), text: z.string() })),
});
export type PairData = z.infer<typeof pairSchema>;
export const duplicateSchema = pairSchema.extend({ why: z.enum(["identityNumber", "nameAndBirth"]) });
export type DuplicateData = z.infer<typeof duplicateSchema>;

export const conflictValueSchema = z.object({
  /** Place in the list from 1 on, alike in every office that holds the same. */
  n: z.int(),
  /** What it is called however many values come beside it: the first letters of its operation's hash. */
  id: z.string(),
  /** As a person reads it; null: empty. */
  text: z.string().nullable(),
  /** As stored. */
  value: fieldValueSchema,
  office: z.string(),
  user: z.string(),
  /** ISO instant by the clock of the PC where it was entered. */
  at: z.string(),
  /** That clock ran backwards, or a day ahead of ours. */
  clockSuspect: z.boolean(),
  /** Decision or certificate number in the same record, where one is given: the paper behind the value. */
  paper: z.string().nullable(),
  reason: z.string().nullable(),
  /** Whether this is the value shown until the conflict is settled. */
  shown: z.boolean(),
  /** The office does not own the record. */
  foreign: z.boolean(),
  /** The value is that this person's record (`b`) went up in another one (`a`), which is there; null otherwise. */
  joining: pairSchema.nullable(),
});

export const conflictSchema = z.object({
  /** `<row id>.<field>`. */
  id: z.string(),
  /** `posts`: several posts of a person are marked as the main one; the values are these posts. */
  kind: z.enum(["field", "removed", "posts"]),
  entity: z.enum(entityNames),
  rowId: idSchema,
  /** Person's name, or the row's. */
  label: z.string(),
  officialId: idSchema.nullable(),
  unitName: z.string(),
  /** Field name of the registry; `presence` for removed against changed, `mainPost` for several main posts. */
  field: z.string(),
  /** Which row of the person it is, e.g. "Phó Chủ tịch UBND, từ 2016"; empty for the person's own row. */
  rowLabel: z.string(),
  values: z.array(conflictValueSchema),
  /** A question about it that waits for an answer. */
  asked: z.object({ office: z.string(), at: z.string() }).nullable(),
});
export type ConflictData = z.infer<typeof conflictSchema>;
export type ConflictValue = z.infer<typeof conflictValueSchema>;

/**
 * A value of another office that is not of its field's type, range, format or length: it counts as not written until
 * somebody writes over it.
 */
export const unreadableSchema = z.object({
  entity: z.enum(entityNames),
  rowId: idSchema,
  officialId: idSchema.nullable(),
  /** Person's name, or the row's. */
  label: z.string(),
  /** As in conflicts. */
  rowLabel: z.string(),
  /** Field name of the registry; `presence` for a removal. */
  field: z.string(),
  /** What was written, cleaned and cut short; null: nothing, or no kind of value that is known here. */
  text: z.string().nullable(),
  /** What is shown instead, as a person reads it; null: nothing. */
  shown: z.string().nullable(),
  /** Whether what is shown can be written anew: the row is there, and the field has what it needs. */
  canKeep: z.boolean(),
  office: z.string(),
  user: z.string(),
  /** ISO instant by the clock of the PC where it was written. */
  at: z.string(),
});
export type UnreadableData = z.infer<typeof unreadableSchema>;

/** Two who are kept apart. */
const pairApartSchema = duplicateSchema.extend({
  /** Null where the two do not look alike any more. */
  why: duplicateSchema.shape.why.nullable(),
  /** When somebody said so, an ISO instant by the clock of the PC where it was written; null where the log does not tell. */
  at: z.string().nullable(),
  user: z.string(),
  office: z.string(),
});
export type PairApartData = z.infer<typeof pairApartSchema>;

export const questionSchema = z.object({
  id: idSchema,
  askedBy: z.string(),
  askedAt: z.string(),
  /** Addressed to our own office. */
  toUs: z.boolean(),
  to: z.string(),
  text: z.string(),
  label: z.string(),
  officialId: idSchema.nullable(),
  field: z.string().nullable(),
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
});
export type QuestionData = z.infer<typeof questionSchema>;

const page = { offset: z.int().min(0), limit: z.int().min(1).max(200) };

export const conflictCalls = {
  conflictsPage: {
    reads: [...people, ...yardsticks, "exchange", "log"],
    needs: "read",
    args: z.object({ ...page, officialId: idSchema.nullable() }),
    result: z.object({ total: z.int(), rows: z.array(conflictSchema) }),
  },
  /** Values that cannot be read here, those of one row together. */
  unreadablePage: {
    reads: [...people, ...yardsticks, "exchange", "log"],
    needs: "read",
    args: z.object({
      ...page,
      /** Only values of this person and what belongs to them. */
      officialId: idSchema.nullable().default(null),
    }),
    result: z.object({ total: z.int(), rows: z.array(unreadableSchema) }),
  },
  /** Writes the value that is shown anew, so that what cannot be read beside it is answered. */
  unreadableKeep: {
    reads: [],
    needs: "edit",
    args: z.object({ entity: z.enum(entityNames), rowId: idSchema, field: z.string().max(64) }),
    result: z.object({ changeId: z.int(), ...written }),
  },
  /**
   * Settles by keeping one of the values (`keep`, its id), or by writing another (`value`). Where a record is to go up in
   * another one they are joined as duplicates are, and `take` and `main` are what they are in `duplicateJoin`.
   */
  conflictSettle: {
    reads: [],
    needs: "edit",
    args: z.object({
      id: z.string().max(100),
      keep: z.string().max(64).nullable(),
      value: fieldValueSchema.optional(),
      reason: reasonSchema.nullable(),
      take: z.array(z.string().max(64)).max(100).default([]),
      main: idSchema.nullable().default(null),
    }),
    result: z.object({ changeId: z.int(), ...written }),
  },
  /** Puts a question to the office that entered a value; it goes into the next packet. */
  conflictAsk: {
    reads: [],
    needs: "edit",
    args: z.object({
      id: z.string().max(100),
      n: z.int().min(1),
      text: linesSchema(textLimits.question).pipe(z.string().min(1)),
    }),
    result: z.object({ changeId: z.int(), ...written }),
  },
  /** The list for the printer. */
  conflictsPrint: {
    reads: [],
    needs: "export",
    args: z.object({ folder: pathSchema }),
    result: z.object({ files: z.array(writtenFileSchema), removable: z.boolean() }),
  },
  duplicatesPage: {
    reads: [...people, ...yardsticks, "keptApart", "exchange", "log"],
    needs: "read",
    args: z.object(page),
    result: z.object({ total: z.int(), rows: z.array(duplicateSchema) }),
  },
  /**
   * One record takes in the other: rows of `joined` are shown with `kept` from then on, and what only `joined` says of the
   * person is written there. `take`: fields that both say, of which what `joined` says is to stand; `main`: the post that stays
   * the main one, by default that of `kept`.
   */
  duplicateJoin: {
    reads: [],
    needs: "edit",
    args: z.object({
      kept: idSchema,
      joined: idSchema,
      take: z.array(z.string().max(64)).max(100).default([]),
      main: idSchema.nullable().default(null),
    }),
    result: z.object({ changeId: z.int(), ...written }),
  },
  duplicateKeepApart: {
    reads: [],
    needs: "edit",
    args: z.object({ a: idSchema, b: idSchema }),
    result: z.object({ changeId: z.int(), ...written }),
  },
  /** Pairs that somebody kept apart, the newest first. */
  pairsApartPage: {
    reads: [...people, ...yardsticks, "keptApart", "exchange", "log"],
    needs: "read",
    args: z.object(page),
    result: z.object({ total: z.int(), rows: z.array(pairApartSchema) }),
  },
  /** Takes back that two are kept apart; `why`: by what they look alike, null where they do not any more. */
  duplicateReview: {
    reads: [],
    needs: "edit",
    args: z.object({ a: idSchema, b: idSchema }),
    result: z.object({ changeId: z.int(), why: duplicateSchema.shape.why.nullable(), ...written }),
  },
  questionsList: {
    reads: ["question", "official", "office", "unit", "exchange"],
    needs: "read",
    args: z.object({}),
    result: z.array(questionSchema),
  },
  questionAnswer: {
    reads: [],
    needs: "edit",
    args: z.object({ id: idSchema, answer: linesSchema(textLimits.question).pipe(z.string().min(1)) }),
    result: z.object({ changeId: z.int(), ...written }),
  },
} as const;
