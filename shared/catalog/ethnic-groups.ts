/**
 * The 54 peoples (dân tộc) with their codes in the two systems in use, of which 37 differ: 04 is Hoa in one and Mường in
 * the other. So a people is read by its name, and a bare code only by a system that somebody named.
 *
 * Sources: Quyết định 1019/QĐ-TCTK (2008; repeated in QCVN 109:2017/BTTTT, Phụ lục E) and Quyết định 121-TCTK/PPCĐ of
 * 02/03/1979, as published by gso.gov.vn and cucthongke.danang.gov.vn. Names as in the list of 2008; other spellings and
 * names in use beside them.
 */
export const codeSystems = ["2008", "1979"] as const;
export type CodeSystem = (typeof codeSystems)[number];

export interface EthnicGroup {
  readonly name: string;
  readonly codes: Readonly<Record<CodeSystem, string>>;
  readonly otherNames: readonly string[];
}

type Line = readonly [in2008: string, in1979: string, name: string, otherNames?: readonly string[]];

const lines: readonly Line[] = [
  ["01", "01", "Kinh", ["Việt"]],
  ["02", "02", "Tày"],
  ["03", "03", "Thái"],
  ["04", "06", "Mường", ["Mol"]],
  ["05", "05", "Khơ me", ["Khmer", "Khơ-me", "Khơme"]],
  ["06", "04", "Hoa", ["Hán"]],
  ["07", "07", "Nùng"],
  ["08", "08", "H'mông", ["H'Mông", "HMông", "Mèo", "Mông"]],
  ["09", "09", "Dao", ["Mán"]],
  ["10", "10", "Gia-rai"],
  ["11", "12", "Ê-đê"],
  ["12", "13", "Ba-na", ["Ba na"]],
  ["13", "15", "Sán Chay", ["Cao Lan", "Cao Lan-Sán Chỉ", "Sán Chỉ"]],
  ["14", "17", "Chăm", ["Chàm"]],
  ["15", "16", "Cơ-ho"],
  ["16", "14", "Xơ-đăng", ["Xơ-Đăng"]],
  ["17", "18", "Sán Dìu"],
  ["18", "19", "Hrê"],
  ["19", "21", "Ra-glai"],
  ["20", "20", "Mnông"],
  ["21", "24", "Thổ"],
  ["22", "22", "Xtiêng"],
  ["23", "29", "Khơ-mú"],
  ["24", "23", "Bru-Vân Kiều"],
  ["25", "26", "Cơ-tu"],
  ["26", "25", "Giáy"],
  ["27", "31", "Tà-ôi"],
  ["28", "28", "Mạ"],
  ["29", "27", "Gié-Triêng", ["Gié Triêng"]],
  ["30", "30", "Co"],
  ["31", "32", "Chơ-ro"],
  ["32", "34", "Xinh-mun"],
  ["33", "35", "Hà Nhì"],
  ["34", "36", "Chu-ru", ["Chu ru"]],
  ["35", "37", "Lào"],
  ["36", "38", "La Chí"],
  ["37", "33", "Kháng"],
  ["38", "40", "Phù Lá"],
  ["39", "41", "La Hủ"],
  ["40", "39", "La Ha"],
  ["41", "46", "Pà Thẻn"],
  ["42", "42", "Lự"],
  ["43", "11", "Ngái"],
  ["44", "44", "Chứt"],
  ["45", "43", "Lô Lô"],
  ["46", "45", "Mảng"],
  ["47", "47", "Cơ Lao", ["Co Lao"]],
  ["48", "49", "Bố Y"],
  ["49", "48", "Cống"],
  ["50", "50", "Si La"],
  ["51", "51", "Pu Péo"],
  ["52", "54", "Rơ-măm", ["Rơ măm"]],
  ["53", "52", "Brâu"],
  ["54", "53", "Ơ Đu"],
];

export const ethnicGroups: readonly EthnicGroup[] = lines.map(([in2008, in1979, name, otherNames = []]) => ({
  name,
  codes: { 2008: in2008, 1979: in1979 },
  otherNames,
}));

/** "Thổ" is a people, and what some call Tày and Khơ me: nobody but the writer knows which is meant. */
export const unclearEthnicNames: Readonly<Record<string, readonly string[]>> = {
  Thổ: ["Thổ", "Tày", "Khơ me"],
};
