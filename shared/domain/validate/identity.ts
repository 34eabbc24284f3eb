/**
 * Checks of a person's own fields (sections "lý lịch" and "vào Đảng"). Dates are compared by what they surely mean:
 * a year alone is never refused for a day nobody wrote.
 */
import type { FieldIssue } from "../../contract/errors";
import { isIdentityNumber } from "../../text/identity";
import { ageOn, earliestDay, latestDay } from "../partial-date";
import {
  isAfterToday,
  isClockBelievable,
  type OfficialDraft,
  type ValidationContext,
  yearsAfter,
} from "./context";
import { dateOf, textOf, validateFields } from "./fields";
import { errorAt, type IssueTarget, warningAt } from "./issue";

const leastLetters = 2;
/** Below or above, the date is a slip of the keyboard. */
const acceptedAge = { least: 15, most: 100 } as const;
/** Outside, it may be right and is worth a second look. */
const usualAge = { least: 18, most: 65 } as const;
/** Điều lệ Đảng Cộng sản Việt Nam, Điều 1: members are admitted from the age of 18. */
const partyAge = 18;

/**
 * Issues of the official's own row.
 * @returns errors and warnings in the order of the form
 */
export function validateIdentity(draft: OfficialDraft, context: ValidationContext): FieldIssue[] {
  const target: IssueTarget = { entity: "official", rowId: draft.id };
  const fields = draft.fields;
  return [
    ...validateFields("official", draft.id, fields, { complete: true }),
    ...nameIssues(target, textOf(fields, "fullName")),
    ...birthIssues(target, draft, context),
    ...identityNumberIssues(target, textOf(fields, "identityNumber")),
    ...partyIssues(target, draft, context),
    ...lifeDateIssues(target, draft, context),
  ];
}

function nameIssues(target: IssueTarget, name: string | null): FieldIssue[] {
  if (name === null) return [];
  const letters = name.normalize("NFC").match(/\p{L}/gu)?.length ?? 0;
  if (letters < leastLetters) return [errorAt(target, "fullName", "nameLetters")];
  return /\p{N}/u.test(name) ? [warningAt(target, "fullName", "nameDigits")] : [];
}

function birthIssues(target: IssueTarget, draft: OfficialDraft, context: ValidationContext): FieldIssue[] {
  const birth = dateOf(draft.fields, "birth");
  if (birth === null) return [];
  if (isAfterToday(earliestDay(birth), context.today)) return [errorAt(target, "birth", "birthFuture")];
  // A clock that fell back would make everybody too young.
  if (!isClockBelievable(context.today)) return [];
  const age = ageOn(birth, context.today);
  if (age.max < acceptedAge.least)
    return [errorAt(target, "birth", "birthTooYoung", { age: acceptedAge.least })];
  if (age.min > acceptedAge.most) return [errorAt(target, "birth", "birthTooOld", { age: acceptedAge.most })];
  const tooYoung = age.max < usualAge.least;
  const tooOld = age.min > usualAge.most && mayStillServe(draft);
  return tooYoung || tooOld
    ? [warningAt(target, "birth", "birthUnusual", { least: usualAge.least, most: usualAge.most })]
    : [];
}

/** Retired people stay on record at any age; only somebody without an end of service is worth asking about. */
function mayStillServe(draft: OfficialDraft): boolean {
  const { assignment } = draft.rows;
  return assignment.length === 0 || assignment.some((row) => dateOf(row.fields, "to") === null);
}

function identityNumberIssues(target: IssueTarget, number: string | null): FieldIssue[] {
  return number === null || isIdentityNumber(number)
    ? []
    : [errorAt(target, "identityNumber", "identityDigits")];
}

function partyIssues(target: IssueTarget, draft: OfficialDraft, context: ValidationContext): FieldIssue[] {
  const joined = dateOf(draft.fields, "partyJoined");
  const official = dateOf(draft.fields, "partyOfficial");
  const birth = dateOf(draft.fields, "birth");
  const issues: FieldIssue[] = [];
  for (const [field, date] of [
    ["partyJoined", joined],
    ["partyOfficial", official],
  ] as const) {
    if (date === null) continue;
    if (isAfterToday(earliestDay(date), context.today)) issues.push(errorAt(target, field, "inFuture"));
    else if (birth !== null && latestDay(date) < earliestDay(birth))
      issues.push(errorAt(target, field, "beforeBirth"));
    else if (birth !== null && latestDay(date) < yearsAfter(earliestDay(birth), partyAge)) {
      issues.push(warningAt(target, field, "partyTooYoung", { age: partyAge }));
    }
  }
  if (joined !== null && official !== null && latestDay(official) < earliestDay(joined)) {
    issues.push(errorAt(target, "partyOfficial", "partyOfficialFirst"));
  }
  if (joined === null && official !== null)
    issues.push(warningAt(target, "partyJoined", "partyJoinedMissing"));
  return issues;
}

function lifeDateIssues(target: IssueTarget, draft: OfficialDraft, context: ValidationContext): FieldIssue[] {
  const recruited = dateOf(draft.fields, "recruitedOn");
  if (recruited === null) return [];
  const birth = dateOf(draft.fields, "birth");
  if (isAfterToday(earliestDay(recruited), context.today))
    return [errorAt(target, "recruitedOn", "inFuture")];
  return birth !== null && latestDay(recruited) < earliestDay(birth)
    ? [errorAt(target, "recruitedOn", "beforeBirth")]
    : [];
}
