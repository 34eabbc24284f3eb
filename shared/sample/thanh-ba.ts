/**
 * The sample of huyện Thanh Ba on 01/10/2021: 19 communes, made-up people, and the published figures as what judging
 * them gives.
 *
 * For every seed the same plan of gaps is dealt out to other people, so that the figures hold whatever the seed.
 */
import { unitLabel } from "../catalog/unit-types";
import { type ShippedUnit, unitOnDate } from "../catalog/units";
import { type DayNumber, dayNumber, dayOfIso } from "./calendar";
import { sampleIds } from "./ids";
import { drawLife, type Home } from "./life";
import { type Commune, type LaterStudies, samplePerson } from "./person";
import { isServant, postTraits, type SamplePostKey } from "./posts";
import { Random } from "./random";
import type { Stint, StintStyle } from "./stint";
import {
  afterAsOf,
  type CareerNeed,
  leaverCareer,
  newcomerCareer,
  type Place,
  thanhBaCareer,
  withConcurrent,
} from "./thanh-ba-career";
import { thanhBaClasses } from "./thanh-ba-classes";
import { withPay } from "./thanh-ba-pay";
import { withPlanning } from "./thanh-ba-planning";
import { type CommunePlan, type Gap, staffOf, thanhBaPlan } from "./thanh-ba-plan";
import { sufficientWish, type Schooling, type Wish } from "./training";
import type { ClassRow, SampleCommune, SamplePerson } from "./types";

export const thanhBaAsOf = "2021-10-01";
export const thanhBaDistrictCode = "232";

const asOf = dayNumber(2021, 10, 1);
const packedAsOf = 20_211_001;
const dayBeforeMerger = 20_191_231;
/** As rows of pay do, those of training count apart. */
const classIds = 0x2000;
/** Rows of pay count apart, so that people, posts and qualifications keep their ids whatever hangs on them. */
const payIds = 0x1000;
/** As those of nominations. */
const planningIds = 0x3000;
const noGap: Gap = { professional: null, politicalTheory: null };

const schooling: Schooling = {
  asOf,
  region: "phuTho",
  district: "huyện Thanh Ba",
  province: "tỉnh Phú Thọ",
  extras: { general: 97, stateManagement: 62, it: 78, foreignLanguage: 38, defence: 46, ethnicLanguage: 1 },
  lowerPercent: 28,
  full: true,
};

/** The communes one after the other; see SampleCommune. */
export function* thanhBaCommunes(seed: number): Generator<SampleCommune> {
  const ids = sampleIds("thanh-ba", seed);
  const units = thanhBaPlan.map((plan) => ({ plan, unit: unitOn(plan.code, packedAsOf) }));
  const unchanged = units
    .filter(({ plan, unit }) => plan.dissolved.length === 0 && unit.type === "xa")
    .map(({ unit }) => unit.id);
  const everywhere = units.map(({ unit }) => origin(unit));
  for (const [index, { plan, unit }] of units.entries()) {
    const random = new Random(seed, `thanh-ba/${plan.code}`);
    const former = plan.dissolved.map((code) => unitOn(code, dayBeforeMerger));
    const place: Place = {
      unitId: unit.id,
      formerUnits: former.length === 0 ? [] : formerUnitIds(unit, former),
      mergedOn: dayNumber(2020, 1, 1),
      neighbours: unchanged.filter((id) => id !== unit.id),
      town: unit.type === "thiTran",
    };
    const home: Home = {
      areaCode: thanhBaDistrictCode,
      hometowns: [...repeat(former.length > 0 ? former.map(origin) : [origin(unit)], 12), ...everywhere],
      residence: `${unitLabel(unit)}, huyện Thanh Ba`,
      communeIndex: index + 1,
      full: true,
    };
    const style: StintStyle = {
      exactYears: new Set([2019, 2020, 2021]),
      decisionPercent: 55,
      partyOffice: "HU",
    };
    const commune: Commune = { random, nextId: ids(index + 1), home, schooling, style };
    const paid = withPay(
      new Random(seed, `thanh-ba/${plan.code}/pay`),
      ids(payIds + index),
      people(commune, plan, place),
      index,
    );
    const planned = withPlanning(
      new Random(seed, `thanh-ba/${plan.code}/planning`),
      ids(planningIds + index),
      paid,
    );
    yield { unitId: unit.id, unitName: unit.name, people: planned };
  }
}

