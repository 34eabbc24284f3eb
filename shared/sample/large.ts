/**
 * The samples of a province (148 communes of Phú Thọ) and of the whole country (3,321 communes, 250,000 people) on
 * 31/12/2025: every kind of gap, grace and unknown, judged by the shipped sets and the illustrative one.
 *
 * Everything is drawn per commune, so a caller can write one commune after the other in level memory.
 */
import { unitLabel } from "../catalog/unit-types";
import { childrenOf, type ShippedUnit, shippedUnits } from "../catalog/units";
import { dayNumber } from "./calendar";
import { withFullRecord } from "./full-record";
import { sampleIds } from "./ids";
import { headcounts, staffSince2025 } from "./large-plan";
import { type Beginning, earlyLeaverCareer, largeCareer, type LargePlace } from "./large-career";
import { drawLife } from "./life";
import { type Commune, type LaterStudies, samplePerson } from "./person";
import { postTraits, type SamplePostKey, type Tier } from "./posts";
import { Random } from "./random";
import type { StintStyle } from "./stint";
import { sufficientWish, type Schooling, type Wish } from "./training";
import type { SampleCommune, SamplePerson, SampleRow, SampleSet } from "./types";
import { drawAreaFlags, formerCommune, type UnitAdditions, unitRows } from "./units";

export const largeAsOf = "2025-12-31";

type LargeSet = Exclude<SampleSet, "thanh-ba" | "nation-full">;

const asOf = dayNumber(2025, 12, 31);
const packedAsOf = 20_251_231;
/** People who serve on the as-of day. */
const sizes: Readonly<Record<LargeSet, number>> = { province: 11_000, nation: 250_000 };

/** Rows of full records count apart, so that people, posts and qualifications keep their ids. */
const fullIds = 0x4000;

interface PlannedCommune {
  readonly unit: ShippedUnit;
  readonly province: ShippedUnit;
  readonly formerUnits: readonly string[];
}

export interface LargeSample {
  readonly units: readonly SampleRow<"unit">[];
  readonly communes: () => Generator<SampleCommune>;
}

/**
 * The units and people of a large sample.
 * @param provinces the provinces since 01/07/2025 that it covers
 * @param isFull whether people have full records, beyond what figures are counted from
 */
export function largeSample(
  set: LargeSet,
  seed: number,
  provinces: readonly ShippedUnit[],
  isFull: boolean,
): LargeSample {
  const ids = sampleIds(set, seed);
  // Place 0 in the sample belongs to the units that it adds.
  const nextUnitId = ids(0);
  const random = new Random(seed, `${set}/units`);
  const formerRows: SampleRow<"unit">[] = [];
  const additions = new Map<string, UnitAdditions>();
  const planned: PlannedCommune[] = [];
  for (const province of provinces) {
    for (const unit of childrenOf(province.id, packedAsOf)) {
      const areaFlags = drawAreaFlags(random, unit, province.code);
      const former =
        unit.predecessors.length > 0 ? null : formerCommune(unit, planned.length + 1, nextUnitId);
      if (former !== null) formerRows.push(former);
      additions.set(unit.id, { areaFlags, ...(former === null ? {} : { predecessor: former.id }) });
      planned.push({ unit, province, formerUnits: former === null ? unit.predecessors : [former.id] });
    }
  }
  const counts = headcounts(random, planned.length, sizes[set]);
  return {
    units: [...formerRows, ...unitRows([...provinces, ...planned.map(({ unit }) => unit)], additions)],
    *communes() {
      for (const [index, commune] of planned.entries()) {
        const made = largeCommune(set, seed, ids(index + 1), index + 1, commune, counts[index] ?? 0);
        yield isFull ? fullCommune(made, seed, ids(fullIds + index), commune) : made;
      }
    },
  };
}

/** The provinces that a set covers. */
export function provincesOf(set: LargeSet): ShippedUnit[] {
  const all = shippedUnits().filter((unit) => unit.level === "province" && unit.validTo === null);
  return set === "nation" ? all : all.filter((unit) => unit.code === "25");
}

function largeCommune(
  set: LargeSet,
  seed: number,
  nextId: () => string,
  index: number,
  { unit, province, formerUnits }: PlannedCommune,
  headcount: number,
): SampleCommune {
  const random = new Random(seed, `${set}/${unit.code}`);
  const provinceName = unitLabel(province);
  const siblings = childrenOf(province.id, packedAsOf).filter((sibling) => sibling.id !== unit.id);
  const neighbours = Array.from({ length: 4 }, () => random.pick(siblings));
  const origins = [unit, unit, unit, unit, unit, ...neighbours];
  const home = {
    areaCode: province.code,
    hometowns: origins.map((origin) => `${unitLabel(origin)}, ${provinceName}`),
    residence: unitLabel(unit),
    communeIndex: index,
    full: false,
  };
  const style: StintStyle = {
    exactYears: new Set<number>(),
    decisionPercent: set === "nation" ? 8 : 30,
    partyOffice: "TU",
  };
  const commune: Commune = { random, nextId, home, schooling: schoolingOf(set, provinceName), style };
  const place: LargePlace = { unitId: unit.id, formerUnits, neighbours: neighbours.map(({ id }) => id) };
  const people = servingPeople(commune, place, headcount, unit.type === "phuong");
  if (set === "province" && random.percent(40)) people.push(leaver(commune, place.unitId, people.length + 1));
  return { unitId: unit.id, unitName: unit.name, people };
}

