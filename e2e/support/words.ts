/** Small transformations of Vietnamese text, for typing as clerks do. */

/** The text without marks, as typed with UniKey off: `Nguyễn Đăng` → `nguyen dang`. */
export function withoutMarks(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D").toLowerCase();
}

/** `2021-10-01` → `01/10/2021`. */
export function shownDay(iso: string): string {
  return iso.split("-").reverse().join("/");
}
