/** Calls about officials: the grid's pages, one person's record, saving and removing. */
import { ownedEntities } from "../../domain/entities";
import { people, yardsticks } from "../call";
import { issueSchema } from "../errors";
import { mainDoubts } from "../../domain/values";
import { z } from "../zod";
import { written } from "./proposed";
import {
  daySchema,
  fieldsSchema,
  fieldValueSchema,
  findingSchema,
  idSchema,
  kindsSchema,
  momentSchema,
  noteMarkSchema,
  reasonSchema,
  searchSchema,
  standardOrAllSchema,
  statusSchema,
  statusesSchema,
} from "./common";
import {
  columnKeySchema,
  listScopeSchema,
  periodSchema,
  viewFilterSchema,
  viewLimits,
  viewSchema,
} from "./views";

/**
 * Which officials a list shows. `standard` with `statuses` is the list behind one number of the table, or several;
 * `complement` turns it into those of the same unit who are not behind that number.
 */
export const officialFilterSchema = z.object({
  moment: momentSchema,
  search: searchSchema.default(""),
  unitId: idSchema.nullable().default(null),
  /** Only the unit itself, as a row of the table counts it; otherwise what is below it too. */
  unitOnly: z.boolean().default(false),
  postId: idSchema.nullable().default(null),
  standard: standardOrAllSchema.nullable().default(null),
  /** One of these. */
  statuses: statusesSchema.nullable().default(null),
  complement: z.boolean().default(false),
  /** Only who is to be looked at twice, by `standard` where one is given. */
  mark: noteMarkSchema.nullish(),
  /** Only who is counted by a post of these kinds, as a table counts them; null: whoever holds any post. */
  kinds: kindsSchema.nullish(),
  /** See `listScopes`. Behind the cell of a figure stand only those who serve. */
  serving: listScopeSchema.default("current"),
  /** Whom the filters of columns let through, all of them. */
  where: z.array(viewFilterSchema).max(viewLimits.filters).optional(),
});
export type OfficialFilter = z.infer<typeof officialFilterSchema>;

/**
 * In which order a list is shown: see `viewSchema`. `held`: who keeps the place in it that they had before a change, behind
 * whom; null: at the head.
 */
export const listOrderSchema = viewSchema.pick({ sorts: true, group: true }).extend({
  held: z
    .array(z.object({ id: idSchema, after: idSchema.nullable() }))
    .max(viewLimits.held)
    .optional(),
});
export type ListOrder = z.infer<typeof listOrderSchema>;

/** Lines of a list by their places, first and last of each run; none: all of them. */
export const rangesSchema = z.array(z.tuple([z.int().min(0), z.int().min(0)])).max(5_000);

/** How somebody without a post on the day stands to it; see shared/standards/outside-day.ts. */
const outsideDaySchema = z.object({
  kind: z.enum(["later", "earlier", "none"]),
  day: daySchema.nullable(),
});
export type OutsideDayData = z.infer<typeof outsideDaySchema>;

/** Why a cell is to be looked at twice. */
export const cellMarks = ["unverified", "assumed", "waiting", "conflict"] as const;

/** One cell of a list, as it is read; what can be changed in place says in which row it stands. */
export const listCellSchema = z.object({
  text: z.string(),
  /** What stands in a grid in place of a text that is a sentence. */
  short: z.string().optional(),
  /** As it is stored, of the one row that the cell shows; null for none, and for what is computed. */
  value: fieldValueSchema.optional(),
  /** The row of the log that it is of; null where there is none yet; left out where the cell shows several, or none can be. */
  row: idSchema.nullable().optional(),
  /** Of columns that tell how a standard is met. */
  status: statusSchema.optional(),
  /** What is told beside it: the level that is held. */
  note: z.string().optional(),
  /** What stands behind it, for a tip. */
  tip: z.string().optional(),
  marks: z.array(z.enum(cellMarks)).optional(),
});
export type ListCell = z.infer<typeof listCellSchema>;

