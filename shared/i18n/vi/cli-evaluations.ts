/** Words of the command `evaluations`. */
export const cliEvaluations = {
  title: "Xếp loại chất lượng: {{period}}; những người đang công tác ngày {{day}}",
  people: "Số người",
  ungraded: "Chưa xếp loại",
  nobody: "Không có ai đang công tác trong phạm vi này.",
  group: "Nhóm",
  whole: "Cả đơn vị",
  excellent: "Xuất sắc",
  most: "Tối đa",
  clause: "Căn cứ",
  over: "Vượt tỷ lệ xuất sắc ({{count}}):",
  within: "Không đơn vị nào vượt tỷ lệ xuất sắc.",
  noRule: "Không có quy định về tỷ lệ xuất sắc cho kỳ này (ngày {{day}}).",
} as const;
