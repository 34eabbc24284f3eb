/** Tidying of a roster: documents that nothing in the log names take room in every copy and on every stick. */
import type { CallResult } from "../../shared/contract/contract";
import type { OpenRoster } from "./open-roster";

/** Clears away documents that nothing names. @throws AppError roster-readonly, busy */
export function tidyRoster(roster: OpenRoster): CallResult<"rosterTidy"> {
  const { documents, bytes } = roster.tidy();
  return { documents, bytes };
}
