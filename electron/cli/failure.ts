/**
 * A failure of a command as its exit code and as the words on standard error: one sentence, or with --json one
 * document. The only place of the command line that turns codes into words.
 */
import {
  AppError,
  appError,
  type ErrorCode,
  type ErrorData,
  type FieldIssue,
} from "../../shared/contract/errors";
import { issueSentence, readableParams, type Translate } from "../../shared/i18n";
import { resources } from "../../shared/i18n/resources";
import { Refusal } from "./command";

export const exitCodes = { done: 0, refused: 1, wrongUsage: 2 } as const;

export interface Failure {
  readonly exitCode: number;
  readonly error: ErrorData;
  /** One line. */
  readonly sentence: string;
}

/** @param recordBug writes down what nobody expected and gives its reference */
export function failureOf(error: unknown, t: Translate, recordBug: (error: unknown) => string): Failure {
  if (error instanceof Refusal) {
    return { exitCode: exitCodes.refused, error: error.error.toData(), sentence: oneLine(error.message) };
  }
  const expected = error instanceof AppError ? error : appError("internal", { reference: recordBug(error) });
  return {
    exitCode: expected.code === "usage" ? exitCodes.wrongUsage : exitCodes.refused,
    error: expected.toData(),
    sentence: oneLine(sentenceOf(expected, t)),
  };
}

/** What goes to standard error. */
export function failureText({ error, sentence }: Failure, json: boolean): string {
  if (!json) return `${sentence}\n`;
  return `${JSON.stringify({ error: { ...error, message: sentence } })}\n`;
}

function sentenceOf(error: AppError, t: Translate): string {
  for (const [severity, key] of [
    ["error", "cli:issues"],
    ["question", "cli:questions"],
  ] as const) {
    const issues = error.issues.filter((issue) => issue.severity === severity);
    if (error.code !== "validation" || issues.length === 0) continue;
    const lines = issues.map((issue) => issueText(issue, t));
    return t(key, { count: issues.length, issues: lines.join(" ") });
  }
  const { code } = error;
  return t(isSaidHere(code) ? `cli:instead.${code}` : `errors:${code}`, readableParams(error.params));
}

type SaidHere = keyof typeof resources.vi.cli.instead & ErrorCode;

/** What is to be done about these is a button or a list in the window, and a command here. */
function isSaidHere(code: ErrorCode): code is SaidHere {
  return code in resources.vi.cli.instead;
}

/** "Ngày sinh: Không có ngày này." */
function issueText(issue: FieldIssue, t: Translate): string {
  return t("cli:issue", {
    field: t(`domain:field.${issue.entity}.${issue.field}`),
    sentence: issueSentence(t, issue),
  });
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
