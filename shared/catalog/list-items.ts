/**
 * The beginning of the code lists (danh mục mã): names that are offered while typing, with the codes by which other
 * systems know them. Offices add to them and load their own.
 *
 * Sources: dân tộc see ethnic-groups.ts; tôn giáo, and the codes of merit, as a list bound for the ministry's database
 * gives them (the number of the decision behind it was not found); which merit is of which kind Luật Thi đua, khen thưởng
 * 06/2022/QH15, Điều 9, 20 and 58; phụ cấp NĐ 204/2004/NĐ-CP, Điều 6 and NĐ 34/2012/NĐ-CP; quân hàm Luật Sĩ quan QĐND Việt
 * Nam, Điều 10 and Luật Nghĩa vụ quân sự 78/2015/QH13, Điều 8; diện chính sách Pháp lệnh 02/2020/UBTVQH14, Điều 3, and what the
 * curriculum vitae forms ask of their children; thành phần gia đình, as the forms are filled in; languages TT 32/2018 and
 * TT 34/2020/TT-BGDĐT. Left out: answers for what is not known, which is a blank here, "other", and flags of emulation, which
 * no person is given.
 */
import type { CodeList } from "../domain/entities/definition";
import { ethnicGroups } from "./ethnic-groups";
import { catalogId } from "./ids";
import { shippedGrades } from "./pay";

/** A row of `listItem`: fields without a value are null. */
export interface ShippedListItem {
  readonly id: string;
  readonly list: CodeList;
  readonly name: string;
  readonly code: string | null;
  readonly oldCode: string | null;
  /** With semicolons between. */
  readonly aliases: string | null;
  readonly scale: string | null;
  readonly order: number;
}

interface Item {
  readonly name: string;
  readonly code?: string;
  readonly oldCode?: string;
  readonly aliases?: readonly string[];
  readonly scale?: string;
}

type Line = readonly [code: string | null, name: string, ...aliases: string[]];

const religions: readonly Line[] = [
  ["99", "Không", "Không theo tôn giáo nào"],
  ["01", "Phật giáo", "Đạo Phật"],
  ["02", "Công giáo", "Thiên Chúa giáo"],
  ["03", "Phật giáo Hòa Hảo", "Hòa Hảo"],
  ["04", "Hồi giáo"],
  ["05", "Cao Đài"],
  ["06", "Minh sư đạo"],
  ["07", "Minh Lý đạo"],
  ["08", "Tin Lành"],
  ["09", "Tịnh độ cư sĩ Phật hội Việt Nam"],
  ["10", "Tứ ân hiếu nghĩa"],
  ["11", "Bửu sơn Kỳ hương"],
  ["12", "Bahá'í"],
  ["13", "Bà La Môn"],
  ["14", "Mặc Môn"],
];

const classes = ["hạng Nhất", "hạng Nhì", "hạng Ba"] as const;

const honours: readonly Line[] = [
  ["01", "Huân chương Sao vàng"],
  ["02", "Huân chương Hồ Chí Minh"],
  ...inClasses(3, "Huân chương Độc lập"),
  ...inClasses(6, "Huân chương Quân công"),
  ...inClasses(9, "Huân chương Lao động"),
  ...inClasses(12, "Huân chương Bảo vệ Tổ quốc"),
  ...inClasses(15, "Huân chương Chiến công"),
  ["18", "Huân chương Đại đoàn kết dân tộc"],
  ["19", "Huân chương Dũng cảm"],
  ["20", "Huân chương Hữu nghị"],
  ["21", "Huy chương Quân kỳ quyết thắng"],
  ["22", "Huy chương Vì an ninh Tổ quốc"],
  ...inClasses(23, "Huy chương Chiến sĩ vẻ vang"),
  ["26", "Huy chương Hữu nghị"],
  ["27", "Bà mẹ Việt Nam anh hùng"],
  ["28", "Anh hùng Lực lượng vũ trang nhân dân"],
  ["29", "Anh hùng Lao động"],
  ["30", "Nhà giáo nhân dân"],
  ["31", "Nhà giáo ưu tú"],
  ["32", "Thầy thuốc nhân dân"],
  ["33", "Thầy thuốc ưu tú"],
  ["34", "Nghệ sĩ nhân dân"],
  ["35", "Nghệ sĩ ưu tú"],
  ["36", "Nghệ nhân nhân dân"],
  ["37", "Nghệ nhân ưu tú"],
  ["38", "Giải thưởng Hồ Chí Minh"],
  ["39", "Giải thưởng Nhà nước"],
];

const emulationTitles: readonly Line[] = [
  ["44", "Chiến sĩ thi đua toàn quốc", "CSTĐ toàn quốc"],
  // The law has the title; the list in which the codes were found does not.
  [null, "Chiến sĩ thi đua bộ, ban, ngành, tỉnh", "CSTĐ cấp bộ", "CSTĐ cấp tỉnh"],
  ["46", "Chiến sĩ thi đua cơ sở", "CSTĐ cơ sở", "CSTĐCS"],
  ["47", "Lao động tiên tiến", "LĐTT"],
  ["48", "Chiến sĩ tiên tiến", "CSTT"],
];

const rewardForms: readonly Line[] = [
  ["41", "Bằng khen của Thủ tướng Chính phủ"],
  ["42", "Bằng khen của bộ, ban, ngành, tỉnh", "Bằng khen của Chủ tịch UBND tỉnh"],
  ["43", "Giấy khen"],
  ["40", "Kỷ niệm chương"],
];

