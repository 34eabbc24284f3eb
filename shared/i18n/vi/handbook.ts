/** Words around the user guide in the window; the guide's own are in docs/huong-dan.md. */
export const handbook = {
  title: "Hướng dẫn sử dụng",
  contents: "Mục lục",
  search: "Tìm trong hướng dẫn",
  found: "{{places}} chỗ",
  nothing: "Không thấy “{{query}}” trong hướng dẫn; thử ít chữ hơn.",
  before: "Phần trước: {{chapter}}",
  after: "Phần sau: {{chapter}}",
} as const;
