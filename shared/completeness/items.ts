/**
 * What the curriculum vitae forms ask for, item by item (TT 06/2023/TT-BNV; QĐ 02/2008/QĐ-BNV, 2C-BNV/2008; 2C/TCTW-98).
 * Where two forms print the same question they share an item; forms.ts says which form has it under which number.
 *
 * An item is present, missing or not asked of a person:
 * - `asks`: it is missing as long as one of these has no answer
 * - `only`: it is asked of whom this is true of; of others it is counted only where it is answered all the same
 * - without `asks` it is answered where it applies (a second name, the army, a discipline) and counted of nobody, since a
 *   blank may as well mean that there is nothing to say
 * - `beside`: stands in the item as well, and is asked of nobody
 */
import type { FieldName, OwnedEntity } from "../domain/entities";
import { noTraining, type QualificationKind } from "../domain/levels";
import { type Answer, own, rows } from "./answer";

/** Why an item is asked of some people only; keys of `completeness:only`. */
export type OnlyReason = "applies" | "party" | "army" | "salaried" | "spouse" | "firstYear";

export interface ItemShape {
  readonly asks?: readonly Answer[];
  readonly only?: { readonly is: Answer; readonly why: OnlyReason };
  readonly beside?: readonly Answer[];
}

const several = (...fields: FieldName<"official">[]) => fields.map(own);
const any = (...of: readonly Answer[]): Answer => ({ any: of });
const level = (...kinds: readonly QualificationKind[]) => rows("qualification", [], { kind: kinds });

/** A course with its school, or the stated answer that there was none. */
const course = (...kinds: readonly QualificationKind[]) =>
  any(
    rows("qualification", ["school"], { kind: kinds }),
    rows("qualification", [], { kind: kinds, level: [noTraining] }),
  );

/** Where it applies, and counted of nobody. */
function whereItApplies(
  fields: readonly FieldName<"official">[],
  ...entities: readonly OwnedEntity[]
): ItemShape {
  return { beside: [...fields.map(own), ...entities.map((entity) => rows(entity))] };
}

/** Who only has an allowance stands on no scale of pay (người hoạt động không chuyên trách, NĐ 33/2023/NĐ-CP, Điều 34). */
const onAllowance: Answer = { own: "payroll", among: ["allowance"] };
const salaried = { is: { not: onAllowance }, why: "salaried" } as const;
const paid = rows("salary", ["coefficient", "from"]);

/** No answer says that somebody is no Party member: whoever has any trace of it is asked. */
const ofParty = any(
  ...several("partyJoined", "partyOfficial", "partyCard", "partyPost", "partyConcurrentPost", "partyBadge"),
);
/** Điều lệ Đảng, Điều 5: a new member is on probation for twelve months. */
const onProbation: Answer = { own: "partyJoined", within: 12 };
/** Grades are given at the end of a year (NĐ 335/2025/NĐ-CP, NĐ 90/2020/NĐ-CP): whoever came within one has none yet. */
const inFirstYear: Answer = { own: "recruitedOn", within: 12 };

