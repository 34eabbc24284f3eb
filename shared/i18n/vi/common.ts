/** Reasons of findings, actions of the log and the names of long work: short texts that several screens share. */
export const missing = {
  noRecord: "Hồ sơ chưa ghi trình độ này",
  grantedDateUncertain: "Ngày cấp ghi chưa đủ rõ nên chưa biết vào ngày tính đã có hay chưa",
  grantedDateMissing: "Không có ngày cấp nên chưa biết đã có vào ngày tính hay chưa",
  serviceUnknown:
    "Chưa rõ quá trình công tác có liên tục từ ngày quy định không nên chưa biết có được hưởng thời hạn hoàn thiện không",
  graceStartUnknown: "Chưa rõ mốc để tính thời hạn hoàn thiện nên chưa biết còn trong thời hạn không",
  noRule: "Chưa có quy định nào đang áp dụng cho chức danh này",
  firstEntryUnknown: "Chưa rõ có phải giữ chức vụ lần đầu không nên chưa biết áp dụng mức nào",
  levelTooLow: "Trình độ thấp hơn mức yêu cầu",
  postUnknown: "Chưa rõ chức danh nên chưa biết áp dụng quy định nào",
  requiredLevelUnknown: "Không đọc được mức yêu cầu của quy định này; hãy xem lại trong Danh mục",
} as const;

export const actions = {
  tidy: "Dọn tài liệu thừa",
  init: "Lập sổ",
  sample: "Tạo dữ liệu mẫu",
  add: "Thêm cán bộ",
  edit: "Cập nhật",
  correct: "Đính chính",
  end: "Kết thúc công tác",
  remove: "Xóa hồ sơ",
  catalog: "Sửa danh mục",
  settle: "Giải quyết mâu thuẫn",
  trust: "Xác nhận khóa của cơ quan",
  revoke: "Thu hồi khóa của cơ quan",
  decide: "Quyết định về đề nghị",
  withdraw: "Rút lại đề nghị",
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
  project: "Đang lập lại sổ từ nhật ký",
  recover: "Đang khôi phục sổ sang tệp mới; tệp hỏng giữ nguyên",
  facts: "Đang chuẩn bị số liệu",
  past: "Đang lập lại sổ như đã ghi đến ngày đó",
  report: "Đang xuất báo cáo",
  receive: "Đang nhận tệp",
  send: "Đang xuất tệp trao đổi",
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
  togglefullscreen: "Toàn màn hình",
  openTitle: "Mở sổ cán bộ",
  saveTitle: "Lưu sổ mới",
  openCardTitle: "Chọn thẻ khóa",
  cardFiles: "Thẻ khóa (*.scbkey)",
  pickFolderTitle: "Chọn thư mục",
  rosterFiles: "Sổ cán bộ (*.scb)",
} as const;
