/** Calls that change people in the list itself: one cell, or one column of many people at once. */
import { people, yardsticks } from "../call";
import { issueSchema } from "../errors";
import { z } from "../zod";
import { fieldValueSchema, idSchema, type Moment, momentSchema } from "./common";
import { listOrderSchema, officialFilterSchema, officialSaveSchema, rangesSchema } from "./officials";
import { written } from "./proposed";
import { columnKeySchema } from "./views";

/** Writing is of now: the lines of a past day's list, and the rows behind its cells, need not be those of today. */
const isOfNow = ({ knownOn }: Moment) => knownOn === undefined;

/** One value for one column of some lines of a list. */
const manySchema = z.object({
  filter: officialFilterSchema.refine(({ moment }) => isOfNow(moment)),
  order: listOrderSchema,
  ranges: rangesSchema.min(1),
  key: columnKeySchema,
  value: fieldValueSchema,
});

/** Why somebody's cell stays as it is. */
export const cellRefusals = ["computed", "several", "noPost", "invalid"] as const;

const manyPreviewSchema = z.object({
  /** People chosen: those who change, who have the value already, and whose cell cannot take it. */
  count: z.int(),
  changed: z.int(),
  same: z.int(),
  refused: z.int(),
  /** The first of those who change or are refused, the refused first. */
  rows: z.array(
    z.object({
      id: idSchema,
      fullName: z.string(),
      from: z.string(),
      refusal: z.enum(cellRefusals).nullable(),
      /** Of `invalid`. */
      issues: z.array(issueSchema),
    }),
  ),
  /** The value as it is read. */
  to: z.string(),
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
      answered: officialSaveSchema.shape.answered,
    }),
    result: z.object({ changeId: z.int().nullable(), ...written, warnings: z.array(issueSchema) }),
  },
  manyPreview: {
    reads: [...people, ...yardsticks],
    needs: "read",
    args: manySchema,
    result: manyPreviewSchema,
  },
  /** Writes one change for all who can take the value. */
  manySave: {
    reads: [],
    needs: "edit",
    args: manySchema,
    result: z.object({ changeId: z.int().nullable(), ...written, changed: z.int() }),
  },
} as const;
