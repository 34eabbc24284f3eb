/**
 * The closed lists of answers that fields may hold.
 *
 * They are shared by the form that offers them, the gate that refuses anything else and the rules that read
 * them. A key is stored in rosters for good, so an entry may be added but never renamed.
 */
import { standardDefinitions } from "./standards";

export const sexes = ["male", "female"] as const;
export type Sex = (typeof sexes)[number];

/**
 * How somebody came to a post: bầu cử, phê chuẩn, chỉ định, tuyển dụng, điều động, luân chuyển, biệt phái, kiêm nhiệm, bổ
 * nhiệm, tiếp nhận, bổ nhiệm lại, hợp đồng, khác. For whom each can be: shared/career/act-rules.ts.
 */
export const assignmentKinds = [
  "elected",
  "approved",
  "designated",
  "recruited",
  "transferred",
  "rotated",
  "seconded",
  "concurrent",
  "appointed",
  "admitted",
  "reappointed",
  "contracted",
  "other",
] as const;
export type AssignmentKind = (typeof assignmentKinds)[number];

/** Why an assignment ended (domain terms in docs/glossary.md). */
export const endReasons = [
  "transferred",
  "rotated",
  "termEnded",
  "reappointed",
  "unitMerged",
  "retired",
  "relieved",
  "removedFromOffice",
  "dismissed",
  "resigned",
  "leftService",
  "stripped",
  "demoted",
  "downsized",
  "contractEnded",
  "secondmentEnded",
  "deceased",
  "other",
] as const;
export type EndReason = (typeof endReasons)[number];

export const studyModes = ["fullTime", "inService", "distance", "online", "other"] as const;

/** Where somebody studied: in the country, abroad, or in a course that schools of both hold together (10-BTCTW). */
export const studyPlaces = ["domestic", "abroad", "joint"] as const;

/**
 * Programmes of training, as 10-BTCTW parts them: đào tạo chuyên môn, lý luận chính trị, nghiệp vụ xây dựng Đảng, nghiệp vụ
 * đoàn thể, QLNN, quản lý kinh tế, ngoại ngữ, tin học, cập nhật kiến thức mới, QP-AN; and beside them what communes hold
 * classes of: tiếng dân tộc, lãnh đạo quản lý, vị trí việc làm, đại biểu HĐND.
 */
export const trainingKinds = [
  "professional",
  "politicalTheory",
  "partyWork",
  "massWork",
  "stateManagement",
  "economicManagement",
  "foreignLanguage",
  "it",
  "newKnowledge",
  "defence",
  "ethnicLanguage",
  "leadership",
  "jobSkills",
  "councilSkills",
  "other",
] as const;
export type TrainingKind = (typeof trainingKinds)[number];

/** Tập trung or not (10-BTCTW). */
export const trainingForms = ["fullTime", "partTime"] as const;

/** Level of whoever opens a class (10-BTCTW, columns 10 and 11). */
export const openerLevels = ["central", "province", "district", "commune"] as const;

/** Whom a class of defence knowledge is for: đối tượng 1 to 4 (10-BTCTW, II.8). */
export const defenceGroups = ["group1", "group2", "group3", "group4"] as const;

/** What came of a class for a learner; whoever withdrew or never came takes no seat. */
export const enrolmentResults = ["passed", "failed", "withdrawn", "absent", "deferred"] as const;
export type EnrolmentResult = (typeof enrolmentResults)[number];

/** Who decides about a person: diện quản lý (13-BTCTW). */
export const managingLevels = [
  "central",
  "provincialStandingCommittee",
  "districtStandingCommittee",
  "communeStandingCommittee",
  "agency",
] as const;

/** How a person stands on the payroll: trong biên chế, hợp đồng 68 or 111, other contracts, allowance only. */
export const payrolls = ["permanent", "contract68", "otherContract", "allowance"] as const;

/** Seats of the 48 columns of Mẫu 02/CL.CBCCX. */
export const mandates = [
  "communeCouncil",
  "districtCouncil",
  "provincialCouncil",
  "communeCommittee",
] as const;

export const academicTitles = ["professor", "associateProfessor"] as const;

export const bloodGroups = ["a", "b", "ab", "o"] as const;

/** Who disciplines: Đảng, chính quyền, đoàn thể. */
export const disciplineSides = ["party", "government", "organisation"] as const;
export type DisciplineSide = (typeof disciplineSides)[number];

/**
 * Forms of discipline: of the government NĐ 172/2025/NĐ-CP with those that stay in histories (hạ bậc lương, giáng chức), of
 * the Party khiển trách, cảnh cáo, cách chức, khai trừ.
 */
export const disciplineForms = [
  "reprimand",
  "warning",
  "stepLowered",
  "demotion",
  "stripping",
  "removal",
  "dismissal",
  "expulsion",
] as const;
export type DisciplineForm = (typeof disciplineForms)[number];

/** Grades of a year's or period's evaluation, best first (NĐ 90/2020, 48/2023, 335/2025). */
export const evaluationGrades = ["excellent", "good", "completed", "notCompleted"] as const;
export type EvaluationGrade = (typeof evaluationGrades)[number];

