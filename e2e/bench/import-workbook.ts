/**
 * The workbook that the import is measured with: a list of a province's people as offices keep it. It is made from the
 * sample's people, who differ as real ones do, and worded as clerks word it; the same seed gives the same file.
 */
import { Random } from "../../shared/sample/random";
import { sampleRows } from "../../shared/sample/sample";
import { presetsOf, type SamplePerson, type SampleRow } from "../../shared/sample/types";
import type { CellContent, SheetCell, Workbook } from "../../shared/import/workbook";

export const importedRows = 10_000;
export const provinceCode = "25";
/** What a row of the workbook says, by heading; a number is a day as spreadsheet programs count days. */
type Row = Readonly<Record<string, string | number>>;

const seed = 7;
const firstDay = Date.UTC(1899, 11, 30);
const dayMs = 86_400_000;

/** How clerks write a level; the first words are the likelier ones. */
const levels: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  general: {
    upperSecondary: ["12/12", "12/12", "10/10", "THPT", "Tốt nghiệp THPT", "BT THPT"],
    lowerSecondary: ["9/12", "THCS", "7/10"],
    primary: ["5/12", "Tiểu học"],
  },
  professional: {
    doctor: ["Tiến sĩ", "TS"],
    master: ["Thạc sĩ", "ThS", "Thạc sỹ", "Cao học"],
    university: ["Đại học", "ĐH", "Cử nhân", "Đại học (tại chức)", "Kỹ sư", "ĐH từ xa"],
    college: ["Cao đẳng", "CĐ"],
    intermediate: ["Trung cấp", "TC", "TCCN", "Trung cấp chuyên nghiệp"],
    elementary: ["Sơ cấp", "SC"],
    none: ["Chưa qua đào tạo", "Chưa ĐT"],
  },
  politicalTheory: {
    bachelor: ["Cử nhân", "Cử nhân chính trị"],
    advanced: ["Cao cấp", "Cao cấp LLCT", "CC"],
    intermediate: ["Trung cấp", "TC", "TCCT", "Trung cấp LLCT"],
    elementary: ["Sơ cấp", "SC"],
    training: ["Bồi dưỡng"],
    none: ["Chưa"],
  },
  stateManagement: {
    seniorSpecialist: ["CVCC"],
    principalSpecialist: ["Chuyên viên chính", "CVC"],
    specialist: ["Chuyên viên", "CV", "Ngạch chuyên viên"],
    assistant: ["Cán sự"],
    none: ["Chưa"],
  },
  it: {
    university: ["Đại học"],
    college: ["Cao đẳng"],
    intermediate: ["Trung cấp"],
    advanced: ["Chứng chỉ C", "Nâng cao"],
    basic: ["Chứng chỉ B", "Chứng chỉ A", "Ứng dụng CNTT cơ bản"],
    none: ["Không"],
  },
};

/** @returns rows of the people who serve, commune by commune */
export function importRows(): Row[] {
  const sample = sampleRows({ set: "province", seed });
  const nameOf = new Map(presetsOf(sample, "post").map(({ id, fields }) => [id, String(fields.name)]));
  const rows: Row[] = [];
  const random = new Random(seed, "bench/import");
  for (const { unitId, unitName, people } of sample.communes()) {
    for (const person of people) {
      const post = person.assignments.find(({ fields }) => fields.unit === unitId && fields.to == null);
      if (post === undefined) continue;
      rows.push(rowOf(random, person, post, unitName, nameOf, rows.length + 1));
      if (rows.length === importedRows) return rows;
    }
  }
  throw new Error(`The sample has only ${rows.length} people`);
}

