/**
 * Where the program keeps what must not travel with a roster: keys, sentinels, settings.
 *
 * A roster is copied, restored and handed on; its writer's key and the memory of what was written must stay behind, or
 * two copies would write under one name. Worked out without Electron, because the command line needs it too.
 */
import { join, posix, win32 } from "node:path";
import { AppError, appError } from "../../shared/contract/errors";
import { hostSystem } from "./host-system";
import { makeFolder, privateFolder } from "./make-folder";
import { FileInUse } from "./patience";
import { systemCode } from "./system-code";

export interface HomeSurroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** The user's home folder (`os.homedir()`). */
  readonly userHome: string;
}

const folderName = "so-can-bo";

/** Absolute path of the folder; `SO_CAN_BO_HOME` names another, so that two offices can be played on one machine. */
export function homeFolder({ env, platform, userHome }: HomeSurroundings): string {
  const system = hostSystem(platform);
  const paths = system.paths === "windows" ? win32 : posix;
  const chosen = env["SO_CAN_BO_HOME"];
  if (chosen) return paths.resolve(chosen);
  switch (system.programFolders) {
    case "appData":
      return paths.join(env["APPDATA"] || paths.join(userHome, "AppData", "Roaming"), folderName);
    case "library":
      return paths.join(userHome, "Library", "Application Support", folderName);
    case "xdg":
      return paths.join(env["XDG_CONFIG_HOME"] || paths.join(userHome, ".config"), folderName);
  }
}

/**
 * Why something of the home folder could not be used, so that nobody is sent to look for rights that are there.
 * @param error of node:fs, or of whatever read the file
 * @param file the file of the home folder
 */
export function homeFailure(error: unknown, home: string, file: string): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof FileInUse) return appError("file-in-use", { path: error.path }, error);
  switch (systemCode(error)) {
    case "ENOSPC":
    case "EDQUOT":
      return appError("disk-full", { path: home }, error);
    default:
      return isOfSystem(error)
        ? appError("home-unusable", { path: home }, error)
        : appError("home-damaged", { path: file }, error);
  }
}

/** Errors of node:fs name the system call; others with a code (of cryptography) are about the content. */
function isOfSystem(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}

/**
 * A folder below home, made when it is missing; only this user may look into it.
 * @throws AppError `home-unusable`, `disk-full`
 */
export function homeSubfolder(home: string, name: string): string {
  const path = join(home, name);
  try {
    makeFolder(path, privateFolder);
  } catch (error) {
    throw homeFailure(error, home, path);
  }
  return path;
}
