/**
 * The one way a set-up step says that it cannot be done: a Vietnamese sentence of what is missing and what
 * to do. Scripts print the sentence and end with 1; anything else that is thrown is a bug and keeps its stack.
 */
export class SetupFailure extends Error {
  name = "SetupFailure";
}

/**
 * Runs a script's main function and turns its outcome into an exit code.
 * @param {() => Promise<number>} main resolves to the exit code
 */
export async function runScript(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    process.stderr.write(`${error instanceof SetupFailure ? error.message : (error?.stack ?? error)}\n`);
    process.exitCode = 1;
  }
}
