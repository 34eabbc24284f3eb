/**
 * A person, with what is known of them apart from their service and training.
 *
 * Dates are compared by what they surely mean: a year alone is never refused for a day nobody wrote.
 */
import { contradictionsIn, isIdentityNumber } from "../identity-number";
import { isPhone } from "../phone";
import { error, type Found, question, warning } from "../checks/found";
import {
  dateOf,
  isAfterToday,
  isClockBelievable,
  type RecordAround,
  type RowFields,
  textOf,
  yearsAfter,
} from "../checks/reading";
import { ageOn, earliestDay, latestDay } from "../partial-date";
import { academicTitles, bloodGroups, managingLevels, mandates, payrolls, sexes } from "../values";
import { entity } from "./definition";

export const official = entity({
  id: 4,
  owner: null,
  authority: "person",
  scope: "person",
  entered: true,
  counted: "person",
  title: "fullName",
  label: null,
  figures: { fields: ["sex", "birth", "ethnicity", "religion", "partyJoined"] },
  fields: {
    fullName: {
      id: 1,
      type: "text",
      format: "personName",
      required: true,
      maxLength: 100,
      section: "identity",
    },
    otherName: { id: 2, type: "text", format: "personName", maxLength: 100, rare: true, section: "identity" },
    sex: { id: 3, type: "choice", choices: sexes, words: "sex", section: "identity" },
    birth: { id: 4, type: "partialDate", past: true, milestone: true, section: "identity" },
    identityNumber: { id: 5, type: "text", format: "digits", unique: true, section: "identity" },
    identityIssued: { id: 16, type: "partialDate", past: true, rare: true, section: "identity" },
    identityExpires: { id: 17, type: "partialDate", rare: true, section: "identity" },
    ethnicity: { id: 6, type: "text", list: "ethnicity", maxLength: 60, section: "identity" },
    religion: { id: 7, type: "text", list: "religion", maxLength: 60, section: "identity" },
    birthPlace: { id: 8, type: "text", rare: true, section: "identity" },
    hometown: { id: 9, type: "text", section: "identity" },
    fileNumber: {
      id: 18,
      type: "text",
      format: "line",
      unique: true,
      maxLength: 40,
      rare: true,
      section: "identity",
    },
    photo: { id: 19, type: "document", picture: true, rare: true, section: "identity" },

    residence: { id: 10, type: "text", rare: true, section: "contact" },
    permanentResidence: { id: 20, type: "text", rare: true, section: "contact" },
    phone: { id: 11, type: "text", format: "phone", maxLength: 30, rare: true, section: "contact" },
    email: { id: 21, type: "text", format: "line", maxLength: 100, rare: true, section: "contact" },

    recruitedOn: { id: 14, type: "partialDate", past: true, milestone: true, rare: true, section: "service" },
    recruitedBy: { id: 22, type: "text", format: "line", rare: true, section: "service" },
    occupationBefore: { id: 23, type: "text", format: "line", rare: true, section: "service" },
    agencySince: { id: 24, type: "partialDate", past: true, milestone: true, rare: true, section: "service" },
    managedBy: {
      id: 25,
      type: "choice",
      choices: managingLevels,
      words: "managingLevel",
      rare: true,
      section: "service",
    },
    payroll: { id: 26, type: "choice", choices: payrolls, words: "payroll", rare: true, section: "service" },
    mainWork: { id: 27, type: "text", format: "line", rare: true, section: "service" },
    strength: { id: 28, type: "text", format: "line", rare: true, section: "service" },
    longestWork: { id: 29, type: "text", format: "line", rare: true, section: "service" },
    /** Council and party committee seats of the 48 columns of Mẫu 02/CL.CBCCX. */
    mandates: {
      id: 30,
      type: "choiceSet",
      choices: mandates,
      words: "mandate",
      maxLength: 400,
      rare: true,
      section: "service",
    },

    /** The class that was finished, as the form asks for it: "12/12". */
    schooling: { id: 31, type: "text", format: "line", maxLength: 40, rare: true, section: "training" },
    academicTitle: {
      id: 32,
      type: "choice",
      choices: academicTitles,
      words: "academicTitle",
      rare: true,
      section: "training",
    },
    academicTitleYear: { id: 33, type: "year", rare: true, section: "training" },

    partyJoined: { id: 12, type: "partialDate", past: true, milestone: true, section: "party" },
    partyOfficial: { id: 13, type: "partialDate", past: true, milestone: true, section: "party" },
    partyCard: {
      id: 34,
      type: "text",
      format: "line",
      unique: true,
      maxLength: 30,
      rare: true,
      section: "party",
    },
    partyPost: { id: 35, type: "text", format: "line", rare: true, section: "party" },
    partyConcurrentPost: { id: 36, type: "text", format: "line", rare: true, section: "party" },
    partyBadge: { id: 37, type: "integer", rare: true, section: "party" },
    organisationJoined: {
      id: 38,
      type: "partialDate",
      past: true,
      milestone: true,
      rare: true,
      section: "party",
    },
    organisation: { id: 39, type: "text", format: "line", rare: true, section: "party" },
    revolutionJoined: {
      id: 40,
      type: "partialDate",
      past: true,
      milestone: true,
      rare: true,
      section: "party",
    },

    socialInsurance: {
      id: 41,
      type: "text",
      format: "digits",
      unique: true,
      maxLength: 20,
      rare: true,
      section: "pay",
    },
    socialInsuranceSince: { id: 42, type: "partialDate", past: true, rare: true, section: "pay" },
    healthInsurance: {
      id: 43,
      type: "text",
      format: "line",
      unique: true,
      maxLength: 30,
      rare: true,
      section: "pay",
    },

    enlisted: { id: 44, type: "partialDate", past: true, milestone: true, rare: true, section: "army" },
    discharged: { id: 45, type: "partialDate", past: true, milestone: true, rare: true, section: "army" },
    militaryRank: { id: 46, type: "text", list: "militaryRank", format: "line", rare: true, section: "army" },
    policySubject: {
      id: 47,
      type: "text",
      list: "policySubject",
      format: "line",
      rare: true,
      section: "army",
    },
    invalidClass: { id: 48, type: "text", format: "line", maxLength: 40, rare: true, section: "army" },

    familyOrigin: {
      id: 49,
      type: "text",
      list: "familyOrigin",
      format: "line",
      rare: true,
      section: "family",
      sensitive: true,
    },

    health: { id: 50, type: "text", format: "line", rare: true, section: "health", sensitive: true },
    height: { id: 51, type: "integer", rare: true, section: "health", sensitive: true },
    weight: { id: 52, type: "integer", rare: true, section: "health", sensitive: true },
    bloodGroup: {
      id: 53,
      type: "choice",
      choices: bloodGroups,
      words: "bloodGroup",
      rare: true,
      section: "health",
      sensitive: true,
    },

    lifeStory: { id: 54, type: "text", maxLength: 20_000, rare: true, section: "history", sensitive: true },
    arrests: { id: 55, type: "text", maxLength: 4000, rare: true, section: "history", sensitive: true },

    income: { id: 56, type: "text", maxLength: 1000, rare: true, section: "property", sensitive: true },
    housing: { id: 57, type: "text", maxLength: 1000, rare: true, section: "property", sensitive: true },
    homeLand: { id: 58, type: "text", maxLength: 1000, rare: true, section: "property", sensitive: true },
    farmLand: { id: 59, type: "text", maxLength: 1000, rare: true, section: "property", sensitive: true },

    remarks: { id: 60, type: "text", maxLength: 4000, rare: true, section: "other" },
    note: { id: 15, type: "text", maxLength: 2000, section: "other" },
  },
  check: (fields) => [
    ...nameIssues(textOf(fields, "fullName")),
    ...identityNumberIssues(textOf(fields, "identityNumber")),
    ...phoneIssues(textOf(fields, "phone")),
  ],
  checkInRecord: ({ id, fields }, around) => [
    ...sharedNumberIssues(id, textOf(fields, "identityNumber"), around),
    ...contradictingNumberIssues(fields),
    ...birthIssues(fields, around),
    ...partyIssues(fields, around),
    ...lifeDateIssues(fields, around),
  ],
});

