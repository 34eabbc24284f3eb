/**
 * Long work in steps, between which whoever waits for it may do something else: large sheets are laid out in the thread
 * that serves the window. Who has nothing else to do finishes it at once.
 */
export type Steps<Result> = Generator<undefined, Result, undefined>;

export function finished<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
