/** Texts of records on screen: their sections, rows and dialogs. */
export const records = {
  add: "Thêm {{what}}",
  addNew: "Thêm {{what}} mới…",
  edit: "Sửa {{what}}",
  none: "Chưa ghi {{what}}.",
  document: "Có tệp",
  row: {
    actions: "Thao tác",
    edit: "Sửa",
    editNamed: "Sửa: {{name}}",
    remove: "Bỏ dòng này",
    removeNamed: "Bỏ dòng: {{name}}",
  },
  waiting: {
    field: "Đang chờ chấp nhận.",
    counted: "Đang chờ chấp nhận; sổ vẫn tính theo giá trị cũ: {{counted}}.",
    row: "Đang chờ chấp nhận: {{fields}}.",
  },
  dialog: {
    apply: "Xong",
    cancel: "Hủy",
  },
  legacy: {
    label: "Chữ gõ bằng phông cũ",
    noticed: "Chữ này gõ bằng phông cũ (TCVN3, VNI…), không phải Unicode.",
    convert: "Chuyển thành: {{text}}",
  },
  question: {
    title: "Cần xác nhận trước khi lưu",
    body: "Nếu là cùng một người, hãy sửa hồ sơ đã có; nếu số đúng là của người này, có thể lưu.",
    open: "Mở hồ sơ đã có",
    back: "Quay lại sửa",
    save: "Vẫn lưu",
  },
  read: { none: "Chưa ghi:" },
} as const;
