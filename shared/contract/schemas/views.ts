/**
 * What a table of people looks like: which columns in which order, sorted and filtered by what, in which groups. One
 * value that the grid draws, a list that goes out prints and `export --view` names; a part of it kept elsewhere would
 * print another list than the one on screen.
 *
 * Columns are named by their keys (shared/columns). A key of a newer program is left out where it is shown and kept
 * where it is stored.
 */
import { z } from "../zod";
import { idSchema, lineSchema } from "./common";

export const viewLimits = {
  columns: 1_000,
  sorts: 8,
  filters: 40,
  values: 2_000,
  /** Characters of an end of a range. */
  end: 40,
  name: 80,
  named: 60,
  /** People who keep their places in a list on screen. */
  held: 200,
} as const;

export const columnKeySchema = z
  .string()
  .max(160)
  .regex(/^[A-Za-z]\w*(\.\w+)+(#[1-9]\d?)?$/);

export const viewColumnSchema = z.object({
  key: columnKeySchema,
  /** CSS pixels at a zoom of 100 %; null: as wide as its values usually are. */
  width: z.int().min(36).max(1_600).nullable().default(null),
});
export type ViewColumn = z.infer<typeof viewColumnSchema>;

export const viewSortSchema = z.object({ key: columnKeySchema, descending: z.boolean().default(false) });
export type ViewSort = z.infer<typeof viewSortSchema>;

/**
 * A year (`1980`), a month of it (`1980-05`), what is known of no month of it (`1980-`), or no date at all (empty): dates in
 * thousands of days are chosen by these.
 */
export const periodSchema = z.string().regex(/^(?:\d{4}(?:-(?:\d\d)?)?)?$/);

/** Whom one column lets through: everything that is said must hold. */
export const viewFilterSchema = z.object({
  key: columnKeySchema,
  /** One of these, as they are stored, empty text for no value at all; null: whatever it is. */
  values: z.array(z.string().max(2_000)).min(1).max(viewLimits.values).nullable().default(null),
  /** Turns `values` or `periods` round: none of these. */
  except: z.boolean().default(false),
  /** Of dates, in place of `values`: within one of these; `except` turns them round too. See `periodSchema`. */
  periods: z.array(periodSchema).min(1).max(viewLimits.values).nullable().default(null),
  /** Of dates and numbers, both ends included: a date as the roster writes it, digits with a point. */
  from: z.string().max(viewLimits.end).nullable().default(null),
  to: z.string().max(viewLimits.end).nullable().default(null),
  /** Somewhere in the text as it is read, marks and capitals aside. */
  contains: lineSchema(200).nullable().default(null),
});
export type ViewFilter = z.infer<typeof viewFilterSchema>;

export const viewGroups = ["unit", "post"] as const;
export type ViewGroup = (typeof viewGroups)[number];

/**
 * Whom a list is about. `serving`: holds a post on the day; `unposted`: of whom no post is on record, so that nobody can
 * say where they serve or that they left; `current`: both, so that nobody is missing from a list because something is
 * missing from the record; `left`: only with posts of other days; `all`: every record.
 */
export const listScopes = ["current", "serving", "unposted", "left", "all"] as const;
export type ListScope = (typeof listScopes)[number];
export const listScopeSchema = z.enum(listScopes);

export const viewSchema = z.object({
  columns: z.array(viewColumnSchema).min(1).max(viewLimits.columns),
  /** None: unit, post and name, as a list is read out. */
  sorts: z.array(viewSortSchema).max(viewLimits.sorts).default([]),
  filters: z.array(viewFilterSchema).max(viewLimits.filters).default([]),
  group: z.enum(viewGroups).nullable().default(null),
  scope: listScopeSchema.default("current"),
});
export type View = z.infer<typeof viewSchema>;

/** A view that somebody gave a name. */
export const namedViewSchema = z.object({
  id: idSchema,
  name: lineSchema(viewLimits.name).pipe(z.string().min(1)),
  view: viewSchema,
});
export type NamedView = z.infer<typeof namedViewSchema>;

export const viewCalls = {
  /** The named views of the roster by name, and how its list was left on this PC; null before it was looked at. */
  viewsGet: {
    reads: ["views"],
    needs: "read",
    args: z.object({}),
    result: z.object({ named: z.array(namedViewSchema), last: viewSchema.nullable() }),
  },
  /** Keeps a view under a name, in place of the one that bears it. */
  viewSave: {
    reads: [],
    needs: "edit",
    args: namedViewSchema.omit({ id: true }),
    result: z.object({ id: idSchema }),
  },
  viewRemove: { reads: [], needs: "edit", args: z.object({ id: idSchema }), result: z.null() },
  /** Keeps on this PC how the list is left. */
  viewRemember: { reads: [], needs: "read", args: z.object({ view: viewSchema }), result: z.null() },
} as const;
