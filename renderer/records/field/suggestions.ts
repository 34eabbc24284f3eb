/**
 * Answers offered while typing into free text: the 54 peoples of Danh mục các dân tộc Việt Nam (Quyết định
 * 421-TCTK/PPCĐ, 1979) and the larger recognised religions. Only help for typing; anything else may be written.
 */
const ethnicities = [
  "Kinh",
  "Tày",
  "Thái",
  "Hoa",
  "Khmer",
  "Mường",
  "Nùng",
  "Mông",
  "Dao",
  "Gia Rai",
  "Ngái",
  "Ê Đê",
  "Ba Na",
  "Xơ Đăng",
  "Sán Chay",
  "Cơ Ho",
  "Chăm",
  "Sán Dìu",
  "Hrê",
  "Mnông",
  "Raglay",
  "Xtiêng",
  "Bru-Vân Kiều",
  "Thổ",
  "Giáy",
  "Cơ Tu",
  "Giẻ Triêng",
  "Mạ",
  "Khơ Mú",
  "Co",
  "Tà Ôi",
  "Chơ Ro",
  "Kháng",
  "Xinh Mun",
  "Hà Nhì",
  "Chu Ru",
  "Lào",
  "La Chí",
  "La Ha",
  "Phù Lá",
  "La Hủ",
  "Lự",
  "Lô Lô",
  "Chứt",
  "Mảng",
  "Pà Thẻn",
  "Cơ Lao",
  "Cống",
  "Bố Y",
  "Si La",
  "Pu Péo",
  "Brâu",
  "Ơ Đu",
  "Rơ Măm",
] as const;

const religions = [
  "Không",
  "Phật giáo",
  "Công giáo",
  "Tin Lành",
  "Cao Đài",
  "Phật giáo Hòa Hảo",
  "Hồi giáo",
] as const;

const byField: Readonly<Record<string, readonly string[]>> = {
  "official.ethnicity": ethnicities,
  "official.religion": religions,
};

/** Suggestions of a text field, null where there are none. */
export function suggestionsOf(entity: string, field: string): readonly string[] | null {
  return byField[`${entity}.${field}`] ?? null;
}
