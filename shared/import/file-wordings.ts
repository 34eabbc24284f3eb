/** Other headings of what the curriculum vitae asks beside the first items, by key of a column: insurance, army, pay. */
export const fileWordings: Readonly<Record<string, readonly string[]>> = {
  "official.permanentResidence": ["Nơi đăng ký hộ khẩu thường trú", "Nơi thường trú", "HKTT", "Hộ khẩu"],
  "official.socialInsurance": ["Số BHXH", "Số sổ bảo hiểm xã hội", "Sổ BHXH", "Mã số BHXH"],
  "official.socialInsuranceSince": [
    "Tháng năm bắt đầu đóng BHXH",
    "Tháng, năm bắt đầu đóng BHXH",
    "Tháng năm bắt đầu BHXH",
  ],
  "official.healthInsurance": ["Số BHYT", "Mã thẻ BHYT", "Số thẻ bảo hiểm y tế"],
  "official.managedBy": ["Diện cán bộ quản lý"],
  "official.enlisted": ["Nhập ngũ"],
  "official.discharged": ["Xuất ngũ"],
  "official.militaryRank": ["Quân hàm"],
  "official.email": ["Email", "E-mail", "Hòm thư"],
  "salary.grade#1": ["Ngạch", "Mã số ngạch", "Mã ngạch lương"],
  "salary.step#1": ["Bậc lương"],
  "salary.coefficient#1": ["Hệ số lương", "HSL"],
  "salary.from#1": ["Ngày hưởng", "Ngày hưởng lương", "Thời gian hưởng", "Ngày xếp lương"],
  "salary.overPercent#1": ["% VK", "Vượt khung", "PCTNVK", "% thâm niên vượt khung"],
};
