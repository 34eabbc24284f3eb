/** A relative of an official (quan hệ gia đình), as a curriculum vitae lists them: own family, then that of the spouse. */
import { error, type Found, warning } from "../checks/found";
import { dateOf, isClockBelievable, type RecordAround, type RowFields } from "../checks/reading";
import { earliestDay, latestDay } from "../partial-date";
import { entity } from "./definition";

const relations = [
  "father",
  "mother",
  "spouse",
  "child",
  "sibling",
  "fatherInLaw",
  "motherInLaw",
  "siblingInLaw",
  "adoptiveParent",
  "adoptedChild",
  "other",
] as const;

/** Parents and children closer in age than this are a slip of the keyboard. */
const generation = 12;

export const relative = entity({
  id: 12,
  owner: { entity: "official", field: "official" },
  authority: "person",
  scope: "person",
  entered: true,
  counted: "person",
  title: "official",
  label: (words) => [words.of("relation"), words.of("fullName")].filter((part) => part !== null).join(": "),
  section: "family",
  sensitive: true,
  fields: {
    official: { id: 1, type: "reference", entity: "official", required: true },
    relation: { id: 2, type: "choice", choices: relations, words: "relation", required: true },
    fullName: { id: 3, type: "text", format: "personName", required: true, maxLength: 100 },
    birthYear: { id: 4, type: "year" },
    /** Home, work, membership, time abroad: what the form asks for in one box. */
    detail: { id: 5, type: "text", maxLength: 2000 },
  },
  checkInRecord: ({ fields }, around) => birthYearIssues(fields, around),
});

function birthYearIssues(fields: RowFields, { person, context }: RecordAround): Found[] {
  const year = fields["birthYear"];
  if (typeof year !== "number") return [];
  if (isClockBelievable(context.today) && year > Math.trunc(context.today / 10_000)) {
    return [error("birthYear", "birthYearFuture")];
  }
  const birth = dateOf(person, "birth");
  if (birth === null) return [];
  const relation = fields["relation"];
  const yearOf = (day: number) => Math.trunc(day / 10_000);
  const tooClose =
    relation === "father" || relation === "mother"
      ? year > yearOf(latestDay(birth)) - generation
      : relation === "child" && year < yearOf(earliestDay(birth)) + generation;
  return tooClose ? [warning("birthYear", "generationTooClose", { age: generation })] : [];
}
