/** Words of somebody's history: what happened when, and when it was written down. */
export const story = {
  column: { when: "Thời gian", kind: "Mục", what: "Nội dung", recorded: "Ghi vào sổ" },
  undated: "Chưa rõ thời gian",
  since: "từ {{day}}",
  until: "đến {{day}}",
  recorded: "ghi {{at}}, {{user}}",
  changed: "sửa {{at}}, {{user}}",
  unrecorded: "không còn dấu vết trong nhật ký",
  label: "Quá trình của người này",
  none: "Chưa có mốc nào trong hồ sơ",
  noneText:
    "Ngày vào Đảng, chức vụ, bằng cấp, lương, khen thưởng, lớp học ghi trong hồ sơ sẽ hiện ở đây theo thời gian.",
} as const;
