/** Words printed in reports. Official documents are Vietnamese whatever language the screen shows. */
export const report = {
  nation: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
  motto: "Độc lập - Tự do - Hạnh phúc",
  placeAndDay: "{{place}}, {{day}}",
  dayToFill: "ngày …… tháng …… năm ………",
  asOf: "(Tính đến {{day}})",
  total: "Tổng cộng",
  preparer: { title: "Người lập bảng", hint: "(ghi rõ họ tên)" },
  signer: { title: "Thủ trưởng đơn vị", hint: "(ký tên, đóng dấu)" },
  notes: "Ghi chú:",
  ofPeople: "{{fraction}} người",
  standards: {
    title: "BẢNG TỔNG HỢP\nMỨC ĐỘ ĐẠT CHUẨN CỦA CÁN BỘ, CÔNG CHỨC CẤP XÃ",
    fileName: "Tổng hợp đạt chuẩn {{scope}} {{day}}",
    ordinal: "STT",
    unit: "Đơn vị",
    all: "Tổng số",
    professional: "Chuẩn chuyên môn",
    politicalTheory: "Chuẩn lý luận chính trị",
    both: "Đạt cả hai chuẩn",
    met: "Đạt",
    notMet: "Chưa đạt",
    unknown: "Chưa rõ",
    grace: "Trong thời hạn",
    notApplicable: "Không áp dụng",
    people: "Số người",
    fraction: "Số đạt/ số xét",
    rate: "Tỷ lệ đạt",
    noteCounted:
      "Số liệu tính đến {{day}}; mỗi người tính một lần, ở đơn vị của chức danh chính tại ngày đó.",
    noteSets: "Văn bản quy định tiêu chuẩn áp dụng tại ngày đó: {{sets}}.",
    noteNoSets: "Tại ngày đó chưa có văn bản quy định tiêu chuẩn nào trong sổ.",
    unverified: "{{name}} (chưa đối chiếu văn bản)",
    noteRate:
      "Tỷ lệ đạt = số người đạt chia cho số người phải xét; số người phải xét không gồm người không áp dụng (ở cột đạt cả hai chuẩn: không áp dụng một trong hai).",
    noteUnknown:
      "Chưa rõ: hồ sơ chưa đủ căn cứ, không tính là đạt hay chưa đạt. Nơi còn người chưa rõ, tỷ lệ ghi thành khoảng: từ khi không ai trong số đó đạt đến khi tất cả đều đạt.",
    noteGrace:
      "Trong thời hạn: chưa đạt nhưng còn trong thời hạn hoàn thiện tiêu chuẩn theo quy định; không tính vào số đạt.",
  },
} as const;
