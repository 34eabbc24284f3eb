/**
 * Every expected failure of the program, by code.
 *
 * A code crosses the window boundary and the command line as data and becomes a sentence only where it is
 * shown (shared/i18n, namespace `errors`), so that one failure reads the same everywhere. Anything that is not
 * an AppError is a bug and is reported as `internal`. What a sentence may name is declared beside its code, so that
 * no sentence is left with a hole and no throw forgets what it needs.
 */
import { type EntityName, entityNames } from "../domain/entities";
import { needs } from "./call";
import { z } from "./zod";

const none = z.strictObject({});
const path = z.strictObject({ path: z.string() });
const value = z.strictObject({ value: z.string() });
const holder = { host: z.string(), user: z.string(), since: z.string() };

/** What two rules ask for differently: key of `domain:ruleDifference`. */
const ruleDifference = z.enum(["level", "majors", "both"]);
/** What the length of a name is counted in: key of `domain:counted`. */
const counted = z.enum(["bytes", "letters"]);

/** Why somebody's step of pay cannot be written: key of `domain:stepNotDue`. */
const stepNotDue = z.enum(["later", "unknown", "mismatch", "outside"]);

/** What is wrong with how a file is made: key of `domain:alteration`. */
const alteration = z.enum(["foreign", "changed", "missing"]);

/** What a file is that is no workbook: key of `domain:workbook.foreign`. */
export const foreignFiles = [
  "document",
  "slides",
  "pdf",
  "picture",
  "archive",
  "binaryWorkbook",
  "numbers",
  "webPage",
  "roster",
  "packet",
  "program",
  "unknown",
] as const;

/** What of a workbook is beyond what is read: key of `domain:workbook.limit`. */
export const workbookLimits = [
  "megabytes",
  "unpacked",
  "cells",
  "letters",
  "parts",
  "merges",
  "minutes",
  "memory",
] as const;

