/**
 * Calls of the import of a workbook: opened once, looked at, matched, asked about, previewed page by page, then written as one
 * change or closed. The session lives in the main process; the window holds its id and the pages that are on screen.
 *
 * Rows are numbered from 1 and columns named by letters, as spreadsheet programs show them. What a column is taken for
 * (`role`) and what an answer is called come with their words; the window shows those and sends the texts back.
 */
import { errorDataSchema } from "../errors";
import { z } from "../zod";
import { idSchema, pathSchema } from "./common";
import { answerTextSchema, keptCalls } from "./kept-texts";
import { written } from "./proposed";
import { writtenFileSchema } from "./reports";

/** One session at a time. */
const sessionSchema = idSchema;
const lettersSchema = z.string().regex(/^[A-Z]{1,3}$/);
const roleTextSchema = z.string().min(1).max(400);
const sheetNameSchema = z.string().max(200);

/** What a column holds, as map files hold it (docs/cli.md), and in words. */
const roleSchema = z.object({ role: roleTextSchema, label: z.string() });
export type ImportRole = z.infer<typeof roleSchema>;

const importColumnSchema = roleSchema.extend({
  letters: lettersSchema,
  /** "" where it has none. */
  heading: z.string(),
  /** What it may have been meant to be: near in spelling only. */
  suggestion: roleSchema.nullable(),
  /** Letters of the column in front of it that holds the same already. */
  twiceOf: z.string().nullable(),
  /** People are only ticked in it, where days or names were expected. */
  isTicked: z.boolean(),
  /** The first different values. */
  samples: z.array(z.string()),
});
export type ImportColumn = z.infer<typeof importColumnSchema>;

/** A row that is no person: its reason is a key of `import:leftRow`. */
const leftRowSchema = z.object({ row: z.int(), reason: z.string(), text: z.string() });

const importSheetSchema = z.object({
  name: sheetNameSchema,
  hidden: z.boolean(),
  /** Rows that hold something. */
  rows: z.int(),
  included: z.boolean(),
  /** First and last row of the heading; null where none was found. */
  heading: z.object({ first: z.int(), last: z.int() }).nullable(),
  columns: z.array(importColumnSchema),
  /** Lines of people. */
  lines: z.int(),
  /** The first of the rows that are no people. */
  left: z.array(leftRowSchema),
  leftCount: z.int(),
  /** Its columns are taken as they were in an import before. */
  remembered: z.boolean(),
  /** Why it cannot be imported as it stands; a sentence of `errors`. */
  fault: errorDataSchema.nullable(),
});
export type ImportSheet = z.infer<typeof importSheetSchema>;

const importStateSchema = z.object({
  session: sessionSchema,
  /** Name of the file, or of the pasted block. */
  name: z.string(),
  format: z.string(),
  /** Parts that are not read: keys of `domain:workbook.left`. */
  leftParts: z.array(z.string()),
  sheets: z.array(importSheetSchema),
});
export type ImportState = z.infer<typeof importStateSchema>;

const questionSchema = z.object({
  key: z.string(),
  /** Key of `import:question`. */
  kind: z.string(),
  message: z.string(),
  /** Key of the column of people that it is about, for a picker of its values; null where there is none. */
  column: z.string().nullable(),
  text: z.string().nullable(),
  choices: z.array(z.object({ value: z.string(), label: z.string() })),
  /** Rows that other answers add to the catalog that is asked about. */
  added: z.array(z.object({ value: z.string(), label: z.string() })),
  /** Of a post that was not found: those of the catalog that are near in spelling. */
  near: z.array(z.object({ value: z.string(), label: z.string() })),
  /** Of another post or level than the one on record; null for any other question. See `WhichAsked`. */
  which: z.object({ isDated: z.boolean(), needsDay: z.boolean(), since: z.string().nullable() }).nullable(),
  /** Cells or lines that it settles. */
  count: z.int(),
  samples: z.array(z.string()),
  /** Whose the first sample is; "" where that tells nothing. */
  who: z.string(),
  answer: z.string().nullable(),
  /** Whether an import before answered it so. */
  recalled: z.boolean(),
});
export type ImportQuestion = z.infer<typeof questionSchema>;

