/** Names of what people can be counted by on the command line. */
export const dimension = {
  unit: "Đơn vị",
  post: "Chức danh",
  postGroup: "Nhóm chức danh",
  category: "Loại cán bộ",
  sex: "Giới tính",
  ageBand: "Nhóm tuổi",
  ethnicity: "Dân tộc",
  religion: "Tôn giáo",
  party: "Đảng viên",
} as const;
