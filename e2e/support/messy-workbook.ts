/**
 * The list that a commune office has had in Excel for years, as a file of LibreOffice: titles, a heading over two rows,
 * groups, a total, names in an old font, birth years under "Nam" and "Nữ", levels in anybody's words.
 */
import { flatOds, type MadeSheet, type MadeValue } from "../../electron/testing/workbooks/flat-ods";
import { convertWithOffice } from "../../electron/testing/libre-office";
import { encodeLegacy } from "../../shared/testing/legacy";

export interface ListedPerson {
  readonly name: string;
  readonly sex: "Nam" | "Nữ";
  /** As it stands in the sheet. */
  readonly born: string | number;
  readonly post: string;
  /** As it stands in the sheet. */
  readonly since: string | { readonly date: string };
  readonly general: string;
  readonly professional: string;
  readonly politicalTheory: string;
  readonly party: string;
  readonly note: string;
  /** The name is typed in the font of the years before Unicode. */
  readonly oldFont: boolean;
}

/** Families, middle names and given names of nobody in particular. */
const families = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô"];
const middles = { Nam: ["Văn", "Đức", "Hữu"], Nữ: ["Thị", "Thu", "Ngọc"] } as const;
const given = {
  Nam: ["An", "Bình", "Cường", "Dũng", "Hải", "Khánh", "Long", "Minh", "Phúc", "Quân", "Sơn", "Tùng"],
  Nữ: ["Anh", "Bích", "Chi", "Dung", "Hà", "Hương", "Lan", "Mai", "Nga", "Oanh", "Thảo"],
} as const;

/** Groups of the list with the posts in them, as clerks write them. */
const groups = [
  { title: "I. Đảng ủy", posts: ["Bí thư Đảng ủy", "Phó Bí thư Thường trực Đảng ủy"] },
  { title: "II. HĐND", posts: ["Chủ tịch HĐND", "Phó chủ tịch HĐND"] },
  { title: "III. UBND", posts: ["Chủ tịch UBND", "Phó Chủ tịch UBND xã", "PCT UBND"] },
] as const;
/** What only this commune calls so; the clerk says once what it is. */
export const ownPost = "Cán bộ một cửa";
const officers = 33 - groups.reduce((sum, { posts }) => sum + posts.length, 0);

const professionals = ["ĐH", "Đại học Luật", "TC", "Thạc sỹ", "Cử nhân hành chính", "Cao đẳng"];
const theories = ["TC", "Trung cấp LLCT", "SC", "Cao cấp LLCT"];

function pick<T>(list: readonly T[], place: number): T {
  const one = list[place % list.length];
  if (one === undefined) throw new Error("An empty list");
  return one;
}

/** The 33 people of the list, group by group; no two of one name. */
export const listed: readonly ListedPerson[] = Array.from({ length: 33 }, (_, place) => {
  const sex = place % 3 === 1 ? "Nữ" : "Nam";
  const posts: readonly string[] = groups.flatMap((group) => group.posts);
  return {
    name: `${pick(families, place)} ${pick(middles[sex], place)} ${pick(given[sex], Math.trunc(place / 3) + place)}`,
    sex,
    born:
      place % 4 === 0
        ? 1965 + place
        : `${String(1 + (place % 28)).padStart(2, "0")}/${String(1 + (place % 12)).padStart(2, "0")}/${1965 + place}`,
    post: posts[place] ?? ownPost,
    since: place % 2 === 0 ? "01/07/2025" : { date: "2025-07-01" },
    general: "12/12",
    professional: pick(professionals, place),
    politicalTheory: pick(theories, place),
    party: `15/0${1 + (place % 9)}/${15 + (place % 5)}`,
    note: place === 4 ? "Đang học cao học" : "",
    oldFont: place % 2 === 1,
  };
});

/** A level that a rule of today asks for and the list's words say. */
export const isUniversity = ({ professional }: ListedPerson) =>
  ["ĐH", "Đại học Luật", "Thạc sỹ", "Cử nhân hành chính"].includes(professional);

const oldFont = ".VnTime";
const width = 12;

function row(person: ListedPerson, number: number): (MadeValue | null)[] {
  const { name, sex, born, since } = person;
  const shown = person.oldFont ? { text: encodeLegacy("tcvn3", name), font: oldFont } : name;
  return [
    number,
    shown,
    sex === "Nam" ? born : null,
    sex === "Nữ" ? born : null,
    "Kinh",
    person.post,
    since,
    person.general,
    person.professional,
    person.politicalTheory,
    person.party,
    person.note === "" ? null : person.note,
  ];
}

const line = (...cells: (MadeValue | null)[]) => [
  ...cells,
  ...Array.from({ length: width - cells.length }, () => null),
];

function sheet(): MadeSheet {
  const leaders = groups.reduce((sum, { posts }) => sum + posts.length, 0);
  const bodies: (MadeValue | null)[][] = [];
  let at = 0;
  for (const { title, posts } of groups) {
    bodies.push(line(null, title));
    for (const _ of posts) bodies.push(row(listed[at] ?? failed(), ++at));
  }
  bodies.push(line(null, "IV. Công chức"));
  for (const person of listed.slice(leaders)) bodies.push(row(person, ++at));
  return {
    name: "Danh sach",
    rows: [
      line("UBND XÃ QUẢNG YÊN"),
      line("DANH SÁCH CÁN BỘ, CÔNG CHỨC"),
      line(),
      line(
        "STT",
        "Họ và tên",
        "Năm sinh",
        null,
        "Dân tộc",
        "Chức vụ",
        "Từ ngày",
        "Trình độ",
        null,
        null,
        "Ngày vào Đảng",
        "Theo dõi riêng của xã",
      ),
      line(null, null, "Nam", "Nữ", null, null, null, "Văn hóa", "Chuyên môn", "LLCT"),
      line(...Array.from({ length: width }, (_, place) => place + 1)),
      ...bodies,
      line(null, "Tổng cộng: 33 người"),
      line(),
      line(null, null, null, null, null, null, null, "Người lập biểu"),
    ],
    merges: [
      { row: 0, column: 0, rows: 1, columns: 6 },
      { row: 1, column: 0, rows: 1, columns: width },
      { row: 3, column: 2, rows: 1, columns: 2 },
      { row: 3, column: 7, rows: 1, columns: 3 },
      ...[0, 1, 4, 5, 6, 10, 11].map((column) => ({ row: 3, column, rows: 2, columns: 1 })),
    ],
  };
}

function failed(): never {
  throw new Error("The list has 33 people");
}

/** @returns the bytes of an .xls, and how many people it lists */
export function messyWorkbook(): Buffer {
  if (listed.length !== 33 || officers <= 0 || new Set(listed.map(({ name }) => name)).size !== 33) failed();
  return convertWithOffice(flatOds([sheet()]), "fods", "xls:MS Excel 97");
}