export const officialRowSchema = z.object({
  id: idSchema,
  fullName: z.string(),
  birth: z.string().nullable(),
  /** Unit and post of the main assignment on the day; null while not serving. */
  unitCode: z.string().nullable(),
  unitName: z.string().nullable(),
  postName: z.string().nullable(),
  /** Null while a post is held. */
  outside: outsideDaySchema.nullable(),
  /** Cells of the columns that were asked for, in their order. */
  cells: z.array(listCellSchema),
});
export type OfficialRow = z.infer<typeof officialRowSchema>;

const ownedEntitySchema = z.enum(ownedEntities);

/** A row that belongs to a person. `names`: what the row of each reference field is called, for showing. */
const ownedRowSchema = z.object({
  id: idSchema,
  fields: fieldsSchema,
  names: z.record(z.string(), z.string()),
  /** What follows of it from other rows, in a sentence: from where to where somebody moved. */
  told: z.string().optional(),
  /** Day in Hà Nội on which the roster was told what the row says; null where that is not kept or not known. */
  recordedOn: daySchema.nullable(),
});
export type OwnedRow = z.infer<typeof ownedRowSchema>;

export const officialRecordSchema = z.object({
  id: idSchema,
  official: fieldsSchema,
  /** Everything that belongs to the person; where rows hold from a day on, the newest first. */
  rows: z.record(ownedEntitySchema, z.array(ownedRowSchema)),
  serving: z
    .object({ unitId: idSchema, unitCode: z.string(), unitName: z.string(), postName: z.string() })
    .nullable(),
  /** Why it is not clear that they are counted by that post; null where it is. */
  mainDoubt: z.enum(mainDoubts).nullable(),
  findings: z.array(findingSchema),
  /** Null while a post is held on the day. */
  outside: outsideDaySchema.nullable(),
  /** Instant and user of the last change, or null. */
  lastChange: z.object({ at: z.string(), user: z.string() }).nullable(),
});
export type OfficialRecord = z.infer<typeof officialRecordSchema>;

/** One row of a form: changed fields only; `isNew` with an id made by the form. */
export const rowEditSchema = z.object({ id: idSchema, isNew: z.boolean(), fields: fieldsSchema });
export type RowEdit = z.infer<typeof rowEditSchema>;

/** What saving a person's form sends: the change as a whole, written in one transaction. */
export const officialSaveSchema = z
  .object({
    /** `edit`: the world changed; `correct`: the record was wrong; `end`: an assignment ended. */
    action: z.enum(["add", "edit", "correct", "end"]),
    reason: reasonSchema.nullable().default(null),
    official: rowEditSchema.nullable(),
    officialId: idSchema,
    rows: z.array(rowEditSchema.extend({ entity: ownedEntitySchema })).max(400),
    removed: z.array(z.object({ entity: ownedEntitySchema, id: idSchema })).max(400),
    /** Questions to which the answer is that it is meant so (`questionKey`), or all that there may be. */
    answered: z.union([z.literal("all"), z.array(z.string().max(200)).max(100)]).optional(),
  })
  // Checked as the record of one person; the own row of another would pass beside it.
  .refine(({ official, officialId }) => official === null || official.id === officialId, {
    path: ["officialId"],
  });
export type OfficialSave = z.infer<typeof officialSaveSchema>;

