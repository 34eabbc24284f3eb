/** Words of report forms: layouts of an office's own, and what it writes on a form. */
export const formDetails = {
  unit: "Đơn vị",
  form: "Mẫu báo cáo",
  number: "Số, ký hiệu",
  place: "Địa danh",
  title: "Tiêu đề in",
  preparerTitle: "Chức danh người lập",
  preparedBy: "Người lập",
  signerTitle: "Chức vụ người ký",
  signerName: "Người ký",
  oneFigure: "Mỗi ô một số",
} as const;

export const layout = {
  key: "Khóa",
  form: "Theo mẫu",
  name: "Tên mẫu",
  title: "Tiêu đề in",
  definition: "Nội dung mẫu (JSON)",
} as const;