function fullCommune(
  commune: SampleCommune,
  seed: number,
  nextId: () => string,
  { unit, province }: PlannedCommune,
): SampleCommune {
  const random = new Random(seed, `full/${unit.code}`);
  const home = { unit: unitLabel(unit), province: unitLabel(province) };
  return { ...commune, people: withFullRecord(random, nextId, commune.people, home) };
}

function schoolingOf(set: LargeSet, province: string): Schooling {
  const common = {
    asOf,
    region: set === "province" ? "phuTho" : "anywhere",
    district: null,
    province,
    full: false,
  } as const;
  return set === "province"
    ? {
        ...common,
        lowerPercent: 14,
        extras: {
          general: 30,
          stateManagement: 45,
          it: 30,
          foreignLanguage: 15,
          defence: 12,
          ethnicLanguage: 3,
        },
      }
    : {
        ...common,
        lowerPercent: 6,
        extras: {
          general: 6,
          stateManagement: 20,
          it: 12,
          foreignLanguage: 7,
          defence: 5,
          ethnicLanguage: 2,
        },
      };
}

function servingPeople(
  commune: Commune,
  place: LargePlace,
  headcount: number,
  urban: boolean,
): SamplePerson[] {
  const ownDirector = commune.random.percent(50);
  const posts = staffSince2025(headcount, urban, ownDirector);
  return posts.map((post, index) =>
    servingPerson(commune, place, post, second(posts, index, ownDirector), index + 1),
  );
}

/** The second post that goes with a post, if any. */
function second(posts: readonly SamplePostKey[], index: number, ownDirector: boolean): SamplePostKey | null {
  switch (posts[index]) {
    case "partySecretary":
      return "peoplesCouncilChair";
    case "peoplesCommitteeChair":
      return "partyDeputySecretary";
    case "peoplesCommitteeViceChair":
      return !ownDirector && posts[index - 1] !== "peoplesCommitteeViceChair"
        ? "publicServiceDirector"
        : null;
    default:
      return null;
  }
}

function servingPerson(
  commune: Commune,
  place: LargePlace,
  post: SamplePostKey,
  alsoHolds: SamplePostKey | null,
  serial: number,
): SamplePerson {
  const { random } = commune;
  const traits = postTraits[post];
  const life = drawLife(random, traits, asOf);
  const age = (asOf - life.birth) / 365.25;
  const professional = professionalWish(random, traits.tier, age);
  const politicalTheory = theoryWish(random, traits.tier, age);
  const beginning = beginningFor(random, professional.low || politicalTheory.low);
  const stints = largeCareer(random, life, post, place, beginning, alsoHolds);
  const studies =
    professional.low && random.percent(8) && stints.every((stint) => stint.endReason !== "retired");
  const later: LaterStudies = studies
    ? { degree: { level: "university", day: random.between(dayNumber(2026, 2, 1), dayNumber(2026, 9, 30)) } }
    : {};
  // Before the merger most careers are not on record, but people did not begin on that day.
  const recruited = Math.min(stints[0]?.from ?? asOf, life.firstWork + random.below(1500));
  return samplePerson(commune, {
    serial,
    post,
    life,
    stints,
    recruited,
    professional,
    politicalTheory,
    later,
  });
}

interface DrawnWish extends Wish {
  /** On record, and lower than most posts ask for: when the person began to serve decides. */
  readonly low: boolean;
}

function low(level: string): DrawnWish {
  return { level, vague: false, low: true };
}

const missing: DrawnWish = { level: null, vague: false, low: false };

function professionalWish(random: Random, tier: Tier, age: number): DrawnWish {
  const draw = random.below(1000);
  const elected = tier === "leader";
  if (draw < (elected ? 8 : 24)) return missing;
  if (draw < (elected ? 10 : 32)) return low(random.percent(60) ? "elementary" : "none");
  if (draw < (elected ? 40 : 120)) return low(random.percent(50) ? "college" : "intermediate");
  const wish = sufficientWish(
    random,
    "professional",
    tier === "leader" || tier === "mass" ? "head" : tier,
    age,
  );
  return { ...wish, low: false };
}

function theoryWish(random: Random, tier: Tier, age: number): DrawnWish {
  const draw = random.below(1000);
  const elected = tier === "leader" || tier === "mass";
  if (draw < (elected ? 14 : 50)) return missing;
  if (draw < (elected ? 22 : 84)) return low("none");
  if (draw < (elected ? 80 : 104)) return low(elected ? "elementary" : "training");
  return { ...sufficientWish(random, "politicalTheory", elected ? "leader" : tier, age), low: false };
}

function beginningFor(random: Random, isLow: boolean): Beginning {
  if (!isLow) return random.percent(1) ? "vague" : "any";
  const draw = random.below(100);
  return draw < 55 ? "before" : draw < 70 ? "vague" : "after";
}

function leaver(commune: Commune, unitId: string, serial: number): SamplePerson {
  const { random } = commune;
  const post: SamplePostKey = "specialist";
  const life = drawLife(random, postTraits[post], asOf, 28);
  const age = (asOf - life.birth) / 365.25;
  return samplePerson(commune, {
    serial,
    post,
    life,
    stints: earlyLeaverCareer(random, post, unitId),
    recruited: life.firstWork,
    professional: sufficientWish(random, "professional", "servant", age),
    politicalTheory: sufficientWish(random, "politicalTheory", "servant", age),
    later: {},
  });
}
