/**
 * Careers before the as-of day: from the post that somebody holds then, backwards through what they did before.
 *
 * Histories matter: grace hangs on who served before a day, merged communes on where their people came from, and a
 * view of an earlier date on posts that have ended. A sample of present posts only would show none of it.
 */
import type { EndReason } from "../domain/values";
import { type DayNumber, workingDay, years } from "./calendar";
import type { Life } from "./life";
import { isServant, postTraits, type SamplePostKey } from "./posts";
import type { Random } from "./random";
import type { Stint } from "./stint";

/** The least that is worth a row of its own. */
const shortestStint = 500;

/** Whether a person may have held a post at that time of life. */
function couldHold(post: SamplePostKey, life: Life, from: DayNumber, to: DayNumber): boolean {
  if (post === "womensUnionChair") return life.sex === "female";
  if (post === "militaryCommander") return life.sex === "male";
  if (post === "policeChief") return life.sex === "male" && from <= life.birth + years(45);
  // Members leave the Youth Union at 30; its secretaries of communes stay until 35 at most.
  if (post === "youthUnionSecretary") return to <= life.birth + years(36);
  if (post === "veteransAssociationChair") return from >= life.birth + years(40);
  return true;
}

function isElected(post: SamplePostKey): boolean {
  const { tier } = postTraits[post];
  return tier === "leader" || tier === "mass";
}

/** Why somebody left one post for another, as far as the two posts tell. */
function reasonBetween(before: SamplePostKey, after: SamplePostKey, sameUnit: boolean): EndReason {
  if (isElected(before) && isElected(after)) return sameUnit ? "termEnded" : "rotated";
  return before === "partTime" ? "other" : "transferred";
}

export interface EarlierOptions {
  /** Percent of people who have an earlier stint; half of it for one before that. */
  readonly percent: number;
  /** Units where somebody may have worked as well as where the next stint is; they existed at all times in question. */
  readonly neighbours: readonly string[];
  /** Posts that may not occur, e.g. công chức titles for somebody who must have come to them late. */
  readonly servantsAllowed: boolean;
}

/**
 * Stints before the first one given, oldest first, followed by those given.
 * The first of those given changes its kind when the person came from another commune.
 */
export function withEarlier(
  random: Random,
  life: Life,
  stints: readonly Stint[],
  options: EarlierOptions,
): readonly Stint[] {
  const [next, ...rest] = stints;
  if (next === undefined || !random.percent(options.percent)) return stints;
  const room = next.from - life.firstWork;
  const candidates = postTraits[next.post].before.filter(
    (post) => options.servantsAllowed || !isServant(post),
  );
  if (room < shortestStint || candidates.length === 0) return stints;

  const post = random.pick(candidates);
  const from = workingDay(
    random,
    Math.max(life.firstWork, next.from - years(8)),
    Math.max(life.firstWork, next.from - shortestStint),
  );
  const to = next.from - 1;
  if (!couldHold(post, life, from, to)) return stints;

  const moved = options.neighbours.length > 0 && post !== "partTime" && random.percent(14);
  const unitId = moved ? random.pick(options.neighbours) : next.unitId;
  const sameUnit = unitId === next.unitId;
  const earlier: Stint = {
    unitId,
    post,
    kind: postTraits[post].kind,
    from,
    to,
    endReason: reasonBetween(post, next.post, sameUnit),
    main: true,
    precision: random.pick(["day", "month", "month", "year"]),
  };
  const arrived: Stint = sameUnit
    ? next
    : { ...next, kind: isElected(next.post) ? "rotated" : "transferred" };
  const further = withEarlier(random, life, [earlier], { ...options, percent: options.percent / 2 });
  return [...further, arrived, ...rest];
}

/** A stint in the post held on the as-of day. */
export function currentStint(unitId: string, post: SamplePostKey, from: DayNumber): Stint {
  return {
    unitId,
    post,
    kind: postTraits[post].kind,
    from,
    to: null,
    endReason: null,
    main: true,
    precision: "day",
  };
}

/** A second post held beside the main one (kiêm nhiệm). */
export function concurrentStint(unitId: string, post: SamplePostKey, from: DayNumber): Stint {
  return { ...currentStint(unitId, post, from), kind: "concurrent", main: false };
}

/** The stints with the running ones ended on a day. */
export function ended(stints: readonly Stint[], to: DayNumber, endReason: EndReason): readonly Stint[] {
  return stints.map((stint) => (stint.to === null ? { ...stint, to, endReason } : stint));
}
