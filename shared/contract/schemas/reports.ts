/** Calls about writing reports into a folder or onto a stick. */
import { z } from "../zod";
import { blankKeys } from "../../domain/entities/form-details";
import { countedKindsSchema, daySchema, idSchema, momentSchema, pathSchema } from "./common";
import { listingKeys, listingQuestionSchema } from "./listings";
import { listOrderSchema, officialFilterSchema, rangesSchema } from "./officials";
import { written } from "./proposed";
import { columnKeySchema, viewLimits } from "./views";

export const reportFormats = ["xlsx", "docx", "pdf", "csv"] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Key of a form that the program ships; row id or key of a layout in the roster. */
const formKeySchema = z.string().min(1).max(64);

/** A form to choose from. */
export const reportFormSchema = z.object({
  key: formKeySchema,
  name: z.string(),
  formats: z.array(z.enum(reportFormats)),
  /** Whether it may be narrowed to a unit. */
  scope: z.boolean(),
  /** Whether it names people. */
  personal: z.boolean(),
  /** Whether it can hold the list on screen, with its columns. */
  listed: z.boolean(),
  /** The list of another screen that it is of, without whose question there is nothing to write; null for other forms. */
  listing: z.enum(listingKeys).nullable(),
  /** What the office may write on it: what stands there usually, and what it wrote last. */
  blanks: z.array(
    z.object({ key: z.enum(blankKeys), lines: z.boolean(), usual: z.string(), kept: z.string().nullable() }),
  ),
  /** Whether each cell was to hold one figure last; null for a form that does not know how. */
  oneFigure: z.boolean().nullable(),
});
export type ReportFormChoice = z.infer<typeof reportFormSchema>;

export const reportTargetSchema = z.object({
  path: pathSchema,
  /** What the user calls it: the stick's label, or the folder's name. */
  label: z.string(),
  removable: z.boolean(),
  /** Bytes free, null where the system does not say. */
  freeBytes: z.number().nullable(),
});
export type ReportTarget = z.infer<typeof reportTargetSchema>;

export const writtenFileSchema = z.object({ path: pathSchema, sha256: z.string(), bytes: z.int() });
export type WrittenFile = z.infer<typeof writtenFileSchema>;

/** What is written on a form's blanks; what is left out stands there as usual. */
const filledSchema = z.partialRecord(z.enum(blankKeys), z.string().min(1).max(1000));

/** What a report tells of. */
const askedFields = {
  form: formKeySchema,
  moment: momentSchema,
  unitId: idSchema.nullable(),
  kinds: countedKindsSchema,
  /** For a list of people: which of them in which columns, as it stands on screen; usual ones where it is left out. */
  list: z
    .object({
      filter: officialFilterSchema,
      order: listOrderSchema,
      columns: z.array(columnKeySchema).min(1).max(viewLimits.columns),
      /** Places in the list, first and last; none: all of it. */
      ranges: rangesSchema,
    })
    .nullish(),
  /** For the list of another screen: what that shows. */
  listing: listingQuestionSchema.nullish(),
  /** Day of signing: today where it is left out, left to be written by hand where it is null. */
  issuedOn: daySchema.nullish(),
} as const;

/** A preview that the program holds: the last one that was made. */
const previewSchema = z.object({ id: z.int() });

export const reportCalls = {
  /** What the window can write: forms that need nothing chosen but a day and a scope. */
  reportForms: {
    reads: ["layout", "office", "formDetails"],
    needs: "read",
    args: z.object({}),
    result: z.array(reportFormSchema),
  },
  /** Keeps what the office writes on a form for the next time, on all its PCs. */
  reportDetailsKeep: {
    reads: [],
    needs: "edit",
    args: z.object({ form: formKeySchema, filled: filledSchema, oneFigure: z.boolean() }),
    result: z.object(written),
  },
  /** Removable drives first, then folders used before and the Documents folder. */
  reportTargets: { reads: [], needs: "nothing", args: z.object({}), result: z.array(reportTargetSchema) },
  reportWrite: {
    reads: [],
    needs: "export",
    args: z.object({
      ...askedFields,
      formats: z.array(z.enum(reportFormats)).min(1).max(reportFormats.length),
      folder: pathSchema,
      filled: filledSchema.default({}),
      oneFigure: z.boolean().default(false),
      /**
       * A list of people as a table to be edited and taken in again: with the id of each record, without what is worked
       * out and without the head and foot of a document. Only .xlsx and .csv.
       */
      toEdit: z.boolean().default(false),
    }),
    result: z.object({ files: z.array(writtenFileSchema), removable: z.boolean() }),
  },
  /** Makes the pages of a report to be looked at before they are printed; the preview before is forgotten. */
  printPreview: {
    reads: [],
    needs: "export",
    args: z.object({
      ...askedFields,
      /** What the office wrote on the form last, where they are left out. */
      filled: filledSchema.nullish(),
      oneFigure: z.boolean().nullish(),
    }),
    result: previewSchema.extend({
      /** The bytes of a PDF. */
      pdf: z.custom<Uint8Array>((bytes) => bytes instanceof Uint8Array),
      /** Rows of its longest table, and how many of them stand on the pages: fewer where that many cannot be printed. */
      rows: z.int(),
      shown: z.int(),
      /** Rows that can be printed. */
      most: z.int(),
    }),
  },
  /** Opens the system's print dialog for a preview. `printed`: false where it was closed. */
  printStart: {
    reads: [],
    needs: "export",
    args: previewSchema,
    result: z.object({ printed: z.boolean() }),
  },
  /** Writes a preview as a PDF where somebody says in the system's dialog; null where it was closed. */
  printSave: { reads: [], needs: "export", args: previewSchema, result: writtenFileSchema.nullable() },
  printEnd: { reads: [], needs: "nothing", args: previewSchema, result: z.null() },
  /** Stops the work under way (report, sample); answers at once. */
  workCancel: { reads: [], needs: "nothing", args: z.object({}), result: z.null() },
  /** Opens a file that this session wrote with the system's program for it. */
  fileOpen: { reads: [], needs: "nothing", args: z.object({ path: pathSchema }), result: z.null() },
  /** Shows a file that this session wrote in the system's file manager. */
  fileReveal: { reads: [], needs: "nothing", args: z.object({ path: pathSchema }), result: z.null() },
} as const;