/** Every code with what its sentence names: a path, who holds a roster, a typed date. Never a person's data. */
export const errorParams = {
  "roster-missing": path,
  "roster-exists": path,
  "roster-foreign": path,
  "roster-newer": path,
  "roster-damaged": path,
  "roster-beyond-recovery": path,
  /**
   * `choices`: a line an answer, with tabs between the code of the unit, the name, and `office` for an office that was read,
   * or `unit` for a unit whose office was not.
   */
  "recover-whose": path.extend({ offices: z.string(), choices: z.string() }),
  "recover-other-office": path.extend({ code: z.string(), office: z.string() }),
  "recover-no-unit": path.extend({ code: z.string() }),
  "roster-altered": path.extend({ what: alteration, name: z.string() }),
  "roster-locked": path.extend(holder),
  "roster-left": path.extend(holder),
  "lock-lost": path.extend(holder),
  "roster-changed": path,
  "roster-replaced": path,
  "roster-readonly": path,
  "roster-unreadable": path,
  "roster-disk-failed": path,
  "no-roster-open": none,
  "folder-missing": path,
  "folder-readonly": path,
  /** A folder of this name is there already. */
  "folder-taken": path,
  "disk-full": path,
  "name-too-long": z.strictObject({ name: z.string(), limit: z.int(), counted }),
  "path-too-long": path.extend({ limit: z.int(), counted }),
  "name-refused": z.strictObject({ name: z.string() }),
  "target-gone": path,
  "write-failed": path.extend({ reason: z.string() }),
  "read-back-differs": path,
  "file-in-use": path,
  "home-unusable": path,
  "home-damaged": path,
  "unit-unknown": z.strictObject({ code: z.string(), on: z.string() }),
  "unit-ambiguous": z.strictObject({ code: z.string() }),
  "post-ambiguous": z.strictObject({ value: z.string() }),
  "post-unknown": value,
  "level-unknown": value,
  "date-impossible": value.extend({ why: z.string() }),
  "date-unclear": value.extend({ why: z.string() }),
  "entity-unknown": z.strictObject({ entity: z.string() }),
  "field-unknown": z.strictObject({ entity: z.string(), field: z.string() }),
  "value-invalid": value.extend({ field: z.string() }),
  "row-unknown": z.strictObject({
    id: z.union([z.string(), z.int()]),
    entity: z.string().exactOptional(),
  }),
  "reference-missing": z.strictObject({ entity: z.string(), field: z.string(), id: z.string() }),
  "row-in-use": z.strictObject({ entity: z.string(), field: z.string(), id: z.string() }),
  /** In a session for steps of pay between these days. */
  "nobody-due": z.strictObject({ from: z.string(), to: z.string() }),
  "step-not-due": z.strictObject({ name: z.string(), why: stepNotDue }),
  validation: z.strictObject({ count: z.int() }),
  "reason-too-long": z.strictObject({ max: z.int(), count: z.int() }),
  /** `by`: whoever made the later change, with their office where it is another one. */
  "undo-blocked": z.strictObject({ at: z.string(), by: z.string(), laterChangeId: z.int() }),
  "undo-done": z.strictObject({ at: z.string(), laterChangeId: z.int() }),
  "undo-nothing": none,
  "undo-proposal": none,
  "undo-settled": none,
  "undo-trust": none,
  "field-no-file": z.strictObject({ field: z.string() }),
  "rules-file-missing": path,
  "rules-file-unreadable": path,
  "rules-file-foreign": path,
  "rules-file-newer": path,
  "rules-file-field": path.extend({ at: z.string() }),
  /** A row that cannot be written: which, where, and what is wrong with it, in the words of the program. */
  "rules-file-row": path.extend({ row: z.string(), field: z.string(), sentence: z.string() }),
  "rules-file-reference": path.extend({ key: z.string() }),
  /** Two rows of the file that stand for one row of the roster. */
  "rules-file-repeated": path.extend({ row: z.string() }),
  "list-file-columns": path,
  "list-file-long": path.extend({ most: z.int() }),
  /** `first`: the sentence about the first mistake of `count`. */
  "list-file-refused": path.extend({ count: z.int(), first: z.string() }),
  /** Two rules by their clauses, with the texts that they stand in; whom both ask, and what each asks for. */
  "rules-contradict": z.strictObject({
    first: z.string(),
    firstAsks: z.string(),
    firstRule: z.string(),
    second: z.string(),
    secondAsks: z.string(),
    secondRule: z.string(),
    whom: z.string(),
    differs: ruleDifference,
  }),
  "plan-standard": value.extend({ known: z.string() }),
  "plan-target": value,
  /** The plan that was worked on: another one was made since, or its roster closed. */
  "plan-gone": none,
  "plan-day-past": z.strictObject({ day: z.string(), today: z.string() }),
  /** A standard that the roster does not count. */
  "standard-not-counted": z.strictObject({ standard: z.string() }),
  /** Two texts of which each would detail the other. */
  "rules-circle": z.strictObject({ first: z.string(), second: z.string() }),
  "rules-deep": z.strictObject({ set: z.string(), most: z.number() }),
  "form-ambiguous": z.strictObject({ form: z.string() }),
  /** The clock stands where a file of the kind cannot say when it was made. */
  "clock-no-file": none,
  "form-unknown": z.strictObject({ form: z.string(), known: z.string() }),
  "format-unknown": z.strictObject({ format: z.string(), known: z.string() }),
  "layout-invalid": z.strictObject({ layout: z.string(), at: z.string() }),
  "copy-too-large": z.strictObject({ rows: z.int(), most: z.int() }),
  "edit-too-large": z.strictObject({ rows: z.int(), most: z.int() }),
  "views-full": z.strictObject({ most: z.int() }),
  "file-not-opened": z.strictObject({ path: z.string(), reason: z.string() }),
  "too-many-rows": z.strictObject({ rows: z.int(), most: z.int() }),
  /** A list of a screen that there is none of without a field. */
  "listing-needs": z.strictObject({ form: z.string(), option: z.string() }),
  /** A row that a list is of: `found` rows bear the name. */
  "listing-row": z.strictObject({ name: z.string(), found: z.int() }),
  "view-unknown": z.strictObject({ view: z.string(), known: z.string() }),
  "pdf-unavailable": z.strictObject({ reason: z.string() }),
  "printer-missing": none,
  "print-failed": z.strictObject({ reason: z.string() }),
  "packet-missing": path,
  "packet-foreign": path,
  "packet-truncated": path,
  "packet-damaged": path,
  "packet-unproven": path,
  "packet-newer": path,
  "packet-not-for-us": path,
  "packet-too-large": path,
  "sender-unknown": path.extend({ office: z.string(), fingerprint: z.string() }),
  "sender-changed": path.extend({ office: z.string(), claimed: z.string(), code: z.string() }),
  "sender-revoked": path.extend({ office: z.string(), fingerprint: z.string() }),
  "card-foreign": path,
  "card-damaged": path,
  "card-own": path,
  "fingerprint-differs": path,
  "office-unknown": z.strictObject({ fingerprint: z.string() }),
  /** Of what was named, nothing waits, or more than one does. */
  "proposal-unknown": z.strictObject({ name: z.string() }),
  "no-addressee": none,
  /** `asked` as the command line takes it (`massText`). */
  "key-revoked": z.strictObject({ who: z.string(), count: z.int() }),
  "mass-unconfirmed": z.strictObject({ what: z.string(), asked: z.string() }),
  "receive-gone": none,
  "reception-undo-blocked": none,
  "conflict-unknown": z.strictObject({ id: z.string() }),
  "conflict-choice": z.strictObject({ n: z.string(), count: z.int() }),
  "document-empty": none,
  "document-too-large": z.strictObject({ megabytes: z.number() }),
  "document-unknown": z.strictObject({ hash: z.string() }),
  "document-unreadable": path,
  "document-waiting": none,
  "photo-foreign": none,
  "photo-too-large": z.strictObject({ megabytes: z.number() }),
  "scan-foreign": none,
  "workbook-missing": path,
  "workbook-no-file": path,
  "workbook-unreadable": path,
  "workbook-in-use": path,
  "workbook-foreign": path.extend({ what: z.enum(foreignFiles) }),
  "workbook-password": path,
  "workbook-empty": path,
  "workbook-damaged": path,
  "workbook-too-large": path.extend({ what: z.enum(workbookLimits), limit: z.string() }),
  "workbook-long-cell": path.extend({ cell: z.string(), limit: z.string() }),
  "import-no-table": path,
  "import-no-rows": path,
  "import-sheet-unknown": path.extend({ sheet: z.string(), known: z.string() }),
  /** Rows of two headings that do not name the same columns. */
  "import-headings": z.strictObject({ sheet: z.string(), first: z.int(), second: z.int() }),
  /** A cell joined over several people, as spreadsheet programs name its place. */
  "import-merged": z.strictObject({ sheet: z.string(), range: z.string() }),
  /** Letters of two columns that were said to hold the same. */
  "import-twice": z.strictObject({
    sheet: z.string(),
    first: z.string(),
    second: z.string(),
    label: z.string(),
  }),
  /** `at`: what of the file cannot be understood. */
  "import-map-invalid": path.extend({ at: z.string() }),
  "import-answer-unknown": z.strictObject({ key: z.string() }),
  "import-answer-unfit": z.strictObject({ key: z.string(), answer: z.string() }),
  "import-gone": none,
  /** The roster was changed since the preview, so that something else would be written. */
  "import-changed": none,
  "not-allowed": z.strictObject({ need: z.enum(needs) }),
  cancelled: none,
  /** A thread that was to do something is gone and said nothing. */
  "work-ended": none,
  busy: none,
  usage: z.strictObject({ detail: z.string() }),
  "bad-request": z.strictObject({ detail: z.string() }),
  internal: z.strictObject({ reference: z.string() }),
} as const;

