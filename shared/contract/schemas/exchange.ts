/**
 * Calls about trading changes with other offices by file: key cards and trust, sending, receiving with a preview, and
 * who has what.
 *
 * Fingerprints are eight groups of five digits joined by "-", as they stand on a printed key card.
 */
import { people, yardsticks } from "../call";
import { errorDataSchema } from "../errors";
import { z } from "../zod";
import { daySchema, idSchema, pathSchema, reasonSchema } from "./common";
import { agreedSchema, massCountSchema } from "./mass-changes";
import { receivedCounts } from "./received-counts";
import { receivedPersonSchema } from "./received-people";
import { writtenFileSchema } from "./reports";

export type { ReceivedFieldData, ReceivedPerson, ReceivedRowData } from "./received-people";

const fingerprintSchema = z.string().regex(/^\d{5}(?:-\d{5}){7}$/);

/**
 * How an office stands to ours, which decides what it may know:
 * - `superior`: everything; `same`: another PC of our own office, everything
 * - `subordinate`, `neighbour`: the people who serve or served in its units, and what is no personal data
 * - `recovery`: nothing of its own; can open every packet, so that nothing is lost with a lost key
 */
export const officeRoles = ["superior", "same", "subordinate", "neighbour", "recovery"] as const;
export type OfficeRole = (typeof officeRoles)[number];
const roleSchema = z.enum(officeRoles);

/** An office as its card or packet names it. */
export const officeNameSchema = z.object({
  fingerprint: fingerprintSchema,
  unitCode: z.string(),
  /** e.g. "UBND xã Quảng Yên". */
  office: z.string(),
});
export type OfficeName = z.infer<typeof officeNameSchema>;

/** Whoever a file says it is from. */
const senderSchema = officeNameSchema.extend({
  /** The name and unit are those that were confirmed here; else they are what a stranger's card says. */
  confirmed: z.boolean(),
});
export type SenderName = z.infer<typeof senderSchema>;

export const keyCardSchema = officeNameSchema.extend({
  /** ISO instant by the clock of the office that made it. */
  madeAt: z.string(),
  /** Fingerprint of the key that this one takes the place of, proved by that key's signature. */
  renews: fingerprintSchema.nullable(),
  /** Rows of a QR code, "1" for dark: the card's own text. */
  qr: z.array(z.string()),
  /** The card's own text, the same as in its file. */
  text: z.string(),
});
export type KeyCardData = z.infer<typeof keyCardSchema>;

/** Somebody said that a key is not its office's any more. */
const revocationSchema = z.object({
  /** Whose word it is, by its confirmed name. */
  office: z.string(),
  user: z.string(),
  /** ISO instant by its author's clock. */
  at: z.string(),
  reason: z.string().nullable(),
});
export type Revocation = z.infer<typeof revocationSchema>;

/** A card that was read from a file, before it is trusted. */
export const readCardSchema = officeNameSchema.extend({
  path: pathSchema,
  madeAt: z.string(),
  /** `changed`: keys that are trusted, with another unit or name than was confirmed. */
  standing: z.enum(["unknown", "trusted", "changed", "revoked", "own"]),
  /** Who revoked its key: whoever trusts it says so against all of them. */
  revocations: z.array(revocationSchema),
  /** The trusted office whose key this card renews, signed by that key. */
  renews: officeNameSchema.nullable(),
  /** How the office stands to ours by the roster's units; `neighbour` where they do not say. */
  suggestedRole: roleSchema,
});
export type ReadCardData = z.infer<typeof readCardSchema>;

const gapSchema = z.object({
  /** Numbers of the files that never came, e.g. 7 to 7; null where no number is missing but changes are. */
  fromFile: z.int().nullable(),
  toFile: z.int().nullable(),
  /** Changes (ops) that are missing. */
  missing: z.int(),
});

/** One office as this roster knows it. */
export const officeStateSchema = officeNameSchema.extend({
  /** Null for an office of which only changes came, by way of others: no card of it was ever seen. */
  fingerprint: fingerprintSchema.nullable(),
  role: roleSchema.nullable(),
  /** `ownElsewhere`: a key of another PC, or of this one before, that made this very roster for our office. */
  standing: z.enum(["trusted", "revoked", "unknown", "own", "ownElsewhere"]),
  trustedAt: z.string().nullable(),
  /** Newest packet received from it. */
  lastReceived: z
    .object({ number: z.int(), at: z.string(), receivedAt: z.string(), clockSuspect: z.boolean() })
    .nullable(),
  /** Newest packet written for it. */
  lastSent: z.object({ number: z.int(), at: z.string() }).nullable(),
  /** Ops of ours in its scope that its newest packet does not show it to hold; null: it never said. */
  notYetThere: z.int().nullable(),
  gaps: z.array(gapSchema),
  /** Ops received from it that wait for rows which have not come. */
  waiting: z.int(),
  /** Branches under one name: a restored or cloned copy went on writing; 1 is normal. */
  branches: z.int(),
});
export type OfficeState = z.infer<typeof officeStateSchema>;

