/**
 * Shapes that several calls of the contract share: ids, days, statuses, filters.
 * Everything that reaches the main process is parsed by these, so a limit missing here is missing everywhere.
 */
import { parsePartialDate } from "../../domain/partial-date";
import {
  noteMarks,
  officialCategories,
  postCategories,
  standards,
  standardsAndAll,
} from "../../domain/values";
import { cleanText } from "../../text/clean";
import { longestValue, textLimits } from "../limits";
import { z } from "../zod";

/** Lower-case UUID text. */
export const idSchema = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);

/** One line that somebody typed: cleaned first, so that the limit counts what would be stored. */
export function lineSchema(max: number) {
  return z
    .string()
    .transform((text) => cleanText(text))
    .pipe(z.string().max(max));
}

/** A text of several lines, as lineSchema. */
export function linesSchema(max: number) {
  return z
    .string()
    .transform((text) => cleanText(text, { lines: true }))
    .pipe(z.string().max(max));
}

/** What is searched for. Nobody searches for so much, but what is pasted is looked for and not refused. */
export const searchSchema = lineSchema(100_000);

/** Why something is done, as the log keeps it. */
export const reasonSchema = lineSchema(textLimits.reason);

/** A full calendar day, `YYYY-MM-DD`. */
export const daySchema = z
  .string()
  .length(10)
  .refine((text) => parsePartialDate(text) !== null, { message: "date-impossible" });

/**
 * When a question is about: the day that is looked at, by what was known at the end of another one. Without `knownOn`:
 * by all that is known now.
 */
export const momentSchema = z.object({ on: daySchema, knownOn: daySchema.optional() });
export type Moment = z.infer<typeof momentSchema>;

/** For questions that look at no day of their own. Null: by all that is known now. */
export const knownOnSchema = daySchema.nullable();

/** No system has a file whose name holds the sign that ends one. */
export const pathSchema = z
  .string()
  .min(1)
  .max(4096)
  .regex(/^[^\0]*$/);

export const statusSchema = z.enum(["met", "notMet", "unknown", "grace", "notApplicable"]);
export type StatusName = z.infer<typeof statusSchema>;
/** Several statuses of one question, any of which will do. */
export const statusesSchema = z.array(statusSchema).min(1).max(statusSchema.options.length);

export const standardSchema = z.enum(standards);
export const standardOrAllSchema = z.enum(standardsAndAll);

/** The kinds of post by which people are counted: cán bộ and công chức unless others are asked for. */
export const kindsSchema = z.array(z.enum(postCategories)).min(1).max(postCategories.length);
export const countedKindsSchema = kindsSchema.default([...officialCategories]);

export const noteMarkSchema = z.enum(noteMarks);

/** Text, whole number, boolean or nothing. */
export const fieldValueSchema = z.union([z.string().max(longestValue), z.int(), z.boolean(), z.null()]);

/** Field name to value, as one row's edit carries it. */
export const fieldsSchema = z.record(z.string().max(40), fieldValueSchema);

/** Five counts that sum to the number of people counted. */
export const standardCountsSchema = z.object({
  met: z.int(),
  notMet: z.int(),
  unknown: z.int(),
  grace: z.int(),
  notApplicable: z.int(),
});

/** How one person stands under one standard on the as-of day. */
export const findingSchema = z.object({
  standard: standardSchema,
  status: statusSchema,
  /** Level key that the rule asks for; null where no level is required or no rule applies. */
  required: z.string().nullable(),
  /** Fields of study of which a paper must be, as the rule writes them; none: of any. */
  majors: z.array(z.string()),
  /** Highest level that counted as held; null without a record. */
  actual: z.string().nullable(),
  setName: z.string().nullable(),
  clause: z.string().nullable(),
  /** False: the set or its rule was not compared with the text of the law yet ("chưa đối chiếu văn bản"); null: no rule. */
  verified: z.boolean().nullable(),
  graceUntil: daySchema.nullable(),
  /** The status holds only if a qualification without a date was held on the day. */
  assumed: z.boolean(),
  evidence: z.array(
    z.object({
      qualificationId: z.string(),
      level: z.string(),
      /** Field of study as written. */
      major: z.string().nullable(),
      granted: z.string().nullable(),
      equivalent: z.boolean(),
      /** Counted as held although it has no date. */
      assumed: z.boolean(),
    }),
  ),
  /** Reasons as keys of the `missing` namespace. */
  missing: z.array(z.string()),
  /** Where something is missing: what imports said of it and nobody has matched yet, as it was written. */
  keptTexts: z.array(z.string()),
});
export type FindingData = z.infer<typeof findingSchema>;
