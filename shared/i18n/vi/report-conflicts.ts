/** Words of the printed list of conflicts; documents are in Vietnamese whatever the screen speaks. */
export const conflicts = {
  title: "DANH SÁCH MÂU THUẪN CHƯA GIẢI QUYẾT",
  subtitle: "(Tính đến {{day}})",
  ordinal: "TT",
  person: "Họ và tên",
  unit: "Đơn vị",
  field: "Nội dung",
  values: "Các giá trị đang có (cơ quan, người nhập, thời điểm theo đồng hồ máy đó)",
  settled: "Kết luận",
  notesTitle: "Ghi chú:",
  note: "Giá trị ghi đầu tiên là giá trị đang hiển thị trong sổ. Đối chiếu với hồ sơ giấy, ghi kết luận rồi chọn trong chương trình.",
  preparer: "Người lập",
  preparerHint: "(Ký, ghi rõ họ tên)",
  signer: "Thủ trưởng đơn vị",
  signerHint: "(Ký tên, đóng dấu)",
  fileName: "Danh sách mâu thuẫn {{scope}} {{day}}",
} as const;

export const cardPage = {
  title: "THẺ KHÓA TRAO ĐỔI",
  unitCode: "Mã đơn vị: {{code}}",
  fingerprint: "Dấu khóa",
  madeAt: "Lập {{day}}",
  how: "Cơ quan nhận thẻ mở tệp thẻ khóa (.scbkey) trong chương trình Sổ Cán Bộ, rồi nhập đúng tám nhóm số trên tờ giấy này. Chỉ tin cậy khi cả tám nhóm trùng khớp. Mã vuông chứa toàn bộ nội dung thẻ.",
  signer: "Thủ trưởng đơn vị",
  signerHint: "(Ký tên, đóng dấu)",
} as const;
