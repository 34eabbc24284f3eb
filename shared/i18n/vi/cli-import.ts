/** Words of the results of `import` on the command line. */
export const cliImport = {
  template: "Đã tạo bảng mẫu {{path}}.",
  trial: "Xem trước, chưa ghi vào sổ:",
  counts:
    "{{rows}} dòng, {{people}} người: thêm {{added}}, cập nhật {{changed}}, không đổi {{unchanged}}, nghi trùng {{duplicates}}, bỏ qua {{left}}; giữ nguyên văn {{kept}} nội dung.",
  problems: "Cần xem lại:",
  duplicates: "Nghi trùng, chưa nhập:",
  questions: "Câu hỏi (trả lời bằng --answer KHÓA=TRẢ-LỜI):",
  rowsLeft: "Dòng không phải cán bộ:",
  columns: "Cột giữ nguyên văn hoặc không nhập:",
  sheet: "Trang",
  row: "Dòng",
  column: "Cột",
  value: "Nội dung",
  why: "Lý do",
  key: "Khóa",
  question: "Câu hỏi",
  choices: "Trả lời",
  count: "Số ô",
  more: "… và {{count}} mục khác, xem đủ bằng --json.",
};
