/**
 * Makes new rosters: beside their name, where nobody looks, so that one is there whole or not at all.
 */
import { AppError, type ErrorData } from "../../shared/contract/errors";
import { beginPart } from "../files/unfinished";
import { flushFile } from "./file/connect";
import { appear, makeRosterFile, newPart, removePart } from "./file/open-file";
import { systemFailure } from "./file/sqlite-errors";
import { makeEmptyTables } from "./projection/rebuild";
import { openFile, openRoster, type Roster, type RosterEnvironment } from "./roster";
import { UnseenGuard } from "./unseen-guard";

/**
 * Makes a new roster and opens it. It is filled under a name that nobody looks for and appears under its own only when it
 * is whole and on the medium: a program that is killed meanwhile leaves nothing that could be opened half made. So nothing
 * waits for the medium before that.
 * @param fill writes what a roster of its kind begins with
 * @throws AppError `roster-exists`, `folder-missing`, `folder-readonly`, `disk-full`, `home-unusable`; what `fill` throws
 */
export async function createRoster(
  path: string,
  environment: RosterEnvironment,
  fill: (roster: Roster) => void | Promise<void> = () => undefined,
): Promise<Roster> {
  const part = newPart(path);
  const done = beginPart(environment.home, part);
  try {
    makeRosterFile(path, part, makeEmptyTables);
    const unseen = new UnseenGuard();
    const roster = await openFile({ path: part, file: part, environment, unseen });
    try {
      await fill(roster);
    } finally {
      await roster.close();
    }
    flushFile(part);
    unseen.keep();
    appear(part, path);
  } catch (error) {
    removePart(part);
    throw calledAs(path, part, systemFailure(error, path));
  } finally {
    done();
  }
  return openRoster(path, environment);
}

/** A failure of the file that is being made, by the name that it is to have. */
function calledAs(path: string, part: string, error: unknown): unknown {
  if (!(error instanceof AppError)) return error;
  const { code, params } = error.toData();
  return "path" in params && params.path === part
    ? new AppError({ code, params: { ...params, path } } as ErrorData)
    : error;
}
