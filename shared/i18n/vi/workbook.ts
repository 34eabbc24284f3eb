/** Words of workbooks that are read: what else a file is, what there is too much of. */
export const workbook = {
  /** What was chosen in the place of a workbook. */
  foreign: {
    document: "văn bản Word",
    slides: "bài trình chiếu",
    pdf: "tệp PDF",
    picture: "hình ảnh",
    archive: "tệp nén",
    binaryWorkbook: "bảng tính nhị phân (.xlsb)",
    numbers: "bảng tính của Apple Numbers",
    webPage: "trang web không có bảng nào",
    roster: "sổ cán bộ (.scb)",
    packet: "tệp trao đổi của Sổ Cán Bộ (.scbsync)",
    program: "chương trình",
    unknown: "loại tệp chương trình không biết",
  },
  /** What a workbook has too much of. */
  limit: {
    megabytes: "MB",
    unpacked: "MB sau khi giải nén",
    cells: "ô có nội dung",
    letters: "chữ",
    parts: "phần trong tệp",
    merges: "ô gộp",
    minutes: "phút đọc",
    memory: "MB bộ nhớ khi đọc",
  },
  /** Codes in which texts are written. */
  encoding: {
    unicode: "Unicode",
    tcvn3: "TCVN3 (phông .Vn…)",
    vni: "VNI",
    viscii: "VISCII",
    doubtful: "Chưa chắc",
  },
  /** What is in a file and is not read. */
  left: {
    macros: "Tệp có macro: không chạy, không chép sang.",
    externalLinks: "Tệp có công thức nối sang tệp khác: chỉ lấy kết quả đang ghi trong tệp.",
    pictures: "Tệp có hình ảnh: không đọc.",
    comments: "Tệp có ghi chú trong ô: không đọc.",
  },
} as const;
