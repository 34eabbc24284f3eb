/** Words of the commands about rules: sets and rules as lines, what a rules file would change. */
export const cliRules = {
  title: "Văn bản quy định tiêu chuẩn, xét tại ngày {{day}}",
  from: "từ {{from}}",
  inForce: "đang áp dụng",
  notInForce: "không áp dụng",
  notInUse: "chưa bật",
  atLeast: "{{standard}} từ {{level}} trở lên",
  none: "{{standard}}: không quy định mức",
  notCounted: "Không tính",
  rows: "Thêm {{added}} dòng, sửa {{changed}} dòng, giữ nguyên {{unchanged}} dòng.",
  onDay: "Tại ngày {{day}}:",
  people: "Số người đổi tình trạng: {{people}}",
  uncovered: "Số người chưa có quy định áp dụng: từ {{before}} thành {{after}}",
  move: "  {{standard}}: {{from}} → {{to}}: {{people}} người",
  exported: "Đã xuất quy định ra {{path}}",
  imported: "Đã nhập quy định vào sổ.",
  dry: "Chưa ghi gì vào sổ.",
  refused:
    "Không nhập được quy định “{{row}}”, mục {{field}}: {{sentence}} Chưa ghi gì vào sổ; hãy sửa trong tệp rồi nhập lại.",
} as const;

/** What the commands do, for help. */
export const ruleCommands = {
  rules: "Các văn bản và quy định tiêu chuẩn trong sổ, văn bản nào áp dụng tại một ngày",
  "rules-preview": "Xem một tệp quy định sẽ làm ai đổi tình trạng, không ghi vào sổ",
  "rules-file export": "Xuất văn bản, quy định tiêu chuẩn và chức danh ra tệp",
  "rules-file import": "Nhập văn bản, quy định tiêu chuẩn và chức danh từ tệp",
} as const;