/** Classes of training of the district's people. */
export function thanhBaTraining(seed: number, people: readonly SamplePerson[]): ClassRow[] {
  return thanhBaClasses(new Random(seed, "thanh-ba/classes"), sampleIds("thanh-ba", seed)(classIds), people);
}

function unitOn(code: string, day: number): ShippedUnit {
  const unit = unitOnDate(code, day);
  if (unit === null) throw new Error(`The sample needs the unit ${code} of ${day}`);
  return unit;
}

/** Units where the staff of a merged commune worked; the commune itself where its row goes on across the merger. */
function formerUnitIds(unit: ShippedUnit, dissolved: readonly ShippedUnit[]): string[] {
  const goesOn = unit.validFrom === null || dayOfIso(unit.validFrom) < dayNumber(2020, 1, 1);
  const ids = dissolved.map(({ id }) => id);
  return goesOn ? [unit.id, ...ids] : ids;
}

function origin(unit: ShippedUnit): string {
  return `${unitLabel(unit)}, huyện Thanh Ba, tỉnh Phú Thọ`;
}

function repeat<T>(list: readonly T[], times: number): T[] {
  return Array.from({ length: times }, () => list).flat();
}

/** Everybody of one commune: those who serve on the day, some who had left, some who came later. */
function people(commune: Commune, plan: CommunePlan, place: Place): SamplePerson[] {
  const { random } = commune;
  const posts = staffOf(plan.headcount, place.town);
  const gaps = dealGaps(random, posts, plan.gaps);
  const taken = new Set<string>();
  const secretaryHeadsCouncil = random.percent(80);
  const vacated: SamplePostKey[] = [];
  const list = posts.map((post, index) => {
    const gap = gaps[index] ?? noGap;
    const alsoHolds = second(post, secretaryHeadsCouncil, posts.indexOf(post) === index);
    const serving = servingPerson(commune, place, post, gap, alsoHolds, taken, index + 1);
    if (serving.leaves && isServant(post)) vacated.push(post);
    return serving.person;
  });
  for (let left = random.below(plan.dissolved.length > 0 ? 4 : 2); left > 0; left--) {
    const post = random.pick(posts.filter((one) => postTraits[one].tier !== "leader"));
    const life = drawLife(random, postTraits[post], asOf - 500, 30);
    const stints = leaverCareer(random, life, post, place);
    list.push(otherPerson(commune, post, life, stints, list.length + 1));
  }
  for (const post of vacated) {
    if (!random.percent(60)) continue;
    const life = drawLife(random, { ...postTraits[post], ages: [26, 38] }, asOf);
    list.push(otherPerson(commune, post, life, newcomerCareer(random, post, place.unitId), list.length + 1));
  }
  return list;
}

/** First day in a post of cán bộ or công chức. */
function recruitedOn(stints: readonly Stint[]): DayNumber {
  return stints.find((stint) => stint.post !== "partTime")?.from ?? asOf;
}

/** The second post that goes with a post, if any. */
function second(post: SamplePostKey, secretaryHeadsCouncil: boolean, first: boolean): SamplePostKey | null {
  if (post === "peoplesCommitteeChair") return "partyDeputySecretary";
  if (post === "partySecretary" && secretaryHeadsCouncil) return "peoplesCouncilChair";
  return post === "partyDeputySecretary" && first && !secretaryHeadsCouncil ? "peoplesCouncilChair" : null;
}

/** Gaps by place in the list of posts: each goes to somebody in whose post it can occur, nobody gets two. */
function dealGaps(
  random: Random,
  posts: readonly SamplePostKey[],
  gaps: readonly Gap[],
): (Gap | undefined)[] {
  const dealt: (Gap | undefined)[] = posts.map(() => undefined);
  // The most particular ones first, so that there is somebody left for each.
  const order = [...gaps].sort((a, b) => candidates(posts, a).length - candidates(posts, b).length);
  for (const gap of order) {
    const free = candidates(posts, gap).filter((index) => dealt[index] === undefined);
    dealt[random.pick(free)] = gap;
  }
  return dealt;
}

function candidates(posts: readonly SamplePostKey[], gap: Gap): number[] {
  return posts.flatMap((post, index) => (canHave(post, gap) ? [index] : []));
}

