/** The form "conflicts": what offices disagree on, to be settled with the files at hand. */
import type { ReportForm } from "../form";

export const conflicts: ReportForm = {
  key: "conflicts",
  source: { kind: "conflicts" },
  formats: ["pdf", "xlsx", "docx", "csv"],
  orientation: "landscape",
  fileName: "Danh sách mâu thuẫn {{scope}} {{day}}",
  blocks: [
    {
      kind: "heading",
      title: ["DANH SÁCH MÂU THUẪN CHƯA GIẢI QUYẾT"],
      subtitle: "(Tính đến {{day}})",
    },
    {
      kind: "list",
      of: "conflict",
      numbered: false,
      columns: [
        { key: "ordinal", title: "TT", value: { kind: "ordinal" }, widthMm: 10 },
        { key: "person", title: "Họ và tên", value: { kind: "field", field: "person" }, widthMm: 45 },
        { key: "unit", title: "Đơn vị", value: { kind: "field", field: "unit" }, widthMm: 40 },
        { key: "field", title: "Nội dung", value: { kind: "field", field: "field" }, widthMm: 45 },
        {
          key: "values",
          title: "Các giá trị đang có (cơ quan, người nhập, thời điểm theo đồng hồ máy đó)",
          value: { kind: "field", field: "values" },
          widthMm: 85,
        },
        { key: "settled", title: "Kết luận", value: { kind: "blank" }, widthMm: 30 },
      ],
    },
    {
      kind: "text",
      title: "Ghi chú:",
      lines: [
        {
          text: "Giá trị ghi đầu tiên là giá trị đang hiển thị trong sổ. Đối chiếu với hồ sơ giấy, ghi kết luận rồi chọn trong chương trình.",
        },
      ],
    },
    {
      kind: "signatures",
      places: [
        { title: "Người lập", hint: "(Ký, ghi rõ họ tên)", who: "preparer" },
        { title: "Thủ trưởng đơn vị", hint: "(Ký tên, đóng dấu)", who: "signer" },
      ],
    },
  ],
};