/** A further copy of our own roster that wrote under our key. */
const ownCopySchema = z.object({
  /** First eight hex digits of its incarnation, to tell copies apart. */
  name: z.string(),
  lastAt: z.string(),
  ops: z.int(),
  /** This PC's own, as it writes now. */
  current: z.boolean(),
  /** Whether it wrote something after the current one began. */
  active: z.boolean(),
  /** More than one branch: two programs wrote under this very name. */
  branches: z.int(),
});

const overviewSchema = z.object({
  own: officeNameSchema,
  trusted: z.int(),
  conflicts: z.int(),
  /** Proposals that our own office may decide about. */
  proposals: z.int(),
  duplicates: z.int(),
  /** Ops that wait for rows which have not come. */
  waiting: z.int(),
  /** Documents that are named and have not come. */
  documents: z.int(),
  /** Open questions that somebody asked our office. */
  questions: z.int(),
  /** Values of other offices that cannot be read here. */
  unreadable: z.int(),
});

/**
 * What is new since the last file that was written for an addressee, in fields of records (each once) and in people;
 * null: none ever was. Told alike before a file is written and after it.
 */
const freshSchema = z.object({ values: z.int(), people: z.int() }).nullable();

/** What a packet would hold, in numbers for a sentence. */
export const packetContentSchema = z.object({
  to: z.array(officeNameSchema.extend({ role: roleSchema })),
  people: z.int(),
  fresh: freshSchema,
  /** Whether it is all that the addressee may know, and not only what it lacks. */
  whole: z.boolean(),
  /** Whether units, posts or standards are in it. */
  catalog: z.boolean(),
  questions: z.int(),
});
export type PacketContent = z.infer<typeof packetContentSchema>;

const packetStates = [
  "new",
  "held",
  "unknownSender",
  "changedSender",
  "revokedSender",
  "notForUs",
  "damaged",
  "newer",
  "own",
  // Our key wrote it, and it may hold what this roster does not: another copy of the roster went on.
  "ownNew",
] as const;

/** A packet file that was found, looked at without changing anything. */
export const foundPacketSchema = z.object({
  path: pathSchema,
  fileName: z.string(),
  bytes: z.int(),
  state: z.enum(packetStates),
  sender: senderSchema.nullable(),
  number: z.int().nullable(),
  /** ISO instant by the sender's clock. */
  at: z.string().nullable(),
  /** Where it lies, as the user calls it: the stick's label or the folder's name. */
  place: z.string(),
});
export type FoundPacket = z.infer<typeof foundPacketSchema>;

/** A writer of which nothing in a file is taken, since nothing there proves that it wrote it. */
const refusedWriterSchema = z.object({
  /** As it was confirmed here; "" for an office that nobody named. */
  office: z.string(),
  /** Hex of its key. */
  key: z.string(),
  ops: z.int(),
  /** `notShipped`: rows of a list that this program does not ship, which have no writer at all. */
  reason: z.enum(["unproven", "notShipped"]),
});
export type RefusedWriterData = z.infer<typeof refusedWriterSchema>;

export const receivedFileSchema = z.object({
  path: pathSchema,
  result: z.enum(["applied", "already", "waiting", "refused"]),
  /** Why it was refused; null otherwise. */
  error: errorDataSchema.nullable(),
  sender: senderSchema.nullable(),
  number: z.int().nullable(),
  at: z.string().nullable(),
  ...receivedCounts,
  waiting: z.int(),
  /** Documents that became whole. */
  documents: z.int(),
  refusedWriters: z.array(refusedWriterSchema),
});
export type ReceivedFile = z.infer<typeof receivedFileSchema>;

export const receiveSummarySchema = z.object({
  files: z.array(receivedFileSchema),
  ...receivedCounts,
  waiting: z.int(),
  duplicates: z.int(),
  /** Pairs that were kept apart here and are joined by it: by which office, whose record went up in whose, and who stands. */
  apartJoined: z.array(
    z.object({ office: z.string(), joined: z.string(), into: z.string(), officialId: idSchema }),
  ),
  /** People or rows outside the roster's people that are touched; pages of them by `receivePreviewPage`. */
  people: z.int(),
  /** The day for which units and figures were compared. */
  on: daySchema,
  /** What must be agreed to by its number before it is kept; empty where nothing is asked. */
  mass: z.array(massCountSchema),
  /** Units whose figures or people change; pages of them by `receiveFigures`. */
  units: z.int(),
});
export type ReceiveSummary = z.infer<typeof receiveSummarySchema>;

