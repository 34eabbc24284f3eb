/**
 * Calls about what imports left: texts that wait to be matched, once for everybody who has one, and the one list of all
 * that is left to do.
 */
import { people } from "../call";
import { z } from "../zod";
import { idSchema } from "./common";
import { written } from "./proposed";
import { writtenFileSchema } from "./reports";

export const answerTextSchema = z.string().max(4000);

const keptPersonSchema = z.object({ id: idSchema, fullName: z.string() });

const importLeftoverSchema = z.object({
  /** File, sheet and row. */
  where: z.string(),
  /** Heading of the column; "" for a whole line. */
  column: z.string(),
  text: z.string(),
  /** Whose it is; null for a line that is nobody's on record. */
  person: keptPersonSchema.nullable(),
  /** What to do, in words. */
  todo: z.string(),
});
export type ImportLeftover = z.infer<typeof importLeftoverSchema>;

export const keptCalls = {
  /** How many texts wait to be matched, each with its person. */
  keptCount: {
    reads: [...people],
    needs: "read",
    args: z.object({}),
    result: z.object({
      texts: z.int(),
      /** Texts that nobody matched and that are settled by what is on record by now. */
      settled: z.int(),
      /** Lines that the last import did not take. */
      lines: z.int(),
    }),
  },
  /** Everything that imports left to do, place by place: lines of the last one that were not taken, then kept texts. */
  importLeftovers: {
    reads: [...people, "log"],
    needs: "read",
    args: z.object({ offset: z.int().min(0), limit: z.int().min(1).max(200) }),
    result: z.object({ total: z.int(), rows: z.array(importLeftoverSchema) }),
  },
  /** Puts all of it on the clipboard as a table. */
  importLeftoversCopy: {
    reads: [],
    needs: "export",
    args: z.object({}),
    result: z.object({ rows: z.int() }),
  },
  /**
   * Writes it as a workbook or as separated text where somebody says in the system's dialog: all of it, or what the last
   * import did not take as it stood, with the reason of each cell. Null where the dialog was closed.
   */
  importLeftoversSave: {
    reads: [],
    needs: "export",
    args: z.object({ of: z.enum(["all", "last"]) }),
    result: writtenFileSchema.nullable(),
  },
  /**
   * Texts that wait to be matched, each once with whose it is; those of a column of the workbook that was meant for no item
   * all together. What most people have comes first.
   */
  keptTexts: {
    reads: [...people],
    needs: "read",
    args: z.object({
      /** Only what this person has; null: everybody. */
      officialId: idSchema.nullish(),
      /** Those that are settled by what is on record, in place of those that wait. */
      settled: z.boolean().nullish(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(200),
    }),
    result: z.object({
      total: z.int(),
      rows: z.array(
        z.object({
          heading: z.string(),
          /** Null: every text of the column. */
          text: z.string().nullable(),
          /** Key of the column of people that it was meant for; null where the heading said nothing. */
          column: z.string().nullable(),
          label: z.string().nullable(),
          /** People who have it. */
          count: z.int(),
          /** The first of them. */
          people: z.array(keptPersonSchema),
          /** Of a whole column: the first of its texts, each with the first of whom it is. */
          texts: z.array(z.object({ text: z.string(), count: z.int(), person: keptPersonSchema })),
          textCount: z.int(),
          choices: z.array(z.object({ value: z.string(), label: z.string() })),
          /** What it can be read as today, to be agreed to; null where nobody knows. */
          offered: z.string().nullable(),
          /** The text of the same line without which nothing of it can be written; null: none holds it up. */
          waitsFor: z.object({ heading: z.string(), text: z.string() }).nullable(),
        }),
      ),
    }),
  },
  /** Takes texts away that are settled by what is on record: one person's, or everybody's. */
  keptDropSettled: {
    reads: [],
    needs: "edit",
    args: z.object({ officialId: idSchema.nullish() }),
    result: z.object({ changeId: z.int().nullable(), texts: z.int(), ...written }),
  },
  /**
   * Says what a text means, once for all: writes it for everybody whose record has it and takes the text away there.
   * `answer` null: it means nothing, and the texts are taken away. Of a whole column any other answer says: as written.
   */
  keptMatch: {
    reads: [],
    needs: "edit",
    args: z.object({
      heading: z.string().max(200),
      /** Null: all texts under the heading that were meant for no item, each read as it stands. */
      text: z.string().max(4000).nullable(),
      /** The column of people it is a value of. */
      column: z.string().max(160),
      answer: answerTextSchema.nullable(),
    }),
    result: z.object({
      changeId: z.int().nullable(),
      people: z.int(),
      left: z.int(),
      /** Of the first of those who are left why it could not be written, in words. */
      why: z.array(z.object({ person: keptPersonSchema, reason: z.string() })),
      ...written,
    }),
  },
} as const;
