/**
 * Whether a rule asks somebody at all: conditions that hang on the person and not on where they serve. A rule without
 * any asks everybody in its post groups and areas; one with some is passed over for whom they do not hold, and leaves it
 * open which rule applies where the record does not tell. The detailed judge and the columns of the statistics ask here.
 */
import {
  ageOnPacked,
  earliestPackedDay,
  type PackedDay,
  type PackedPartialDate,
} from "../domain/partial-date";
import { monthsLeft } from "../domain/retirement";
import type { Sex } from "../domain/values";
import { type Answer, answers, both } from "./decide";
import { entryFrom, entryTo, type Service } from "./grace";
import { holdsFirstTime, openEnd, servedThroughout } from "./serving";
import type { Missing } from "./types";

/** Conditions of a rule with their numbers; a bound that is not asked for lies beyond every value. */
export interface Conditions {
  readonly firstEntry: boolean;
  /** Ids of the posts that it speaks of; empty: of all in its groups. */
  readonly posts: ReadonlySet<string>;
  /** Bit i for the i-th of `postCategories`; 0: any. */
  readonly categories: number;
  readonly ageFrom: number;
  readonly ageTo: number;
  readonly monthsFrom: number;
  readonly monthsTo: number;
  /** In service on this day and ever since; 0 where it is not asked. */
  readonly servingOn: PackedDay;
}

/** What is read of a rule: whom it asks, since when its set is in force, in which groups service counts. */
export interface Asking {
  readonly conditions: Conditions | null;
  readonly set: { readonly validFrom: PackedDay };
  readonly graceGroupMask: number;
}

/** What conditions read of a person beside their service. */
export interface Person extends Service {
  readonly birth: PackedPartialDate;
  readonly sex: Sex | null;
  /** The post of the main assignment. */
  readonly postId: string;
  /** Place of its category in `postCategories`, −1 where that is not known. */
  readonly category: number;
}

/** Higher than every age and every number of months. */
export const noUpperBound = 10_000;

/** Why it can be open whether a rule applies. */
export type Doubt = Extract<
  Missing["reason"],
  "firstEntryUnknown" | "birthUnknown" | "sexUnknown" | "serviceUnknown" | "postUnknown"
>;

/** Whether a rule asks this person. */
export function applies({ conditions, set, graceGroupMask }: Asking, person: Person): Answer {
  if (conditions === null) return answers.yes;
  let answer: Answer = answers.yes;
  if (conditions.posts.size > 0) answer = both(answer, said(conditions.posts.has(person.postId)));
  if (conditions.categories !== 0) answer = both(answer, ofCategory(conditions.categories, person.category));
  if (answer === answers.no) return answer;
  const { view, first, end, main } = person;
  if (conditions.firstEntry) answer = both(answer, holdsFirstTime(view, first, end, main, set.validFrom));
  if (asksAge(conditions)) answer = both(answer, ofAge(conditions, person));
  if (asksMonths(conditions)) answer = both(answer, withMonthsLeft(conditions, person));
  if (conditions.servingOn !== 0) answer = both(answer, served(conditions.servingOn, graceGroupMask, person));
  return answer;
}

/** Why it is open whether a rule asks this person; none where it is not. */
export function doubtsOf({ conditions, set, graceGroupMask }: Asking, person: Person): Doubt[] {
  if (conditions === null) return [];
  const { view, first, end, main } = person;
  const doubts: Doubt[] = [];
  const isOpen = (answer: Answer) => answer === answers.unknown;
  if (conditions.categories !== 0 && isOpen(ofCategory(conditions.categories, person.category)))
    doubts.push("postUnknown");
  if (conditions.firstEntry && isOpen(holdsFirstTime(view, first, end, main, set.validFrom)))
    doubts.push("firstEntryUnknown");
  if (asksAge(conditions) && isOpen(ofAge(conditions, person))) doubts.push("birthUnknown");
  if (asksMonths(conditions) && isOpen(withMonthsLeft(conditions, person)))
    doubts.push(
      person.birth === 0 ? "birthUnknown" : person.sex === null ? "sexUnknown" : "firstEntryUnknown",
    );
  if (conditions.servingOn !== 0 && isOpen(served(conditions.servingOn, graceGroupMask, person)))
    doubts.push("serviceUnknown");
  return doubts;
}

function said(holds: boolean): Answer {
  return holds ? answers.yes : answers.no;
}

function ofCategory(categories: number, category: number): Answer {
  return category < 0 ? answers.unknown : said((categories & (1 << category)) !== 0);
}

function asksAge({ ageFrom, ageTo }: Conditions): boolean {
  return ageFrom > 0 || ageTo < noUpperBound;
}

function asksMonths({ monthsFrom, monthsTo }: Conditions): boolean {
  return monthsFrom > 0 || monthsTo < noUpperBound;
}

/** Whether a value that lies between two is surely, possibly or never within bounds. */
function within(least: number, most: number, from: number, to: number): Answer {
  if (least >= from && most <= to) return answers.yes;
  return most < from || least > to ? answers.no : answers.unknown;
}

function ofAge({ ageFrom, ageTo }: Conditions, { birth, asOf }: Person): Answer {
  if (birth === 0) return answers.unknown;
  const { min, max } = ageOnPacked(birth, asOf);
  return within(min, max, ageFrom, ageTo);
}

/** Months of work that were left when they first came to the post. */
function withMonthsLeft({ monthsFrom, monthsTo }: Conditions, person: Person): Answer {
  const { birth, sex } = person;
  if (birth === 0 || sex === null) return answers.unknown;
  const [earliest, latest] = [entryFrom(person), entryTo(person)];
  const born = earliestPackedDay(birth);
  const most = earliest === 0 ? noUpperBound - 1 : monthsLeft(sex, born, earliest);
  const least = latest >= openEnd ? 0 : monthsLeft(sex, born, latest);
  return within(least, most, monthsFrom, monthsTo);
}

function served(servingOn: PackedDay, groups: number, { view, first, end, groupOf, asOf }: Person): Answer {
  return servedThroughout(view, first, end, groupOf, groups, servingOn, asOf);
}
