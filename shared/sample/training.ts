/**
 * Qualifications of a sample person: levels as planned, schools, fields and dates that fit a life.
 *
 * The plan says which level is on record, if any, and whether its date leaves open that it was held on the as-of
 * day; the judging of that is left to the standards. Everything else here is colour.
 */
import type { QualificationKind } from "../domain/levels";
import type { FieldValue } from "../domain/entities";
import { type DayNumber, isoDay, isoMonth, isoYear, yearOf, years } from "./calendar";
import type { NextId } from "./ids";
import { datedBefore, type Life } from "./life";
import type { PostTraits, Tier } from "./posts";
import type { Random } from "./random";
import { type Major, majorFor, politicalSchool, type Region, schoolFor, type WorkField } from "./schools";
import type { SampleRow } from "./types";

/** The highest record of a kind. */
export interface Wish {
  /** A key of the kind's ladder; null: there is no record at all. */
  readonly level: string | null;
  /** The date is so vague that the record may be younger than the as-of day; there is no other record then. */
  readonly vague: boolean;
}

/** What schooling is drawn from. */
export interface Schooling {
  readonly asOf: DayNumber;
  readonly region: Region;
  readonly district: string | null;
  readonly province: string;
  /** Percent of people with a record of each further kind. */
  readonly extras: Readonly<Partial<Record<QualificationKind, number>>>;
  /** Percent of people with a lower professional record before the highest. */
  readonly lowerPercent: number;
  /** Whether schools, fields and certificate numbers are written on every row. */
  readonly full: boolean;
}

/** Usual youngest and oldest age at which a level is reached. */
const agesOf: Readonly<Record<string, readonly [number, number]>> = {
  none: [18, 20],
  elementary: [19, 30],
  intermediate: [20, 31],
  college: [21, 33],
  university: [22, 41],
  master: [28, 45],
  doctor: [33, 50],
};
const politicalAges: Readonly<Record<string, readonly [number, number]>> = {
  none: [18, 20],
  elementary: [22, 36],
  intermediate: [25, 44],
  advanced: [34, 50],
  bachelor: [34, 50],
};

/** Levels that suffice for a post under every set of the sample's day, as commonly found among its holders. */
export function sufficientWish(
  random: Random,
  kind: "professional" | "politicalTheory",
  tier: Tier,
  age: number,
): Wish {
  const draw = random.below(100);
  return {
    level: kind === "professional" ? professionalLevel(draw, tier, age) : politicalLevel(draw, tier, age),
    vague: false,
  };
}

function professionalLevel(draw: number, tier: Tier, age: number): string {
  if (draw < 8 && age >= 32 && tier !== "commander") return "master";
  switch (tier) {
    case "leader":
      return draw < 92 ? "university" : draw < 96 ? "college" : "intermediate";
    case "mass":
      return draw < 72 ? "university" : draw < 82 ? "college" : "intermediate";
    case "commander":
      return draw < 45 ? "university" : draw < 70 ? "college" : "intermediate";
    default:
      return "university";
  }
}

function politicalLevel(draw: number, tier: Tier, age: number): string {
  if (tier === "leader" || tier === "head") return draw < 18 && age >= 38 ? "advanced" : "intermediate";
  return draw < (tier === "mass" ? 68 : 54) && age >= 29 ? "intermediate" : "elementary";
}

/** Makes the rows of one person's qualifications. */
export class Training {
  readonly rows: SampleRow<"qualification">[] = [];
  private readonly random: Random;
  private readonly nextId: NextId;
  private readonly officialId: string;
  private readonly life: Life;
  private readonly schooling: Schooling;

  constructor(random: Random, nextId: NextId, officialId: string, life: Life, schooling: Schooling) {
    this.random = random;
    this.nextId = nextId;
    this.officialId = officialId;
    this.life = life;
    this.schooling = schooling;
  }

  /** The records of chuyên môn: the one wished for, and in some files a lower one before it. */
  addProfessional(wish: Wish, work: WorkField): void {
    const { level } = wish;
    if (level === null) return;
    const day = this.grantedDay(level, agesOf);
    const major = majorFor(this.random, work);
    if (!wish.vague && (level === "university" || level === "master"))
      this.addLowerProfessional(level, major, day);
    this.addDegree(level, major, day, this.written(day, wish.vague));
  }

  private addLowerProfessional(level: string, major: Major, before: DayNumber): void {
    const lower = level === "master" ? "university" : this.random.pick(["intermediate", "college"]);
    const ages = agesOf[lower] ?? [20, 30];
    const day = this.life.birth + years(ages[0]) + this.random.below(800);
    if (day + 900 > before) return;
    if (level === "master" || this.random.percent(this.schooling.lowerPercent)) {
      this.addDegree(lower, major, day, this.written(day, false));
    }
  }

