/** Reasons of findings, actions of the log and the names of long work: short texts that several screens share. */
export const missing = {
  noRecord: "Chưa có bản ghi trình độ này",
  grantedDateUncertain: "Ngày cấp chưa đủ rõ để biết đã có vào ngày tính hay chưa",
  assignmentStartUnknown:
    "Chưa rõ ngày bắt đầu giữ chức danh nên chưa biết có được hưởng thời hạn hoàn thiện không",
  levelTooLow: "Trình độ thấp hơn mức yêu cầu",
  postUnknown: "Chưa rõ chức danh nên chưa biết áp dụng quy định nào",
  requiredLevelUnknown: "Không đọc được mức yêu cầu của quy định này; hãy xem lại trong Danh mục",
} as const;

export const actions = {
  compact: "Dọn giá trị cũ",
  init: "Lập sổ",
  sample: "Tạo dữ liệu mẫu",
  add: "Thêm cán bộ",
  edit: "Cập nhật",
  correct: "Sửa lỗi ghi nhầm",
  end: "Kết thúc công tác",
  remove: "Xóa hồ sơ",
  catalog: "Sửa danh mục",
  settle: "Giải quyết mâu thuẫn",
  ask: "Hỏi lại cơ quan",
  answer: "Trả lời câu hỏi",
  join: "Gộp hồ sơ",
  keepApart: "Để riêng hai hồ sơ",
  receive: "Nhận tệp trao đổi",
  undo: "Hoàn tác",
  redo: "Làm lại",
} as const;

export const work = {
  sample: "Đang tạo sổ mẫu",
  project: "Đang dựng lại các bảng từ nhật ký",
  facts: "Đang chuẩn bị số liệu",
  past: "Đang dựng lại sổ như đã ghi đến ngày đó",
  report: "Đang ghi báo cáo",
  receive: "Đang nhận tệp",
  send: "Đang ghi tệp trao đổi",
  verify: "Đang kiểm tra sổ",
} as const;

export const menu = {
  file: "Tệp",
  edit: "Sửa",
  view: "Xem",
  help: "Trợ giúp",
  quit: "Thoát",
  cut: "Cắt",
  copy: "Sao chép",
  paste: "Dán",
  selectAll: "Chọn tất cả",
  zoomIn: "Phóng to",
  zoomOut: "Thu nhỏ",
  resetZoom: "Cỡ bình thường",
  togglefullscreen: "Toàn màn hình",
  openTitle: "Mở sổ cán bộ",
  saveTitle: "Lưu sổ mới",
  openCardTitle: "Chọn thẻ khóa",
  cardFiles: "Thẻ khóa (*.scbkey)",
  pickFolderTitle: "Chọn thư mục",
  rosterFiles: "Sổ cán bộ (*.scb)",
} as const;
