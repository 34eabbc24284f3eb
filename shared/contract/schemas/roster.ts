/** Calls about the roster file itself: create, open, close, what is open now, recent ones, settings. */
import { appearances } from "../appearance";
import { z } from "../zod";
import { textLimits } from "../limits";
import { curriculumForms } from "../../completeness/forms";
import { daySchema, idSchema, lineSchema, pathSchema, searchSchema } from "./common";

export const sessionSchema = z.object({
  /** Another number where another roster is open; the same where it goes on under another name. */
  opening: z.int(),
  path: pathSchema,
  fileName: z.string(),
  officeName: z.string(),
  unitId: idSchema,
  unitCode: z.string(),
  unitName: z.string(),
  /** Day the screens start with: today, or the day a sample was made for. */
  defaultAsOf: daySchema,
  /** Records in the roster, serving or not. */
  officialCount: z.int(),
  unitCount: z.int(),
  /** Opened for looking only: changes are refused. */
  readOnly: z.boolean(),
  /** Who holds the roster for writing, where it was opened for looking because of that. */
  heldBy: z.object({ host: z.string(), user: z.string(), since: z.string() }).nullable(),
  isSample: z.boolean(),
});
export type SessionData = z.infer<typeof sessionSchema>;

export const recentRosterSchema = z.object({
  path: pathSchema,
  fileName: z.string(),
  unitName: z.string(),
  /** ISO instant. */
  openedAt: z.string(),
  exists: z.boolean(),
});
export type RecentRosterData = z.infer<typeof recentRosterSchema>;

export const shippedUnitSchema = z.object({
  id: idSchema,
  code: z.string(),
  /** With its kind: "Xã Quảng Yên". */
  fullName: z.string(),
  /** Where it lies: "huyện Thanh Ba, tỉnh Phú Thọ". */
  path: z.string(),
  level: z.enum(["province", "district", "commune"]),
  validFrom: daySchema.nullable(),
  validTo: daySchema.nullable(),
});
export type ShippedUnitData = z.infer<typeof shippedUnitSchema>;

export const settingsSchema = z.object({
  language: z.enum(["vi", "en"]),
  /** Name of the person at work, written beside each change; empty until it was asked for. */
  userName: lineSchema(textLimits.userName),
  /** How large the window is shown, in percent. */
  zoom: z.int().min(50).max(300),
  appearance: z.enum(appearances).default("system"),
  /** The curriculum vitae form by which files were last looked at; none was yet. */
  curriculumForm: z.enum(curriculumForms).optional(),
  /** Everybody who worked on this PC, the last first. */
  people: z.array(lineSchema(textLimits.userName)).default([]),
});
export type SettingsData = z.infer<typeof settingsSchema>;

/** Whether this PC's clock can be believed. */
export const clockCheckSchema = z.object({
  /** `tooEarly`, `tooLate`: no day on which this program is used; `behindLog`: before the last entry of the log. */
  state: z.enum(["right", "tooEarly", "tooLate", "behindLog"]),
  today: daySchema,
  /** ISO instant of that entry; null for the other states. */
  last: z.string().nullable(),
});
export type ClockCheck = z.infer<typeof clockCheckSchema>;

/** What this PC saved into the roster and the roster does not hold, as after a backup was put back. */
export const missingSchema = z.object({
  changes: z.int(),
  /** ISO instant of the last of them. */
  lastAt: z.string(),
  /** What was saved in the roster since it went on without them; null: nothing. */
  since: z.object({ changes: z.int(), firstAt: z.string(), lastAt: z.string() }).nullable(),
});
export type MissingData = z.infer<typeof missingSchema>;

/** What was made of a damaged roster in a new file, and what was lost. */
export const recoveredSchema = z.object({
  path: pathSchema,
  /** Operations that were taken over. */
  ops: z.int(),
  /** Changes that are damaged in whole or in part; null for what cannot be told. */
  lost: z.array(
    z.object({
      user: z.string().nullable(),
      at: z.string().nullable(),
      action: z.string().nullable(),
      ops: z.int(),
      /** Name of the one person whom it was about. */
      person: z.string().nullable(),
    }),
  ),
  /** Operations that cannot be read at all. */
  unread: z.int(),
  /** The roster's own lists that begin anew. */
  lists: z.array(z.string()),
  /** Documents that wait to be received again. */
  documents: z.int(),
});
export type RecoveredData = z.infer<typeof recoveredSchema>;

