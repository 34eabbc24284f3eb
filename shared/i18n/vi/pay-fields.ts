/** Words of the catalogs of pay and of code lists: names of their fields. */
export const payFields = {
  salaryScale: {
    key: "Khóa",
    name: "Tên bảng lương",
    first: "Hệ số bậc 1",
    rise: "Mức tăng mỗi bậc",
    steps: "Số bậc",
    months: "Số tháng giữ bậc",
    validFrom: "Hiệu lực từ ngày",
    validTo: "Đến hết ngày",
    clause: "Căn cứ",
    verified: "Đã đối chiếu văn bản",
  },
  basePay: {
    validFrom: "Áp dụng từ ngày",
    amount: "Mức lương cơ sở (đồng/tháng)",
    clause: "Căn cứ",
    verified: "Đã đối chiếu văn bản",
  },
  listItem: {
    list: "Danh mục",
    name: "Tên",
    code: "Mã",
    oldCode: "Mã theo danh mục trước",
    aliases: "Cách ghi khác",
    scale: "Khóa bảng lương",
    order: "Thứ tự",
    validFrom: "Hiệu lực từ ngày",
    validTo: "Đến hết ngày",
  },
} as const;
