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
  notes: "Ghi chú:",
  unverifiedNote:
    "Xét theo quy định chưa đối chiếu văn bản: {{people}}; cần đối chiếu với văn bản gốc trước khi sử dụng số liệu.",
  unverifiedSet: "{{name}} (chưa đối chiếu văn bản)",
} as const;
