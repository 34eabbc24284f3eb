/** Words of the command `completeness`. */
export const cliCompleteness = {
  title: "Mức đầy đủ của hồ sơ theo {{form}} tại ngày {{day}}",
  people: "Số người",
  complete: "Đủ",
  items: "Mục đã ghi",
  rate: "Tỷ lệ",
  name: "Họ và tên",
  missing: "Còn thiếu mục",
  all: "Không ai thiếu mục nào của mẫu này.",
  nobody: "Không có ai giữ chức danh được tính trong phạm vi này.",
} as const;
