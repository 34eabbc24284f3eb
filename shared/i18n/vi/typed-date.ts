/** Words about a date that was typed: what is unclear in it, or no day at all. */
export const typedDate = {
  format: "Nhập dạng 12/5/1980, 5/1980 hoặc 1980",
  unclear: "Viết rõ năm: {{choices}}?",
  or: " hay ",
  noDay: "Tháng {{month}} năm {{year}} chỉ có {{days}} ngày",
  noMonth: "Không có tháng {{month}}",
  noYear: "Năm phải từ 1900 đến 2200",
  zero: "Chưa rõ ngày, tháng thì bỏ phần đó: 5/1980 hoặc 1980",
} as const;
