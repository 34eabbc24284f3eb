/**
 * Everything in which operating systems differ for this program, as named questions.
 *
 * The one place that asks which system this is. Elsewhere a comparison with "win32" would say neither what is meant nor
 * what to do on a system that nobody thought of, and nobody could list what must be tried on each.
 */

export interface HostSystem {
  readonly platform: NodeJS.Platform;
  /** How paths are written: `C:\so\a.scb` or `/so/a.scb`. */
  readonly paths: "windows" | "posix";
  /** Where programs keep what is theirs: %APPDATA%, ~/Library/Application Support, or $XDG_CONFIG_HOME. */
  readonly programFolders: "appData" | "library" | "xdg";
  /** Who tells of removable drives; null: nobody, and any folder can still be picked. */
  readonly drivesToldBy: "powershell" | "mount" | "kernel" | null;
  /** Mounts and the memory of processes can be read as text in /proc, and root may mount disks. */
  readonly tellsInProc: boolean;
  /** A folder can be opened and flushed, and must be: else a new name may be lost in a power cut. NTFS orders names itself. */
  readonly folderCanBeFlushed: boolean;
  /** Rights are the mode bits of files and folders; where they are not, only trying tells whether something is allowed. */
  readonly rightsAreModes: boolean;
  /** A file that is marked read-only can neither be replaced nor removed; elsewhere its folder decides that. */
  readonly readOnlyFileStays: boolean;
  /** A file that is open can be neither removed nor replaced, by whoever has it open either. */
  readonly openFileStays: boolean;
  /** In what the system counts the length of names and paths. A letter with its marks takes two or three bytes. */
  readonly lengthsCountedIn: "bytes" | "letters";
  /** The longest name of a file, on every file system that people use there. */
  readonly longestName: number;
  readonly longestPath: number;
  /** The longest path of a file that SQLite opens, with what it puts beside it. */
  readonly longestSqlitePath: number;
  /** Chromium needs a display server to draw on. */
  readonly windowNeedsDisplayServer: boolean;
  /**
   * How long this process may stand still, ms: behind a window everything that is clicked meanwhile waits for it; a
   * command has nobody else to answer.
   */
  readonly longestStandstill: number;
}

const drives: Readonly<Partial<Record<NodeJS.Platform, HostSystem["drivesToldBy"]>>> = {
  win32: "powershell",
  darwin: "mount",
  linux: "kernel",
};

/**
 * @param platform as Node names it; one that is not known counts as a Unix
 * @param hasWindow whether this process may have a window
 */
export function hostSystem(platform: NodeJS.Platform, hasWindow = false): HostSystem {
  const isWindows = platform === "win32";
  return {
    platform,
    paths: isWindows ? "windows" : "posix",
    programFolders: isWindows ? "appData" : platform === "darwin" ? "library" : "xdg",
    drivesToldBy: drives[platform] ?? null,
    tellsInProc: platform === "linux",
    folderCanBeFlushed: !isWindows,
    rightsAreModes: !isWindows,
    readOnlyFileStays: isWindows,
    openFileStays: isWindows,
    lengthsCountedIn: isWindows ? "letters" : "bytes",
    longestName: 255,
    // MAX_PATH and PATH_MAX count the zero at the end.
    longestPath: isWindows ? 259 : platform === "darwin" ? 1023 : 4095,
    longestSqlitePath: isWindows ? 259 : 512,
    windowNeedsDisplayServer: platform === "linux",
    longestStandstill: hasWindow ? 800 : 5_000,
  };
}

/** The system that this process runs on. */
export const host: HostSystem = hostSystem(process.platform, process.versions["electron"] !== undefined);