export const officialCalls = {
  officialsPage: {
    // A cell says whether its value waits or is in conflict.
    reads: [...people, ...yardsticks, "log"],
    needs: "read",
    args: z.object({
      filter: officialFilterSchema,
      order: listOrderSchema,
      /** Keys of the columns whose cells are wanted; those of a newer program come empty. */
      columns: z.array(columnKeySchema).max(viewLimits.columns).default([]),
      offset: z.int().min(0),
      limit: z.int().min(1).max(200),
    }),
    result: z.object({
      total: z.int(),
      /** Grows with every change of the roster; pages of different versions do not belong together. */
      version: z.int(),
      rows: z.array(officialRowSchema),
    }),
  },
  /** Place of a person in a sorted, filtered list, -1 when not in it; keeps the selection after a change. */
  officialsIndexOf: {
    reads: [...people, ...yardsticks],
    needs: "read",
    args: z.object({ filter: officialFilterSchema, order: listOrderSchema, id: idSchema }),
    result: z.int(),
  },
  /** The groups of a list in its order, each with how many are in it; none where it is not parted. */
  officialsGroups: {
    reads: [...people, ...yardsticks],
    needs: "read",
    args: z.object({ filter: officialFilterSchema, order: listOrderSchema }),
    result: z.object({
      version: z.int(),
      groups: z.array(z.object({ key: z.string(), text: z.string(), count: z.int() })),
    }),
  },
  /**
   * What stands in a column of a list, by how many each, whatever that column itself is filtered by: what its filter
   * offers. No value at all comes first, where there is anybody without one.
   */
  columnValues: {
    reads: [...people, ...yardsticks],
    needs: "read",
    args: z.object({
      filter: officialFilterSchema,
      key: columnKeySchema,
      /** Only values that read so somewhere; blank: all. */
      search: searchSchema.default(""),
      offset: z.int().min(0),
      limit: z.int().min(1).max(200),
    }),
    result: z.object({
      /** Values that match; people in all of them. */
      total: z.int(),
      people: z.int(),
      rows: z.array(z.object({ value: z.string(), text: z.string(), count: z.int() })),
    }),
  },
  /** The years and months of a column of dates in a list, by how many people have each, its own filter aside. */
  columnPeriods: {
    reads: [...people, ...yardsticks],
    needs: "read",
    args: z.object({ filter: officialFilterSchema, key: columnKeySchema }),
    result: z.object({
      /** Those without a date. */
      blank: z.int(),
      /** The latest first. */
      years: z.array(
        z.object({
          year: z.string(),
          count: z.int(),
          /** As periods name them: months in their order, then what is known of none. */
          months: z.array(z.object({ period: periodSchema, count: z.int() })),
        }),
      ),
    }),
  },
  /** What lines of a list have in one column: how many, how many filled, and of dates and numbers least, most and mean. */
  listFigures: {
    reads: [...people, ...yardsticks],
    needs: "read",
    args: z.object({
      filter: officialFilterSchema,
      order: listOrderSchema,
      key: columnKeySchema,
      ranges: rangesSchema,
    }),
    result: z.object({
      count: z.int(),
      filled: z.int(),
      distinct: z.int(),
      /** As they are read; null for a column of texts, and where nothing is filled. */
      least: z.string().nullable(),
      most: z.string().nullable(),
      /** Of numbers. */
      mean: z.number().nullable(),
    }),
  },
  /** Puts cells of a list on the clipboard, as text for spreadsheets and as a table. */
  listCopy: {
    reads: [],
    needs: "export",
    args: z.object({
      filter: officialFilterSchema,
      order: listOrderSchema,
      columns: z.array(columnKeySchema).min(1).max(viewLimits.columns),
      ranges: rangesSchema.min(1),
      headings: z.boolean(),
    }),
    result: z.object({ rows: z.int() }),
  },
  officialGet: {
    reads: [...people, ...yardsticks, "log"],
    needs: "read",
    about: "id",
    args: z.object({ id: idSchema, moment: momentSchema }),
    result: officialRecordSchema,
  },
  /** Refuses with code `validation` and issues by field: errors, or questions that are not answered. Warnings come back with the result. */
  officialSave: {
    reads: [],
    needs: "edit",
    args: officialSaveSchema,
    result: z.object({
      id: idSchema,
      changeId: z.int().nullable(),
      ...written,
      warnings: z.array(issueSchema),
    }),
  },
  officialRemove: {
    reads: [],
    needs: "edit",
    args: z.object({ id: idSchema, reason: reasonSchema.pipe(z.string().min(1)) }),
    result: z.object({ changeId: z.int(), ...written }),
  },
  /** Other officials with the same identity number, or the same name and birth without marks, and not kept apart. */
  officialsAlike: {
    reads: [...people, "unit", "keptApart"],
    needs: "read",
    args: z.object({
      id: idSchema.nullable(),
      fullName: z.string().max(100),
      birth: z.string().max(10).nullable(),
      identityNumber: z.string().max(12).nullable(),
    }),
    result: z.array(
      z.object({
        id: idSchema,
        fullName: z.string(),
        birth: z.string().nullable(),
        unitName: z.string().nullable(),
        /** What they share; the number where both are. */
        same: z.enum(["identityNumber", "nameAndBirth"]),
      }),
    ),
  },
} as const;
