/** Calls about single documents of a roster: choosing a file for a field, and looking at what a field holds. */
import { documentKinds } from "../../domain/document-kind";
import { z } from "../zod";
import { pathSchema } from "./common";
import { writtenFileSchema } from "./reports";

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** What is known of a document that is there. */
export const documentFactsSchema = z.object({
  bytes: z.int(),
  /** Null for what the program can neither show nor name. */
  kind: z.enum(documentKinds).nullable(),
});
export type DocumentFacts = z.infer<typeof documentFactsSchema>;

export const documentCalls = {
  dialogOpenDocument: {
    reads: [],
    needs: "nothing",
    args: z.object({ picture: z.boolean() }),
    result: pathSchema.nullable(),
  },
  dialogSaveDocument: {
    reads: [],
    needs: "nothing",
    args: z.object({ suggestedName: z.string().max(200), kind: z.enum(documentKinds).nullable() }),
    result: pathSchema.nullable(),
  },
  /** Reads a file for the change that will name it; until then nothing of it is in the roster. */
  documentBring: {
    reads: [],
    needs: "edit",
    args: z.object({ path: pathSchema, picture: z.boolean() }),
    result: z.object({ hash: hashSchema }),
  },
  /** Null for a document that has not come. */
  documentGet: {
    // A received file may carry it.
    reads: ["log", "exchange"],
    needs: "read",
    args: z.object({ hash: hashSchema }),
    result: documentFactsSchema.nullable(),
  },
  /** A picture as an address that the page may show; null for what is none, or has not come. */
  documentPicture: {
    reads: ["log", "exchange"],
    needs: "read",
    args: z.object({ hash: hashSchema }),
    result: z.string().nullable(),
  },
  /** Writes a copy out under a name that is free. */
  documentSave: {
    reads: [],
    needs: "export",
    args: z.object({ hash: hashSchema, path: pathSchema }),
    result: writtenFileSchema,
  },
} as const;