function rowOf(
  random: Random,
  { fields, qualifications }: SamplePerson,
  { fields: post }: SampleRow<"assignment">,
  unitName: string,
  nameOf: ReadonlyMap<string, string>,
  place: number,
): Row {
  const of = (kind: string) => qualifications.find((one) => one.fields.kind === kind)?.fields ?? {};
  const level = (kind: string) => {
    const { level: held } = of(kind) as { readonly level?: string };
    const worded = held === undefined ? undefined : levels[kind]?.[held];
    return worded === undefined ? "" : (worded[random.below(random.below(worded.length) + 1)] ?? "");
  };
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  const professional = of("professional") as Readonly<Record<string, unknown>>;
  return {
    STT: place,
    "Họ và tên": text(fields.fullName),
    "Giới tính": fields.sex === "female" ? "Nữ" : "Nam",
    "Ngày sinh": dateOf(random, text(fields.birth)),
    "Số CCCD": text(fields.identityNumber),
    "Dân tộc": text(fields.ethnicity),
    "Tôn giáo": text(fields.religion),
    "Quê quán": text(fields.hometown),
    "Nơi ở hiện nay": `Số ${random.between(1, 300)}, khu ${random.between(1, 20)}, ${unitName}`,
    "Số điện thoại": `0${random.between(3, 9)}${String(place).padStart(8, "0")}`,
    "Đơn vị công tác": unitName,
    "Chức vụ": nameOf.get(text(post.post)) ?? "",
    "Từ ngày": dateOf(random, text(post.from)),
    "Ngày vào Đảng": dateOf(random, text(fields.partyJoined)),
    "Ngày chính thức": dateOf(random, text(fields.partyOfficial)),
    "Ngày tuyển dụng": dateOf(random, text(fields.recruitedOn)),
    "Trình độ văn hóa": level("general"),
    "Trình độ chuyên môn": level("professional"),
    "Chuyên ngành": text(professional["major"]),
    "Trường đào tạo": text(professional["school"]),
    "Năm tốt nghiệp": text(professional["granted"]).slice(0, 4),
    LLCT: level("politicalTheory"),
    QLNN: level("stateManagement"),
    "Tin học": level("it"),
    "Ghi chú": random.percent(20)
      ? `Hồ sơ số ${random.between(1, 99_999)}/${random.between(2005, 2025)}`
      : "",
  };
}

/** A day as text or as a number, a month or a year as text, as precise as it is known. */
function dateOf(random: Random, date: string): string | number {
  const [year, month, day] = date.split("-");
  if (year === undefined || month === undefined) return date;
  if (day === undefined) return `${month}/${year}`;
  if (random.percent(50)) return (Date.UTC(Number(year), Number(month) - 1, Number(day)) - firstDay) / dayMs;
  return random.percent(70) ? `${day}/${month}/${year}` : `${Number(day)}.${Number(month)}.${year}`;
}

/** A list from which this and that was changed since: other phone numbers, a level more. @param every of how many rows one */
export function withChanges(rows: readonly Row[], every: number): Row[] {
  return rows.map((row, place) =>
    place % every === 0
      ? { ...row, "Số điện thoại": `09${String(place).padStart(8, "9")}`, LLCT: "Cao cấp LLCT" }
      : row,
  );
}

export function workbookOf(rows: readonly Row[]): Workbook {
  const headings = Object.keys(rows[0] ?? {});
  const title = { number: 1, cells: [textCell(0, "DANH SÁCH CÁN BỘ, CÔNG CHỨC CẤP XÃ")] };
  const heading = { number: 3, cells: headings.map((text, column) => textCell(column, text)) };
  const body = rows.map((row, place) => ({
    number: place + 4,
    cells: headings.flatMap((name, column): SheetCell[] => {
      const said = row[name] ?? "";
      if (said === "") return [];
      return typeof said === "string" ? [textCell(column, said)] : [numberCell(column, said, name !== "STT")];
    }),
  }));
  const sheet = { name: "Danh sách", hidden: false, rows: [title, heading, ...body], merges: [] };
  return { format: "xlsx", date1904: false, left: [], sheets: [sheet] };
}

function textCell(column: number, text: string): SheetCell {
  return cellOf(column, { kind: "text", runs: [{ text, font: null }] });
}

function numberCell(column: number, value: number, isDate: boolean): SheetCell {
  return cellOf(column, { kind: "number", value, format: isDate ? "dd/mm/yyyy" : null, isDate });
}

function cellOf(column: number, content: CellContent): SheetCell {
  return { column, content, formula: false };
}
