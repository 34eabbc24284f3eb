/** Calls about the entities of the catalog that are plain tables: code lists, scales of pay, base pay. */
import { tableEntities } from "../../domain/entities";
import { codeLists } from "../../domain/entities/definition";
import { z } from "../zod";
import { daySchema, fieldsSchema, idSchema, knownOnSchema, pathSchema, searchSchema } from "./common";
import { written } from "./proposed";

const entitySchema = z.enum(tableEntities);
const listSchema = z.enum(codeLists);

const tableRowSchema = z.object({
  id: idSchema,
  fields: fieldsSchema,
  /** Whether it is the program's or for our own office to use; others are for whoever made them. */
  isOurs: z.boolean(),
});
export type TableRow = z.infer<typeof tableRowSchema>;

/** An entry of a code list, as it is offered while somebody types. */
const listOfferSchema = z.object({
  /** What is written when it is taken. */
  text: z.string(),
  /** What it is called, where a code is written; null where the text is its name. */
  name: z.string().nullable(),
  /** Other ways to write it, by which it is found as well. */
  others: z.array(z.string()),
});
export type ListOffer = z.infer<typeof listOfferSchema>;

export const listRowStates = ["added", "changed", "unchanged"] as const;

/** What a file would do to a code list. Rows are numbered as in the file. */
const listFileSchema = z.object({
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  rows: z.array(
    z.object({
      row: z.int(),
      name: z.string(),
      code: z.string().nullable(),
      state: z.enum(listRowStates),
    }),
  ),
  /** What keeps the file from being taken in, a sentence each. */
  problems: z.array(z.object({ row: z.int(), sentence: z.string() })),
});
export type ListFileData = z.infer<typeof listFileSchema>;

export const catalogTableCalls = {
  /**
   * Rows of one table, in its order; the table of base pay has a few, a code list may have thousands.
   *
   * `of`: only rows of this answer, of entities that are looked at one answer at a time.
   */
  tableRows: {
    reads: tableEntities,
    needs: "read",
    args: z.object({
      entity: entitySchema,
      of: z.string().max(40).nullable(),
      query: searchSchema,
      knownOn: knownOnSchema,
      offset: z.int().min(0),
      limit: z.int().min(1).max(200),
    }),
    result: z.object({
      total: z.int(),
      /** Fields in which at least one of all these rows has something. */
      filled: z.array(z.string()),
      rows: z.array(tableRowSchema),
    }),
  },
  tableRowSave: {
    reads: [],
    needs: "edit",
    args: z.object({ entity: entitySchema, id: idSchema, isNew: z.boolean(), fields: fieldsSchema }),
    result: z.object({ changeId: z.int().nullable(), ...written }),
  },
  tableRowRemove: {
    reads: [],
    needs: "edit",
    args: z.object({ entity: entitySchema, id: idSchema }),
    result: z.object({ changeId: z.int().nullable(), ...written }),
  },
  /** The entries of a code list that hold on a day, in their order. */
  listOffers: {
    reads: ["listItem"],
    needs: "read",
    args: z.object({
      list: listSchema,
      /** Codes are written and not names. */
      byCode: z.boolean(),
      on: daySchema,
      knownOn: knownOnSchema,
    }),
    result: z.array(listOfferSchema),
  },
  /** What taking in a file would do; nothing is written. */
  listFileRead: {
    reads: ["listItem"],
    needs: "read",
    args: z.object({ path: pathSchema, list: listSchema }),
    result: listFileSchema,
  },
  /** Takes a file in as one change. Refused as a whole where anything in it is wrong. */
  listFileSave: {
    reads: [],
    needs: "edit",
    args: z.object({ path: pathSchema, list: listSchema }),
    result: z.object({ changeId: z.int().nullable(), ...written }),
  },
} as const;
