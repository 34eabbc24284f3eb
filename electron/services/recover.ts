/** Recovers a damaged roster into a new file, and tells in the terms of the contract what was lost. */
import { resolve } from "node:path";
import type { RecoveredData } from "../../shared/contract/schemas/roster";
import { isoInstant } from "../../shared/domain/hanoi-time";
import { withRosterEnding } from "../files/roster-name";
import { recoverRoster, type RecoveryWatch } from "../roster/recover-elsewhere";
import type { Environment } from "./environment";

/** @throws AppError see recoverRoster */
export async function recoverInto(
  path: string,
  to: string,
  environment: Pick<Environment, "home" | "recoverElsewhere">,
  watch: RecoveryWatch = {},
): Promise<RecoveredData> {
  const file = resolve(withRosterEnding(to));
  const { lost, lists, ...counts } = await recoverRoster(resolve(path), file, environment, watch);
  return {
    path: file,
    ...counts,
    lists: [...lists],
    lost: lost.map((one) => ({ ...one, at: one.at === null ? null : isoInstant(one.at) })),
  };
}
