/**
 * Where the program keeps what must not travel with a roster: keys, sentinels, settings.
 *
 * A roster is copied, restored and handed on; its writer's key and the memory of what was written must stay behind, or
 * two copies would write under one name. Worked out without Electron, because the command line needs it too.
 */
import { mkdirSync } from "node:fs";
import { join, posix, win32 } from "node:path";
import { appError } from "../../shared/contract/errors";

export interface HomeSurroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** The user's home folder (`os.homedir()`). */
  readonly userHome: string;
}

const folderName = "so-can-bo";

/** Absolute path of the folder; `SO_CAN_BO_HOME` names another, so that two offices can be played on one machine. */
export function homeFolder({ env, platform, userHome }: HomeSurroundings): string {
  const paths = platform === "win32" ? win32 : posix;
  const chosen = env["SO_CAN_BO_HOME"];
  if (chosen) return paths.resolve(chosen);
  if (platform === "win32")
    return paths.join(env["APPDATA"] || paths.join(userHome, "AppData", "Roaming"), folderName);
  if (platform === "darwin") return paths.join(userHome, "Library", "Application Support", folderName);
  return paths.join(env["XDG_CONFIG_HOME"] || paths.join(userHome, ".config"), folderName);
}

/**
 * A folder below home, made when it is missing; only this user may look into it.
 * @throws AppError `home-unusable`
 */
export function homeSubfolder(home: string, name: string): string {
  const path = join(home, name);
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw appError("home-unusable", { path: home }, error);
  }
  return path;
}
