/**
 * Who may study what, and what comes before what. Each rule says its text and whether somebody compared it with that text;
 * of what is not on record nothing is refused, since a blank is no answer.
 *
 * Sources: Quy định 350-QĐ/TW of 29/08/2025 as vietnamnet 2439723, tienphong 1775783, dantri 20250906140618005 and plo 869154
 * tell of it: trung cấp LLCT for phó trưởng phòng and above in a commune and cấp ủy viên cơ sở, members of the Party
 * (dự bị too), cao đẳng or above (THPT for dân tộc thiểu số); cao cấp LLCT for trưởng phòng of a commune, chủ tịch HĐND, UBND,
 * MTTQ, chỉ huy trưởng quân sự and above. Whom Quy định 57-QĐ/TW of 08/02/2022 named was not found, so it refuses nobody. Of
 * schooling: Luật Giáo dục 2005 Điều 32 and Luật Giáo dục 1998 Điều 34, both replaced; the texts that replaced them were
 * not seen.
 */
import { type QualificationKind, levelRank } from "../domain/levels";
import type { PackedDay } from "../domain/partial-date";
import type { StudyRuleKey } from "../domain/training-plan";
import type { PostGroup } from "../domain/values";
import type { Level, StudyFacts } from "./types";

export interface StudyRule {
  readonly key: StudyRuleKey;
  /** The text by its number, as it is cited. */
  readonly source: string;
  readonly verified: boolean;
}

interface Dated extends StudyRule {
  readonly from: PackedDay;
  /** Exclusive; null: open. */
  readonly until: PackedDay | null;
  /** What it speaks of: levels of a kind, from one up to another. */
  readonly kind: QualificationKind;
  readonly least: string;
  readonly most: string;
  /** Whether it keeps somebody from it, surely. */
  readonly refuses: (facts: StudyFacts, rank: number) => boolean;
}

const theory350: Omit<Dated, "key" | "refuses"> = {
  source: "Quy định 350-QĐ/TW",
  verified: true,
  from: 20_250_829,
  until: null,
  kind: "politicalTheory",
  least: "intermediate",
  most: "advanced",
};
const theoryRank = (level: string) => levelRank("politicalTheory", level);
const professionalRank = (level: string) => levelRank("professional", level);

const eligibility: readonly Dated[] = [
  {
    ...theory350,
    key: "theory350Posts",
    refuses: ({ theory }, rank) =>
      theory === "none" || (theory === "intermediate" && rank > theoryRank("intermediate")),
  },
  { ...theory350, key: "theory350Party", refuses: ({ isPartyMember }) => isPartyMember === false },
  {
    ...theory350,
    key: "theory350Level",
    most: "intermediate",
    refuses: ({ held, isOfMinority }) => {
      const rank = held.professional;
      return rank !== undefined && rank < professionalRank("college") && isOfMinority === false;
    },
  },
  {
    ...theory350,
    key: "theory57",
    source: "Quy định 57-QĐ/TW",
    verified: false,
    from: 20_220_208,
    until: 20_250_829,
    refuses: () => false,
  },
];

interface Step extends StudyRule {
  /** What is studied. */
  readonly kind: QualificationKind;
  readonly levels: readonly string[];
  /** What must be held before: one of these levels or above, of their kinds. */
  readonly before: readonly (readonly [QualificationKind, string])[];
}

const schooling = (
  key: StudyRuleKey,
  source: string,
  levels: readonly string[],
  before: Step["before"],
): Step => ({ key, source, verified: false, kind: "professional", levels, before });

const law1998 = "Luật Giáo dục 1998, Điều 34";
const steps: readonly Step[] = [
  schooling(
    "intermediateAfterSchool",
    "Luật Giáo dục 2005, Điều 32",
    ["intermediate"],
    [
      ["general", "lowerSecondary"],
      ["professional", "elementary"],
    ],
  ),
  schooling(
    "collegeAfterSchool",
    law1998,
    ["college"],
    [
      ["general", "upperSecondary"],
      ["professional", "intermediate"],
    ],
  ),
  schooling(
    "universityAfterSchool",
    law1998,
    ["university"],
    [
      ["general", "upperSecondary"],
      ["professional", "intermediate"],
    ],
  ),
  schooling("masterAfterUniversity", law1998, ["master", "doctor"], [["professional", "university"]]),
];

const leaders: readonly PostGroup[] = [
  "partySecretary",
  "partyDeputySecretary",
  "peoplesCouncilLeader",
  "peoplesCommitteeLeader",
  "militaryCommander",
];
const heads: readonly PostGroup[] = ["departmentHead", "partyDepartmentHead"];
const withoutLead: readonly PostGroup[] = ["civilServant", "justiceCivilStatus"];

/**
 * Up to which level a post lets somebody study political theory, by what the press tells of Quy định 350-QĐ/TW.
 * @param post group of the post, null where it is not known, and its name: deputies' begin with "Phó"
 * @param otherGround in a committee of the Party, or planned for a post
 */
export function theoryByPost(
  { group, name }: { readonly group: PostGroup | null; readonly name: string },
  otherGround: boolean,
): StudyFacts["theory"] {
  if (group === null) return null;
  if (leaders.includes(group)) return "advanced";
  if (heads.includes(group))
    return /^phó\s/iu.test(name) ? (otherGround ? null : "intermediate") : "advanced";
  if (withoutLead.includes(group)) return otherGround ? null : "none";
  // Of heads of mass organisations and of posts outside both lists the texts seen do not tell.
  return null;
}

/** The first rule that surely keeps somebody from studying a level on a day; null: none does. */
export function refusal(facts: StudyFacts, level: Level, on: PackedDay): StudyRule | null {
  return eligibilityOn(level, on).find((rule) => rule.refuses(facts, level.rank)) ?? null;
}

/** The rules on who may study that speak of a level on a day, for what a plan says it rests on. */
export function rulesFor(level: Level, on: PackedDay): readonly StudyRule[] {
  return [...eligibilityOn(level, on), ...stepsTo(level)];
}

/** What must be held before a level is studied: one of them; none where no rule asks. */
export function levelsBefore(level: Level): readonly (readonly Level[])[] {
  return stepsTo(level).map(({ before }) =>
    before.map(([kind, name]) => ({ kind, rank: levelRank(kind, name) })),
  );
}

function eligibilityOn({ kind, rank }: Level, on: PackedDay): readonly Dated[] {
  return eligibility.filter(
    (rule) =>
      rule.kind === kind &&
      levelRank(kind, rule.least) <= rank &&
      rank <= levelRank(kind, rule.most) &&
      rule.from <= on &&
      (rule.until === null || on < rule.until),
  );
}

function stepsTo({ kind, rank }: Level): readonly Step[] {
  return steps.filter(
    (step) => step.kind === kind && step.levels.some((level) => levelRank(kind, level) === rank),
  );
}
