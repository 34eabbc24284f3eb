/**
 * The conditions that a rule can set on whom it asks. Another one is an entry here, its fields in the entity of rules and
 * its words: from it follow judging, the columns of everybody, the editor, contradictions and what a provincial set
 * compares.
 */
import { earliestPackedDay, isoToPacked, type PackedDay } from "../domain/partial-date";
import { monthsLeft } from "../domain/retirement";
import { type RowFields, textOf } from "../domain/validate/fields";
import { postCategories, ruleEntries } from "../domain/values";
import type { Condition, Person, Test } from "./conditions";
import { type Answer, answers } from "./decide";
import { entryFrom, entryTo } from "./grace";
import { holdsFirstTime, openEnd, servedThroughout } from "./serving";

/** Higher than every age and every number of months. */
const noUpperBound = 10_000;

/** Kinds of person. */
const categories: Condition = {
  fields: ["categories"],
  read: (row) => {
    const wanted = keysOf(row, "categories");
    if (wanted.length === 0) return null;
    const mask = postCategories.reduce((bits, key, bit) => bits | (wanted.includes(key) ? 1 << bit : 0), 0);
    if (mask === 0) return "unreadable";
    return {
      answer: ({ category }) => (category < 0 ? answers.unknown : said((mask & (1 << category)) !== 0)),
      doubt: () => "postUnknown",
    };
  },
  excludes: (one, other) => {
    const [these, those] = [keysOf(one, "categories"), keysOf(other, "categories")];
    return these.length > 0 && those.length > 0 && !these.some((key) => those.includes(key));
  },
};

/** Holds the post for the first time, having come to it under the set. */
const entry: Condition = {
  fields: ["entry"],
  goesFirst: true,
  read: (row) => {
    const text = textOf(row, "entry");
    if (text === null) return null;
    if (!ruleEntries.some((key) => key === text)) return "unreadable";
    return {
      answer: ({ view, first, end, main }, { set }) => holdsFirstTime(view, first, end, main, set.validFrom),
      doubt: () => "firstEntryUnknown",
    };
  },
};

/** An age in whole years on the day. */
const age: Condition = {
  fields: ["ageFrom", "ageTo"],
  read: (row) =>
    bounded(row, "ageFrom", "ageTo", (from, to) => ({
      answer: ({ age: years }) => (years === null ? answers.unknown : within(years.min, years.max, from, to)),
      doubt: () => "birthUnknown",
    })),
  excludes: (one, other) => areApart(one, other, "ageFrom", "ageTo"),
};

/** Months of work that were left when they first came to the post. */
const months: Condition = {
  fields: ["monthsFrom", "monthsTo"],
  read: (row) =>
    bounded(row, "monthsFrom", "monthsTo", (from, to) => ({
      answer: (person) => withMonthsLeft(person, from, to),
      doubt: ({ birth, sex }) =>
        birth === 0 ? "birthUnknown" : sex === null ? "sexUnknown" : "firstEntryUnknown",
    })),
  excludes: (one, other) => areApart(one, other, "monthsFrom", "monthsTo"),
};

/** In service on a day and ever since, in the groups that count for it. */
const serving: Condition = {
  fields: ["servingOn"],
  read: (row) => {
    const text = textOf(row, "servingOn");
    if (text === null) return null;
    const servingOn: PackedDay = isoToPacked(text);
    return {
      answer: ({ view, first, end, groupOf, asOf }, { graceGroupMask }) =>
        servedThroughout(view, first, end, groupOf, graceGroupMask, servingOn, asOf),
      doubt: () => "serviceUnknown",
    };
  },
};

export const conditionList: readonly Condition[] = [categories, entry, age, months, serving];

function keysOf(row: RowFields, field: string): string[] {
  return textOf(row, field)?.split(" ") ?? [];
}

function said(holds: boolean): Answer {
  return holds ? answers.yes : answers.no;
}

function bounded(
  row: RowFields,
  from: string,
  to: string,
  test: (least: number, most: number) => Test,
): Test | null {
  const [least, most] = bounds(row, from, to);
  return least === 0 && most === noUpperBound ? null : test(least, most);
}

function bounds(row: RowFields, from: string, to: string): readonly [number, number] {
  const [least, most] = [row[from], row[to]];
  return [typeof least === "number" ? least : 0, typeof most === "number" ? most : noUpperBound];
}

function areApart(one: RowFields, other: RowFields, from: string, to: string): boolean {
  const [[leastOne, mostOne], [leastOther, mostOther]] = [bounds(one, from, to), bounds(other, from, to)];
  return mostOne < leastOther || mostOther < leastOne;
}

/** Whether a value that lies between two is surely, possibly or never within bounds. */
function within(least: number, most: number, from: number, to: number): Answer {
  if (least >= from && most <= to) return answers.yes;
  return most < from || least > to ? answers.no : answers.unknown;
}

function withMonthsLeft(person: Person, from: number, to: number): Answer {
  const { birth, sex } = person;
  if (birth === 0 || sex === null) return answers.unknown;
  const [earliest, latest] = [entryFrom(person), entryTo(person)];
  const born = earliestPackedDay(birth);
  const most = earliest === 0 ? noUpperBound - 1 : monthsLeft(sex, born, earliest);
  const least = latest >= openEnd ? 0 : monthsLeft(sex, born, latest);
  return within(least, most, from, to);
}
