/**
 * Every expected failure of the program, by code.
 *
 * A code crosses the window boundary and the command line as data and becomes a sentence only where it is
 * shown (shared/i18n, namespace `errors`), so that one failure reads the same everywhere. Anything that is not
 * an AppError is a bug and is reported as `internal`.
 */
import type { EntityName } from "../domain/entities";

export const errorCodes = [
  "roster-missing",
  "roster-exists",
  "roster-foreign",
  "roster-newer",
  "roster-damaged",
  "roster-locked",
  "roster-readonly",
  "roster-unreadable",
  "roster-disk-failed",
  "no-roster-open",
  "folder-missing",
  "folder-readonly",
  "disk-full",
  "target-gone",
  "write-failed",
  "read-back-differs",
  "home-unusable",
  "unit-unknown",
  "unit-ambiguous",
  "post-unknown",
  "level-unknown",
  "date-impossible",
  "entity-unknown",
  "field-unknown",
  "value-invalid",
  "row-unknown",
  "reference-missing",
  "row-in-use",
  "validation",
  "undo-blocked",
  "undo-nothing",
  "form-unknown",
  "format-unknown",
  "layout-invalid",
  "pdf-unavailable",
  "packet-missing",
  "packet-foreign",
  "packet-truncated",
  "packet-damaged",
  "packet-newer",
  "packet-not-for-us",
  "packet-too-large",
  "sender-unknown",
  "sender-revoked",
  "card-foreign",
  "card-damaged",
  "card-own",
  "fingerprint-differs",
  "office-unknown",
  "no-addressee",
  "removals-unconfirmed",
  "receive-gone",
  "reception-undo-blocked",
  "conflict-unknown",
  "conflict-choice",
  "compact-alone",
  "compact-unacknowledged",
  "document-empty",
  "document-too-large",
  "document-unreadable",
  "document-waiting",
  "cancelled",
  "busy",
  "usage",
  "bad-request",
  "internal",
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Values that a sentence names: a path, who holds a roster, a typed date. Never a person's data. */
export type ErrorParams = Readonly<Record<string, string | number>>;

/** One field of a form that cannot be accepted, with the reason as a key of the `issues` namespace. */
export interface FieldIssue {
  readonly entity: EntityName;
  /** Row the field belongs to; for a new row the temporary id that the form gave it. */
  readonly rowId: string;
  readonly field: string;
  readonly reason: string;
  readonly params?: ErrorParams;
  /** A warning is shown beside the field and does not stop the save. */
  readonly severity: "error" | "warning";
}

/** A failure as it travels: no stack, no message text. */
export interface ErrorData {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  readonly issues?: readonly FieldIssue[];
}

/** An expected failure, thrown inside one side and turned into ErrorData at its gate. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  readonly issues: readonly FieldIssue[];

  constructor(
    code: ErrorCode,
    params: ErrorParams = {},
    issues: readonly FieldIssue[] = [],
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.name = "AppError";
    this.code = code;
    this.params = params;
    this.issues = issues;
  }

  toData(): ErrorData {
    return this.issues.length > 0
      ? { code: this.code, params: this.params, issues: this.issues }
      : { code: this.code, params: this.params };
  }
}

/** Shorthand for `new AppError`, so that a throw stays on one line. */
export function appError(code: ErrorCode, params: ErrorParams = {}, cause?: unknown): AppError {
  return new AppError(code, params, [], cause === undefined ? undefined : { cause });
}
