/** The forms of the lists of the career screens: a title, what the list is of, its columns, and who signs. */
import { type ListingKey, listingKeys } from "../../contract/schemas/listings";
import type { ColumnLeaf, ListValue, ReportForm, TextLine } from "../form";

interface ListingForm {
  readonly title: string;
  /** May name `{{scope}}` and `{{day}}` (ISO). */
  readonly fileName: string;
  readonly columns: readonly ColumnLeaf<ListValue>[];
  /** Under the list, in front of what it rests on. */
  readonly notes?: readonly TextLine[];
}

/** A column of the field of its key. @param widthMm narrowest width on paper */
function column(key: string, title: string, widthMm: number): ColumnLeaf<ListValue> {
  return { key, title, value: { kind: "field", field: key }, widthMm };
}

const ordinal: ColumnLeaf<ListValue> = {
  key: "ordinal",
  title: "TT",
  value: { kind: "ordinal" },
  widthMm: 10,
};
const name = column("name", "Họ và tên", 38);
const unit = column("unit", "Đơn vị", 30);
const post = column("post", "Chức danh", 32);
const person = [ordinal, name, column("birth", "Ngày sinh", 20), unit, post] as const;

/** Of a plan: what it reaches and costs, what it rests on, and that one which was changed by hand breaks something. */
const planNotes: readonly TextLine[] = [
  { text: "{{reached}}.", whenGiven: "reached" },
  { text: "{{figures}}", whenGiven: "figures" },
  { text: "{{thoughtOf}}", whenGiven: "thoughtOf" },
  { text: "{{undated}}", whenGiven: "undated" },
  { text: "{{rules}}.", whenGiven: "rules" },
  { text: "{{faults}}.", whenGiven: "faults" },
];