export const rosterCalls = {
  sessionGet: {
    reads: ["office", "unit", "official"],
    needs: "nothing",
    args: z.object({}),
    result: sessionSchema.nullable(),
  },
  /** Of the open roster's log too, where one is open. */
  clockCheck: { reads: ["log"], needs: "nothing", args: z.object({}), result: clockCheckSchema },
  /** Null where nothing is known to be missing, or somebody goes on knowingly. */
  missingChanges: {
    reads: ["exchange", "log"],
    needs: "nothing",
    args: z.object({}),
    result: missingSchema.nullable(),
  },
  /** Goes on with the roster as it is: what is missing is not said again. */
  missingLetGo: { reads: [], needs: "edit", args: z.object({}), result: z.null() },
  rosterCreate: {
    reads: [],
    needs: "nothing",
    args: z.object({ path: pathSchema, unitId: idSchema }),
    result: sessionSchema,
  },
  rosterOpen: {
    reads: [],
    needs: "nothing",
    args: z.object({
      path: pathSchema,
      readOnly: z.boolean().default(false),
      /** The user says that the other machine, whose note lies beside the roster, has it open no more. */
      takeOver: z.boolean().default(false),
    }),
    result: sessionSchema,
  },
  /** Takes in what others wrote while this PC had lost its lock, so that it may write again. */
  rosterCatchUp: { reads: [], needs: "nothing", args: z.object({}), result: sessionSchema },
  /** Makes a whole roster of what can be read of a damaged one, which is left as it is. */
  rosterRecover: {
    reads: [],
    needs: "export",
    /** `office`: code of its unit, where somebody had to say whose the roster is; null: as this machine's keys say. */
    args: z.object({ path: pathSchema, to: pathSchema, office: z.string().max(20).nullable() }),
    result: recoveredSchema,
  },
  /** Saves the open roster under another name and opens it there. */
  rosterSaveAs: {
    reads: [],
    needs: "export",
    args: z.object({ path: pathSchema }),
    result: sessionSchema,
  },
  /** Opens the Thanh Ba sample, making it first where it is not there. */
  rosterOpenSample: { reads: [], needs: "nothing", args: z.object({}), result: sessionSchema },
  /** The roster that is to be opened and is not open yet, once; null where there is none. */
  openRequestTake: {
    reads: [],
    needs: "nothing",
    args: z.object({}),
    result: z
      .object({
        path: pathSchema,
        /** Nobody asked for it now: it was open when the program ended the last time. */
        byItself: z.boolean(),
      })
      .nullable(),
  },
  rosterClose: { reads: [], needs: "nothing", args: z.object({}), result: z.null() },
  recentList: { reads: [], needs: "nothing", args: z.object({}), result: z.array(recentRosterSchema) },
  recentForget: { reads: [], needs: "nothing", args: z.object({ path: pathSchema }), result: z.null() },
  shippedUnitsSearch: {
    reads: [],
    needs: "nothing",
    args: z.object({ query: searchSchema, on: daySchema, limit: z.int().min(1).max(50) }),
    result: z.array(shippedUnitSchema),
  },
  /** Null: the user closed the dialog. */
  dialogOpenRoster: { reads: [], needs: "nothing", args: z.object({}), result: pathSchema.nullable() },
  dialogSaveRoster: {
    reads: [],
    needs: "nothing",
    args: z.object({ suggestedName: z.string().max(120) }),
    result: pathSchema.nullable(),
  },
  dialogPickFolder: { reads: [], needs: "nothing", args: z.object({}), result: pathSchema.nullable() },
  settingsGet: { reads: [], needs: "nothing", args: z.object({}), result: settingsSchema },
  settingsSet: {
    reads: [],
    needs: "nothing",
    args: settingsSchema.omit({ people: true }).partial(),
    result: settingsSchema,
  },
  /** The page's answer to `closeRequested`: whether the window may close now. */
  windowCloseAllowed: {
    reads: [],
    needs: "nothing",
    args: z.object({ allowed: z.boolean() }),
    result: z.null(),
  },
} as const;
