/** Headings of columns of a person, where the words of the field alone do not say enough. */
export const columns = {
  /** "Số hiệu văn bằng (Chuyên môn)" */
  of: "{{field}} ({{whose}})",
  /** "Họ và tên (Quan hệ gia đình) 2" */
  numbered: "{{name}} {{row}}",
  /** The id of the person's record, in a workbook that is to come in again. */
  person: "Mã cán bộ",
  /** Name of a list's file that is to come in again. */
  toEdit: "Danh sách để sửa {{day}}",
  /** What is counted, judged or looked up. */
  computed: {
    number: "STT",
    age: "Tuổi",
    postCount: "Số chức danh",
    otherPosts: "Chức danh kiêm nhiệm",
    parentUnit: "Đơn vị cấp trên",
    status: "Đạt chuẩn: {{standard}}",
    missing: "Thiếu gì: {{standard}}",
    missingOfAll: "Thiếu gì",
  },
  heading: {
    qualification: {
      general: { level: "Trình độ phổ thông" },
      professional: {
        level: "Trình độ chuyên môn",
        major: "Chuyên ngành",
        school: "Cơ sở đào tạo",
        granted: "Ngày cấp bằng chuyên môn",
      },
      politicalTheory: { level: "Trình độ LLCT", granted: "Ngày cấp LLCT" },
      stateManagement: { level: "QLNN" },
      it: { level: "Tin học" },
      foreignLanguage: { level: "Ngoại ngữ" },
      ethnicLanguage: { level: "Tiếng dân tộc" },
      defence: { level: "QP-AN" },
      languageFramework: { level: "Ngoại ngữ theo khung 6 bậc" },
    },
  },
};