export const exchangeCalls = {
  exchangeOverview: {
    reads: [...people, ...yardsticks, "office", "question", "keptApart", "exchange", "log"],
    needs: "read",
    args: z.object({}),
    result: overviewSchema,
  },
  exchangeOffices: {
    reads: ["office", "unit", "exchange", "log"],
    needs: "read",
    args: z.object({}),
    result: z.object({ offices: z.array(officeStateSchema), copies: z.array(ownCopySchema) }),
  },

  keyCard: {
    reads: ["office", "unit", "exchange"],
    needs: "read",
    args: z.object({}),
    result: keyCardSchema,
  },
  /** Writes the card for a stick (`card`) or for the printer (`pdf`). */
  keyCardSave: {
    reads: [],
    needs: "export",
    args: z.object({ folder: pathSchema, formats: z.array(z.enum(["card", "pdf"])).min(1) }),
    result: z.object({ files: z.array(writtenFileSchema), removable: z.boolean() }),
  },
  /** Null: the user closed the dialog. */
  dialogOpenCard: { reads: [], needs: "nothing", args: z.object({}), result: pathSchema.nullable() },
  keyCardRead: {
    reads: ["office", "unit", "exchange"],
    needs: "read",
    args: z.object({ path: pathSchema }),
    result: readCardSchema,
  },
  /** Trusts a card after its fingerprint was compared with the paper: the fingerprint as the user typed it. */
  officeTrust: {
    reads: [],
    needs: "administer",
    args: z.object({
      path: pathSchema,
      fingerprint: z.string().max(100),
      role: roleSchema,
      /** How many revocations of the key the clerk was told of, and trusts it all the same. */
      revocations: z.int().min(0).default(0),
    }),
    result: officeStateSchema,
  },
  officeSetRole: {
    reads: [],
    needs: "administer",
    args: z.object({ fingerprint: fingerprintSchema, role: roleSchema }),
    result: z.null(),
  },
  officeRevoke: {
    reads: [],
    needs: "administer",
    args: z.object({
      fingerprint: fingerprintSchema,
      /** What came here on this day or later with that key does not count; null: what is here counts. */
      from: daySchema.nullable().default(null),
      reason: reasonSchema.nullable().default(null),
    }),
    result: z.object({
      /** Changes that are here, counted, and wait as proposals from now on. */
      proposals: z.int(),
    }),
  },
  /** Makes a new key for our own office, signed by the old one. */
  keyRenew: { reads: [], needs: "administer", args: z.object({}), result: keyCardSchema },

  /** What sending to these offices would write, one packet for each different scope. */
  packetContents: {
    reads: [...people, ...yardsticks, "office", "question", "exchange", "log"],
    needs: "export",
    args: z.object({ for: z.array(fingerprintSchema).max(5000) }),
    result: z.array(packetContentSchema),
  },
  packetSend: {
    reads: [],
    needs: "export",
    args: z.object({ for: z.array(fingerprintSchema).min(1).max(5000), folder: pathSchema }),
    result: z.object({
      files: z.array(
        writtenFileSchema.extend({ people: z.int(), fresh: freshSchema, to: z.array(z.string()) }),
      ),
      removable: z.boolean(),
    }),
  },
  /** Packets on sticks and in folders used before, newest first; with `folder`: in that folder alone. */
  packetsFind: {
    reads: ["exchange"],
    needs: "read",
    args: z.object({ folder: pathSchema.nullable() }),
    result: z.object({ packets: z.array(foundPacketSchema), cut: z.boolean() }),
  },
  /** Works out what receiving would do; nothing is changed until `receiveKeep`, and editing waits until then. */
  receivePreview: {
    reads: [],
    needs: "edit",
    args: z.object({
      paths: z.array(pathSchema).min(1).max(10_000),
      /** The day for which figures are compared; the roster's own where it is left out. */
      on: daySchema.optional(),
    }),
    result: receiveSummarySchema,
  },
  receivePreviewPage: {
    reads: [],
    needs: "edit",
    args: z.object({ offset: z.int().min(0), limit: z.int().min(1).max(200) }),
    result: z.object({ total: z.int(), rows: z.array(receivedPersonSchema) }),
  },
  /** Keeps exactly what the preview showed. */
  receiveKeep: {
    reads: [],
    needs: "edit",
    args: agreedSchema.pick({ confirmed: true }),
    result: z.object({ receptionId: z.int().nullable(), summary: receiveSummarySchema }),
  },
  receiveDiscard: { reads: [], needs: "edit", args: z.object({}), result: z.null() },
  /** Clears away documents that nothing names. */
  rosterTidy: {
    reads: [],
    needs: "administer",
    args: z.object({}),
    result: z.object({
      documents: z.int(),
      /** That they took in the file. */
      bytes: z.int(),
    }),
  },
} as const;
