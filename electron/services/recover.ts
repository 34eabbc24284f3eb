/** Recovers a damaged roster into a new file, and tells in the terms of the contract what was lost. */
import { resolve } from "node:path";
import type { RecoveredData } from "../../shared/contract/schemas/roster";
import { isoInstant } from "../../shared/domain/hanoi-time";
import { toHex } from "../../shared/sync/bytes";
import { officeKeys } from "../files/exchange/office-keys";
import { withRosterEnding } from "../files/roster-name";
import { recoverRoster, type RecoveryWatch } from "../roster/recover-elsewhere";
import type { Environment } from "./environment";
import { writeOfficeOf } from "./new-roster";

/**
 * @param office code of the unit whose office's roster it is, where the roster does not say so any more and its log tells
 *   of several that may have made it, or of the one no longer; null: as this machine's keys say
 * @throws AppError see recoverRoster; home-unusable
 */
export async function recoverInto(
  path: string,
  to: string,
  environment: Environment,
  watch: RecoveryWatch = {},
  office: string | null = null,
): Promise<RecoveredData> {
  const keys = officeKeys(environment.home).ownSignKeys.map(toHex);
  const file = resolve(withRosterEnding(to));
  const { lost, lists, ...counts } = await recoverRoster(
    resolve(path),
    file,
    {
      ...environment,
      whose: { keys, unitCode: office },
      anew: { environment, write: (roster, unit) => writeOfficeOf(roster, environment, unit) },
    },
    watch,
  );
  return {
    path: file,
    ...counts,
    lists: [...lists],
    lost: lost.map((one) => ({ ...one, at: one.at === null ? null : isoInstant(one.at) })),
  };
}
