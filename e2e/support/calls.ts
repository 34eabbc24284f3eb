/** Work that a clerk would do for an hour, done at once through the page's own calls. */
import type { Page } from "@playwright/test";
import type { Answer, CallArgs, CallName, CallResult } from "../../shared/contract/contract";

/** Calls one after the other. @returns their results. @throws Error for the first refusal */
export async function callEach<N extends CallName>(
  page: Page,
  name: N,
  each: readonly CallArgs<N>[],
): Promise<CallResult<N>[]> {
  const answers = await page.evaluate(
    async ([call, all]): Promise<unknown[]> => {
      const api = Reflect.get(window, "api") as Record<string, (args: unknown) => Promise<unknown>>;
      const given: unknown[] = [];
      for (const args of all) given.push(await api[call]?.(args));
      return given;
    },
    [name, each] as const,
  );
  return (answers as Answer<CallResult<N>>[]).map((answer) => {
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
    return answer.value;
  });
}
