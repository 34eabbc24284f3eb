/** Words of the guide through the first morning with a new roster. */
export const guide = {
  title: "Bắt đầu với sổ mới",
  text: "Bước nào chưa tiện thì để sau; những bước còn lại luôn có ở đầu bảng chính.",
  leave: "Vào bảng chính",
  later: "Để sau",
  next: "Bước tiếp",
  finished: "(đã xong)",
  left: "(chưa xong)",
  step: {
    unit: {
      title: "Đơn vị lập sổ",
      text: "{{unit}} ({{code}})",
      done: "{{unit}} ({{code}})",
    },
    office: {
      title: "Cơ quan và người ký",
      text: "In ở đầu và cuối mọi báo cáo: tên cơ quan, người lập bảng, người ký.",
      done: "Đã ghi người ký báo cáo.",
    },
    rules: {
      title: "Quy định tiêu chuẩn đang áp dụng",
      text: "Chọn quy định dùng để xét đạt hay chưa đạt từ hôm nay.",
      done: "Quy định đã chọn được dùng để xét.",
    },
    people: {
      title: "Danh sách cán bộ, công chức",
      text: "Đưa danh sách đang có vào sổ, hoặc nhập người đầu tiên.",
      done: "Sổ đã có người.",
    },
  },
  rules: {
    none: "Các quy định có sẵn trong sổ được dùng để xét; xem và thêm ở Danh mục.",
    all: "Xem mọi quy định ở Danh mục",
    since: "Áp dụng từ {{day}}.",
    on: "Đã bật: {{name}}.",
    off: "Đã tắt: {{name}}.",
  },
  people: {
    import: "Nhập từ Excel",
    first: "Nhập người đầu tiên",
  },
} as const;
