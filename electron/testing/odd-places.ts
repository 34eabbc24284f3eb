/**
 * What may lie under a name that somebody gives, or that the program would take for its own: everything but the file that
 * it looks for. Each kind is made in a folder of the test, so that nothing of the machine is written to.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What makes each kind at a path that is free. */
export const oddPlaces = {
  pipe: (at) => void execFileSync("mkfifo", [at]),
  /** Has no end, and takes whatever is written. */
  device: (at) => symlinkSync("/dev/zero", at),
  folder: (at) => {
    mkdirSync(at);
    writeFileSync(join(at, "cua-nguoi-khac.txt"), foreignText);
  },
  linkToItself: (at) => symlinkSync(at, at),
  linkToNothing: (at) => symlinkSync(`${at}.khong-co`, at),
  linkToForeign: (at) => {
    writeFileSync(`${at}.cua-nguoi-khac`, foreignText);
    symlinkSync(`${at}.cua-nguoi-khac`, at);
  },
  foreign: (at) => writeFileSync(at, foreignText),
  empty: (at) => writeFileSync(at, ""),
} as const satisfies Readonly<Record<string, (at: string) => void>>;

export type OddPlace = keyof typeof oddPlaces;
export const oddPlaceNames = Object.keys(oddPlaces) as OddPlace[];

/** What stands in what belongs to somebody else, and must stand there afterwards. */
export const foreignText = "của người khác, đừng đụng vào";

/** Names that no system takes, beside names below what is no folder. */
export function oddNames(folder: string): string[] {
  const file = join(folder, "tep.txt");
  writeFileSync(file, foreignText);
  return [
    "",
    join(folder, "a\0b.scb"),
    join(folder, `${"ữ".repeat(120)}.scb`),
    join(folder, ...Array.from({ length: 500 }, () => "thu-muc"), "so.scb"),
    join(file, "so.scb"),
    join(folder, "khong-co", "so.scb"),
    join(folder, "con.scb"),
    join(folder, "hai: chấm?.scb"),
    folder,
  ];
}