const allowanceKinds = [
  "Phụ cấp chức vụ",
  "Phụ cấp thâm niên vượt khung",
  "Phụ cấp kiêm nhiệm",
  "Phụ cấp khu vực",
  "Phụ cấp đặc biệt",
  "Phụ cấp thu hút",
  "Phụ cấp lưu động",
  "Phụ cấp độc hại, nguy hiểm",
  "Phụ cấp thâm niên nghề",
  "Phụ cấp ưu đãi theo nghề",
  "Phụ cấp trách nhiệm theo nghề",
  "Phụ cấp trách nhiệm công việc",
  "Phụ cấp phục vụ quốc phòng, an ninh",
  "Phụ cấp công vụ",
];

const militaryRanks = [
  "Binh nhì",
  "Binh nhất",
  "Hạ sĩ",
  "Trung sĩ",
  "Thượng sĩ",
  "Thiếu úy",
  "Trung úy",
  "Thượng úy",
  "Đại úy",
  "Thiếu tá",
  "Trung tá",
  "Thượng tá",
  "Đại tá",
  "Thiếu tướng",
  "Trung tướng",
  "Thượng tướng",
  "Đại tướng",
];

const policySubjects: readonly Line[] = [
  [null, "Con liệt sĩ"],
  [null, "Con thương binh"],
  [null, "Con bệnh binh"],
  [null, "Con người nhiễm chất độc hóa học", "Con người nhiễm chất độc da cam"],
  [null, "Vợ (chồng) liệt sĩ", "Vợ liệt sĩ", "Chồng liệt sĩ"],
  [null, "Thương binh"],
  [null, "Người hưởng chính sách như thương binh"],
  [null, "Bệnh binh"],
  [
    null,
    "Người hoạt động kháng chiến bị nhiễm chất độc hóa học",
    "Người nhiễm chất độc da cam",
    "Người nhiễm chất độc da cam Dioxin",
  ],
  [null, "Người hoạt động cách mạng, kháng chiến bị địch bắt tù, đày"],
  [null, "Người hoạt động kháng chiến giải phóng dân tộc"],
  [null, "Người có công giúp đỡ cách mạng"],
];

const familyOrigins = [
  "Cố nông",
  "Bần nông",
  "Trung nông",
  "Phú nông",
  "Địa chủ",
  "Nông dân",
  "Công nhân",
  "Công chức",
  "Viên chức",
  "Quân nhân",
  "Trí thức",
  "Dân nghèo",
  "Tiểu thương",
  "Tiểu chủ",
  "Tiểu tư sản",
  "Tư sản",
];

const languages: readonly Line[] = [
  [null, "Tiếng Anh", "Anh", "Anh văn"],
  [null, "Tiếng Nga", "Nga", "Nga văn"],
  [null, "Tiếng Pháp", "Pháp", "Pháp văn"],
  [null, "Tiếng Trung Quốc", "Trung", "Trung văn", "Tiếng Trung"],
  [null, "Tiếng Đức", "Đức"],
  [null, "Tiếng Nhật", "Nhật"],
  [null, "Tiếng Hàn", "Hàn"],
  [null, "Tiếng Lào", "Lào"],
  [null, "Tiếng Ba-na", "Bahnar"],
  [null, "Tiếng Chăm", "Chăm"],
  [null, "Tiếng Ê-đê", "Ê-đê"],
  [null, "Tiếng Gia-rai", "Jrai"],
  [null, "Tiếng Khơ-me", "Khmer"],
  [null, "Tiếng Mông", "Mông"],
  [null, "Tiếng Mnông", "Mnông"],
  [null, "Tiếng Thái (dân tộc Thái)", "Thái"],
];

const lists: Readonly<Record<CodeList, readonly Item[]>> = {
  ethnicity: ethnicGroups.map(({ name, codes, otherNames }) => ({
    name,
    code: codes["2008"],
    oldCode: codes["1979"],
    aliases: otherNames,
  })),
  religion: religions.map(itemOf),
  honour: honours.map(itemOf),
  emulationTitle: emulationTitles.map(itemOf),
  rewardForm: rewardForms.map(itemOf),
  allowanceKind: allowanceKinds.map((name) => ({ name })),
  grade: shippedGrades.map(({ code, name, scale }) => ({ name, code, scale })),
  militaryRank: militaryRanks.map((name) => ({ name })),
  policySubject: policySubjects.map(itemOf),
  familyOrigin: familyOrigins.map((name) => ({ name })),
  language: languages.map(itemOf),
};

/** In the order of their lists, and of each list as it is offered. */
export const shippedListItems: readonly ShippedListItem[] = (
  Object.entries(lists) as [CodeList, readonly Item[]][]
).flatMap(([list, items]) =>
  items.map(({ name, code = null, oldCode = null, aliases = [], scale = null }, place) => ({
    id: catalogId(`listItem/${list}/${name}`),
    list,
    name,
    code,
    oldCode,
    aliases: aliases.length === 0 ? null : aliases.join("; "),
    scale,
    order: place + 1,
  })),
);

function itemOf([code, name, ...aliases]: Line): Item {
  return { name, ...(code === null ? {} : { code }), aliases };
}

/** Three classes of one honour, whose codes follow one another. */
function inClasses(first: number, name: string): Line[] {
  return classes.map((grade, place) => [String(first + place).padStart(2, "0"), `${name} ${grade}`]);
}
