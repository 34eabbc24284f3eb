/** NĐ 33/2023 (to 30/06/2025) and NĐ 334/2025. Read standard-sets.ts first. */
import { allCivilServants, civilServants, leaders, reduced } from "./rule-groups";
import { type RuleDraft, type ShippedSet, shippedSet } from "./rule-rows";

/** Điều 38: who was in office or service when the decree came into force on 01/08/2023. */
const graceOf2023 = { until: "2028-08-01", servingOn: "2023-07-31" } as const;
const civilGraceOf2023 = { ...graceOf2023, groups: allCivilServants } as const;

const decree33Rules: readonly RuleDraft[] = [
  {
    slug: "professional-party",
    standard: "professional",
    groups: ["partySecretary", "partyDeputySecretary"],
    level: "university",
    grace: graceOf2023,
    clause:
      "Tiêu chuẩn của Bí thư, Phó Bí thư Đảng ủy: chuyên môn đại học trở lên, trừ khi Điều lệ Đảng quy định khác",
    verified: true,
  },
  {
    slug: "professional-leaders-reduced",
    standard: "professional",
    groups: leaders,
    level: "intermediate",
    ...reduced,
    grace: graceOf2023,
    clause:
      "Tiêu chuẩn của Chủ tịch, Phó Chủ tịch HĐND và UBND: chuyên môn trung cấp trở lên nơi UBND cấp tỉnh quy định",
    verified: true,
  },
  {
    slug: "professional-leaders",
    standard: "professional",
    groups: leaders,
    level: "university",
    grace: graceOf2023,
    clause: "Tiêu chuẩn của Chủ tịch, Phó Chủ tịch HĐND và UBND: chuyên môn đại học trở lên",
    verified: true,
  },
  {
    slug: "professional-mass",
    standard: "professional",
    groups: ["massOrganisationLeader"],
    level: "university",
    grace: graceOf2023,
    clause:
      "Tiêu chuẩn của người đứng đầu MTTQ và đoàn thể: chuyên môn đại học trở lên, trừ khi điều lệ của tổ chức quy định khác",
    verified: true,
  },
  {
    slug: "professional-civil-reduced",
    standard: "professional",
    groups: ["civilServant"],
    level: "intermediate",
    ...reduced,
    grace: civilGraceOf2023,
    clause: "Tiêu chuẩn của công chức cấp xã: chuyên môn trung cấp trở lên nơi UBND cấp tỉnh quy định",
    verified: true,
  },
  {
    slug: "professional-civil",
    standard: "professional",
    groups: ["civilServant"],
    level: "university",
    grace: civilGraceOf2023,
    clause: "Tiêu chuẩn của công chức cấp xã: chuyên môn đại học trở lên, ngành phù hợp với chức danh",
    verified: true,
    note: "Ngành đào tạo chưa được xét tự động.",
  },
  {
    slug: "professional-justice",
    standard: "professional",
    groups: ["justiceCivilStatus"],
    level: "intermediate",
    clause: "Luật khác quy định thì theo luật đó: Luật Hộ tịch, Điều 72, từ trung cấp luật trở lên",
    verified: true,
    note: "Ngành đào tạo (luật) chưa được xét tự động.",
  },
  {
    slug: "professional-military",
    standard: "professional",
    groups: ["militaryCommander"],
    level: null,
    clause: "Chỉ huy trưởng Ban Chỉ huy quân sự: theo pháp luật chuyên ngành quân sự",
    verified: true,
  },
  {
    slug: "theory-party",
    standard: "politicalTheory",
    groups: ["partySecretary", "partyDeputySecretary"],
    level: "intermediate",
    grace: graceOf2023,
    clause: "Tiêu chuẩn của Bí thư, Phó Bí thư Đảng ủy: LLCT trung cấp trở lên",
    verified: false,
  },
  {
    slug: "theory-leaders",
    standard: "politicalTheory",
    groups: leaders,
    level: "intermediate",
    grace: graceOf2023,
    clause: "Tiêu chuẩn của Chủ tịch, Phó Chủ tịch HĐND và UBND: LLCT trung cấp hoặc tương đương trở lên",
    verified: true,
  },
  {
    slug: "theory-mass",
    standard: "politicalTheory",
    groups: ["massOrganisationLeader"],
    level: "intermediate",
    grace: graceOf2023,
    clause: "Tiêu chuẩn của người đứng đầu MTTQ và đoàn thể: LLCT trung cấp trở lên",
    verified: false,
  },
  {
    slug: "theory-civil",
    standard: "politicalTheory",
    groups: [...civilServants, "militaryCommander"],
    level: null,
    clause: "Tiêu chuẩn của công chức cấp xã: Nghị định không nêu trình độ LLCT",
    verified: true,
  },
];

export const decree33: ShippedSet = shippedSet(
  {
    key: "nd-33-2023",
    name: "Nghị định số 33/2023/NĐ-CP",
    title:
      "Quy định về cán bộ, công chức cấp xã và người hoạt động không chuyên trách ở cấp xã, ở thôn, tổ dân phố",
    validFrom: "2023-08-01",
    validTo: "2025-06-30",
    verified: true,
    note: "Người đang công tác có 5 năm để hoàn thiện tiêu chuẩn, đến 01/08/2028.",
  },
  decree33Rules,
);

export const decree334: ShippedSet = shippedSet(
  {
    key: "nd-334-2025",
    name: "Nghị định số 334/2025/NĐ-CP",
    title: "Quy định tiêu chuẩn chức danh công chức lãnh đạo, quản lý trong cơ quan hành chính nhà nước",
    validFrom: "2026-01-01",
    validTo: null,
    verified: false,
    note: "Ngày có hiệu lực chưa đối chiếu văn bản.",
  },
  [
    {
      slug: "professional-department",
      standard: "professional",
      groups: ["departmentHead"],
      level: "university",
      clause:
        "Tiêu chuẩn của Trưởng phòng, Phó Trưởng phòng cấp xã và tương đương: chuyên môn đại học trở lên",
      verified: true,
    },
    {
      slug: "theory-department",
      standard: "politicalTheory",
      groups: ["departmentHead"],
      level: "intermediate",
      clause:
        "Tiêu chuẩn của Trưởng phòng, Phó Trưởng phòng cấp xã và tương đương: LLCT trung cấp hoặc tương đương trở lên",
      verified: true,
      note: "Người đang được đào tạo theo quy hoạch chưa được xét tự động.",
    },
  ],
);