function canHave(post: SamplePostKey, { professional, politicalTheory }: Gap): boolean {
  const { tier } = postTraits[post];
  if ((professional === "grace" || professional === "late") && !isServant(post)) return false;
  if (professional === "none" && (tier !== "mass" || post === "youthUnionSecretary")) return false;
  if (politicalTheory === "low") return tier === "leader";
  return tier !== "leader";
}

interface Serving {
  readonly person: SamplePerson;
  /** Whether the post falls vacant before the communes of 2021 end. */
  readonly leaves: boolean;
}

function servingPerson(
  commune: Commune,
  place: Place,
  post: SamplePostKey,
  gap: Gap,
  alsoHolds: SamplePostKey | null,
  taken: Set<string>,
  serial: number,
): Serving {
  const { random } = commune;
  const traits = postTraits[post];
  const least = gap.professional === "none" ? 46 : gap.professional === "grace" ? 31 : 0;
  // Somebody who came late to a title of công chức is still young.
  const life = drawLife(
    random,
    gap.professional === "late" ? { ...traits, ages: [27, 36] } : traits,
    asOf,
    least,
  );
  const age = (asOf - life.birth) / 365.25;
  const before = thanhBaCareer(random, life, post, careerNeed(gap), place, taken);
  const stints = afterAsOf(random, life, withConcurrent(before, place.unitId, alsoHolds), place.neighbours);
  const professional = professionalWish(random, gap, () =>
    sufficientWish(random, "professional", traits.tier, age),
  );
  const politicalTheory = theoryWish(gap, () => sufficientWish(random, "politicalTheory", traits.tier, age));
  const person = samplePerson(commune, {
    serial,
    post,
    life,
    stints,
    recruited: recruitedOn(stints),
    professional,
    politicalTheory,
    later: laterStudies(random, gap, professional, stints),
  });
  return { person, leaves: stints.some((stint) => stint.main && stint.to !== null && stint.to > asOf) };
}

function careerNeed(gap: Gap): CareerNeed {
  if (gap.professional === "grace") return "servantBefore2019";
  return gap.professional === "late" ? "servantAfter2019" : "any";
}

function professionalWish(random: Random, gap: Gap, enough: () => Wish): Wish {
  switch (gap.professional) {
    case null:
      return enough();
    case "grace":
      return { level: random.percent(70) ? "intermediate" : "college", vague: false };
    case "late":
      return { level: random.percent(30) ? "intermediate" : "college", vague: false };
    case "none":
      return { level: random.percent(55) ? "elementary" : "none", vague: false };
    case "missing":
      return { level: null, vague: false };
    case "vague":
      return { level: "university", vague: true };
  }
}

function theoryWish(gap: Gap, enough: () => Wish): Wish {
  switch (gap.politicalTheory) {
    case null:
      return enough();
    case "low":
      return { level: "elementary", vague: false };
    case "none":
      return { level: "none", vague: false };
    case "missing":
      return { level: null, vague: false };
    case "vague":
      return { level: "intermediate", vague: true };
  }
}

/** Studies that somebody finishes after the as-of day: most of them close a gap. */
function laterStudies(random: Random, gap: Gap, has: Wish, stints: readonly Stint[]): LaterStudies {
  const day: DayNumber = random.between(dayNumber(2022, 2, 1), dayNumber(2024, 11, 30));
  const stays = stints.some((stint) => stint.to === null || stint.to > day);
  if (!stays) return {};
  const below = has.level === "intermediate" || has.level === "college";
  const degree =
    below && random.percent(gap.professional === null ? 22 : 48) ? { level: "university", day } : undefined;
  const theory =
    gap.politicalTheory === "low" || (gap.politicalTheory === "none" && random.percent(50))
      ? { level: gap.politicalTheory === "low" ? "intermediate" : "elementary", day: day - 60 }
      : undefined;
  return { ...(degree === undefined ? {} : { degree }), ...(theory === undefined ? {} : { theory }) };
}

/** Somebody who does not serve on the day; nothing about them is planned. */
function otherPerson(
  commune: Commune,
  post: SamplePostKey,
  life: ReturnType<typeof drawLife>,
  stints: readonly Stint[],
  serial: number,
): SamplePerson {
  const { tier } = postTraits[post];
  const age = (asOf - life.birth) / 365.25;
  return samplePerson(commune, {
    serial,
    post,
    life,
    stints,
    recruited: recruitedOn(stints),
    professional: sufficientWish(commune.random, "professional", tier, age),
    politicalTheory: sufficientWish(commune.random, "politicalTheory", tier, age),
    later: {},
  });
}
