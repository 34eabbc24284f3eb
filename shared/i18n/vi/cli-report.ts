/** Words of the commands that write reports and lists. */
export const forms = { key: "Mẫu", name: "Tên", formats: "Dạng tệp" } as const;
export const report = { file: "Tệp", bytes: "Byte", sha256: "SHA-256" } as const;

export const reportOptions = {
  view: "kiểu xem đã lưu trong sổ, hoặc list, levels, notMet: cột, thứ tự và bộ lọc của danh sách",
  number: 'số, ký hiệu của báo cáo này, ví dụ "12/BC-UBND"; không có thì như đã ghi lần trước',
  oneFigure: "mỗi ô một số: khoảng của người chưa rõ ghi ở phần ghi chú",
  form: "mẫu báo cáo ({{forms}}), hoặc khóa của một mẫu riêng trong sổ",
} as const;

/** What each command does. */
export const reportCommands = {
  forms: "Các mẫu báo cáo có sẵn và mẫu riêng trong sổ",
  export: "Xuất danh sách ra Excel hoặc CSV để sửa rồi nhập lại",
} as const;
