/** Texts of the dialog that writes a report. */
export const screenReport = {
  title: "Xuất báo cáo",
  form: "Mẫu báo cáo",
  forms: {
    "standards-by-commune": "Tổng hợp tình trạng đạt chuẩn theo đơn vị",
    conflicts: "Danh sách mâu thuẫn chưa giải quyết",
  },
  asOf: "Số liệu tính đến ngày",
  scope: "Phạm vi",
  scopeAll: "Toàn bộ sổ",
  kinds: "Tính những người giữ chức danh",
  formats: "Dạng tệp",
  formatsMissing: "Hãy chọn ít nhất một dạng tệp",
  format: {
    xlsx: "Excel (.xlsx)",
    xlsxHint: "để tính tiếp và in",
    pdf: "PDF (.pdf)",
    pdfHint: "để in, ký, gửi",
    csv: "CSV (.csv)",
    csvHint: "để nhập vào phần mềm khác",
  },
  contents: "Báo cáo chỉ có số liệu tổng hợp, không có tên hay thông tin của từng người.",
  contentsPersonal: "Báo cáo có tên và thông tin của từng người; hãy giữ tệp như hồ sơ cán bộ.",
  write: "Xuất tệp",
  writing: "Đang xuất báo cáo…",
  again: "Xuất tiếp ra nơi khác",
} as const;
