/**
 * Careers in the communes of Thanh Ba: terms of office, the merger of 2020, and what came after 01/10/2021.
 */
import { type DayNumber, dayNumber, workingDay, years } from "./calendar";
import { concurrentStint, currentStint, type EarlierOptions, ended, withEarlier } from "./career";
import type { Life } from "./life";
import { isServant, postTraits, type SamplePostKey, type Tier } from "./posts";
import type { Random } from "./random";
import { retirementDay } from "./retirement";
import type { Stint } from "./stint";

/** What a plan demands of a career, because grace hangs on when somebody became công chức. */
export type CareerNeed = "any" | "servantBefore2019" | "servantAfter2019";

/** Where a commune's people work and worked. */
export interface Place {
  readonly unitId: string;
  /** Where its people worked before the merger; empty for a commune that did not change. */
  readonly formerUnits: readonly string[];
  /** First day after the merger. */
  readonly mergedOn: DayNumber;
  /** Xã that did not change, to come from and to go to. */
  readonly neighbours: readonly string[];
  /** A thị trấn, where địa chính has another title. */
  readonly town: boolean;
}

const asOf = dayNumber(2021, 10, 1);
const reformDay = dayNumber(2019, 12, 25);
/** Last day of the communes of 2021 and of the posts of công chức cấp xã. */
const lastDay = dayNumber(2025, 6, 30);
/** First meetings of the people's councils elected on 23/05/2021, when leaders of council and committee were elected. */
const councilTerm = dayNumber(2021, 6, 29);

/** Percent of people whose earlier posts are on record. */
const earlierPercent: Readonly<Record<Tier, number>> = {
  leader: 86,
  mass: 55,
  servant: 24,
  commander: 40,
  head: 0,
  partTime: 0,
};

/** First days of terms that officials of 2021 may have been elected for. */
const terms: Partial<Readonly<Record<SamplePostKey, readonly DayNumber[]>>> = {
  partySecretary: [dayNumber(2020, 5, 18), dayNumber(2020, 5, 18), dayNumber(2015, 5, 25)],
  partyDeputySecretary: [dayNumber(2020, 5, 18), dayNumber(2020, 5, 18), dayNumber(2015, 5, 25)],
  peoplesCouncilViceChair: [councilTerm, councilTerm, dayNumber(2016, 6, 28)],
  peoplesCommitteeChair: [councilTerm, councilTerm, dayNumber(2016, 6, 28)],
  peoplesCommitteeViceChair: [councilTerm, councilTerm, dayNumber(2016, 6, 28)],
  fatherlandFrontChair: [dayNumber(2019, 3, 14), dayNumber(2014, 4, 10)],
  youthUnionSecretary: [dayNumber(2017, 4, 20)],
  womensUnionChair: [dayNumber(2021, 3, 24), dayNumber(2016, 4, 12)],
  farmersUnionChair: [dayNumber(2018, 4, 17), dayNumber(2013, 3, 19)],
  veteransAssociationChair: [dayNumber(2017, 3, 15), dayNumber(2012, 3, 21)],
};

/** The last day of the term that runs on the as-of day: five years, of a congress or a council; null: held by no term. */
export function termEnd(post: SamplePostKey): DayNumber | null {
  const began = (terms[post] ?? []).filter((day) => day <= asOf);
  return began.length === 0 ? null : Math.max(...began) + years(5) - 1;
}

/** When somebody came to the post they hold on the as-of day. */
function startDay(random: Random, life: Life, post: SamplePostKey, need: CareerNeed): DayNumber {
  const servant = isServant(post);
  const latest = need === "servantBefore2019" ? dayNumber(2019, 10, 31) : asOf - 60;
  const earliest = need === "servantAfter2019" ? dayNumber(2020, 2, 3) : life.firstWork;
  const ready = earliest + (servant || need !== "any" ? 0 : 300);
  const termDays = (terms[post] ?? []).filter((day) => day >= ready);
  if (termDays.length > 0 && random.percent(72)) return random.pick(termDays);
  const longest = servant || post === "militaryCommander" ? 21 : 8;
  return workingDay(random, Math.min(latest, Math.max(ready, asOf - years(longest))), latest);
}

/** Posts that people of a merged commune may have held in the old ones, best first. */
function formerPosts(post: SamplePostKey, need: CareerNeed): readonly SamplePostKey[] {
  if (need === "servantAfter2019")
    return ["youthUnionSecretary", "farmersUnionChair", "womensUnionChair", "partTime"];
  if (isServant(post)) return [post];
  switch (post) {
    case "partySecretary":
      return ["partySecretary", "partyDeputySecretary"];
    case "partyDeputySecretary":
      return ["partySecretary", "partyDeputySecretary"];
    case "peoplesCommitteeChair":
      return ["peoplesCommitteeChair", "partySecretary", "peoplesCommitteeViceChair"];
    case "peoplesCommitteeViceChair":
      return ["peoplesCommitteeChair", "peoplesCommitteeViceChair"];
    case "peoplesCouncilViceChair":
      return ["peoplesCouncilViceChair", "fatherlandFrontChair"];
    default:
      return [post, "partTime"];
  }
}