const specs: Readonly<Record<ListingKey, ListingForm>> = {
  due: {
    title: "DANH SÁCH VIỆC ĐẾN HẠN",
    fileName: "Việc đến hạn {{scope}} {{day}}",
    columns: [
      ordinal,
      column("on", "Ngày", 20),
      ...person.slice(1),
      column("kind", "Việc", 28),
      column("why", "Nội dung", 60),
    ],
  },
  "due-unknown": {
    title: "DANH SÁCH CHƯA TÍNH ĐƯỢC NGÀY ĐẾN HẠN",
    fileName: "Chưa tính được ngày đến hạn {{scope}} {{day}}",
    columns: [...person, column("kind", "Việc", 30), column("missing", "Vì sao chưa tính được", 60)],
  },
  "plan-sent": {
    title: "DANH SÁCH CỬ ĐI HỌC",
    fileName: "Kế hoạch đào tạo, cử đi học {{day}}",
    columns: [...person, column("class", "Lớp", 66), column("note", "Ghi chú", 36)],
    notes: planNotes,
  },
  "plan-left": {
    title: "DANH SÁCH CHƯA ĐƯA VÀO KẾ HOẠCH ĐÀO TẠO",
    fileName: "Kế hoạch đào tạo, chưa đưa vào {{day}}",
    columns: [...person, column("reason", "Lý do", 90)],
    notes: planNotes,
  },
  classes: {
    title: "DANH SÁCH LỚP BỒI DƯỠNG",
    fileName: "Lớp bồi dưỡng {{day}}",
    columns: [
      ordinal,
      column("from", "Khai giảng", 20),
      column("to", "Bế giảng", 20),
      column("name", "Tên lớp", 64),
      column("kind", "Loại", 36),
      column("provider", "Cơ sở đào tạo", 36),
      column("seats", "Chỗ", 14),
      column("turns", "Lượt", 14),
      column("elsewhere", "Trong đó ngoài sổ", 16),
      column("people", "Người trong sổ", 16),
    ],
    notes: [
      {
        text: "{{classes}} lớp, {{turns}} lượt người (trong đó {{elsewhere}} lượt ngoài sổ), {{people}} người trong sổ. Một người học ba lớp là ba lượt, một người; học viên ngoài sổ chỉ đếm được lượt.",
      },
    ],
  },
  learners: {
    title: "DANH SÁCH HỌC VIÊN",
    fileName: "Học viên {{day}}",
    columns: [
      ...person,
      column("result", "Kết quả", 26),
      column("grade", "Xếp loại", 22),
      column("attendance", "Dự học (%)", 16),
      column("certificate", "Số chứng chỉ", 26),
      column("certificateDate", "Ngày cấp", 20),
    ],
    notes: [{ text: "Ngoài ra có {{elsewhere}} lượt người ngoài sổ.", whenGiven: "elsewhere" }],
  },
  nominees: {
    title: "DANH SÁCH QUY HOẠCH",
    fileName: "Quy hoạch {{scope}} {{day}}",
    columns: [
      ordinal,
      column("title", "Chức danh quy hoạch", 36),
      column("titleUnit", "Đơn vị", 28),
      name,
      column("birth", "Ngày sinh", 20),
      column("post", "Chức danh hiện giữ", 32),
      column("status", "Tình trạng", 26),
      column("why", "Còn thiếu gì, đến khi nào", 60),
    ],
    notes: [
      {
        text: "Cả nhiệm kỳ có {{turns}} lượt quy hoạch của {{people}} người. Một người được quy hoạch nhiều chức danh tính một người và nhiều lượt.",
      },
    ],
  },
  "key-posts": {
    title: "NGUỒN THAY THẾ CHỨC DANH CHỦ CHỐT",
    fileName: "Nguồn thay thế chức danh chủ chốt {{scope}} {{day}}",
    columns: [
      ordinal,
      column("title", "Chức danh chủ chốt", 36),
      column("titleUnit", "Đơn vị", 28),
      column("holder", "Người đang giữ", 38),
      column("leaves", "Thôi giữ", 46),
      column("candidates", "Ai có thể thay, khi nào", 90),
    ],
  },
  evaluations: {
    title: "BẢNG ĐÁNH GIÁ, XẾP LOẠI",
    fileName: "Đánh giá, xếp loại {{scope}} {{day}}",
    columns: [
      ordinal,
      name,
      unit,
      column("post", "Chức danh", 38),
      column("generalPoints", "Điểm tiêu chí chung (tối đa 30)", 22),
      column("resultPoints", "Điểm kết quả nhiệm vụ (tối đa 70)", 22),
      column("suggested", "Xếp loại theo điểm", 38),
      column("grade", "Xếp loại", 42),
    ],
  },
  salary: {
    title: "DANH SÁCH NÂNG BẬC LƯƠNG",
    fileName: "Nâng bậc lương {{scope}} {{day}}",
    columns: [
      ...person,
      column("grade", "Ngạch", 18),
      column("now", "Hiện hưởng", 36),
      column("next", "Bậc mới", 26),
      column("on", "Hưởng từ", 20),
      column("why", "Cách tính", 40),
    ],
  },
  "salary-unknown": {
    title: "DANH SÁCH CHƯA TÍNH ĐƯỢC NÂNG BẬC LƯƠNG",
    fileName: "Chưa tính được nâng bậc lương {{scope}} {{day}}",
    columns: [
      ...person,
      column("grade", "Ngạch", 18),
      column("now", "Hiện hưởng", 40),
      column("missing", "Vì sao", 60),
    ],
  },
};

/** A form of each list; what it is of is said under its title, and how many lines it has below it. */
export const listingForms: readonly ReportForm[] = listingKeys.map((key) => {
  const { title, fileName, columns, notes = [] } = specs[key];
  return {
    key,
    source: { kind: "listing", of: key },
    formats: ["xlsx", "docx", "pdf", "csv"],
    orientation: "landscape",
    fileName,
    blocks: [
      { kind: "heading", title: [title], subtitle: "({{what}})" },
      { kind: "list", of: "line", columns, numbered: false },
      { kind: "text", title: null, lines: [{ text: "Danh sách có {{count}} dòng." }, ...notes] },
      {
        kind: "signatures",
        places: [
          { title: "Người lập", hint: "(ký, ghi rõ họ tên)", who: "preparer" },
          { title: "Thủ trưởng đơn vị", hint: "(ký tên, đóng dấu)", who: "signer" },
        ],
      },
    ],
  };
});
