/**
 * The Thanh Ba sample as it was made once in a run of the tests, with the home of the machine that made it: making it takes
 * longer than most of what is asked of it. How it is made has tests of its own, which make it.
 */
import { createHash } from "node:crypto";
import { copyFileSync, cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { standardDefinitions } from "../../shared/domain/standards";
import { fileHints } from "../roster/file/machine-hints";
import { currentShape } from "../roster/projection/shape";
import type { Environment } from "../services/environment";
import { createSampleRoster } from "../services/new-roster";
import { OpenRoster } from "../services/open-roster";
import { madeOnce } from "./made-once";

/** How often a clock and ids were asked. */
export interface Counted {
  readonly now: number;
  readonly ids: number;
}

/** A machine whose clock and ids are counted. */
export interface CountedPlace {
  readonly environment: Environment;
  readonly counted: () => Counted;
  /** As if it had been asked so often more. */
  readonly advance: (by: Counted) => void;
}

const rosterName = "thanh-ba.scb";
/** A test that stands in other entities or standards has a sample of its own. */
const madeBy = createHash("sha256").update(currentShape).update(JSON.stringify(standardDefinitions));
const folderName = `thanh-ba-${madeBy.digest("hex").slice(0, 8)}`;

/** Makes it in a place of its own, and notes how often the clock and the ids were asked. */
async function make(folder: string, { environment, counted }: CountedPlace): Promise<void> {
  const path = join(folder, rosterName);
  await (await createSampleRoster(path, { set: "thanh-ba", seed: 1 }, environment)).close();
  const made = counted();
  // Whoever copies it opens it, as whoever makes it does at last.
  await (await OpenRoster.open(path, environment)).close();
  const { now, ids } = counted();
  const noted: Counted = { now: made.now - (now - made.now), ids: made.ids - (ids - made.ids) };
  writeFileSync(join(folder, "counted.json"), JSON.stringify(noted));
}

/** A copy is another file, of which a machine remembers nothing: here it is to be the one that was made. */
function rememberAs(home: string, path: string): void {
  const folder = join(home, "sentinels");
  for (const name of readdirSync(folder)) {
    const sentinel = join(folder, name);
    const content = JSON.parse(readFileSync(sentinel, "utf8")) as object;
    writeFileSync(sentinel, JSON.stringify({ ...content, file: fileHints(path) }));
  }
}

/**
 * Puts the sample under a path, as if this place had made it and closed it: its home, clock and ids as they were then.
 * @param newPlace a place like this one whose files lie in a folder
 * @returns whether it did; not in a place that has a home already, whose keys are other ones, or that was asked before
 */
export async function placeSample(
  path: string,
  place: CountedPlace,
  newPlace: (folder: string) => CountedPlace,
): Promise<boolean> {
  const { home } = place.environment;
  if (existsSync(home) || existsSync(path)) return false;
  const { now, ids } = place.counted();
  if (now + ids > 0) return false;
  const made = await madeOnce(folderName, (folder) => make(folder, newPlace(folder)));
  cpSync(join(made, "home"), home, { recursive: true });
  copyFileSync(join(made, rosterName), path);
  rememberAs(home, path);
  place.advance(JSON.parse(readFileSync(join(made, "counted.json"), "utf8")) as Counted);
  return true;
}
