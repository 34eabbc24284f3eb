/** Words of what needs doing, over the figures of the main screen. */
export const toDo = {
  label: "Việc cần làm",
  item: {
    setUp: "{{text}} bước thiết lập sổ",
    conflicts: "{{text}} mâu thuẫn cần chọn",
    proposals: "{{text}} đề nghị chờ quyết định",
    questions: "{{text}} câu hỏi chờ trả lời",
    duplicates: "{{text}} hồ sơ có thể trùng",
    unreadable: "{{text}} giá trị không đọc được",
    waiting: "{{text}} dữ liệu đang chờ tệp",
    kept: "{{text}} nội dung chờ khớp, khớp ngay",
    lines: "{{text}} dòng của lần nhập gần nhất chưa vào sổ",
    unposted: "{{text}} người chưa ghi công tác, nên không có trong bảng",
    unknown: "{{text}} người chưa rõ đạt hay không",
  },
} as const;
