/**
 * How many officials each commune of Thanh Ba had on 01/10/2021 in the sample, and who of them lacks what.
 *
 * The district's figures are known from the press, those of the communes are not (but for Quảng Yên): the plan spreads
 * gaps over communes as they may have been. It says what is on record about a person, never what follows from it, and
 * holds no sum; the published figures must come out of judging the people.
 */
import type { SamplePostKey } from "./posts";

/**
 * What is missing in somebody's professional education:
 * - `grace`: công chức with trung cấp or cao đẳng who served before the stricter standard of 25/12/2019
 * - `late`: the same level, but công chức only since
 * - `none`: elected, without a level that any standard accepts
 * - `missing`: no diploma in the file
 * - `vague`: a diploma of about the as-of day
 */
export type ProfessionalGap = "grace" | "late" | "none" | "missing" | "vague";

/** In political theory: `low` a leader with sơ cấp, `none` said to have none, `missing`, `vague` as above. */
export type TheoryGap = "low" | "none" | "missing" | "vague";

/** One person's gaps. */
export interface Gap {
  readonly professional: ProfessionalGap | null;
  readonly politicalTheory: TheoryGap | null;
}

export interface CommunePlan {
  /** Code in the list of 2021. */
  readonly code: string;
  readonly headcount: number;
  readonly gaps: readonly Gap[];
  /** Codes of communes that were dissolved on the merger and whose staff the commune took over. */
  readonly dissolved: readonly string[];
}

function plan(
  code: string,
  headcount: number,
  professional: readonly ProfessionalGap[],
  theory: readonly TheoryGap[],
  dissolved: readonly string[] = [],
): CommunePlan {
  return {
    code,
    headcount,
    gaps: [
      ...professional.map((gap): Gap => ({ professional: gap, politicalTheory: null })),
      ...theory.map((gap): Gap => ({ professional: null, politicalTheory: gap })),
    ],
    dissolved,
  };
}

/**
 * The 19 communes. Up to 23 officials where nothing was merged (NĐ 34/2019/NĐ-CP, loại I), more where the staff of
 * several communes still serves together. Quảng Yên's three are published; which of the other dissolved communes
 * went where is not checked, and is part of what is made up here.
 */
export const thanhBaPlan: readonly CommunePlan[] = [
  plan("08152", 23, ["grace", "grace", "late", "missing", "vague"], ["missing"]),
  plan("08156", 22, ["grace", "grace", "grace", "none"], ["low"]),
  plan("08158", 22, ["grace", "grace", "missing", "none"], []),
  plan("08161", 20, ["grace", "grace", "grace", "grace", "none"], ["none"]),
  plan(
    "08164",
    38,
    ["grace", "grace", "grace", "grace", "grace", "late", "none", "missing"],
    ["low", "missing"],
    ["08155", "08176"],
  ),
  plan("08170", 22, ["grace", "grace", "grace", "vague"], ["low"]),
  {
    code: "08173",
    headcount: 33,
    gaps: [
      { professional: "grace", politicalTheory: "none" },
      { professional: "missing", politicalTheory: "missing" },
    ],
    dissolved: ["08167", "08182", "08173"],
  },
  plan("08179", 23, ["grace", "grace", "grace", "missing", "none"], []),
  plan("08194", 22, ["grace", "grace", "late", "grace"], ["vague"]),
  plan("08197", 23, ["grace", "grace", "none", "missing"], ["low"]),
  plan(
    "08200",
    37,
    ["grace", "grace", "grace", "grace", "grace", "none", "vague", "missing"],
    ["none", "missing"],
    ["08185", "08191"],
  ),
  plan(
    "08203",
    38,
    ["grace", "grace", "grace", "grace", "grace", "grace", "late", "none"],
    ["low", "none"],
    ["08203", "08188", "08212"],
  ),
  plan("08206", 22, ["grace", "grace", "grace", "vague", "none"], ["missing"]),
  plan("08209", 23, ["grace", "grace", "grace", "late"], []),
  plan("08215", 22, ["grace", "grace", "missing", "none", "grace"], ["low"]),
  plan("08218", 22, ["grace", "grace", "missing", "grace"], []),
  plan("08221", 21, ["grace", "grace", "none", "grace"], []),
  plan("08224", 22, ["grace", "grace", "grace", "late", "missing"], []),
  plan("08227", 23, ["grace", "grace", "vague", "none"], ["missing"]),
];

/** Posts in the order in which a commune fills them: by the quota first, then what a merger left over. */
const inOrder: readonly SamplePostKey[] = [
  "partySecretary",
  "partyDeputySecretary",
  "peoplesCouncilViceChair",
  "peoplesCommitteeChair",
  "peoplesCommitteeViceChair",
  "fatherlandFrontChair",
  "youthUnionSecretary",
  "womensUnionChair",
  "farmersUnionChair",
  "veteransAssociationChair",
  "militaryCommander",
  "officeStatistics",
  "officeStatistics",
  "landAgriculture",
  "landAgriculture",
  "financeAccounting",
  "financeAccounting",
  "justiceCivilStatus",
  "cultureSociety",
  "cultureSociety",
  "justiceCivilStatus",
  "peoplesCommitteeViceChair",
  "cultureSociety",
  "partyDeputySecretary",
  "peoplesCouncilViceChair",
  "peoplesCommitteeViceChair",
  "officeStatistics",
  "landAgriculture",
  "financeAccounting",
  "justiceCivilStatus",
  "officeStatistics",
  "landAgriculture",
  "cultureSociety",
  "officeStatistics",
  "landAgriculture",
  "financeAccounting",
  "cultureSociety",
  "justiceCivilStatus",
];

/**
 * The posts of a commune's officials, one a person.
 * @param town a thị trấn has another title for địa chính than a xã
 * @throws RangeError when no commune had so many
 */
export function staffOf(headcount: number, town: boolean): SamplePostKey[] {
  if (headcount > inOrder.length) throw new RangeError(`No posts for ${headcount} officials`);
  return inOrder.slice(0, headcount).map((post) => (town && post === "landAgriculture" ? "landUrban" : post));
}