const leastLetters = 2;
/** Below or above, the date is a slip of the keyboard. */
const acceptedAge = { least: 15, most: 100 } as const;
/** Outside, it may be right and is worth a second look. */
const usualAge = { least: 18, most: 65 } as const;
/** Điều lệ Đảng Cộng sản Việt Nam, Điều 1: members are admitted from the age of 18. */
const partyAge = 18;

function nameIssues(name: string | null): Found[] {
  if (name === null) return [];
  const letters = name.normalize("NFC").match(/\p{L}/gu)?.length ?? 0;
  if (letters < leastLetters) return [error("fullName", "nameLetters")];
  // Other signs of number, such as ¹, are letters of the old font codes.
  return /\p{Nd}/u.test(name) ? [warning("fullName", "nameDigits")] : [];
}

function birthIssues(fields: RowFields, around: RecordAround): Found[] {
  const { context } = around;
  const birth = dateOf(fields, "birth");
  if (birth === null) return [];
  if (isAfterToday(earliestDay(birth), context.today)) return [error("birth", "birthFuture")];
  // A clock that fell back would make everybody too young.
  if (!isClockBelievable(context.today)) return [];
  const age = ageOn(birth, context.today);
  if (age.max < acceptedAge.least) return [error("birth", "birthTooYoung", { age: acceptedAge.least })];
  if (age.min > acceptedAge.most) return [error("birth", "birthTooOld", { age: acceptedAge.most })];
  const tooYoung = age.max < usualAge.least;
  const tooOld = age.min > usualAge.most && mayStillServe(around);
  return tooYoung || tooOld
    ? [warning("birth", "birthUnusual", { least: usualAge.least, most: usualAge.most })]
    : [];
}

