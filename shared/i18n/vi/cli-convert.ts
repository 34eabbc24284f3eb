/** What `convert-text` says on the command line. */
export const cliConvert = {
  done: "Đã chuyển xong, đã đọc lại để kiểm tra: {{file}} ({{bytes}} byte).",
  code: "Bảng mã",
  cells: "Số ô",
  sheet: "Trang tính",
  cell: "Ô",
  before: "Đang ghi",
  after: "Có thể là",
  doubtful:
    "{{count}} ô chưa chắc nên giữ nguyên; xem lại, muốn chuyển cả những ô này thì thêm --turn với bảng mã ({{codes}}):",
} as const;
