/** Calls about what was changed: the log as a person reads it, and undo. */
import { entityNames } from "../../domain/entities";
import { people, yardsticks } from "../call";
import { z } from "../zod";
import { written } from "./proposed";
import { daySchema, idSchema, searchSchema } from "./common";
import { agreedSchema } from "./mass-changes";

/** Several people: the first of them by name, and how many there are in all, or at least. */
export const changePeopleSchema = z.object({
  names: z.array(z.string()),
  count: z.int(),
  more: z.boolean(),
});
export type ChangePeople = z.infer<typeof changePeopleSchema>;

/** People on whose records somebody went on, all of them counted. */
const editedPeopleSchema = changePeopleSchema.omit({ more: true });

export const changeRowSchema = z.object({
  id: z.int(),
  /** ISO instant by the clock of the PC that wrote it. */
  at: z.string(),
  /** ISO instant by this PC's clock when it came here; null for what was written here. */
  receivedAt: z.string().nullable(),
  user: z.string(),
  /** Key of the `actions` namespace. */
  action: z.string(),
  reason: z.string().nullable(),
  /** Of a reception: the offices that it came from, as text. */
  from: z.string().nullable(),
  /** Of a reception that was taken back: which, who took it back and when. Its number may be another entry's as well. */
  takenBack: z.object({ reception: z.int(), at: z.string(), user: z.string() }).nullable(),
  /** The official most concerned, if one is. */
  official: z.object({ id: idSchema, fullName: z.string(), present: z.boolean() }).nullable(),
  /** Whom it concerns where these are several; null: one or nobody, or it is told by numbers. */
  people: changePeopleSchema.nullable(),
  /** People whom its line names: two who are kept apart, or of whom one went up in the other. */
  about: z.array(
    z.object({
      id: idSchema,
      fullName: z.string(),
      present: z.boolean(),
      /** By what somebody is told from another one of that name among them; "" where nothing tells them apart, or need be. */
      told: z.string(),
    }),
  ),
  /** Operations of it that are here. */
  opCount: z.int(),
  /** There is more of it that is not here: it is not for this office, or a file was lost. */
  partial: z.boolean(),
  /** Of these, those that wait as proposals, and those that were refused: neither is shown or counted. */
  waits: z.int(),
  refused: z.int(),
  /** Of those refused, how many their own office took back. */
  withdrawn: z.int(),
  /** Id of the change that this one undid, or that undid this one. */
  undoes: z.int().nullable(),
  undoneBy: z.int().nullable(),
  /** Whether what it did stands: nothing undid it, or that was itself undone. */
  inForce: z.boolean(),
  /** The office whose change it is; "" for one that nobody named, null where it is not asked. */
  office: z.string().nullable(),
  /** Files by which it may have come, some of them; none for what was written here. */
  files: z.array(z.object({ office: z.string(), number: z.int() })),
  /** The reception that is taken back as a whole by taking this back; null: the change alone is. */
  reception: z.int().nullable(),
  /** It says whose keys are trusted, which undo leaves alone. */
  ofTrust: z.boolean(),
  /** It settled a conflict by what was shown already, so that undo has nothing to give back. */
  settledAsShown: z.boolean(),
  /** What it did in one line; null where that is told by its kind alone. */
  summary: z.string().nullable(),
});
export type ChangeRow = z.infer<typeof changeRowSchema>;

