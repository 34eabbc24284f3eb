/** The form "list": people of a day and a scope with the columns of a view, in the order in which a list is read out. */
import type { ReportForm } from "../form";

export const list: ReportForm = {
  key: "list",
  source: { kind: "people" },
  formats: ["xlsx", "docx", "pdf", "csv"],
  orientation: "landscape",
  fileName: "Danh sách cán bộ {{scope}} {{day}}",
  blocks: [
    { kind: "heading", title: ["DANH SÁCH CÁN BỘ, CÔNG CHỨC"], subtitle: "(Tính đến {{day}})" },
    { kind: "list", of: "person", columns: "given", numbered: false },
    {
      kind: "text",
      title: null,
      lines: [{ text: "Danh sách có {{count}} người." }],
    },
    {
      kind: "text",
      title: "Ghi chú:",
      lines: [
        {
          text: "Tình trạng đạt chuẩn xét theo: {{sets}}.",
          whenGiven: "sets",
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