/** Retired people stay on record at any age; only somebody without an end of service is worth asking about. */
function mayStillServe({ rowsOf }: RecordAround): boolean {
  const assignment = rowsOf("assignment");
  return assignment.length === 0 || assignment.some((row) => dateOf(row.fields, "to") === null);
}

function identityNumberIssues(number: string | null): Found[] {
  if (number === null || isIdentityNumber(number)) return [];
  return /^[0-9]+$/.test(number)
    ? [error("identityNumber", "identityCount", { count: number.length })]
    : [error("identityNumber", "identityDigits")];
}

/** Whom else the number belongs to: one of the records is wrong, or both are one person. */
function sharedNumberIssues(id: string, number: string | null, { context }: RecordAround): Found[] {
  if (number === null || !isIdentityNumber(number)) return [];
  const others = (context.holdersOf?.(number) ?? []).filter((holder) => holder.id !== id);
  return others.map((holder) =>
    holder.removed
      ? warning("identityNumber", "identityRemoved", { who: holder.who, id: holder.id })
      : question("identityNumber", "identityTaken", { who: holder.who, id: holder.id }),
  );
}

/** What the number itself says of its holder: worth a look, since either may be the slip. */
function contradictingNumberIssues(fields: RowFields): Found[] {
  const number = textOf(fields, "identityNumber");
  if (number === null) return [];
  const { sex, year } = contradictionsIn(number, textOf(fields, "sex"), dateOf(fields, "birth"));
  return [
    ...(sex === null
      ? []
      : [warning("identityNumber", sex === "male" ? "identityOfMan" : "identityOfWoman")]),
    ...(year === null ? [] : [warning("identityNumber", "identityOfYear", { year: String(year) })]),
  ];
}

function phoneIssues(phone: string | null): Found[] {
  return phone === null || isPhone(phone) ? [] : [warning("phone", "phoneUnlikely")];
}

function partyIssues(fields: RowFields, { context }: RecordAround): Found[] {
  const joined = dateOf(fields, "partyJoined");
  const official = dateOf(fields, "partyOfficial");
  const birth = dateOf(fields, "birth");
  const issues: Found[] = [];
  for (const [field, date] of [
    ["partyJoined", joined],
    ["partyOfficial", official],
  ] as const) {
    if (date === null) continue;
    if (isAfterToday(earliestDay(date), context.today)) issues.push(error(field, "inFuture"));
    else if (birth !== null && latestDay(date) < earliestDay(birth)) issues.push(error(field, "beforeBirth"));
    else if (birth !== null && latestDay(date) < yearsAfter(earliestDay(birth), partyAge)) {
      issues.push(warning(field, "partyTooYoung", { age: partyAge }));
    }
  }
  if (joined !== null && official !== null && latestDay(official) < earliestDay(joined)) {
    issues.push(error("partyOfficial", "partyOfficialFirst"));
  }
  if (joined === null && official !== null) issues.push(warning("partyJoined", "partyJoinedMissing"));
  return issues;
}

function lifeDateIssues(fields: RowFields, { context }: RecordAround): Found[] {
  const recruited = dateOf(fields, "recruitedOn");
  if (recruited === null) return [];
  const birth = dateOf(fields, "birth");
  if (isAfterToday(earliestDay(recruited), context.today)) return [error("recruitedOn", "inFuture")];
  if (birth === null) return [];
  if (latestDay(recruited) < earliestDay(birth)) return [error("recruitedOn", "beforeBirth")];
  return latestDay(recruited) < yearsAfter(earliestDay(birth), usualAge.least)
    ? [warning("recruitedOn", "assignmentTooYoung", { age: usualAge.least })]
    : [];
}
