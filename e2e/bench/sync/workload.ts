/**
 * The made-up rosters that all peers trade: the same rows, edits and planted conflicts for everybody, from seeds
 * alone. Figures of two peers could not be compared if their offices had written different things.
 *
 * A commune adds its people and sends a first file; the district edits some of them; the commune, which has not
 * seen that, edits all of its people and sends a second file. What both touched is a planted conflict.
 */
import { seeded } from "../measure";

export const fields = [
  "fullName",
  "birth",
  "gender",
  "ethnicity",
  "hometown",
  "identityNumber",
  "phone",
  "post",
  "since",
  "professional",
  "politicalTheory",
  "note",
] as const;
type Field = (typeof fields)[number];

/** Officials are in every version of the programs; decisions only in a newer one, which only the faults use. */
type Entity = "official" | "decision";

/** One save in a form. */
export type Action =
  | {
      readonly kind: "create";
      readonly entity: Entity;
      readonly row: string;
      readonly fields: Readonly<Record<string, string>>;
    }
  | { readonly kind: "set"; readonly row: string; readonly field: string; readonly value: string }
  | { readonly kind: "delete"; readonly row: string };

/** Two offices touched the same person, and neither had seen the other's change. */
export interface Planted {
  readonly row: string;
  readonly field: string;
  readonly kind: "edit against edit" | "delete against edit";
}

/** Which values a row may show after all files; a row that one side deleted may be gone. */
export interface Expected {
  readonly mayBeGone: boolean;
  readonly values: Readonly<Record<string, readonly string[]>>;
}

export interface CommuneWork {
  readonly commune: number;
  /** Before the first file. */
  readonly created: readonly Action[];
  /** Before the second file. */
  readonly edited: readonly Action[];
  /** At the district, between the two. */
  readonly district: readonly Action[];
  readonly planted: readonly Planted[];
  readonly expected: ReadonlyMap<string, Expected>;
}

const peopleOfCommune = 60;
const editsOfPerson = 5;

/** @param people how many of the commune; conflicts are planted by their numbers in the whole nation */
export function communeWork(commune: number, people = peopleOfCommune): CommuneWork {
  const pick = seeded(Math.imul(commune + 1, 2_654_435_761));
  const rows = Array.from({ length: people }, () => ({ row: rowId(pick), person: newPerson(pick) }));
  const created = rows.map(
    ({ row, person }) => ({ kind: "create", entity: "official", row, fields: person }) as const,
  );
  const written = rows.map(({ person }) =>
    Object.fromEntries(fields.map((field) => [field, [person[field]]])),
  ) as Record<Field, string[]>[];
  const edited: Action[] = [];
  const district: Action[] = [];
  const planted: Planted[] = [];
  for (let round = 0; round < editsOfPerson; round++) {
    rows.forEach(({ row }, place) => {
      const last = round === editsOfPerson - 1;
      const plan = last ? planOf(commune * people + place) : "none";
      const field = fields[pick(fields.length)] ?? "note";
      const value = newValue(field, pick, written[place]?.[field] ?? []);
      if (plan === "commune deletes") edited.push({ kind: "delete", row });
      else edited.push({ kind: "set", row, field, value });
      written[place]?.[field].push(value);
      if (plan === "none") return;
      planted.push({ row, field, kind: plan === "edit" ? "edit against edit" : "delete against edit" });
      const other = newValue(field, pick, written[place]?.[field] ?? []);
      if (plan === "district deletes") district.push({ kind: "delete", row });
      else district.push({ kind: "set", row, field, value: other });
      written[place]?.[field].push(other);
    });
  }
  const expected = new Map(
    rows.map(({ row }, place) => {
      const conflict = planted.find((one) => one.row === row);
      const mayBeGone = conflict?.kind === "delete against edit";
      const values = Object.entries(written[place] ?? {}).map(([field, all]) => {
        const ends = field === conflict?.field ? -2 : -1;
        return [field, mayBeGone ? all : all.slice(ends)] as const;
      });
      return [row, { mayBeGone, values: Object.fromEntries(values) }] as const;
    }),
  );
  return { commune, created, edited, district, planted, expected };
}