export type ErrorCode = keyof typeof errorParams;

export const errorCodes = Object.keys(errorParams) as ErrorCode[];

/** What the sentence of a code names. */
export type ErrorParams<C extends ErrorCode = ErrorCode> = C extends ErrorCode
  ? Readonly<z.output<(typeof errorParams)[C]>>
  : never;

/** Codes whose sentence names a path and nothing else. */
export type PathErrorCode = {
  [C in ErrorCode]: { path: string } extends ErrorParams<C>
    ? "path" extends keyof ErrorParams<C>
      ? C
      : never
    : never;
}[ErrorCode];

/** Values that a sentence about a field names. */
export type IssueParams = Readonly<Record<string, string | number>>;

/** One field of a form that cannot be accepted, with the reason as a key of the `issues` namespace. */
export const issueSchema = z.strictObject({
  entity: z.enum(entityNames as [EntityName, ...EntityName[]]),
  /** Row the field belongs to; for a new row the temporary id that the form gave it. */
  rowId: z.string(),
  field: z.string(),
  reason: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
  /** A warning is shown beside the field and does not stop the save; a question does until it is answered. */
  severity: z.enum(["error", "warning", "question"]),
});
export type FieldIssue = Readonly<z.output<typeof issueSchema>>;

/** A failure as it travels: no stack, no message text. */
export type ErrorData = {
  readonly [C in ErrorCode]: {
    readonly code: C;
    readonly params: ErrorParams<C>;
    readonly issues?: readonly FieldIssue[];
  };
}[ErrorCode];

const issuesSchema = z.array(issueSchema).exactOptional();

/** Reads a failure that came from another process or thread. */
export const errorDataSchema: z.ZodType<ErrorData> = z.custom<ErrorData>((data) => {
  const { success, data: found } = z.looseObject({ code: z.enum(errorCodes) }).safeParse(data);
  if (!success) return false;
  return z
    .strictObject({ code: z.string(), params: errorParams[found.code], issues: issuesSchema })
    .safeParse(data).success;
});

/** An expected failure, thrown inside one side and turned into ErrorData at its gate. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  readonly issues: readonly FieldIssue[];
  readonly #data: ErrorData;

  constructor(data: ErrorData, options?: ErrorOptions) {
    super(data.code, options);
    this.name = "AppError";
    this.code = data.code;
    this.params = data.params;
    this.issues = data.issues ?? [];
    this.#data = data;
  }

  toData(): ErrorData {
    return this.#data;
  }
}

type Both<U> = (U extends unknown ? (one: U) => void : never) extends (all: infer I) => void ? I : never;

/** Of a code that is one of several: what the sentences of all of them name. An index of nothing names nothing. */
type Given<C extends ErrorCode> = string extends keyof Both<ErrorParams<C>>
  ? [params?: undefined, cause?: unknown]
  : [params: Both<ErrorParams<C>>, cause?: unknown];

/** Shorthand for `new AppError`, so that a throw stays on one line. */
export function appError<C extends ErrorCode>(code: C, ...[params, cause]: Given<C>): AppError {
  const data = { code, params: params ?? {} } as unknown as ErrorData;
  return new AppError(data, cause === undefined ? undefined : { cause });
}
