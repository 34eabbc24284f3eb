/**
 * Calls about proposals: changes that their author had no authority to make. They are kept and travel on, and count only
 * after somebody with authority accepted them.
 */
import { answers, proposalReasons } from "../../domain/authority";
import { entityNames } from "../../domain/entities";
import { people, yardsticks } from "../call";
import { textLimits } from "../limits";
import { z } from "../zod";
import { written } from "./proposed";
import { fieldsSchema, idSchema, lineSchema } from "./common";
import { agreedSchema } from "./mass-changes";

const reasonSchema = z.enum(proposalReasons);
/** Hex of the op's hash. */
const proposalIdSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** Who wrote a proposal, as far as it was confirmed here; never as the packet says. */
export const proposalAuthorSchema = z.object({
  unitCode: z.string(),
  office: z.string(),
  /** First digits of the key by which lists and the command line name the office. */
  fingerprint: z.string(),
});
export type ProposalAuthor = z.infer<typeof proposalAuthorSchema>;

/** What stands for the field that says whether a row is there. */
export const presenceName = "presence";

/** One field that a proposal would give another value; null for nothing. */
const proposalValueSchema = z.object({
  /** Of the registry, or `presenceName`. */
  field: z.string(),
  /** Shown now. */
  current: z.string().nullable(),
  proposed: z.string().nullable(),
});

export const proposalSchema = z.object({
  id: proposalIdSchema,
  /** Null: the key was never confirmed. */
  author: proposalAuthorSchema.nullable(),
  /** Hex of the key, which groups those of one author also where nobody knows whose it is. */
  key: z.string(),
  user: z.string(),
  /** ISO instant by the author's clock. */
  at: z.string(),
  entity: z.enum(entityNames),
  rowId: idSchema,
  /** Person's name, or the row's. */
  label: z.string(),
  /** Which row of the person it is; empty for the person's own. */
  rowLabel: z.string(),
  /** The person whose row it is, where there is one in view. */
  officialId: idSchema.nullable(),
  kind: z.enum(["add", "change", "remove", "join"]),
  reason: reasonSchema,
  /** Whether our own office may decide about it; others wait for a higher office. */
  canDecide: z.boolean(),
  /** Whether our own office wrote it, and may take it back while it waits. */
  canWithdraw: z.boolean(),
  /** How many times its author wrote it; the newest values are shown, and all of it is decided together. */
  writings: z.int(),
  values: z.array(proposalValueSchema),
});
export type ProposalData = z.infer<typeof proposalSchema>;

const asideSchema = proposalSchema.omit({ reason: true, canDecide: true, canWithdraw: true, writings: true });
export type AsideChange = z.infer<typeof asideSchema>;

/** A proposal about which somebody with authority decided, with who did and why: what its author is told of it. */
export const decidedProposalSchema = asideSchema.extend({
  /** `withdraw`: who proposed it took it back. */
  verdict: z.enum(answers),
  /** Why, as whoever decided wrote it. */
  note: z.string().nullable(),
  /** Whether our own office wrote it. */
  ours: z.boolean(),
  decidedBy: z.object({ office: z.string(), user: z.string(), at: z.string() }),
});
export type DecidedProposal = z.infer<typeof decidedProposalSchema>;

const waitingRowSchema = z.object({
  id: idSchema,
  /** By field name, as the field holds it. */
  fields: fieldsSchema,
  /** What the row of each reference among them is called. */
  names: z.record(z.string(), z.string()),
});
export type WaitingRow = z.infer<typeof waitingRowSchema>;

export const proposalGroupSchema = z.object({
  author: proposalAuthorSchema.nullable(),
  key: z.string(),
  reason: reasonSchema,
  count: z.int(),
});
export type ProposalGroup = z.infer<typeof proposalGroupSchema>;

/** What to decide: some by their ids, or all of one author, of one reason where it is given. */
const chosenSchema = z.union([
  z.object({ ids: z.array(proposalIdSchema).min(1).max(5000) }),
  z.object({ author: z.string().min(1).max(100), reason: reasonSchema.optional() }),
]);

export const proposalCalls = {
  proposals: {
    reads: [...people, ...yardsticks, "office", "question", "credential", "decision", "log", "exchange"],
    needs: "read",
    args: z.object({
      /** A fingerprint or a key as the list names it. */
      author: z.string().max(100).nullable().default(null),
      reason: reasonSchema.nullable().default(null),
      /** Only proposals about this person and what belongs to them. */
      officialId: idSchema.nullable().default(null),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    result: z.object({
      /** Of those asked for. */
      count: z.int(),
      /** Of all, by author and reason. */
      groups: z.array(proposalGroupSchema),
      proposals: z.array(proposalSchema),
    }),
  },
  /** What was decided, the newest first. */
  decidedProposals: {
    reads: [...people, ...yardsticks, "office", "question", "credential", "decision", "log", "exchange"],
    needs: "read",
    args: z.object({
      officialId: idSchema.nullable().default(null),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    result: z.object({ total: z.int(), decided: z.array(decidedProposalSchema) }),
  },
  /** What takes a row for another entity than it was made as, the newest first: kept, and counted nowhere. */
  asideChanges: {
    reads: [...people, ...yardsticks, "office", "question", "credential", "decision", "log", "exchange"],
    needs: "read",
    args: z.object({
      officialId: idSchema.nullable().default(null),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    result: z.object({ total: z.int(), changes: z.array(asideSchema) }),
  },
  /** Values that our own office wrote for fields of rows and that wait: whoever goes on writing there builds on them. */
  waitingValues: {
    reads: [...people, ...yardsticks, "office", "credential", "decision", "log", "exchange"],
    needs: "read",
    args: z.object({ ids: z.array(idSchema).max(2000) }),
    result: z.array(waitingRowSchema),
  },
  decideProposals: {
    reads: [],
    needs: "edit",
    args: agreedSchema.extend({
      which: chosenSchema,
      verdict: z.enum(answers),
      note: lineSchema(textLimits.reason).nullable().default(null),
    }),
    result: z.object({
      decided: z.int(),
      /** Asked for and not decided, since our office may not, or they wait no more. */
      left: z.int(),
      /** The one change by which it was done, for taking it back; null where nothing was. */
      changeId: z.int().nullable(),
      ...written,
    }),
  },
} as const;