/** How many saves the two files of so many communes hold. */
export function savesOf(communes: number): number {
  return communes * peopleOfCommune * (1 + editsOfPerson);
}

type Plan = "none" | "edit" | "district deletes" | "commune deletes";

/** 1 % are edited in two places, 0.1 % deleted in one and edited in the other, by turns. @param number in the nation */
function planOf(number: number): Plan {
  if (number % 100 === 37) return "edit";
  if (number % 2000 === 511) return "district deletes";
  return number % 2000 === 1511 ? "commune deletes" : "none";
}

const families = [
  "Nguyễn",
  "Trần",
  "Lê",
  "Phạm",
  "Hoàng",
  "Huỳnh",
  "Phan",
  "Vũ",
  "Võ",
  "Đặng",
  "Bùi",
  "Đỗ",
  "Hồ",
];
const middles = ["Văn", "Thị", "Đức", "Ngọc", "Minh", "Thanh", "Hữu", "Quang", "Thu", "Xuân", "Kim", "Công"];
const givens = [
  "An",
  "Bình",
  "Chi",
  "Dũng",
  "Giang",
  "Hà",
  "Hạnh",
  "Hùng",
  "Lan",
  "Linh",
  "Mai",
  "Nam",
  "Phúc",
];
const ethnicities = ["Kinh", "Kinh", "Kinh", "Tày", "Thái", "Mường", "Khmer", "Nùng", "H'Mông", "Dao"];
const places = [
  "Quảng Yên",
  "Thanh Ba",
  "Đồng Xuân",
  "Yên Lạc",
  "Tân Phú",
  "Hòa Bình",
  "Phú Lộc",
  "An Khánh",
];
const posts = [
  "Chủ tịch UBND",
  "Phó Chủ tịch UBND",
  "Bí thư Đảng ủy",
  "Văn phòng - thống kê",
  "Tài chính - kế toán",
];
const levels = ["Trung cấp", "Cao đẳng", "Đại học", "Thạc sĩ", "Sơ cấp"];
const theories = ["Chưa qua đào tạo", "Sơ cấp", "Trung cấp", "Cao cấp", "Cử nhân"];

type Pick = (end: number) => number;

function newPerson(pick: Pick): Record<Field, string> {
  return Object.fromEntries(fields.map((field) => [field, plausible(field, pick)])) as Record<Field, string>;
}

/** A value that the field never had, so that nobody can be right by chance. */
function newValue(field: Field, pick: Pick, had: readonly string[]): string {
  const value = plausible(field, pick);
  if (!had.includes(value)) return value;
  let nth = 2;
  while (had.includes(`${value} (${nth})`)) nth += 1;
  return `${value} (${nth})`;
}

function plausible(field: Field, pick: Pick): string {
  const of = (words: readonly string[]) => words[pick(words.length)] ?? "";
  switch (field) {
    case "fullName":
      return `${of(families)} ${of(middles)} ${of(givens)}`;
    case "birth":
      return `${1960 + pick(42)}-${two(1 + pick(12))}-${two(1 + pick(28))}`;
    case "gender":
      return of(["Nam", "Nữ"]);
    case "ethnicity":
      return of(ethnicities);
    case "hometown":
      return `xã ${of(places)}, huyện ${of(places)}`;
    case "identityNumber":
      return `0${String(pick(1e6)).padStart(6, "0")}${String(pick(1e5)).padStart(5, "0")}`;
    case "phone":
      return `09${String(pick(1e8)).padStart(8, "0")}`;
    case "post":
      return of(posts);
    case "since":
      return `${2000 + pick(26)}-${two(1 + pick(12))}`;
    case "professional":
      return of(levels);
    case "politicalTheory":
      return of(theories);
    case "note":
      return `Quyết định số ${1 + pick(4000)}/QĐ-UBND`;
  }
}

/** A random UUID (version 4) from the seed. */
function rowId(pick: Pick): string {
  const hex = Array.from({ length: 8 }, () => pick(65_536).toString(16).padStart(4, "0")).join("");
  const variant = (8 + pick(4)).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
