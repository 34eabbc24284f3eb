/**
 * Thresholds for the synthetic samples of a province and of the nation, and for nothing else. For most posts since
 * 07/2025 no text has been compared yet, so a large sample judged by the shipped texts would be "not applicable"
 * nearly throughout and show none of what the program does. It is NOT law: its name says so wherever it is shown,
 * it is never verified, and no real roster gets it.
 */
import { postGroups } from "../domain/values";
import type { RuleDraft, ShippedSet } from "./rule-rows";
import { shippedSet } from "./rule-rows";

const grace = { until: "2030-06-30", servingOn: "2025-06-30", groups: postGroups } as const;
const clause = "Dữ liệu minh họa, không phải quy định của pháp luật";

const rules: readonly RuleDraft[] = [
  {
    slug: "professional-reduced",
    standard: "professional",
    groups: [
      "partySecretary",
      "partyDeputySecretary",
      "peoplesCouncilLeader",
      "peoplesCommitteeLeader",
      "massOrganisationLeader",
      "civilServant",
    ],
    level: "intermediate",
    anyFlag: ["mountain", "highland", "border", "island", "extremelyDifficult"],
    allFlags: ["provincialReduction"],
    grace,
    clause,
    verified: false,
  },
  {
    slug: "professional",
    standard: "professional",
    groups: [
      "partySecretary",
      "partyDeputySecretary",
      "peoplesCouncilLeader",
      "peoplesCommitteeLeader",
      "massOrganisationLeader",
      "civilServant",
    ],
    level: "university",
    grace,
    clause,
    verified: false,
  },
  {
    slug: "professional-military",
    standard: "professional",
    groups: ["militaryCommander"],
    level: "college",
    clause,
    verified: false,
  },
  {
    slug: "theory-leaders",
    standard: "politicalTheory",
    groups: [
      "partySecretary",
      "partyDeputySecretary",
      "peoplesCouncilLeader",
      "peoplesCommitteeLeader",
      "massOrganisationLeader",
    ],
    level: "intermediate",
    grace,
    clause,
    verified: false,
  },
  {
    slug: "theory-staff",
    standard: "politicalTheory",
    groups: ["civilServant", "militaryCommander"],
    level: "elementary",
    clause,
    verified: false,
  },
];

export const illustrativeSet: ShippedSet = shippedSet(
  {
    key: "illustration-2025",
    name: "Ngưỡng minh họa (không phải văn bản pháp luật)",
    title: "Ngưỡng giả định để thử chương trình với dữ liệu mẫu",
    validFrom: "2025-07-01",
    validTo: null,
    verified: false,
    note: "Chỉ dùng cho dữ liệu mẫu của tỉnh và cả nước.",
  },
  rules,
);