/** One field before and after, as text ready for a person (levels, dates and names already put in words). */
export const changeDetailSchema = z.object({
  entity: z.enum(entityNames),
  rowId: idSchema,
  /** Whose it is, or its own name; of a changed row of somebody also which one of theirs. */
  rowLabel: z.string(),
  kind: z.enum([
    "created",
    "edited",
    "removed",
    "restored",
    // Somebody had removed it, somebody else not, and it was decided that it stays.
    "kept",
    // It went up in another row, or came out of it again.
    "joined",
    "parted",
    // Nothing of it counts: it waits as a proposal, or was refused.
    "proposesAdd",
    "proposesEdit",
    "proposesRemove",
  ]),
  /** What happened as a sentence, where field by field tells nothing; null: by kind, row and fields. */
  line: z.string().nullable(),
  /** Of a record that went up in another one, in words: rows that went along, and what it said that the other does not. */
  along: z.array(z.string()),
  left: z.array(z.string()),
  fields: z.array(
    z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
});
export type ChangeDetail = z.infer<typeof changeDetailSchema>;

/** Which changes of the log are listed; what is null or blank does not narrow. */
export const changeFilterSchema = z.object({
  /** Name of a person whom the change touched, with or without marks. */
  search: searchSchema,
  /** Who wrote it. */
  user: z.string().max(200).nullable(),
  /** Name of the office that wrote it. */
  office: z.string().max(200).nullable(),
  entity: z.enum(entityNames).nullable(),
  /** Days in Hà Nội, by the clock of the PC that wrote it; both count. */
  from: daySchema.nullable(),
  to: daySchema.nullable(),
  undone: z.boolean(),
});
export type ChangeFilterData = z.infer<typeof changeFilterSchema>;

/** All changes. */
export const anyChange: ChangeFilterData = {
  search: "",
  user: null,
  office: null,
  entity: null,
  from: null,
  to: null,
  undone: false,
};

export const changeCalls = {
  changesPage: {
    reads: ["log", "official", ...yardsticks],
    needs: "read",
    about: "officialId",
    args: z.object({
      /** Changes older than this id; null: the newest. */
      before: z.int().nullable(),
      limit: z.int().min(1).max(200),
      officialId: idSchema.nullable(),
      filter: changeFilterSchema,
    }),
    result: z.object({
      rows: z.array(changeRowSchema),
      more: z.boolean(),
      /** So many people have the name looked for that nothing is listed; else null. */
      crowd: z.int().nullable(),
    }),
  },
  /** People who wrote in the roster, by a part of their name. */
  changeAuthors: {
    reads: ["log"],
    needs: "read",
    args: z.object({ query: searchSchema, limit: z.int().min(1).max(100) }),
    result: z.array(z.string()),
  },
  /** Offices that wrote in the roster, by a part of their name. */
  changeOffices: {
    reads: ["log", "office", "exchange"],
    needs: "read",
    args: z.object({ query: searchSchema, limit: z.int().min(1).max(100) }),
    result: z.array(z.string()),
  },
  /** At most 500 rows of one change, of one person's where somebody is named; large ones are marked as cut. */
  changeDetails: {
    reads: [...people, ...yardsticks, "log"],
    needs: "read",
    about: "officialId",
    args: z.object({ id: z.int(), officialId: idSchema.nullable() }),
    result: z.object({ details: z.array(changeDetailSchema), cut: z.boolean() }),
  },
  /** What to say beside every answer by the knowledge of a past day; null for a day that is not over. */
  pastKnowledge: {
    reads: ["log"],
    needs: "read",
    args: z.object({ knownOn: daySchema }),
    result: z
      .object({
        /** Entries placed by the order of the log, since this PC's clock was wrong when they came. */
        doubted: z.int(),
        /** The first day of which the roster knows anything. */
        began: daySchema,
      })
      .nullable(),
  },
  /** What taking a change back would do to how many people; null: there is no such change. */
  undoEffect: {
    reads: ["log", "official"],
    needs: "read",
    args: z.object({ id: z.int() }),
    result: z
      .object({
        /** Whom it concerns; `more`: at least so many. */
        people: z.int(),
        more: z.boolean(),
        /** What was done at first, which doing again does: key of the `actions` namespace. */
        action: z.string(),
        /** People whom the change entered and who leave with it, and those who stay, having been edited since. */
        entered: z.int(),
        staying: z.int(),
        /** People among all of them on whose records somebody went on since, the first of them by name. */
        edited: editedPeopleSchema,
      })
      .nullable(),
  },
  changeUndo: {
    reads: [],
    needs: "edit",
    args: agreedSchema.extend({ id: z.int() }),
    result: z.object({
      changeId: z.int(),
      /** Whether somebody or something that it concerns was removed since, and stays so: only values were written. */
      staysRemoved: z.boolean(),
      /** It settled a conflict: the value from before is back, and the question stays closed. */
      staysSettled: z.boolean(),
      /** Rows of an import that stay as they are, since somebody went on from them. */
      staysEdited: z.int(),
      /** On whose records somebody went on, where rows stay for that. */
      edited: editedPeopleSchema,
      /** Of whom something was taken back; null: of nobody. */
      people: changePeopleSchema.nullable(),
      ...written,
    }),
  },
  /** The newest change that undo would take back, and the newest undo that redo would; null: none. */
  undoState: {
    reads: ["log", "official"],
    needs: "read",
    args: z.object({}),
    result: z.object({
      undo: changeRowSchema.nullable(),
      redo: changeRowSchema.nullable(),
      /** There is nothing to undo because the newest change settled a conflict by what was shown. */
      settled: z.boolean(),
    }),
  },
} as const;
