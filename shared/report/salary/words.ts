/**
 * The words of the papers of a session for steps of pay: minutes of the council, request to who decides, and a decision a
 * person. Documents are Vietnamese whatever language the screen shows; what nobody has written yet is dotted, to be filled in
 * by hand or by the system that gives out numbers.
 *
 * Layout: Nghị định 30/2020/NĐ-CP, Phụ lục I. Which papers a session makes, and the columns of the list: as offices do it.
 * The grounds name the texts without their days, which are for the office to check.
 */
export const salaryWords = {
  day: {
    none: "ngày …… tháng …… năm ………",
    month: "ngày …… tháng {{month}} năm {{year}}",
    year: "ngày …… tháng …… năm {{year}}",
  },
  period: {
    month: "tháng {{month}} năm {{year}}",
    quarter: "quý {{quarter}} năm {{year}}",
    firstHalf: "6 tháng đầu năm {{year}}",
    secondHalf: "6 tháng cuối năm {{year}}",
    days: "từ ngày {{from}} đến ngày {{to}}",
  },
  grounds: [
    "Căn cứ Nghị định số 204/2004/NĐ-CP của Chính phủ về chế độ tiền lương đối với cán bộ, công chức, viên chức và lực lượng vũ trang và các nghị định sửa đổi, bổ sung;",
    "Căn cứ Thông tư số 08/2013/TT-BNV và Thông tư số 03/2021/TT-BNV của Bộ trưởng Bộ Nội vụ về chế độ nâng bậc lương đối với cán bộ, công chức, viên chức và người lao động;",
  ],
  step: "bậc {{step}}/{{steps}}",
  stepOver: "{{step}} (VK {{percent}}%)",
  kind: { regular: "Nâng bậc lương thường xuyên", overTop: "Phụ cấp thâm niên vượt khung {{percent}}%" },
  noteDelayed: "{{kind}}; kéo dài {{months}} tháng do {{why}}",
  unverified: "{{why}} (quy định chưa đối chiếu văn bản)",
  columns: {
    ordinal: "TT",
    name: "Họ và tên",
    post: "Chức vụ",
    grade: "Mã ngạch",
    now: "Hiện hưởng",
    next: "Đề nghị",
    step: "Bậc",
    coefficient: "Hệ số",
    from: "Từ ngày",
    note: "Ghi chú",
  },
  minutes: {
    number: "Số: ………/BB-………",
    title: "BIÊN BẢN",
    matter: "Họp Hội đồng xét nâng bậc lương {{period}}",
    opening:
      "Hôm nay, hồi …… giờ …… ngày …… tháng …… năm ………, tại ………………………………, Hội đồng xét nâng bậc lương họp xét nâng bậc lương thường xuyên và phụ cấp thâm niên vượt khung {{period}}.",
    present: [
      "1. Chủ trì: ……………………………, chức vụ: …………………………",
      "2. Thư ký: ……………………………, chức vụ: …………………………",
      "3. Thành viên có mặt: ……; vắng mặt: …… (lý do: ………………………).",
    ],
    content:
      "Hội đồng xem xét hồ sơ của {{count}} người đến kỳ nâng bậc lương {{period}}, gồm {{regular}} người nâng bậc lương thường xuyên và {{over}} người hưởng phụ cấp thâm niên vượt khung; trong đó {{delayed}} người đã tính thời gian kéo dài, lý do ghi ở cột Ghi chú.",
    ending:
      "Kết luận: Hội đồng thống nhất đề nghị nâng bậc lương đối với ………/{{count}} người có tên trong danh sách (số thành viên tán thành: ………/………). Biên bản lập xong hồi …… giờ …… cùng ngày, đã đọc cho các thành viên nghe và thống nhất thông qua.",
    secretary: "Thư ký",
    chair: "Chủ trì",
  },
  request: {
    number: "Số: ………/TTr-………",
    title: "TỜ TRÌNH",
    matter: "Về việc nâng bậc lương {{period}}",
    address: "Kính gửi: ……………………………………………………",
    body: "{{office}} kính trình xem xét, quyết định nâng bậc lương thường xuyên và phụ cấp thâm niên vượt khung {{period}} đối với {{count}} người có tên dưới đây (kèm theo Biên bản họp Hội đồng xét nâng bậc lương ngày …… tháng …… năm ………):",
    ending: "Kính đề nghị xem xét, quyết định./.",
    receivers: ["Như trên;", "Lưu: VT."],
  },
  decision: {
    number: "Số: ………/QĐ-………",
    title: "QUYẾT ĐỊNH",
    matter: {
      regular: "Về việc nâng bậc lương thường xuyên",
      overTop: "Về việc hưởng phụ cấp thâm niên vượt khung",
    },
    committee: "CHỦ TỊCH ỦY BAN NHÂN DÂN {{unit}}",
    head: "THỦ TRƯỞNG {{office}}",
    minutesGround: "Căn cứ Biên bản họp Hội đồng xét nâng bậc lương ngày …… tháng …… năm ………;",
    proposedBy: "Theo đề nghị của ……………………………………………………",
    order: "QUYẾT ĐỊNH:",
    regular:
      "Điều 1. Nâng bậc lương thường xuyên đối với {{person}}, ngạch {{grade}}: từ {{fromStep}}, hệ số lương {{fromCoefficient}} lên {{toStep}}, hệ số lương {{toCoefficient}}, kể từ {{day}}.",
    overTop:
      "Điều 1. Cho {{person}}, ngạch {{grade}}, {{toStep}}, hệ số lương {{toCoefficient}}, hưởng phụ cấp thâm niên vượt khung {{percent}}% kể từ {{day}}.",
    delayed: "Thời điểm hưởng đã tính thời gian kéo dài {{months}} tháng do {{why}}.",
    next: "Điều 2. Thời gian xét nâng bậc lương, phụ cấp thâm niên vượt khung lần sau tính từ {{day}}.",
    duty: "Điều 3. Các bộ phận có liên quan và {{name}} chịu trách nhiệm thi hành Quyết định này./.",
    receivers: ["Như Điều 3;", "Lưu: VT, hồ sơ cán bộ."],
  },
  person: { male: "ông {{name}}", female: "bà {{name}}", other: "ông (bà) {{name}}" },
  born: "{{person}}, sinh {{birth}}",
  held: "{{person}}, {{place}}",
  gradeNamed: "{{name}} (mã số {{code}})",
  gradeCoded: "có mã số {{code}}",
  sign: "(Chữ ký, họ và tên)",
  signStamped: "(Chữ ký, dấu, họ và tên)",
  file: {
    folder: "Nang bac luong {{from}} den {{to}}",
    minutes: "1 Bien ban hop xet nang bac luong",
    request: "2 To trinh nang bac luong",
    decision: "Quyet dinh {{place}} {{name}}",
  },
} as const;
