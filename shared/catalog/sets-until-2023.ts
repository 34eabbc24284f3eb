/** The texts in force before NĐ 33/2023: QĐ 04/2004, TT 06/2012, Luật Hộ tịch, TT 13/2019. Read standard-sets.ts first. */
import { allCivilServants, civilServants, leaders, reduced } from "./rule-groups";
import { type ShippedSet, shippedSet } from "./rule-rows";

export const decision04: ShippedSet = shippedSet(
  {
    key: "qd-04-2004",
    name: "Quyết định số 04/2004/QĐ-BNV",
    title: "Quy định tiêu chuẩn cụ thể đối với cán bộ, công chức xã, phường, thị trấn",
    validFrom: "2004-02-27",
    validTo: "2023-07-31",
    verified: true,
    note: "Có hiệu lực sau 15 ngày kể từ ngày đăng Công báo (12/02/2004). Ngày cuối là ngày trước khi Nghị định số 33/2023/NĐ-CP có hiệu lực.",
  },
  [
    {
      slug: "professional-party-secretary-mountain-first",
      standard: "professional",
      groups: ["partySecretary"],
      level: "intermediate",
      anyFlag: ["mountain"],
      entry: "first",
      clause:
        "Điều 5: Bí thư Đảng ủy ở miền núi giữ chức vụ lần đầu phải có trình độ chuyên môn trung cấp trở lên",
      verified: true,
    },
    {
      slug: "professional-party-secretary-mountain",
      standard: "professional",
      groups: ["partySecretary"],
      level: "elementary",
      anyFlag: ["mountain"],
      clause:
        "Điều 5: Bí thư Đảng ủy ở miền núi phải được bồi dưỡng kiến thức chuyên môn tương đương sơ cấp trở lên",
      verified: true,
    },
    {
      slug: "professional-party-deputy-mountain-first",
      standard: "professional",
      groups: ["partyDeputySecretary"],
      level: "intermediate",
      anyFlag: ["mountain"],
      entry: "first",
      clause:
        "Điều 5: Phó Bí thư Đảng ủy ở miền núi giữ chức vụ lần đầu phải có trình độ chuyên môn trung cấp trở lên",
      verified: true,
    },
    {
      slug: "professional-party-deputy-mountain",
      standard: "professional",
      groups: ["partyDeputySecretary"],
      level: "elementary",
      anyFlag: ["mountain"],
      clause:
        "Điều 5: Phó Bí thư Đảng ủy ở miền núi phải được bồi dưỡng kiến thức chuyên môn tương đương sơ cấp trở lên",
      verified: true,
    },
    {
      slug: "professional-committee-mountain-first",
      standard: "professional",
      groups: ["peoplesCommitteeLeader"],
      level: "intermediate",
      anyFlag: ["mountain"],
      entry: "first",
      clause:
        "Điều 8: Chủ tịch, Phó Chủ tịch UBND ở miền núi giữ chức vụ lần đầu phải có trình độ chuyên môn trung cấp trở lên",
      verified: true,
    },
    {
      slug: "professional-committee-mountain",
      standard: "professional",
      groups: ["peoplesCommitteeLeader"],
      level: "elementary",
      anyFlag: ["mountain"],
      clause:
        "Điều 8: Chủ tịch, Phó Chủ tịch UBND ở miền núi phải được bồi dưỡng kiến thức chuyên môn tương đương sơ cấp trở lên",
      verified: true,
    },
    {
      slug: "professional-party-secretary",
      standard: "professional",
      groups: ["partySecretary"],
      level: "intermediate",
      clause: "Tiêu chuẩn cụ thể của Bí thư Đảng ủy: chuyên môn trung cấp trở lên ở đồng bằng và đô thị",
      verified: true,
    },
    {
      slug: "professional-party-deputy",
      standard: "professional",
      groups: ["partyDeputySecretary"],
      level: "intermediate",
      clause: "Tiêu chuẩn cụ thể của Phó Bí thư Đảng ủy: chuyên môn trung cấp trở lên",
      verified: false,
    },
    {
      slug: "professional-leaders",
      standard: "professional",
      groups: leaders,
      level: "intermediate",
      clause: "Tiêu chuẩn cụ thể của Chủ tịch, Phó Chủ tịch HĐND và UBND: chuyên môn trung cấp trở lên",
      verified: false,
      note: "Mới đối chiếu một phần với văn bản.",
    },
    {
      slug: "professional-others",
      standard: "professional",
      groups: ["massOrganisationLeader", ...allCivilServants],
      level: "intermediate",
      clause: "Tiêu chuẩn cụ thể của người đứng đầu đoàn thể và của công chức: chuyên môn trung cấp trở lên",
      verified: false,
    },
    {
      slug: "theory-party-secretary",
      standard: "politicalTheory",
      groups: ["partySecretary"],
      level: "intermediate",
      clause: "Tiêu chuẩn cụ thể của Bí thư Đảng ủy: LLCT trung cấp trở lên",
      verified: true,
    },
    {
      slug: "theory-party-deputy",
      standard: "politicalTheory",
      groups: ["partyDeputySecretary"],
      level: "intermediate",
      clause: "Tiêu chuẩn cụ thể của Phó Bí thư Đảng ủy: LLCT trung cấp trở lên",
      verified: false,
    },
    {
      slug: "theory-leaders-mountain",
      standard: "politicalTheory",
      groups: leaders,
      level: "training",
      anyFlag: ["mountain"],
      clause: "Tiêu chuẩn cụ thể của Chủ tịch, Phó Chủ tịch HĐND và UBND: đã qua bồi dưỡng LLCT ở miền núi",
      verified: false,
      note: "Mới đối chiếu một phần với văn bản.",
    },
    {
      slug: "theory-leaders",
      standard: "politicalTheory",
      groups: leaders,
      level: "intermediate",
      clause: "Tiêu chuẩn cụ thể của Chủ tịch, Phó Chủ tịch HĐND và UBND: LLCT trung cấp trở lên ở đồng bằng",
      verified: false,
      note: "Mới đối chiếu một phần với văn bản.",
    },
    {
      slug: "theory-others",
      standard: "politicalTheory",
      groups: ["massOrganisationLeader", ...allCivilServants],
      level: "elementary",
      clause: "Tiêu chuẩn cụ thể của người đứng đầu đoàn thể và của công chức: LLCT sơ cấp trở lên",
      verified: false,
    },
  ],
);