  /** The record of lý luận chính trị. */
  addPolitical(wish: Wish): void {
    const { level } = wish;
    if (level === null) return;
    const day = this.grantedDay(level, politicalAges);
    this.addTheory(level, day, this.written(day, wish.vague));
  }

  /** Records of other kinds, each for its share of people. */
  addExtras(): void {
    const { extras } = this.schooling;
    if (this.has(extras.general)) {
      this.add("general", "upperSecondary", isoYear(this.life.birth + years(18.6)), { mode: "fullTime" });
    }
    if (this.has(extras.stateManagement)) {
      const level = this.random.percent(10) ? "principalSpecialist" : "specialist";
      this.addCourse("stateManagement", level, `Trường Chính trị ${this.schooling.province}`);
    }
    if (this.has(extras.it))
      this.addCourse("it", this.random.percent(88) ? "basic" : "advanced", "Trung tâm Ngoại ngữ - Tin học");
    if (this.has(extras.foreignLanguage)) {
      this.addCourse(
        "foreignLanguage",
        this.random.percent(80) ? "basic" : "advanced",
        "Trung tâm Ngoại ngữ - Tin học",
        "Tiếng Anh",
      );
    }
    if (this.has(extras.defence))
      this.addCourse("defence", "certificate", "Hội đồng giáo dục quốc phòng và an ninh");
    if (this.has(extras.ethnicLanguage)) this.addCourse("ethnicLanguage", "certificate", "Trường Chính trị");
  }

  /** A degree granted on a known day after the as-of day. */
  addLaterDegree(level: string, work: WorkField, day: DayNumber): void {
    this.addDegree(level, majorFor(this.random, work), day, isoDay(day));
  }

  /** A certificate of political theory granted on a known day after the as-of day. */
  addLaterTheory(level: string, day: DayNumber): void {
    this.addTheory(level, day, isoDay(day));
  }

  private has(percent: number | undefined): boolean {
    return percent !== undefined && this.random.percent(percent);
  }

  /** A day at the usual age for a level, and some weeks before the as-of day at the latest. */
  private grantedDay(level: string, ages: Readonly<Record<string, readonly [number, number]>>): DayNumber {
    const [youngest, oldest] = ages[level] ?? [22, 40];
    const from = this.life.birth + years(youngest);
    // Half of them right at the start of that time of life, as full-time students.
    const to = this.random.percent(50) ? from + 700 : this.life.birth + years(oldest);
    return this.random.between(from, Math.min(to, this.schooling.asOf - 60));
  }

  private written(day: DayNumber, vague: boolean): string {
    const { asOf } = this.schooling;
    if (vague) return this.random.percent(60) ? isoYear(asOf) : isoMonth(asOf);
    return datedBefore(this.random, day, asOf, [22, 24]);
  }

  private addDegree(level: string, major: Major, day: DayNumber, granted: string): void {
    if (level === "none") {
      this.add("professional", level, null, {});
      return;
    }
    const age = (day - this.life.birth) / 365;
    this.add("professional", level, granted, {
      major: major.name,
      school: schoolFor(this.random, level, major, yearOf(day), this.schooling.region),
      mode: age < 25 ? "fullTime" : this.random.percent(85) ? "inService" : "distance",
    });
  }

  private addTheory(level: string, day: DayNumber, granted: string): void {
    if (level === "none") {
      this.add("politicalTheory", level, null, {});
      return;
    }
    const { district, province } = this.schooling;
    const fields: Record<string, FieldValue> = {
      school: politicalSchool(level, yearOf(day), district, province),
      mode: this.random.percent(88) ? "inService" : "fullTime",
    };
    if (level === "intermediate" && this.random.percent(4)) fields["equivalent"] = true;
    this.add("politicalTheory", level, granted, fields);
  }

  private addCourse(kind: QualificationKind, level: string, school: string, major?: string): void {
    const from = this.life.birth + years(23);
    const to = Math.max(from + 30, Math.min(this.life.birth + years(45), this.schooling.asOf - 60));
    const day = this.random.between(from, to);
    this.add(kind, level, datedBefore(this.random, day, this.schooling.asOf, [35, 35]), {
      school,
      ...(major === undefined ? {} : { major }),
    });
  }

  private add(
    kind: QualificationKind,
    level: string,
    granted: string | null,
    details: Record<string, FieldValue>,
  ): void {
    const fields: Record<string, FieldValue> = { official: this.officialId, kind, level };
    if (granted !== null) fields["granted"] = granted;
    if (this.schooling.full || kind === "professional") Object.assign(fields, details);
    if (this.schooling.full && granted !== null && kind === "professional" && this.random.percent(40)) {
      fields["certificate"] = `MẪU ${this.random.between(10_000, 99_999)}`;
    }
    this.rows.push({ id: this.nextId(), fields });
  }
}

/** Percent of a post's holders who are in the Party. */
export function partyPercent(traits: PostTraits): number {
  return traits.tier === "servant" || traits.tier === "partTime" ? 86 : 100;
}
