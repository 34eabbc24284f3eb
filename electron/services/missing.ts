/** What this machine saved and the open roster does not hold: asked when it is opened, and until somebody decides. */
import { isoInstant } from "../../shared/domain/hanoi-time";
import type { MissingData } from "../../shared/contract/schemas/roster";
import { letMissingGo, missingChanges } from "../roster/missing";
import type { Environment } from "./environment";
import type { OpenRoster } from "./open-roster";

/** Null where nothing is known to be missing. @throws AppError `home-unusable` */
export function missingOf({ db, path }: OpenRoster, environment: Environment): MissingData | null {
  const missing = missingChanges(db, path, environment);
  if (missing === null) return null;
  const { changes, lastAt, since } = missing;
  return {
    changes,
    lastAt: isoInstant(lastAt),
    since:
      since === null
        ? null
        : { ...since, firstAt: isoInstant(since.firstAt), lastAt: isoInstant(since.lastAt) },
  };
}

/** The roster is gone on with as it is. @throws AppError `home-unusable` */
export function goOnWithout(roster: OpenRoster, environment: Environment): void {
  roster.changeTrust(() => letMissingGo(roster.db, roster.path, environment));
}