export const circular06: ShippedSet = shippedSet(
  {
    key: "tt-06-2012",
    name: "Thông tư số 06/2012/TT-BNV",
    title:
      "Hướng dẫn về chức trách, tiêu chuẩn cụ thể, nhiệm vụ và tuyển dụng công chức xã, phường, thị trấn",
    validFrom: "2012-12-15",
    validTo: "2019-12-24",
    verified: false,
    note: "Ngày có hiệu lực chưa đối chiếu văn bản. Thông tư không nêu trình độ LLCT.",
  },
  [
    {
      slug: "professional",
      standard: "professional",
      groups: civilServants,
      level: "intermediate",
      clause: "Tiêu chuẩn cụ thể của công chức cấp xã: chuyên môn trung cấp trở lên",
      verified: true,
    },
  ],
);

export const civilStatusLaw: ShippedSet = shippedSet(
  {
    key: "luat-ho-tich-2014",
    name: "Luật Hộ tịch",
    title: "Luật Hộ tịch số 60/2014/QH13",
    validFrom: "2016-01-01",
    validTo: null,
    verified: false,
    note: "Ngày có hiệu lực chưa đối chiếu văn bản.",
  },
  [
    {
      slug: "professional",
      standard: "professional",
      groups: ["justiceCivilStatus"],
      level: "intermediate",
      clause: "Điều 72: công chức tư pháp - hộ tịch có trình độ từ trung cấp luật trở lên",
      verified: true,
      note: "Ngành đào tạo (luật) chưa được xét tự động.",
    },
  ],
);

/** Who was in service as công chức when the circular came into force on 25/12/2019. */
const graceOf2019 = { until: "2024-12-25", servingOn: "2019-12-24", groups: allCivilServants } as const;

export const circular13: ShippedSet = shippedSet(
  {
    key: "tt-13-2019",
    name: "Thông tư số 13/2019/TT-BNV",
    title: "Hướng dẫn một số quy định về cán bộ, công chức cấp xã và người hoạt động không chuyên trách",
    validFrom: "2019-12-25",
    validTo: "2023-07-31",
    verified: true,
    note: "Thông tư không nêu trình độ LLCT. Ngày cuối là ngày trước khi Nghị định số 33/2023/NĐ-CP có hiệu lực.",
  },
  [
    {
      slug: "professional-reduced",
      standard: "professional",
      groups: civilServants,
      level: "intermediate",
      ...reduced,
      grace: graceOf2019,
      clause:
        "Tiêu chuẩn cụ thể của công chức cấp xã: chuyên môn trung cấp trở lên nơi UBND cấp tỉnh quy định",
      verified: true,
    },
    {
      slug: "professional",
      standard: "professional",
      groups: civilServants,
      level: "university",
      grace: graceOf2019,
      clause:
        "Tiêu chuẩn cụ thể của công chức cấp xã: chuyên môn đại học trở lên; người đang công tác có 5 năm để hoàn thiện",
      verified: true,
    },
  ],
);
