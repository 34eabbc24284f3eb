/**
 * A stand-in for `window.api` in component tests, typed by the contract so that it cannot answer in another shape
 * than the main process. Never part of the program.
 */
import { choiceOfStandardsId } from "../../shared/catalog/ids";
import { callNames } from "../../shared/contract/calls";
import type {
  Answer,
  Api,
  CallArgs,
  CallName,
  CallResult,
  EventData,
  EventName,
} from "../../shared/contract/contract";
import type { ErrorData } from "../../shared/contract/errors";
import { standardDefinitions } from "../../shared/domain/standards";

/** What a call answers with: a result, or an error that its handler throws as `refuse(…)`. */
export type FakeHandlers = {
  readonly [N in CallName]?: (args: CallArgs<N>) => CallResult<N> | Promise<CallResult<N>>;
};

export interface FakeApi {
  readonly api: Api;
  /** Every call so far, in order. */
  readonly calls: { readonly name: CallName; readonly args: unknown }[];
  /** Sends an event as the main process would. */
  readonly emit: <N extends EventName>(event: N, data: EventData<N>) => void;
}

const usual = standardDefinitions.filter(({ withoutRules }) => withoutRules).map(({ key }) => key);

class Refusal extends Error {
  readonly data: ErrorData;

  constructor(data: ErrorData) {
    super(data.code);
    this.data = data;
  }
}

/** For a handler that refuses: `throw refuse({ code, params })`. */
export function refuse(data: ErrorData): Error {
  return new Refusal(data);
}

/** @param handlers calls that the test expects; any other is refused by name, but the page may always tell its menu, ask for requests and keep drafts */
export function fakeApi(handlers: FakeHandlers = {}): FakeApi {
  const calls: { name: CallName; args: unknown }[] = [];
  const listeners = new Map<EventName, Set<(data: never) => void>>();

  const answer = async (name: CallName, args: unknown): Promise<Answer<unknown>> => {
    calls.push({ name, args });
    const harmless = {
      windowMenu: () => null,
      noticesTake: () => [],
      openRequestTake: () => null,
      formDraftsList: () => [],
      formDraftKeep: () => null,
      formDraftsDrop: () => null,
      // As in a roster where nobody chose.
      standardChoice: () => ({ id: choiceOfStandardsId(), chosen: null, counted: usual, withoutRules: [] }),
    };
    const handler = { ...harmless, ...handlers }[name] as ((given: unknown) => unknown) | undefined;
    if (handler === undefined) return { ok: false, error: { code: "bad-request", params: { detail: name } } };
    try {
      return { ok: true, value: await handler(args) };
    } catch (error) {
      if (error instanceof Refusal) return { ok: false, error: error.data };
      throw error;
    }
  };
  const methods = Object.fromEntries(callNames.map((name) => [name, (args: unknown) => answer(name, args)]));
  const on: Api["on"] = (event, listener) => {
    const set = listeners.get(event) ?? new Set();
    listeners.set(event, set.add(listener));
    return () => set.delete(listener);
  };
  const pathOf: Api["pathOf"] = (file) => (file instanceof File ? `/dropped/${file.name}` : "");
  return {
    api: { ...methods, pathOf, on } as unknown as Api,
    calls,
    emit: (event, data) => {
      for (const listener of listeners.get(event) ?? []) (listener as (data: unknown) => void)(data);
    },
  };
}
