/**
 * What communes are asked for since 07/2025, gathered for reference: the decree that replaces NĐ 33/2023 for all posts
 * is not out or was not seen, so without it nearly everybody is judged by nothing on a day of today. It is no legal
 * text, says so in its name, is never verified, and judges nobody until somebody switches it on.
 *
 * Sources, as they were read in the press and not in the texts: CV 03/CV-BCĐ (15/04/2025) and CV 11/CV-BCĐ (06/2025) on
 * the staff of the new communes, NĐ 334/2025/NĐ-CP on heads of rooms. Where NĐ 334/2025 speaks (from 01/01/2026), it
 * goes before this set, since it starts later. No text asks those who lead nothing for political theory. The military
 * commander is left to the law on the military, as the texts before left them.
 */
import type { PostGroup } from "../domain/values";
import { type RuleDraft, type ShippedSet, shippedSet } from "./rule-rows";

const leading: readonly PostGroup[] = [
  "partySecretary",
  "partyDeputySecretary",
  "peoplesCouncilLeader",
  "peoplesCommitteeLeader",
  "massOrganisationLeader",
  "departmentHead",
  "partyDepartmentHead",
];
/** Those who lead nothing; titles of before 07/2025 that somebody still bears are judged like the new ones. */
const staff: readonly PostGroup[] = ["civilServant", "justiceCivilStatus", "policeChief"];
const everybody: readonly PostGroup[] = [...leading, ...staff];

const verified = false;

const rules: readonly RuleDraft[] = [
  {
    slug: "professional-areas",
    standard: "professional",
    groups: everybody,
    level: "university",
    anyFlag: ["ethnicMinority", "extremelyDifficult"],
    grace: {
      years: 5,
      event: "unitStart",
      servingOn: "2025-07-01",
      groups: [...everybody, "militaryCommander"],
    },
    clause:
      "Công văn số 11/CV-BCĐ: người ở vùng dân tộc thiểu số, đặc biệt khó khăn chưa có bằng đại học được hoàn thiện trong 5 năm từ ngày xã mới hoạt động",
    verified,
  },
  {
    slug: "professional",
    standard: "professional",
    groups: everybody,
    level: "university",
    clause: "Cán bộ, công chức của xã mới: chuyên môn đại học trở lên",
    verified,
  },
  {
    slug: "professional-military",
    standard: "professional",
    groups: ["militaryCommander"],
    level: null,
    clause: "Chỉ huy trưởng Ban Chỉ huy quân sự: theo pháp luật chuyên ngành quân sự",
    verified,
  },
  {
    slug: "theory-leaders",
    standard: "politicalTheory",
    groups: leading,
    level: "intermediate",
    clause:
      "Công văn số 03/CV-BCĐ, số 11/CV-BCĐ: người lãnh đạo, quản lý của xã mới có LLCT trung cấp hoặc tương đương trở lên",
    verified,
  },
  {
    slug: "theory-staff",
    standard: "politicalTheory",
    groups: [...staff, "militaryCommander"],
    level: null,
    clause: "Công chức không giữ chức vụ lãnh đạo: chưa thấy văn bản nào quy định trình độ LLCT",
    verified,
  },
];

export const referenceSet: ShippedSet = shippedSet(
  {
    key: "tham-chieu-2025",
    name: "Quy định tham chiếu cho cấp xã từ 07/2025",
    title:
      "Tổng hợp từ Công văn số 03/CV-BCĐ, số 11/CV-BCĐ năm 2025 và Nghị định số 334/2025/NĐ-CP để tham chiếu; không phải một văn bản pháp luật",
    validFrom: "2025-07-01",
    validTo: null,
    verified,
    note: "Chưa đối chiếu văn bản. Chỉ dùng để xét khi được bật; nơi Nghị định số 334/2025/NĐ-CP có quy định thì xét theo Nghị định.",
    inUse: false,
  },
  rules,
);