const countsSchema = z.object({
  rows: z.int(),
  people: z.int(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  duplicates: z.int(),
  left: z.int(),
  kept: z.int(),
  /** People for whom cells are blank of what is on record: it stays. */
  blank: z.int(),
  /** Cells by what becomes of them; they sum to all that hold something. */
  cells: z.object({ stored: z.int(), unchanged: z.int(), kept: z.int(), listed: z.int() }),
});

/** Questions that are asked by themselves; likely duplicates are looked at in the preview, side by side. */
const questionCountsSchema = z.object({
  asked: z.int(),
  /** Without an answer, and of these: */
  open: z.int(),
  openEncodings: z.int(),
  /** Those for which staying as it is written is an answer. */
  openTexts: z.int(),
  /** Answered as in an import before. */
  recalled: z.int(),
  /** Those about other posts or levels, by the rows that they are about, for one answer to all that are open. */
  whichRows: z.array(
    z.object({
      rows: z.string(),
      /** Key of the column of people. */
      column: z.string(),
      open: z.int(),
      isDated: z.boolean(),
      needsDay: z.boolean(),
    }),
  ),
});

const importPlanSchema = countsSchema.extend({
  /** `cameUp`: open ones that the plan before did not ask. */
  questions: questionCountsSchema.extend({ cameUp: z.int() }),
  /** How likely duplicates were answered: how many one by one, and all others; null: not yet. */
  duplicateAnswers: z.object({
    one: z.int(),
    all: z.string().nullable(),
    choices: z.array(z.string()),
    /** How many of those that are open each choice answers: who is alike to several is answered one by one. */
    reach: z.record(z.string(), z.int()),
    /** Of those that are open: how many are alike to several, and how many to one in whose record another line goes. */
    several: z.int(),
    taken: z.int(),
  }),
  problems: z.int(),
  /** Who is on record and not in a table that the program exported, the first by name; null for tables from elsewhere. */
  missing: z
    .object({ count: z.int(), people: z.array(z.object({ id: idSchema, name: z.string() })) })
    .nullable(),
  /** Cells with text by the code that they were written in. */
  encoding: z.record(z.string(), z.int()),
});
export type ImportPlanData = z.infer<typeof importPlanSchema>;

const importOutcomes = ["added", "changed", "unchanged", "duplicate", "left"] as const;
/** Lists of people in the preview: by what becomes of them, and those of whom cells are blank. */
export const importLists = [...importOutcomes, "blank"] as const;

const valueChangeSchema = z.object({
  /** Heading of the column of people. */
  label: z.string(),
  before: z.string().nullable(),
  after: z.string(),
  /**
   * Of a row that is added where the record has rows of its kind: what stands there of the same field ("" for nothing), and
   * whether that stays as it is. Null: nothing of the kind is on record.
   */
  beside: z.object({ text: z.string(), stays: z.boolean() }).nullable(),
});
export type ImportValueChange = z.infer<typeof valueChangeSchema>;

/** By what people are told apart. */
const tellingApart = ["name", "post", "number", "birth", "unit"] as const;

const importPersonSchema = z.object({
  outcome: z.enum(importOutcomes),
  sheet: sheetNameSchema,
  rows: z.array(z.int()),
  name: z.string(),
  birth: z.string().nullable(),
  /** Of the record on the roster; null for somebody new. */
  officialId: idSchema.nullable(),
  changes: z.array(valueChangeSchema),
  /** Texts that are kept with them, with the reason. */
  kept: z.array(z.object({ heading: z.string(), text: z.string(), why: z.string() })),
  /** What is on record where the table's cells are blank. */
  blanks: z.array(z.object({ label: z.string(), text: z.string() })),
  warnings: z.array(z.string()),
  /** Of a likely duplicate: what is alike, whom it may be, and the question by whose key it is answered. */
  duplicate: z
    .object({
      key: z.string(),
      why: z.string(),
      /** What else the table says of them; `of`: what people are told apart by. */
      said: z.array(
        z.object({
          of: z.enum(tellingApart).nullable(),
          heading: z.string(),
          text: z.string(),
        }),
      ),
      /** Every other field that the table gives, beside what each of the candidates has there, in their order. */
      more: z.array(
        z.object({
          heading: z.string(),
          said: z.string(),
          told: z.array(z.object({ text: z.string(), differs: z.boolean() })),
        }),
      ),
      candidates: z.array(
        z.object({
          /** As the answer names them. */
          answer: z.string(),
          /** Null for somebody new, of a line further up in the table. */
          officialId: idSchema.nullable(),
          /** Where the table speaks of them already; null where it does not. */
          line: z.object({ sheet: sheetNameSchema, row: z.int() }).nullable(),
          name: z.string(),
          birth: z.string().nullable(),
          identityNumber: z.string().nullable(),
          unitName: z.string().nullable(),
          postName: z.string().nullable(),
          /** In what the line says something else; the same written in another way is no difference. */
          differs: z.array(z.enum(tellingApart)),
        }),
      ),
    })
    .nullable(),
  /** Why a line is left out. */
  left: z.string().nullable(),
});
export type ImportPerson = z.infer<typeof importPersonSchema>;

const problemSchema = z.object({
  /** Whose line it is; "" where the line names nobody. */
  person: z.string(),
  sheet: sheetNameSchema,
  row: z.int(),
  /** "" for the whole line. */
  column: z.string(),
  heading: z.string(),
  value: z.string(),
  severity: z.enum(["kept", "left", "warning"]),
  message: z.string(),
});
export type ImportProblemData = z.infer<typeof problemSchema>;

const pageArgs = { session: sessionSchema, offset: z.int().min(0), limit: z.int().min(1).max(200) };

/** Questions that may be answered in one go. */
const importAnswersAtOnce = ["encodings", "texts", "duplicates", "whichRows"] as const;

/** Most cells that a paste may hold, in letters of its text; files have limits of their own. */
const mostPasted = 20_000_000;

export const importCalls = {
  /** Null: the user closed the dialog. */
  dialogOpenWorkbook: { reads: [], needs: "nothing", args: z.object({}), result: pathSchema.nullable() },
  /** Writes the table to fill in where somebody says in the system's dialog; null where it was closed. */
  importTemplateSave: {
    reads: [],
    needs: "nothing",
    args: z.object({}),
    result: writtenFileSchema.nullable(),
  },
  /** Reads a workbook, or a block that was pasted; closes the session before. Long: progress `workbook`, `workCancel`. */
  importOpen: {
    reads: [],
    needs: "edit",
    args: z.union([
      z.object({ path: pathSchema }),
      z.object({ text: z.string().min(1).max(mostPasted), name: z.string().max(200) }),
    ]),
    result: importStateSchema,
  },
  importState: {
    reads: [],
    needs: "edit",
    args: z.object({ session: sessionSchema }),
    result: importStateSchema,
  },
  /** The sheet as it is seen, for choosing rows by hand. */
  importRows: {
    reads: [],
    needs: "edit",
    args: z.object({ ...pageArgs, sheet: sheetNameSchema }),
    result: z.object({
      total: z.int(),
      rows: z.array(
        z.object({
          row: z.int(),
          /** What the row is taken for: "heading", "person", or a reason for which it is left out. */
          taken: z.string(),
          cells: z.array(z.object({ letters: lettersSchema, text: z.string() })),
        }),
      ),
    }),
  },
  /** Everything that a column can be taken for, in the order of the registry. */
  importRoles: { reads: [], needs: "edit", args: z.object({}), result: z.array(roleSchema) },
  /** Takes a choice about a sheet; a part that is left out stays as it is, null is as it is found. */
  importChoose: {
    reads: [],
    needs: "edit",
    args: z.object({
      session: sessionSchema,
      sheet: sheetNameSchema,
      included: z.boolean().nullable().optional(),
      headerRow: z.int().min(1).nullable().optional(),
      firstRow: z.int().min(1).nullable().optional(),
      lastRow: z.int().min(1).nullable().optional(),
      /** By letters; null: as it is found. */
      roles: z.record(lettersSchema, roleTextSchema.nullable()).optional(),
    }),
    result: importStateSchema,
  },
  /** Answers by the questions' keys; null takes one back. */
  importAnswer: {
    reads: [],
    needs: "edit",
    args: z.object({
      session: sessionSchema,
      answers: z
        .array(z.object({ key: z.string().max(4400), answer: answerTextSchema.nullable() }))
        .max(5000),
    }),
    result: questionCountsSchema,
  },
  /**
   * One answer for all open questions of a kind; for likely duplicates the one for whatever is not answered by itself. Null
   * takes all answers of the kind back.
   */
  importAnswerAll: {
    reads: [],
    needs: "edit",
    args: z.object({
      session: sessionSchema,
      of: z.enum(importAnswersAtOnce),
      /** Of `whichRows`: which of them. */
      rows: z.string().max(200).optional(),
      answer: answerTextSchema.nullable(),
    }),
    result: questionCountsSchema,
  },
  /** What is asked by itself, as it was when it was planned last, with the answers that were given since. */
  importQuestions: {
    reads: [],
    needs: "edit",
    args: z.object(pageArgs),
    result: z.object({ total: z.int(), rows: z.array(questionSchema) }),
  },
  /** What would be written as things stand. Long: progress `import`, `workCancel`. */
  importPlan: {
    reads: [],
    needs: "edit",
    args: z.object({ session: sessionSchema }),
    result: importPlanSchema,
  },
  importPeople: {
    reads: [],
    needs: "edit",
    args: z.object({ ...pageArgs, outcome: z.enum(importLists) }),
    result: z.object({ total: z.int(), rows: z.array(importPersonSchema) }),
  },
  importProblems: {
    reads: [],
    needs: "edit",
    args: z.object(pageArgs),
    result: z.object({ total: z.int(), rows: z.array(problemSchema) }),
  },
  /** Writes what the preview shows, remembers the layouts, and closes the session. */
  importApply: {
    reads: [],
    needs: "edit",
    args: z.object({ session: sessionSchema }),
    result: z.object({
      changeId: z.int().nullable(),
      ...countsSchema.shape,
      /** Places that were not taken as they stand, or are worth a second look. */
      told: z.int(),
      ...written,
    }),
  },
  importClose: { reads: [], needs: "nothing", args: z.object({ session: sessionSchema }), result: z.null() },

  ...keptCalls,
} as const;
