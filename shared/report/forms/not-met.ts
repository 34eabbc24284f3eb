/** The form "not-met": who does not meet a standard or is not clear, what is missing, and by which rule. */
import type { ReportForm } from "../form";

export const notMet: ReportForm = {
  key: "not-met",
  source: { kind: "shortfalls" },
  formats: ["xlsx", "docx", "pdf", "csv"],
  orientation: "landscape",
  fileName: "Danh sách chưa đạt chuẩn {{scope}} {{day}}",
  blocks: [
    {
      kind: "heading",
      title: ["DANH SÁCH CÁN BỘ, CÔNG CHỨC CHƯA ĐẠT HOẶC CHƯA RÕ TIÊU CHUẨN"],
      subtitle: "(Tính đến {{day}})",
    },
    {
      kind: "list",
      of: "shortfall",
      numbered: false,
      columns: [
        { key: "ordinal", title: "STT", value: { kind: "ordinal" }, widthMm: 9 },
        { key: "name", title: "Họ và tên", value: { kind: "field", field: "name" }, widthMm: 28 },
        { key: "birth", title: "Ngày sinh", value: { kind: "field", field: "birth" }, widthMm: 18 },
        { key: "unit", title: "Đơn vị", value: { kind: "field", field: "unit" }, widthMm: 22 },
        { key: "post", title: "Chức danh", value: { kind: "field", field: "post" }, widthMm: 24 },
        { key: "standard", title: "Tiêu chuẩn", value: { kind: "field", field: "standard" }, widthMm: 18 },
        { key: "status", title: "Tình trạng", value: { kind: "field", field: "status" }, widthMm: 14 },
        { key: "required", title: "Yêu cầu", value: { kind: "field", field: "required" }, widthMm: 16 },
        { key: "actual", title: "Hiện có", value: { kind: "field", field: "actual" }, widthMm: 16 },
        { key: "missing", title: "Thiếu gì", value: { kind: "field", field: "missing" }, widthMm: 30 },
        { key: "basis", title: "Theo quy định", value: { kind: "field", field: "basis" }, widthMm: 50 },
      ],
    },
    {
      kind: "text",
      title: "Ghi chú:",
      lines: [
        {
          text: "Danh sách gồm {{kinds}} chưa đạt hoặc chưa rõ ít nhất một tiêu chuẩn tại ngày đó: {{people}} người; mỗi dòng là một người ở một tiêu chuẩn.",
        },
        {
          text: "Không ghi ở đây người đang trong thời hạn hoàn thiện: {{grace}}.",
          whenGiven: "grace",
        },
        {
          text: "Chưa rõ: hồ sơ chưa đủ căn cứ để kết luận; cần bổ sung hồ sơ trước khi tính là đạt hay chưa đạt.",
        },
        {
          text: "(*) Quy định chưa đối chiếu văn bản.",
          whenGiven: "unverified",
        },
        {
          text: "Tính theo giả định: {{assumed}} có trình độ không ghi ngày cấp, coi như đã có từ ngày ghi vào sổ.",
          whenGiven: "assumed",
        },
      ],
    },
    {
      kind: "signatures",
      places: [
        { title: "Người lập danh sách", hint: "(ký, ghi rõ họ tên)", who: "preparer" },
        { title: "Thủ trưởng đơn vị", hint: "(ký tên, đóng dấu)", who: "signer" },
      ],
    },
  ],
};
