/** What the operating system says of a failure, apart from what the program makes of it. */

/** The system's code of an error (ENOENT, EBUSY, …), or "" when it is not a system error. */
export function systemCode(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