/** An old unit and a post there that nobody else of this commune comes from. */
function formerPlace(
  random: Random,
  life: Life,
  post: SamplePostKey,
  need: CareerNeed,
  place: Place,
  taken: Set<string>,
): { unitId: string; post: SamplePostKey } {
  const units = random.shuffled(place.formerUnits);
  for (const former of formerPosts(post, need)) {
    if (former === "womensUnionChair" && life.sex === "male") continue;
    if (former === "youthUnionSecretary" && life.birth + years(36) < place.mergedOn) continue;
    for (const unitId of units) {
      const key = `${unitId} ${former}`;
      if (taken.has(key)) continue;
      if (postTraits[former].single) taken.add(key);
      return { unitId, post: former };
    }
  }
  return { unitId: random.pick(units), post: "partTime" };
}

function mergedCareer(
  random: Random,
  life: Life,
  post: SamplePostKey,
  need: CareerNeed,
  place: Place,
  taken: Set<string>,
): readonly Stint[] {
  const former = formerPlace(random, life, post, need, place, taken);
  const latest = Math.min(reformDay - 60, place.mergedOn - 200);
  const from = workingDay(
    random,
    Math.min(latest, Math.max(life.firstWork, place.mergedOn - years(16))),
    latest,
  );
  if (former.unitId === place.unitId && former.post === post) return [currentStint(place.unitId, post, from)];
  const before: Stint = {
    ...currentStint(former.unitId, former.post, from),
    to: place.mergedOn - 1,
    endReason: former.unitId === place.unitId ? "transferred" : "unitMerged",
  };
  const now = currentStint(place.unitId, post, place.mergedOn);
  return [before, { ...now, kind: isServant(post) ? "transferred" : "appointed" }];
}

/**
 * The career of somebody who holds a post on 01/10/2021, oldest stint first.
 * @param taken single posts of the old communes that others of this commune come from; grows
 */
export function thanhBaCareer(
  random: Random,
  life: Life,
  post: SamplePostKey,
  need: CareerNeed,
  place: Place,
  taken: Set<string>,
): readonly Stint[] {
  const options: EarlierOptions = {
    percent: earlierPercent[postTraits[post].tier],
    neighbours: place.neighbours,
    servantsAllowed: need !== "servantAfter2019",
  };
  const stints =
    place.formerUnits.length > 0
      ? mergedCareer(random, life, post, need, place, taken)
      : [currentStint(place.unitId, post, startDay(random, life, post, need))];
  return withEarlier(random, life, stints, options).map((stint) => titledFor(place, stint));
}

/** Earlier posts are drawn by the titles of a xã. */
function titledFor(place: Place, stint: Stint): Stint {
  const renamed = place.town && stint.unitId === place.unitId && stint.post === "landAgriculture";
  return renamed ? { ...stint, post: "landUrban" } : stint;
}

/** Posts that go with a post: the secretary heads the council, the committee's chairman is a deputy secretary. */
export function withConcurrent(
  stints: readonly Stint[],
  unitId: string,
  alsoHolds: SamplePostKey | null,
): readonly Stint[] {
  const now = stints.at(-1);
  if (alsoHolds === null || now === undefined) return stints;
  return [...stints, concurrentStint(unitId, alsoHolds, Math.max(now.from, councilTerm))];
}

/** What becomes of somebody between the as-of day and the end of the communes of 2021. */
export function afterAsOf(
  random: Random,
  life: Life,
  stints: readonly Stint[],
  neighbours: readonly string[],
): readonly Stint[] {
  const retires = retirementDay(life.sex, life.birth);
  if (retires > asOf && retires <= lastDay) return ended(stints, retires, "retired");
  const main = stints.findLast((stint) => stint.main);
  if (main === undefined || !random.percent(7)) return stints;
  const day = workingDay(random, asOf + 90, lastDay - 200);
  if (isServant(main.post) && main.post !== "landUrban" && random.percent(60)) {
    const next = currentStint(random.pick(neighbours), main.post, day + 1);
    return [...ended(stints, day, "transferred"), { ...next, kind: "transferred" }];
  }
  return ended(stints, day, random.pick(["relieved", "resigned", "leftService", "transferred"]));
}

/** The career of somebody who left before the as-of day, and is not counted on it. */
export function leaverCareer(
  random: Random,
  life: Life,
  post: SamplePostKey,
  place: Place,
): readonly Stint[] {
  const merged = place.formerUnits.length > 0;
  // In a merged commune they are those for whom it had no post.
  const leaves = merged ? place.mergedOn - 1 : workingDay(random, asOf - years(6), asOf - 120);
  const from = workingDay(random, Math.min(life.firstWork, leaves - 400), leaves - 400);
  const unitId = merged ? random.pick(place.formerUnits) : place.unitId;
  if (merged) return ended([currentStint(unitId, post, from)], leaves, "leftService");
  const old = leaves - life.birth > years(55);
  const reason = old
    ? "retired"
    : random.pick(["resigned", "leftService", "transferred", "relieved", "deceased"] as const);
  return ended([currentStint(unitId, post, from)], leaves, reason);
}

/** The career of somebody who came after the as-of day. */
export function newcomerCareer(random: Random, post: SamplePostKey, unitId: string): readonly Stint[] {
  return [currentStint(unitId, post, workingDay(random, asOf + 100, lastDay - 300))];
}
