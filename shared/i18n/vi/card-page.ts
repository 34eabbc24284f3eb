/** Words of the printed key card; documents are in Vietnamese whatever the screen speaks. */
export const cardPage = {
  title: "THẺ KHÓA TRAO ĐỔI",
  unitCode: "Mã đơn vị: {{code}}",
  fingerprint: "Dấu khóa",
  madeAt: "Lập {{day}}",
  how: "Cơ quan nhận thẻ mở tệp thẻ khóa (.scbkey) trong chương trình Sổ Cán Bộ, rồi nhập đúng tám nhóm số trên tờ giấy này. Chỉ tin cậy khi cả tám nhóm trùng khớp. Mã vuông chứa toàn bộ nội dung thẻ.",
  signer: "Thủ trưởng đơn vị",
  signerHint: "(Ký tên, đóng dấu)",
} as const;
