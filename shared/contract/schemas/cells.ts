/** Calls that change people in the list itself: one cell, or cells of many people at once. */
import { people, yardsticks } from "../call";
import { issueSchema } from "../errors";
import { z } from "../zod";
import { daySchema, fieldValueSchema, idSchema, type Moment, momentSchema } from "./common";
import { listOrderSchema, officialFilterSchema, officialSaveSchema, rangesSchema } from "./officials";
import { written } from "./proposed";
import { columnKeySchema, viewLimits } from "./views";

/** Writing is of now: the lines of a past day's list, and the rows behind its cells, need not be those of today. */
const isOfNow = ({ knownOn }: Moment) => knownOn === undefined;

const listSchema = z.object({
  filter: officialFilterSchema.refine(({ moment }) => isOfNow(moment)),
  order: listOrderSchema,
});

/** More letters are pasted into the import, which reads them in another thread. */
export const cellLimits = { pasted: 1_000_000 } as const;

/**
 * What another value is where the rows of a person are told apart by it, such as another post: the row on record put right, or
 * a new one. Without it such cells are refused.
 */
const whichRowSchema = z.discriminatedUnion("as", [
  z.object({ as: z.literal("correct") }),
  z.object({ as: z.literal("new"), from: daySchema }),
]);

/** By keys of columns: what rows that are made say besides, where their cells do not. */
const madeSchema = z.record(columnKeySchema, fieldValueSchema);

const columnsSchema = z.array(columnKeySchema).min(1).max(viewLimits.columns);

/** One value for some columns of some lines of a list; null: of everybody whom the filter finds. */
const manySchema = listSchema.extend({
  ranges: rangesSchema.min(1).nullable(),
  columns: columnsSchema,
  value: fieldValueSchema,
  which: whichRowSchema.optional(),
  made: madeSchema.optional(),
});

/** Cells that lie side by side. */
const blockSchema = z.object({ ranges: rangesSchema.min(1), columns: columnsSchema });

/** Cells of a spreadsheet, parted by tabs and ends of lines, into cells of a list. */
const pasteSchema = listSchema.extend({
  text: z.string().min(1).max(cellLimits.pasted),
  /** What is chosen, or the cell that the keys stand in. */
  target: blockSchema,
  /** From the first cell of it right and down, to the end of the list. */
  room: blockSchema,
  which: whichRowSchema.optional(),
  made: madeSchema.optional(),
});

/** Why somebody's cell stays as it is. */
export const cellRefusals = ["computed", "several", "otherDays", "invalid", "unread", "saysMore"] as const;

const cellShownSchema = z.object({
  id: idSchema,
  fullName: z.string(),
  key: columnKeySchema,
  from: z.string(),
  /** As it is read; the text that was pasted where it was not read. */
  to: z.string(),
  refusal: z.enum(cellRefusals).nullable(),
  /** Of `unread`: a key of `grid:paste.unread`. */
  reason: z.string().nullable(),
  /** Of `invalid`. */
  issues: z.array(issueSchema),
});

/** Cells of a list before and after a change of many. */
const cellsPreviewSchema = z.object({
  /** Cells that were meant: those that change, that say so already, and that cannot take the value. */
  count: z.int(),
  changed: z.int(),
  same: z.int(),
  refused: z.int(),
  /** People of whom something changes. */
  people: z.int(),
  /** Columns some of whose values may be a correction or another row, which somebody has to say. */
  asks: z.array(columnKeySchema),
  /** Columns that rows which would be made do not say anything in, though they need to; of how many people. */
  lacking: z.array(z.object({ key: columnKeySchema, people: z.int() })),
  /** Cells whose text would be gone. */
  lost: z.int(),
  /** Cells that are refused alike, column by column and reason by reason, with the first of them and whose the first are. */
  refusedBy: z.array(z.object({ count: z.int(), row: cellShownSchema, names: z.array(z.string()) })),
  /** The first of those that lose their text, are refused or change, in that order; a few that are refused at most. */
  rows: z.array(cellShownSchema),
});
export type CellsPreview = z.infer<typeof cellsPreviewSchema>;

const cellsSavedSchema = z.object({
  changeId: z.int().nullable(),
  ...written,
  preview: cellsPreviewSchema,
});

export const cellCalls = {
  /** Changes the field that a cell shows; where its row is not there yet, the row is made. Refuses as `officialSave`. */
  cellSave: {
    reads: [],
    needs: "edit",
    args: z.object({
      id: idSchema,
      moment: momentSchema.refine(isOfNow),
      key: columnKeySchema,
      value: fieldValueSchema,
      which: whichRowSchema.optional(),
      answered: officialSaveSchema.shape.answered,
    }),
    result: z.object({ changeId: z.int().nullable(), ...written, warnings: z.array(issueSchema) }),
  },
  /** Long: progress `many`, `workCancel`; whoever asks again ends what was asked before. */
  manyPreview: {
    reads: [...people, ...yardsticks],
    needs: "read",
    args: manySchema,
    result: cellsPreviewSchema,
  },
  /** Null: a block with headings, or larger than the room, which the import takes. */
  pastePreview: {
    reads: [...people, ...yardsticks],
    needs: "read",
    args: pasteSchema,
    result: z.object({ preview: cellsPreviewSchema.nullable() }),
  },
  /** Writes one change for all cells that can take what was pasted. */
  pasteSave: { reads: [], needs: "edit", args: pasteSchema, result: cellsSavedSchema },
  /** Writes one change for all who can take the value. Long: progress `many`, `workCancel`. */
  manySave: { reads: [], needs: "edit", args: manySchema, result: cellsSavedSchema },
} as const;
