/**
 * Careers since 01/07/2025, and before it in the communes that were merged then.
 */
import type { EndReason } from "../domain/values";
import { type DayNumber, dayNumber, workingDay, years } from "./calendar";
import { concurrentStint, currentStint, ended } from "./career";
import type { Life } from "./life";
import { postTraits, type SamplePostKey } from "./posts";
import type { Random } from "./random";
import { retirementDay } from "./retirement";
import type { Stint } from "./stint";

/** Where a commune's people work and worked. */
export interface LargePlace {
  readonly unitId: string;
  /** Communes that went into it; empty where none is known. */
  readonly formerUnits: readonly string[];
  /** Other communes of the province. */
  readonly neighbours: readonly string[];
}

const asOf = dayNumber(2025, 12, 31);
const newCommunes = dayNumber(2025, 7, 1);
/** Later ends are not written: they would lie ahead of whoever opens the sample. */
const lastEnd = dayNumber(2026, 10, 31);

/**
 * How a career began, where the plan cares: with a post before the merger (grace), only after it, or on a day of
 * which the file says the year alone.
 */
export type Beginning = "before" | "after" | "vague" | "any";

/** The career of somebody who holds a post on 31/12/2025, oldest stint first. */
export function largeCareer(
  random: Random,
  life: Life,
  post: SamplePostKey,
  place: LargePlace,
  beginning: Beginning,
  alsoHolds: SamplePostKey | null,
): readonly Stint[] {
  const stints = mainCareer(random, life, post, place, beginning);
  const now = stints.at(-1);
  const all =
    alsoHolds === null || now === undefined
      ? stints
      : [...stints, concurrentStint(place.unitId, alsoHolds, now.from)];
  return afterwards(random, life, all);
}

function mainCareer(
  random: Random,
  life: Life,
  post: SamplePostKey,
  place: LargePlace,
  beginning: Beginning,
): readonly Stint[] {
  const now = currentStint(place.unitId, post, newCommunes);
  if (beginning === "vague") return [{ ...now, precision: "year" }];
  const draw = random.below(100);
  if (place.formerUnits.length > 0 && (beginning === "before" || (beginning === "any" && draw < 8))) {
    return [stintBefore(random, life, post, random.pick(place.formerUnits)), now];
  }
  if (draw < 90 || place.neighbours.length === 0)
    return [draw < 84 ? now : { ...now, from: recentDay(random) }];
  return rotated(random, now, random.pick(place.neighbours));
}

/** A post of the old kind, held until the old commune ended. */
function stintBefore(random: Random, life: Life, post: SamplePostKey, unitId: string): Stint {
  const held = oldPost(random, life, post);
  const latest = newCommunes - 200;
  const from = workingDay(
    random,
    Math.min(latest, Math.max(life.firstWork, newCommunes - years(12))),
    latest,
  );
  return {
    ...currentStint(unitId, held, from),
    to: newCommunes - 1,
    endReason: "unitMerged",
    precision: from < dayNumber(2024, 1, 1) && random.percent(40) ? "month" : "day",
  };
}

function oldPost(random: Random, life: Life, post: SamplePostKey): SamplePostKey {
  const { tier, before } = postTraits[post];
  // Elected posts go on under their names; a militia commander and the elected most often stay what they were.
  if (tier === "mass" || tier === "commander" || (tier === "leader" && random.percent(60))) return post;
  const held = random.pick(before);
  return held === "womensUnionChair" && life.sex === "male" ? "cultureSociety" : held;
}

function recentDay(random: Random): DayNumber {
  return workingDay(random, newCommunes + 14, asOf - 10);
}

/** Sent from another commune of the province some months after the merger. */
function rotated(random: Random, now: Stint, from: string): readonly Stint[] {
  const moved = workingDay(random, newCommunes + 45, asOf - 20);
  const { tier } = postTraits[now.post];
  const elected = tier === "leader" || tier === "mass";
  const reason: EndReason = elected ? "rotated" : "transferred";
  return [
    { ...now, unitId: from, to: moved - 1, endReason: reason },
    { ...now, from: moved, kind: elected ? "rotated" : "transferred" },
  ];
}

/** What is known of the time after the as-of day. */
function afterwards(random: Random, life: Life, stints: readonly Stint[]): readonly Stint[] {
  const retires = retirementDay(life.sex, life.birth);
  if (retires > asOf && retires <= lastEnd) return ended(stints, retires, "retired");
  if (!random.percent(1)) return stints;
  return ended(
    stints,
    workingDay(random, asOf + 30, lastEnd),
    random.pick(["resigned", "leftService", "transferred"]),
  );
}

/** The career of somebody who left between the merger and the as-of day. */
export function earlyLeaverCareer(random: Random, post: SamplePostKey, unitId: string): readonly Stint[] {
  const leaves = workingDay(random, newCommunes + 30, asOf - 10);
  return ended(
    [currentStint(unitId, post, newCommunes)],
    leaves,
    random.pick(["leftService", "resigned", "deceased"]),
  );
}