export const items = {
  nameAndSex: { asks: several("fullName", "sex") },
  fullName: { asks: several("fullName") },
  otherName: whereItApplies(["otherName"]),
  birth: { asks: several("birth") },
  birthAndSex: { asks: several("birth", "sex") },
  birthPlace: { asks: several("birthPlace") },
  hometown: { asks: several("hometown") },
  ethnicity: { asks: several("ethnicity") },
  religion: { asks: several("religion") },
  identityAndPhone: {
    asks: several("identityNumber", "identityIssued", "phone"),
    beside: several("identityExpires"),
  },
  identity: { asks: several("identityNumber", "identityIssued"), beside: several("identityExpires") },
  identityAndPolicy: { asks: several("identityNumber"), beside: several("invalidClass", "policySubject") },
  insurances: { asks: several("socialInsurance", "healthInsurance") },
  socialInsurance: { asks: several("socialInsurance") },
  permanentResidence: { asks: several("permanentResidence") },
  residence: { asks: several("residence") },
  residenceAndPhone: { asks: several("residence", "phone") },
  familyOrigin: { asks: several("familyOrigin") },
  occupationBefore: { asks: several("occupationBefore") },
  recruitment: { asks: several("recruitedOn", "recruitedBy") },
  agencySince: { asks: several("agencySince") },
  agencyAndRevolution: { asks: several("agencySince"), beside: several("revolutionJoined") },
  party: {
    asks: [own("partyJoined"), any(own("partyOfficial"), onProbation)],
    only: { is: ofParty, why: "party" },
  },
  organisation: { asks: several("organisationJoined"), beside: several("organisation") },
  army: {
    asks: several("enlisted"),
    only: { is: any(...several("enlisted", "discharged", "militaryRank")), why: "army" },
    beside: several("discharged", "militaryRank"),
  },
  policy: whereItApplies(["policySubject", "invalidClass"]),

  schooling: { asks: [any(own("schooling"), level("general"))] },
  professional: { asks: [level("professional")] },
  politicalTheory: { asks: [level("politicalTheory")] },
  stateManagement: { asks: [level("stateManagement")] },
  foreignLanguage: { asks: [level("foreignLanguage", "ethnicLanguage", "languageFramework")] },
  it: { asks: [level("it")] },
  learning: {
    asks: [
      any(own("schooling"), level("general")),
      level("professional"),
      level("politicalTheory"),
      level("foreignLanguage", "ethnicLanguage", "languageFramework"),
    ],
    beside: several("academicTitle", "academicTitleYear"),
  },
  academicTitle: whereItApplies(["academicTitle", "academicTitleYear"]),
  honour: whereItApplies([], "honour"),

  postSince: { asks: [rows("assignment", ["from"])] },
  post: { asks: [rows("assignment")], beside: several("partyPost", "partyConcurrentPost") },
  planning: whereItApplies([], "planning"),
  concurrentPost: { beside: [rows("assignment", [], { kind: ["concurrent"] })] },
  partyPost: whereItApplies(["partyPost"]),
  partyConcurrentPost: whereItApplies(["partyConcurrentPost"]),
  mainWork: { asks: several("mainWork") },
  strength: { asks: several("strength") },
  strengthAndLongestWork: { asks: several("strength", "longestWork") },

  grade: { asks: [rows("salary", ["grade", "step", "coefficient", "from"])], only: salaried },
  allowances: whereItApplies([], "allowance"),
  /** No text puts pay by position into force yet. */
  positionPay: { beside: [rows("salary", ["position"])] },
  health: { asks: several("health", "height", "weight", "bloodGroup") },

  professionalCourses: {
    asks: [
      any(
        rows("qualification", ["school", "major"], { kind: ["professional"] }),
        // The table begins with trung cấp.
        rows("qualification", [], { kind: ["professional"], level: [noTraining, "elementary"] }),
      ),
    ],
  },
  politicalCourses: { asks: [course("politicalTheory")] },
  managementCourses: { asks: [course("stateManagement")] },
  defenceCourses: { asks: [course("defence")] },
  itCourses: { asks: [course("it")] },
  languageCourses: { asks: [course("foreignLanguage", "ethnicLanguage", "languageFramework")] },
  /** All courses in one table. */
  courses: {
    asks: [course("professional", "politicalTheory", "stateManagement", "it", "foreignLanguage", "defence")],
  },
  workHistory: { asks: [any(rows("workHistory"), rows("assignment", ["from"]))] },

  arrests: whereItApplies(["arrests"]),
  formerRegime: whereItApplies([], "formerRegime"),
  foreignTies: whereItApplies([], "foreignTie"),
  lifeStory: whereItApplies(["lifeStory", "arrests"], "formerRegime", "foreignTie"),
  yearlyGrades: {
    asks: [rows("evaluation", ["grade"])],
    only: { is: { not: inFirstYear }, why: "firstYear" },
    beside: [rows("emulation"), rows("reward")],
  },
  rewards: whereItApplies([], "reward", "emulation"),
  discipline: whereItApplies([], "discipline"),
  ownFamily: {
    asks: [
      rows("relative", [], {
        relation: ["father", "mother", "spouse", "child", "sibling", "adoptiveParent", "adoptedChild"],
      }),
    ],
  },
  spouseFamily: {
    asks: [rows("relative", [], { relation: ["fatherInLaw", "motherInLaw", "siblingInLaw"] })],
    only: { is: rows("relative", [], { relation: ["spouse"] }), why: "spouse" },
  },
  payHistory: { asks: [paid], only: salaried },
  /** Everybody has an income; house and land are answered by whom has them. */
  property: { asks: several("income"), beside: several("housing", "homeLand", "farmLand") },
  payAndProperty: {
    asks: [any(paid, onAllowance), own("income")],
    beside: several("housing", "homeLand", "farmLand"),
  },
  /** Written by the agency when the form is handed in. */
  remarks: whereItApplies(["remarks"]),
} as const satisfies Readonly<Record<string, ItemShape>>;

export type ItemKey = keyof typeof items;

/** An item by its key, with what only some items say. */
export function itemOf(key: ItemKey): ItemShape {
  return items[key];
}
