/** Words of the command line about training plans. */
export const planOptions = {
  planStandard: "tiêu chuẩn: {{standards}}",
  planTarget: "phần trăm số người phải đạt chuẩn, số nguyên từ 1 đến 100",
  planBy: "phải đạt đến ngày này",
  planSeats: "số chỗ của mỗi lớp giả định (mặc định: không giới hạn)",
  planMonths: "thời gian học của lớp giả định, tháng (mặc định: kịp trước ngày phải đạt)",
  planCost: "kinh phí cho một người học lớp giả định, đồng (mặc định: 0)",
  planBudget: "tổng kinh phí, đồng (mặc định: không giới hạn)",
  planEachUnit: "từng đơn vị đạt chỉ tiêu, không tính gộp",
  planName: "tên kế hoạch khi lưu vào sổ",
} as const;

export const cliPlan = {
  title: "Kế hoạch đào tạo: {{standard}} đạt {{percent}}% đến ngày {{day}}",
  reached:
    "Đạt chỉ tiêu: {{reached}}/{{whole}} người đạt chuẩn ({{share}}); vào ngày đó {{met}} người đạt sẵn, cần {{wanted}}.",
  near: "Chưa đạt chỉ tiêu: nhiều nhất {{reached}}/{{whole}} người đạt chuẩn ({{share}}); vào ngày đó {{met}} người đạt sẵn, cần {{wanted}}.",
  unasked: "Không xét vì không có quy định áp dụng vào ngày đó: {{count}} người.",
  turns: "Lượt học: {{turns}}; kinh phí: {{cost}} đồng.",
  spare: "Còn thiếu chuẩn nhưng không cần đưa vào để đạt chỉ tiêu: {{count}} người.",
  assignments: "Cử đi học: {{count}} người",
  cannot: "Không đưa vào được: {{count}} người",
  class: "Lớp",
  reason: "Lý do",
  note: "Ghi chú",
  rule: "Điều kiện học: {{source}} – {{rule}}",
  solving: "Đang lập kế hoạch: {{percent}}%",
  nothingKept: "Không có ai phải cử đi học nên không lưu kế hoạch nào; sổ không thay đổi.",
  kept: "Đã lưu kế hoạch “{{name}}” vào sổ.",
} as const;
