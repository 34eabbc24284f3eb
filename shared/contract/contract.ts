/**
 * The contract between the window and the main process: every call, its arguments and its result.
 *
 * Both gates, the preload and the page's cache are built from this one map, so that a call cannot exist on one side only
 * or drift in shape.
 */
import type { CallEntry, Part } from "./call";
import type { ErrorData } from "./errors";
import { catalogCalls } from "./schemas/catalog";
import { catalogTableCalls } from "./schemas/catalog-tables";
import { changeCalls } from "./schemas/changes";
import { classCalls } from "./schemas/classes";
import { idSchema } from "./schemas/common";
import { cellCalls } from "./schemas/cells";
import { completenessCalls } from "./schemas/completeness";
import { conflictCalls } from "./schemas/conflicts";
import { documentCalls } from "./schemas/documents";
import { dueCalls } from "./schemas/due";
import { personStoryCalls } from "./schemas/person-story";
import { trainingPlanCalls } from "./schemas/training-plan";
import { salaryCalls } from "./schemas/salary";
import { planningCalls } from "./schemas/planning";
import { evaluationCalls } from "./schemas/evaluations";
import { exchangeCalls } from "./schemas/exchange";
import { formDraftCalls } from "./schemas/form-drafts";
import { massChangeCalls } from "./schemas/mass-changes";
import { importCalls } from "./schemas/imports";
import { menuCalls } from "./schemas/menu";
import { noticeCalls } from "./schemas/notices";
import { officialCalls } from "./schemas/officials";
import { proposalCalls } from "./schemas/proposals";
import { receptionCalls } from "./schemas/receptions";
import { reportCalls } from "./schemas/reports";
import { rosterCalls } from "./schemas/roster";
import { ruleCalls } from "./schemas/rules";
import { statisticsCalls } from "./schemas/statistics";
import { viewCalls } from "./schemas/views";
import { z } from "./zod";

export const contract = {
  ...rosterCalls,
  ...menuCalls,
  ...noticeCalls,
  ...officialCalls,
  ...catalogCalls,
  ...catalogTableCalls,
  ...ruleCalls,
  ...statisticsCalls,
  ...completenessCalls,
  ...dueCalls,
  ...personStoryCalls,
  ...trainingPlanCalls,
  ...salaryCalls,
  ...classCalls,
  ...planningCalls,
  ...evaluationCalls,
  ...reportCalls,
  ...changeCalls,
  ...exchangeCalls,
  ...massChangeCalls,
  ...receptionCalls,
  ...conflictCalls,
  ...proposalCalls,
  ...importCalls,
  ...viewCalls,
  ...formDraftCalls,
  ...documentCalls,
  ...cellCalls,
} as const satisfies Readonly<Record<string, CallEntry>>;

export type CallName = keyof typeof contract;

/** What a caller gives: fields with a default may be left out. */
export type CallArgs<N extends CallName> = z.input<(typeof contract)[N]["args"]>;
/** What a handler receives after the gate parsed it. */
export type ParsedArgs<N extends CallName> = z.output<(typeof contract)[N]["args"]>;
export type CallResult<N extends CallName> = z.output<(typeof contract)[N]["result"]>;

/** Every answer travels as data; a failure never crosses as an exception. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ErrorData };

/** Events from the main process. The window answers "changed" by asking again. */
export const events = {
  /**
   * The roster's content changed, whoever changed it: parts and officials as in stale.ts. Or another roster is open
   * (`session`), and every answer is of the one before.
   */
  changed: z.object({
    version: z.int(),
    session: z.boolean(),
    parts: z.array(z.custom<Part>((part) => typeof part === "string")),
    officials: z.array(idSchema).nullable(),
  }),
  /** Progress of long work: a key of the `work` namespace and how far it is; total 0 while unknown. */
  progress: z.object({ work: z.string(), done: z.int(), total: z.int(), finished: z.boolean() }),
  /** Somebody chose a command in the window's menu: the id of its entry, such as "undo", "find", "newOfficial". */
  command: z.object({ name: z.string() }),
  /** There is something to take with `noticesTake`. */
  notices: z.object({}),
  /** The window is shown in another size, in percent. */
  zoomed: z.object({ percent: z.int() }),
  /** The system asked for another roster, which `openRequestTake` tells. */
  openRequested: z.object({}),
  /** Closing the window was asked for: the page answers with `closeAllowed` after settling unsaved work. */
  closeRequested: z.object({}),
} as const;
export type EventName = keyof typeof events;
export type EventData<N extends EventName> = z.output<(typeof events)[N]>;

/** What the preload puts on `window.api`: one named method a call, `on` for events, nothing else. */
export type Api = {
  readonly [N in CallName]: (args: CallArgs<N>) => Promise<Answer<CallResult<N>>>;
} & {
  /** Where a file lies that was dropped on the window; "" for what is no file of this machine. */
  readonly pathOf: (file: unknown) => string;
  /** @returns a function that stops listening */
  readonly on: <N extends EventName>(event: N, listener: (data: EventData<N>) => void) => () => void;
};
