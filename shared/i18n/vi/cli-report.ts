/** Words of the commands that write reports and lists. */
export const forms = { key: "Mẫu", name: "Tên", formats: "Dạng tệp" } as const;
export const report = { file: "Tệp", bytes: "Byte", sha256: "SHA-256" } as const;

export const reportOptions = {
  view: "kiểu xem đã lưu trong sổ, hoặc list, levels, notMet: cột, thứ tự và bộ lọc của danh sách",
  number: 'số, ký hiệu của báo cáo này, ví dụ "12/BC-UBND"; không có thì như đã ghi lần trước',
  oneFigure: "mỗi ô một số: khoảng của người chưa rõ ghi ở phần ghi chú",
  form: "mẫu báo cáo ({{forms}}), hoặc khóa của một mẫu riêng trong sổ",
  "listing-from": "ngày đầu; mặc định là tháng của ngày xem ({{forms}})",
  "listing-to": "ngày cuối ({{forms}})",
  "listing-kind": "loại việc đến hạn, mặc định là mọi loại ({{forms}})",
  "listing-programme": "loại chương trình của lớp, mặc định là mọi loại ({{forms}})",
  "listing-search": "chữ có trong tên lớp, nội dung, cơ sở đào tạo ({{forms}})",
  "listing-class": "tên hoặc mã của lớp ({{forms}})",
  "listing-plan": "tên hoặc mã của kế hoạch đào tạo đã lưu ({{forms}})",
  "listing-term": "nhiệm kỳ NĂM-NĂM, mặc định là nhiệm kỳ của ngày xem ({{forms}})",
  "listing-status": "chỉ những người có tình trạng này ({{forms}})",
  "listing-year": "năm, mặc định là năm của ngày xem ({{forms}})",
  "listing-period": "kỳ đánh giá, mặc định là cả năm ({{forms}})",
  "listing-overdue": "những người đến kỳ trước đợt xét mà chưa ghi đã nâng ({{forms}})",
  "listing-mismatch": "những người mà bậc và hệ số không khớp bảng lương ({{forms}})",
} as const;

/** What each command does. */
export const reportCommands = {
  forms: "Các mẫu báo cáo có sẵn và mẫu riêng trong sổ",
  export: "Xuất danh sách ra Excel hoặc CSV để sửa rồi nhập lại",
} as const;
