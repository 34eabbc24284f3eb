/** Words that every printed report shares. Official documents are Vietnamese whatever language the screen shows. */
export const report = {
  nation: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
  motto: "Độc lập - Tự do - Hạnh phúc",
  placeAndDay: "{{place}}, {{day}}",
  number: "Số: {{number}}",
  /** A number that is only its end, such as "/BC-UBND", leaves room to write the rest by hand. */
  numberToFill: "Số: ………{{number}}",
  dayToFill: "ngày …… tháng …… năm ………",
  /** Under the title of a document that shows a past day's knowledge. */
  knownOn: "theo số liệu có trong sổ đến hết {{day}}",
  ofPeople: "{{fraction}} người",
  /** Over the rows of a group in a list. */
  group: "{{name}} ({{count}} người)",
  /** Of a standard, e.g. "chuyên môn 219 người". */
  peopleOf: "{{standard}} {{people}} người",
  /** Of a standard, e.g. "chuyên môn 80,8–83,9 %". */
  rateOf: "{{standard}} {{rate}}",
  until: "{{people}} đến hết {{day}}",
  /** Of a row that rests on a rule which nobody compared with its text; explained under the table. */
  unverifiedBasis: "{{basis}} (*)",
  /** What a list is limited to. */
  limits: {
    filter: "Lọc theo: {{words}}.",
    view: "Kiểu xem: {{name}}.",
    chosen: "Chỉ gồm các dòng được chọn trong danh sách.",
    values: "{{column}}: {{values}}",
    except: "trừ {{values}}",
    /** Of values too many to be named. */
    more: "{{values}} và {{text}} nội dung khác",
    contains: "có “{{text}}”",
    from: "từ {{text}}",
    to: "đến {{text}}",
    year: "năm {{year}}",
    month: "tháng {{month}}/{{year}}",
    noMonth: "năm {{year}} chưa rõ tháng",
  },
  /** What the list of a screen is of, as it stands under its title, and what it is filtered for. */
  listing: {
    between: "từ ngày {{from}} đến ngày {{to}}",
    since: "từ ngày {{from}}",
    until: "đến hết ngày {{to}}",
    always: "mọi thời gian",
    on: "tính đến ngày {{day}}",
    kinds: "Việc: {{kinds}}",
    session: "đợt xét {{time}}",
    overdue: "đến kỳ trước đợt xét {{time}} mà chưa ghi đã nâng",
    mismatch: "bậc, hệ số hoặc phụ cấp vượt khung không khớp bảng lương, tính đến ngày {{day}}",
    term: "nhiệm kỳ {{term}}",
    status: "Tình trạng: {{status}}",
    evaluated: "{{period}}; những người công tác đến ngày {{day}}",
    programmes: "Loại chương trình: {{programmes}}",
    search: "có “{{text}}”",
    course: "lớp {{name}}",
    ofUnit: "{{name}}; {{unit}}",
    lines: "{{text}} dòng",
    people: "{{text}} người",
  },
  /** Name of a file that holds a part of a list. */
  part: "{{name}} (một phần)",
  receivers: "Nơi nhận:",
  notes: "Ghi chú:",
  unverifiedNote:
    "Xét theo quy định chưa đối chiếu văn bản: {{people}}; cần đối chiếu với văn bản gốc trước khi sử dụng số liệu.",
  unverifiedSet: "{{name}} (chưa đối chiếu văn bản)",
} as const;
