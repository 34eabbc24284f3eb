/**
 * The window's one gate to the main process: the only file that touches `window.api`.
 *
 * A failure arrives as data and leaves as a BridgeError, so that screens handle one kind of error and never look
 * into answers themselves.
 */
import type {
  Answer,
  Api,
  CallArgs,
  CallName,
  CallResult,
  EventData,
  EventName,
} from "../../shared/contract/contract";
import { type ErrorCode, type ErrorData, errorDataSchema } from "../../shared/contract/errors";

declare global {
  interface Window {
    /** Put there by the preload. */
    readonly api: Api;
  }
}

/** The calls alone, so that a name picks its own arguments and result. */
type Calls = { readonly [N in CallName]: (args: CallArgs<N>) => Promise<Answer<CallResult<N>>> };

/** An expected failure of a call, with its code, parameters and field issues. */
export class BridgeError extends Error {
  readonly data: ErrorData;
  /** The call that was refused; null where none was made. */
  readonly of: CallName | null;

  constructor(data: ErrorData, options: ErrorOptions & { readonly of?: CallName } = {}) {
    super(data.code, options);
    this.name = "BridgeError";
    this.data = data;
    this.of = options.of ?? null;
  }

  get code(): ErrorCode {
    return this.data.code;
  }
}

/** What any thrown thing means to a user: its own data, or `internal` with a word to find it by. */
export function errorDataOf(error: unknown): ErrorData {
  if (error instanceof BridgeError) return error.data;
  const reference = error instanceof Error ? error.name : "unknown";
  return { code: "internal", params: { reference } };
}

/**
 * Asks the main process.
 * @returns the result of the call
 * @throws BridgeError for every refusal, with code `internal` where the answer never came
 */
export async function call<N extends CallName>(name: N, args: CallArgs<N>): Promise<CallResult<N>> {
  const calls: Calls = window.api;
  const answer = await calls[name](args).catch((cause: unknown) => {
    throw new BridgeError({ code: "internal", params: { reference: name } }, { cause, of: name });
  });
  if (!answer.ok) throw new BridgeError(errorDataSchema.parse(answer.error), { of: name });
  for (const listener of successes) listener(name);
  return answer.value;
}

const successes = new Set<(name: CallName) => void>();

/** Hears of every call that was done, of those who made it or not. @returns a function that stops hearing */
export function onDone(listener: (name: CallName) => void): () => void {
  successes.add(listener);
  return () => successes.delete(listener);
}

/** Listens to an event of the main process. @returns a function that stops listening */
export function listen<N extends EventName>(event: N, listener: (data: EventData<N>) => void): () => void {
  return window.api.on(event, listener);
}

/** Where a file lies that was dropped on the window; null for what is no file of this machine. */
export function pathOfDropped(file: File): string | null {
  const path = window.api.pathOf(file);
  return path === "" ? null : path;
}
