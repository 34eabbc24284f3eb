/** Texts of the command that lists changes. */
export const cliLog = {
  number: "Số",
  at: "Lúc",
  user: "Người ghi",
  action: "Việc",
  what: "Nội dung",
  ops: "{{text}} mục",
  notInForce: "đã hoàn tác, không còn hiệu lực",
  from: "từ {{offices}}",
  takenBack: "đã bỏ lúc {{at}}, người bỏ: {{user}}",
  reason: "Lý do",
  note: "Liên quan",
  undoes: "hoàn tác số {{id}}",
  receivedAt: "vào sổ này lúc {{at}}",
  file: "qua tệp số {{text}} của {{office}}",
  partial: "chỉ phần thuộc phạm vi của cơ quan",
  undoneBy: "bị hoàn tác bởi số {{id}}",
  removed: "{{name}} (đã xóa)",
  empty: "Chưa có thay đổi nào.",
} as const;

/** Options of `log`. */
export const logOptions = {
  logSearch: "chỉ những thay đổi của người có tên này, không cần dấu",
  logBy: "chỉ những thay đổi do người này ghi",
  logOffice: "chỉ những thay đổi do cơ quan có tên này ghi, không cần dấu",
  logEntity: "chỉ những thay đổi có loại dữ liệu này",
  logFrom: "từ ngày này",
  logTo: "đến hết ngày này",
  logUndone: "chỉ những thay đổi đã hoàn tác",
} as const;
