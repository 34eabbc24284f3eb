/** Words of the box that finds people, units, screens and commands. */
export const palette = {
  label: "Tìm người, xã, màn hình, lệnh",
  placeholder: "Tìm người, xã, lệnh",
  hits: "Những gì tìm thấy",
  kind: {
    recent: "Mở gần đây",
    person: "Cán bộ",
    unit: "Đơn vị",
    screen: "Màn hình",
    command: "Lệnh",
  },
  everybody: "Xem tất cả {{text}} người tìm thấy",
  nothing: "Không tìm thấy gì",
  looking: "Đang tìm…",
} as const;
