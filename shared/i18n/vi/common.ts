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
  init: "Lập sổ",
  sample: "Tạo dữ liệu mẫu",
  add: "Thêm cán bộ",
  edit: "Cập nhật",
  correct: "Sửa lỗi ghi nhầm",
  end: "Kết thúc công tác",
  remove: "Xóa hồ sơ",
  catalog: "Sửa danh mục",
  undo: "Hoàn tác",
  redo: "Làm lại",
} as const;

export const work = {
  sample: "Đang tạo sổ mẫu",
  facts: "Đang chuẩn bị số liệu",
  report: "Đang ghi báo cáo",
  verify: "Đang kiểm tra sổ",
} as const;

export const menu = {
  file: "Tệp",
  newRoster: "Tạo sổ mới…",
  openRoster: "Mở sổ…",
  closeRoster: "Đóng sổ",
  report: "Xuất báo cáo…",
  quit: "Thoát",
  edit: "Sửa",
  undo: "Hoàn tác",
  redo: "Làm lại",
  cut: "Cắt",
  copy: "Sao chép",
  paste: "Dán",
  selectAll: "Chọn tất cả",
  find: "Tìm cán bộ",
  newOfficial: "Thêm cán bộ",
  view: "Xem",
  zoomIn: "Phóng to",
  zoomOut: "Thu nhỏ",
  zoomReset: "Cỡ bình thường",
  fullScreen: "Toàn màn hình",
  help: "Trợ giúp",
  shortcuts: "Phím tắt",
  openTitle: "Mở sổ cán bộ",
  saveTitle: "Lưu sổ mới",
  pickFolderTitle: "Chọn thư mục",
  rosterFiles: "Sổ cán bộ (*.scb)",
} as const;
