/** The form "standards by commune": how many people of each unit meet each standard on a day. */
import type { StatusName } from "../../contract/schemas/common";
import { type Standard, type StandardOrAll, standards } from "../../domain/values";
import type { Filter } from "../filter";
import type { ColumnGroup, ColumnLeaf, CrossValue, ReportForm } from "../form";

const titles: Readonly<Record<StandardOrAll, string>> = {
  professional: "Chuẩn chuyên môn",
  politicalTheory: "Chuẩn lý luận chính trị",
  stateManagement: "Chuẩn quản lý nhà nước",
  it: "Chuẩn tin học",
  foreignLanguage: "Chuẩn ngoại ngữ",
  ethnicLanguage: "Chuẩn tiếng dân tộc",
  defence: "Chuẩn quốc phòng - an ninh",
  languageFramework: "Chuẩn ngoại ngữ theo khung 6 bậc",
  all: "Đạt mọi chuẩn áp dụng",
};
const statusTitles: Readonly<Record<StatusName, string>> = {
  met: "Đạt",
  notMet: "Chưa đạt",
  unknown: "Chưa rõ",
  grace: "Trong thời hạn",
  notApplicable: "Không xét",
};

function statusColumn(standard: Standard, status: StatusName): ColumnLeaf<CrossValue> {
  return {
    key: `${standard}-${status}`,
    title: statusTitles[status],
    value: { kind: "figure", of: { [`standard:${standard}`]: [status] } },
    widthMm: status === "grace" || status === "notApplicable" ? 12.5 : 11,
    ...(status === "notApplicable" ? { hideWhenZero: true } : {}),
  };
}

/** n/N and the rate, over those the standard applies to. */
function rateColumns(standard: StandardOrAll): readonly ColumnLeaf<CrossValue>[] {
  const least: Filter = { [`standard:${standard}`]: ["met"] };
  const most: Filter = { [`standard:${standard}`]: ["met", "unknown"] };
  const whole: Filter = { [`standard:${standard}`]: ["met", "notMet", "unknown", "grace"] };
  return [
    {
      key: `${standard}-fraction`,
      title: "Số đạt/ số xét",
      value: { kind: "fraction", part: least, whole },
      widthMm: 14,
      oneFigure: { title: "Số phải xét", value: { kind: "figure", of: whole } },
    },
    {
      key: `${standard}-rate`,
      title: "Tỷ lệ đạt",
      value: { kind: "percent", least, most, whole },
      widthMm: 14,
      oneFigure: { title: "Tỷ lệ đạt", value: { kind: "percent", least, whole } },
    },
  ];
}

function standardGroup(standard: Standard): ColumnGroup<CrossValue> {
  const statuses = ["met", "notMet", "unknown", "grace", "notApplicable"] as const;
  const counts = statuses.map((status) => statusColumn(standard, status));
  return { title: titles[standard], columns: [...counts, ...rateColumns(standard)] };
}

const anyone = (status: StatusName): readonly Filter[] =>
  standards.map((standard): Filter => ({ [`standard:${standard}`]: [status] }));

export const standardsByCommune: ReportForm = {
  key: "standards-by-commune",
  source: { kind: "statistics" },
  formats: ["xlsx", "docx", "pdf", "csv"],
  orientation: "landscape",
  fileName: "Tổng hợp đạt chuẩn {{scope}} {{day}}",
  blocks: [
    {
      kind: "heading",
      title: ["BẢNG TỔNG HỢP", "MỨC ĐỘ ĐẠT CHUẨN CỦA CÁN BỘ, CÔNG CHỨC CẤP XÃ"],
      subtitle: "(Tính đến {{day}})",
    },
    {
      kind: "cross",
      rows: { each: "unit" },
      measure: "people",
      filter: {},
      numbered: true,
      total: "Tổng cộng",
      columns: [
        { key: "ordinal", title: "STT", value: { kind: "ordinal" }, widthMm: 9 },
        { key: "unit", title: "Đơn vị", value: { kind: "label" }, widthMm: 34 },
        { key: "total", title: "Tổng số", value: { kind: "figure", of: {} }, widthMm: 12 },
        ...standards.map(standardGroup),
        {
          title: titles.all,
          columns: [
            {
              key: "all-met",
              title: "Số người",
              value: { kind: "figure", of: { "standard:all": ["met"] } },
              widthMm: 12,
            },
            ...rateColumns("all"),
          ],
        },
      ],
    },
    {
      kind: "text",
      title: "Ghi chú:",
      lines: [
        {
          text: "Số liệu tính đến {{day}}, gồm: {{kinds}}; mỗi người tính một lần, ở đơn vị của chức danh chính tại ngày đó.",
        },
        { text: "Văn bản quy định tiêu chuẩn áp dụng tại ngày đó: {{sets}}.", whenGiven: "sets" },
        {
          text: "Tại ngày đó chưa có văn bản quy định tiêu chuẩn nào trong sổ.",
          whenMissing: "sets",
        },
        {
          text: "Tỷ lệ đạt = số người đạt chia cho số người phải xét; số người phải xét không gồm người không xét (ở cột đạt mọi chuẩn áp dụng: người không có chuẩn nào phải xét).",
        },
        {
          text: "Chưa rõ: hồ sơ chưa đủ căn cứ, không tính là đạt hay chưa đạt. Nơi còn người chưa rõ, tỷ lệ ghi thành khoảng: từ khi không ai trong số đó đạt đến khi tất cả đều đạt.",
          whenAny: anyone("unknown"),
          whenOneFigure: false,
        },
        {
          text: "Chưa rõ: hồ sơ chưa đủ căn cứ, không tính là đạt hay chưa đạt. Tỷ lệ ghi theo số người chắc chắn đạt; nếu tất cả người chưa rõ đều đạt thì tỷ lệ chung là: {{ranges}}.",
          whenGiven: "ranges",
          whenOneFigure: true,
        },
        {
          text: "Trong thời hạn: chưa đạt nhưng còn trong thời hạn hoàn thiện tiêu chuẩn theo quy định; không tính vào số đạt.",
          whenAny: anyone("grace"),
        },
        { text: "Hạn hoàn thiện: {{grace}}.", whenGiven: "grace" },
        {
          text: "Tính theo giả định: {{assumed}} có trình độ không ghi ngày cấp, coi như đã có từ ngày ghi vào sổ.",
          whenGiven: "assumed",
        },
        {
          text: "Cần xem lại: {{mainUnclear}} người giữ nhiều chức danh mà chưa rõ chức danh chính.",
          whenGiven: "mainUnclear",
        },
        {
          text: "Chưa có quy định áp dụng cho chức danh của {{uncovered}} người tại ngày đó; những người này được ghi là không xét ở tiêu chuẩn còn thiếu quy định.",
          whenGiven: "uncovered",
        },
        {
          text: "Ngoài số liệu: {{unposted}} người trong sổ chưa ghi công tác nên không được tính.",
          whenGiven: "unposted",
        },
      ],
    },
    {
      kind: "signatures",
      places: [
        { title: "Người lập bảng", hint: "(ghi rõ họ tên)", who: "preparer" },
        { title: "Thủ trưởng đơn vị", hint: "(ký tên, đóng dấu)", who: "signer" },
      ],
    },
  ],
};
