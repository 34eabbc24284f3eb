/**
 * Which peoples live in a province, and how those who do not write their names the Kinh way write them.
 *
 * Names such as H'Hen Niê, Y Thông Mlô, Giàng A Páo or Ksor Nham have apostrophes, one-letter words and capitals
 * inside: without some of them in the sample nobody would notice a grid or a report that breaks them.
 */
import type { Sex } from "../domain/values";
import type { Random } from "./random";

/** What a province's officials are, besides Kinh: percent of them all, and the peoples they belong to. */
interface Peoples {
  readonly percent: number;
  readonly names: readonly string[];
}

const kinhOnly: Peoples = { percent: 1, names: ["Tày", "Mường", "Nùng"] };

/** By province code since 01/07/2025, and huyện Thanh Ba by its own (232); shares are rough and made up, the peoples do live there. */
const peoplesOfArea: Readonly<Record<string, Peoples>> = {
  "04": { percent: 88, names: ["Tày", "Tày", "Nùng", "Nùng", "Mông", "Dao"] },
  "08": { percent: 62, names: ["Tày", "Tày", "Mông", "Dao", "Sán Chay"] },
  "11": { percent: 72, names: ["Thái", "Thái", "Mông", "Mông", "Khơ Mú"] },
  "12": { percent: 74, names: ["Thái", "Thái", "Mông", "Dao", "Hà Nhì"] },
  "14": { percent: 70, names: ["Thái", "Thái", "Mông", "Mường"] },
  "15": { percent: 55, names: ["Tày", "Mông", "Dao", "Thái", "Giáy"] },
  "19": { percent: 40, names: ["Tày", "Tày", "Nùng", "Dao", "Sán Chay"] },
  "20": { percent: 78, names: ["Nùng", "Nùng", "Tày", "Tày", "Dao"] },
  "22": { percent: 16, names: ["Dao", "Tày", "Sán Dìu"] },
  "24": { percent: 8, names: ["Nùng", "Tày", "Sán Dìu"] },
  "232": { percent: 5, names: ["Mường", "Mường", "Sán Chay", "Tày"] },
  "25": { percent: 24, names: ["Mường", "Mường", "Mường", "Dao", "Sán Chay"] },
  "37": { percent: 3, names: ["Mường"] },
  "38": { percent: 18, names: ["Mường", "Thái"] },
  "40": { percent: 17, names: ["Thái", "Thái", "Thổ", "Khơ Mú", "Mông"] },
  "44": { percent: 7, names: ["Bru - Vân Kiều", "Tà Ôi"] },
  "46": { percent: 5, names: ["Tà Ôi", "Cơ Tu"] },
  "48": { percent: 9, names: ["Cơ Tu", "Gié Triêng"] },
  "51": { percent: 38, names: ["Hrê", "Xơ Đăng", "Ba Na"] },
  "52": { percent: 34, names: ["Gia Rai", "Gia Rai", "Ba Na"] },
  "56": { percent: 14, names: ["Chăm", "Raglay"] },
  "66": { percent: 28, names: ["Ê Đê", "Ê Đê", "Tày", "Nùng"] },
  "68": { percent: 22, names: ["Cơ Ho", "Mạ", "Chăm"] },
  "75": { percent: 9, names: ["Xtiêng", "Hoa"] },
  "79": { percent: 5, names: ["Hoa", "Hoa", "Chăm"] },
  "86": { percent: 18, names: ["Khmer"] },
  "91": { percent: 9, names: ["Khmer", "Chăm"] },
  "92": { percent: 16, names: ["Khmer", "Khmer", "Hoa"] },
  "96": { percent: 8, names: ["Khmer", "Hoa"] },
};

/** A people for one official. @param areaCode code of the province since 01/07/2025, or 232 */
export function pickEthnicity(random: Random, areaCode: string): string {
  const peoples = peoplesOfArea[areaCode] ?? kinhOnly;
  return random.percent(peoples.percent) ? random.pick(peoples.names) : "Kinh";
}

/** Families with Kinh-like middle and given names: only the family tells the people. */
const familiesOf: Readonly<Record<string, readonly string[]>> = {
  Mường: ["Đinh", "Hà", "Phùng", "Bùi", "Quách", "Bạch", "Phùng", "Sa"],
  Tày: ["Nông", "Hoàng", "Ma", "Lương", "Bế", "Chu", "Hà", "Triệu"],
  Nùng: ["Nông", "Lương", "Hoàng", "Vi", "Lục", "Lã", "Triệu"],
  Dao: ["Bàn", "Đặng", "Triệu", "Phùng", "Lý", "Chảo", "Tẩn"],
  "Sán Chay": ["Lý", "Trần", "Hoàng", "Ninh", "Lâm"],
  "Sán Dìu": ["Diệp", "Tạ", "Ân", "Lưu", "Trương"],
  Thái: ["Lò", "Cà", "Quàng", "Lường", "Tòng", "Hoàng", "Vi", "Lang"],
  Giáy: ["Vàng", "Lù", "Nùng", "Hoàng"],
  Thổ: ["Trương", "Lê", "Bùi"],
  Hoa: ["Lâm", "Trần", "Quách", "Huỳnh", "Ông", "Vương", "Châu"],
  Hrê: ["Phạm", "Đinh"],
  "Bru - Vân Kiều": ["Hồ"],
  "Tà Ôi": ["Hồ", "Lê"],
  "Xơ Đăng": ["A", "Y"],
};

