/** Runs a property over played histories, says how many there were and how to run them again: `SEED=… npm run unit`. */
import fc from "fast-check";
import { afterAll, expect } from "vitest";
import type { EntityName } from "../../../shared/domain/entities";
import { historyFactor as longer, propertySeed as seed } from "../../../shared/testing/property-seed";
import { fieldsOfEntity } from "./model";
import { type PlayOffice, type Ruled, World } from "./office";
import { Play } from "./play";

/** Reports the history that failed as it is, which takes no time; else it is made as short as can be. */
const quick = process.env["QUICK"] !== undefined;
/** A property may take as long as its histories need. */
export const timeout = 1_200_000 * Math.max(1, longer);

/** Histories that say something even where a run plays a part of them. */
const fewest = 10;

let histories = 0;

/** What at least was seen in all histories, for a run that plays a part of them: a property must not hold of nothing. */
export function inTheseHistories(least: number): number {
  return Math.floor(least * Math.min(1, longer));
}

/** Prints how many histories a test file played, and from which seed. */
export function announce(file: string): void {
  afterAll(() => {
    process.stdout.write(`invariants/${file}: ${histories} histories, SEED=${seed}\n`);
  });
}

/**
 * Plays histories and checks each.
 * @param count how many in a run with a seed of its own; an ordinary run plays a part of them
 * @param offices how many there are at the beginning
 * @param ruled whose changes count
 */
export async function holdsFor<T>(
  values: fc.Arbitrary<T>,
  count: number,
  check: (play: Play, value: T) => Promise<void>,
  offices = 2,
  ruled: Ruled = "byAll",
): Promise<void> {
  let world = new World(ruled);
  let played = 0;
  try {
    await fc.assert(
      fc.asyncProperty(values, async (value) => {
        histories++;
        if (++played % 100 === 0) {
          world.close();
          world = new World(ruled);
        }
        const play = new Play(world, offices);
        try {
          await check(play, value);
        } finally {
          play.close();
        }
      }),
      { numRuns: Math.max(Math.ceil(count * longer), Math.min(count, fewest)), seed, endOnFailure: quick },
    );
  } finally {
    world.close();
  }
}

/** A roster is whole: file, chains, tables and lists. Each play looks at another of its offices. */
export function checkWhole(play: Play): void {
  expect(play.verify(play.office(play.ops.size))).toMatchObject({ ok: true, problems: [] });
}

/** Everybody holds the same, and shows what the model says of it. */
export function checkAgreed(play: Play): void {
  const all = play.held(play.office(0)).length;
  for (const office of play.offices) {
    expect(play.held(office)).toHaveLength(all);
    expect(play.portrait(office)).toEqual(play.expected(office));
    expect(lostValues(play, office)).toEqual([]);
  }
}

/** Required fields of rows in view that are empty, which nobody can have entered. */
function lostValues(play: Play, office: PlayOffice): string[] {
  return Object.entries(play.portrait(office).rows).flatMap(([row, values]) =>
    fieldsOfEntity(row.split(" ")[0] as EntityName).flatMap(([field, { required }]) =>
      required === true && values[field] === null ? [`${row} ${field}`] : [],
    ),
  );
}
