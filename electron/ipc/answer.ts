/**
 * Answers one call of the contract: asks whether the caller may, parses what the page sent, asks the handler, packs up
 * the result or the failure.
 *
 * Apart from the gate, so that it can be tried without Electron.
 */
import {
  type Answer,
  type CallName,
  type CallResult,
  contract,
  type ParsedArgs,
} from "../../shared/contract/contract";
import { AppError, type ErrorData } from "../../shared/contract/errors";
import { demand, type Permissions } from "../services/permissions";
import { isBounded } from "./bounded";
import { untilFree } from "./until-free";

export type Handlers = {
  readonly [N in CallName]: (args: ParsedArgs<N>) => CallResult<N> | Promise<CallResult<N>>;
};

export interface AnswerOptions {
  /** Who asks, and what they may do. */
  readonly permissions: Permissions;
  /** Records a bug and returns the reference that the user can pass on. */
  readonly reportBug: (error: unknown) => string;
  /** Checks results against the contract too: for test runs, where drift must fail loudly. */
  readonly checkResults: boolean;
}

/** Answers any call by its name. */
export type Answerer = (name: CallName, raw: unknown) => Promise<Answer<CallResult<CallName>>>;

/**
 * @param raw whatever the page sent
 * @returns never throws: a failure is data, and a bug is recorded and told by its reference
 */
export async function answer<N extends CallName>(
  name: N,
  handlers: Pick<Handlers, N>,
  raw: unknown,
  options: AnswerOptions,
): Promise<Answer<CallResult<N>>> {
  try {
    demand(options.permissions, contract[name].needs);
    if (!isBounded(raw)) return refusal({ code: "bad-request", params: { detail: name } });
    const parsed = contract[name].args.safeParse(raw);
    if (!parsed.success) {
      const detail = parsed.error.issues.map((issue) => `${name}.${issue.path.join(".")}`).join(", ");
      return refusal({ code: "bad-request", params: { detail } });
    }
    // What is refused in one go has changed nothing; a failure after a wait is the handler's to tell.
    const { result } = await untilFree(() => ({ result: handlers[name](parsed.data as ParsedArgs<N>) }));
    const value = await result;
    if (options.checkResults) contract[name].result.parse(value);
    return { ok: true, value };
  } catch (error) {
    if (error instanceof AppError) return refusal(error.toData());
    return refusal({ code: "internal", params: { reference: options.reportBug(error) } });
  }
}

function refusal(error: ErrorData): { ok: false; error: ErrorData } {
  return { ok: false, error };
}