/** What a grade is given for: the year, one of its quarters or months (NĐ 335/2025/NĐ-CP: monthly or quarterly points). */
export const evaluationPeriods = [
  "year",
  ...(["q1", "q2", "q3", "q4"] as const),
  ...(["m01", "m02", "m03", "m04", "m05", "m06", "m07", "m08", "m09", "m10", "m11", "m12"] as const),
] as const;

/** Terms of quy hoạch differ between the Party's titles and those of the government. */
export const planningSides = ["party", "government", "organisation"] as const;

/** How a step of pay was reached: thường xuyên, trước thời hạn, vượt khung, bổ nhiệm ngạch, xếp lương. */
export const salaryKinds = ["regular", "early", "overTop", "gradeChange", "placed"] as const;

/** Levels between which people move (11-BTCTW): trung ương, tỉnh, huyện, xã, and another branch or sector. */
export const moveLevels = ["central", "province", "district", "commune", "otherSector"] as const;
export type MoveLevel = (typeof moveLevels)[number];

export const foreignTieKinds = ["organisation", "relative"] as const;

export const unitLevels = ["province", "district", "commune"] as const;
export type UnitLevel = (typeof unitLevels)[number];

/** Kinds of unit as printed before the name: Tỉnh, Thành phố, Huyện, Quận, Thị xã, Xã, Phường, Thị trấn, Đặc khu. */
export const unitTypes = [
  "tinh",
  "thanhPho",
  "huyen",
  "quan",
  "thiXa",
  "xa",
  "phuong",
  "thiTran",
  "dacKhu",
] as const;
export type UnitType = (typeof unitTypes)[number];

/**
 * Facts about where a unit lies that lower some thresholds, set by the user because no list of them is shipped.
 * `provincialReduction` says that the province has issued a decision which lowers the professional level there.
 */
export const areaFlags = [
  "mountain",
  "highland",
  "border",
  "island",
  "remote",
  "ethnicMinority",
  "extremelyDifficult",
  "provincialReduction",
] as const;
export type AreaFlag = (typeof areaFlags)[number];

/** Posts are grouped the way the standards name them; a rule names groups, never single posts. */
export const postGroups = [
  "partySecretary",
  "partyDeputySecretary",
  "peoplesCouncilLeader",
  "peoplesCommitteeLeader",
  "massOrganisationLeader",
  "civilServant",
  "justiceCivilStatus",
  "militaryCommander",
  "policeChief",
  "departmentHead",
  "partyDepartmentHead",
  "otherPost",
] as const;
export type PostGroup = (typeof postGroups)[number];

/**
 * Kinds of person, by the post that they hold: cán bộ are elected, công chức are recruited; người hoạt động không chuyên
 * trách, viên chức and people under contract are counted only where a table asks for them.
 */
export const postCategories = ["canBo", "congChuc", "khongChuyenTrach", "vienChuc", "hopDong"] as const;
export type PostCategory = (typeof postCategories)[number];

/** Whom "cán bộ, công chức" names: the kinds of post that figures count unless others are asked for. */
export const officialCategories: readonly PostCategory[] = ["canBo", "congChuc"];

/**
 * Why somebody in a figure is to be looked at twice: judged by what nobody compared with the text of the law; judged by
 * assumption, since a level has no date; counted by a post of which it is not clear that it is the main one; judged by
 * no rule at all, which differs from a rule that asks for nothing.
 */
export const noteMarks = ["unverified", "assumed", "mainUnclear", "uncovered"] as const;
export type NoteMark = (typeof noteMarks)[number];

/**
 * Why it is not clear by which of several posts a person is counted: none is marked main, several are, or a kiêm nhiệm
 * is marked beside a post that is none.
 */
export const mainDoubts = ["mainMissing", "mainSeveral", "mainConcurrent"] as const;
export type MainDoubt = (typeof mainDoubts)[number];

/** Whom a rule asks by when they came to the post. */
export const ruleEntries = ["first"] as const;
export type RuleEntry = (typeof ruleEntries)[number];

/** What the years of grace of a rule are counted from: the start of the unit, the first entry to the post, the rule itself. */
export const graceEvents = ["unitStart", "entry", "ruleStart"] as const;
export type GraceEvent = (typeof graceEvents)[number];

/** The standards that every official is judged by, in the order in which they are shown. */
export type Standard = (typeof standardDefinitions)[number]["key"];
export const standards: readonly Standard[] = standardDefinitions.map(({ key }) => key);

/** A standard, or all that count together. */
export type StandardOrAll = Standard | "all";
export const standardsAndAll: readonly StandardOrAll[] = [...standards, "all"];

/** One value for each standard. */
export function byStandard<T>(make: (standard: Standard, index: number) => T): Record<Standard, T> {
  return Object.fromEntries(standards.map((key, index) => [key, make(key, index)])) as Record<Standard, T>;
}

/** Longest class that can be supposed, in months: the longest programmes take some six years. */
export const mostStudyMonths = 120;
