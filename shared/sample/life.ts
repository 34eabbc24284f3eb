/**
 * Who a sample person is: sex, birth, people, Party dates, places and made-up numbers.
 *
 * Identity numbers begin with 999 (nine digits: 99) and telephone numbers with 0100, which nobody is ever given, so
 * that a sample row can never be taken for a living person or reach one.
 */
import type { Fields, FieldValue } from "../domain/entities";
import type { Sex } from "../domain/values";
import { type DayNumber, isoDay, isoMonth, isoYear, yearOf, years } from "./calendar";
import { pickEthnicity } from "./ethnic-names";
import { personName } from "./names";
import type { PostTraits } from "./posts";
import type { Random } from "./random";

/** What the rest of a record is fitted to. */
export interface Life {
  readonly sex: Sex;
  readonly birth: DayNumber;
  /** First day of any work. */
  readonly firstWork: DayNumber;
}

/** Women's retirement age is above this on every as-of day (NĐ 135/2020/NĐ-CP). */
const oldestWoman = 54;

/**
 * A life that fits a post on a day.
 * @param least youngest age on that day, when the career needs more years than the post does
 */
export function drawLife(random: Random, traits: PostTraits, asOf: DayNumber, least = 0): Life {
  const sex: Sex = random.percent(traits.male) ? "male" : "female";
  const youngest = Math.max(traits.ages[0], least);
  const oldest = Math.max(
    youngest,
    sex === "female" ? Math.min(oldestWoman, traits.ages[1]) : traits.ages[1],
  );
  const days = random.between(years(youngest) + 1, years(oldest + 1) - 2);
  const birth = asOf - days;
  const firstWork = birth + years(random.between(22, youngest > 30 ? 27 : 24));
  return { sex, birth, firstWork: Math.min(firstWork, asOf - 400) };
}

/** A date as precise as it is likely to stand in a file. @param shares percent of years and of months alone */
function dated(random: Random, day: DayNumber, shares: readonly [number, number]): string {
  const draw = random.below(100);
  if (draw < shares[0]) return isoYear(day);
  return draw < shares[0] + shares[1] ? isoMonth(day) : isoDay(day);
}

/** As {@link dated}, but never so vague that the date could also lie on or after `limit`. */
export function datedBefore(
  random: Random,
  day: DayNumber,
  limit: DayNumber,
  shares: readonly [number, number],
): string {
  const text = dated(random, day, shares);
  if (text.length === 4) return yearOf(day) < yearOf(limit) ? text : isoDay(day);
  if (text.length === 7) return isoMonth(day) === isoMonth(limit) ? isoDay(day) : text;
  return text;
}

function digits(value: number, length: number): string {
  return value.toString().padStart(length, "0");
}

/** Where a person's places are written from. */
export interface Home {
  /** Code of the area whose peoples live there; see pickEthnicity. */
  readonly areaCode: string;
  /** Places of origin as written in files, likelier ones repeated. */
  readonly hometowns: readonly string[];
  /** Where people of the commune live now, e.g. "xã Quảng Yên, huyện Thanh Ba". */
  readonly residence: string;
  /** Place of the commune in the sample, for numbers that no two people share. */
  readonly communeIndex: number;
  /** Whether optional texts are written too; a sample of a whole country goes without. */
  readonly full: boolean;
}

/**
 * The person's own fields.
 * @param serial number within the commune, from 1
 * @param recruited first day in a post, also one after `before`
 * @param before Party dates are surely before this day
 * @param partyPercent share of people like this who are in the Party
 */
export function officialFields(
  random: Random,
  life: Life,
  home: Home,
  serial: number,
  recruited: DayNumber,
  before: DayNumber,
  partyPercent: number,
): Fields<"official"> {
  const ethnicity = pickEthnicity(random, home.areaCode);
  const fields: Record<string, FieldValue> = {
    fullName: personName(random, life.sex, ethnicity),
    sex: life.sex,
    birth: dated(random, life.birth, [9, 8]),
    hometown: random.pick(home.hometowns),
    recruitedOn: datedBefore(random, recruited, before, [12, 30]),
  };
  const number = random.below(100);
  if (number >= 14) fields["identityNumber"] = `999${digits(home.communeIndex, 4)}${digits(serial, 5)}`;
  else if (number >= 2) fields["identityNumber"] = `99${digits(home.communeIndex, 4)}${digits(serial, 3)}`;
  if (!random.percent(2)) fields["ethnicity"] = ethnicity;
  const faith = random.below(100);
  if (faith >= 4)
    fields["religion"] = faith < 94 ? "Không" : random.pick(["Công giáo", "Phật giáo", "Phật giáo"]);
  if (random.percent(home.full ? 80 : 30))
    fields["phone"] = `0100${digits(home.communeIndex, 4)}${digits(serial, 3)}`;
  addParty(random, life, before, partyPercent, fields);
  if (home.full) {
    if (random.percent(70)) fields["residence"] = `Khu ${random.between(1, 14)}, ${home.residence}`;
    if (random.percent(45)) fields["birthPlace"] = random.pick(home.hometowns);
    if (random.percent(3)) fields["otherName"] = personName(random, life.sex, "Kinh");
  }
  return fields;
}

function addParty(
  random: Random,
  life: Life,
  before: DayNumber,
  percent: number,
  fields: Record<string, FieldValue>,
): void {
  if (!random.percent(percent)) return;
  const earliest = life.birth + years(20);
  const latest = Math.min(life.birth + years(33), before - 500);
  if (latest < earliest) return;
  const joined = random.between(earliest, latest);
  fields["partyJoined"] = datedBefore(random, joined, before, [5, 8]);
  // One year of probation (Điều lệ Đảng, Điều 5), and the days until the decision.
  const official = joined + 365 + random.below(20);
  fields["partyOfficial"] = datedBefore(random, official, before, [5, 8]);
}