/** Given names of the highlands and the Khmer that are not written the Kinh way. */
const maleGiven: Readonly<Record<string, readonly string[]>> = {
  Mông: ["Páo", "Dơ", "Sình", "Chua", "Vảng", "Súa", "Tủa", "Lử", "Dế", "Hử", "Mua", "Thào"],
  "Ê Đê": ["Thông", "Bhiăp", "Wĩ", "Ngai", "Blum", "Krông", "Tuyên", "Hoàng", "Phương", "Khuê"],
  "Gia Rai": ["Nham", "Hlum", "Bơng", "Thanh", "Dơnh", "Phin", "Hyưn"],
  Khmer: ["Sóc", "Sa Rết", "Sô Phi", "Vi Chét", "Na Rinh", "Đa", "Minh", "Sang"],
  Chăm: ["Tỷ", "Thanh", "Đình", "Hoài", "Quang"],
};

const femaleGiven: Readonly<Record<string, readonly string[]>> = {
  Mông: ["Mỷ", "Dợ", "Sua", "Chía", "Mai", "Dính", "Pàng", "Xuân"],
  "Ê Đê": ["Hen", "Bluên", "Nguyệt", "Mrao", "Yar", "Đên", "Liên"],
  "Gia Rai": ["Hnhan", "Hlinh", "Hương", "Hyen", "Duyên"],
  Khmer: ["Sa Ly", "Thia Ra", "Đa Ra", "Sô Phia", "Ngọc", "Hạnh"],
  Chăm: ["Thị Hoa", "Thị Vân", "Thị Ngọc", "Mỹ Hương"],
};

const clans: Readonly<Record<string, readonly string[]>> = {
  Mông: ["Giàng", "Vàng", "Sùng", "Thào", "Lầu", "Mùa", "Hờ", "Cứ", "Hạng", "Ly"],
  "Ê Đê": ["Niê", "Mlô", "Ayun", "Êban", "Byă", "Kbuôr", "Buôn Yă", "Hđơk"],
  "Gia Rai": ["Ksor", "Siu", "Rơ Châm", "Rơ Mah", "Kpă", "Nay", "Rah Lan"],
  Khmer: ["Thạch", "Sơn", "Kim", "Danh", "Kiên", "Châu", "Lâm"],
  Chăm: ["Đàng", "Bá", "Quảng", "Từ", "Thập", "Lưu", "Mang"],
};

const plainMale = [
  "Thắng",
  "Hùng",
  "Minh",
  "Tuấn",
  "Dũng",
  "Nam",
  "Thành",
  "Quyết",
  "Đại",
  "Hải",
  "Sơn",
  "Phúc",
  "Ước",
  "Toàn",
];
const plainFemale = [
  "Hoa",
  "Lan",
  "Hương",
  "Thủy",
  "Hạnh",
  "Vân",
  "Yến",
  "Huyền",
  "Thơm",
  "Duyên",
  "Liễu",
  "Ánh",
  "Hiền",
  "Mến",
];

/**
 * The name of somebody who is not Kinh.
 * @returns null for peoples who are named as the Kinh are here
 */
export function otherPeopleName(random: Random, sex: Sex, ethnicity: string): string | null {
  const families = familiesOf[ethnicity];
  if (families !== undefined) {
    const given = random.pick(sex === "male" ? plainMale : plainFemale);
    const middle =
      sex === "male"
        ? random.pick(["Văn", "Văn", "Xuân", "Quang", "Đức"])
        : random.pick(["Thị", "Thị", "Thu", "Thị Hồng"]);
    return ethnicity === "Xơ Đăng"
      ? `${sex === "male" ? "A" : "Y"} ${given}`
      : `${random.pick(families)} ${middle} ${given}`;
  }
  const own = clans[ethnicity];
  const givenNames = (sex === "male" ? maleGiven : femaleGiven)[ethnicity];
  if (own === undefined || givenNames === undefined) return null;
  const clan = random.pick(own);
  const given = random.pick(givenNames);
  switch (ethnicity) {
    case "Mông":
      return sex === "male" ? `${clan} A ${given}` : `${clan} Thị ${given}`;
    case "Ê Đê":
      return sex === "male" ? `Y ${given} ${clan}` : `H'${given} ${clan}`;
    default:
      return `${clan} ${given}`;
  }
}
