/**
 * What pay is worked out from, as the program ships it: scales of coefficients, grades (ngạch) with their scale, and the
 * base pay by day. Coefficients are in hundredths, so that 2,34 is 234 and no fraction is rounded.
 *
 * Sources: scales of NĐ 204/2004/NĐ-CP, Bảng 2 and 3, as several public copies agree on them; the two of drivers and
 * service staff as offices use them. Codes and names of grades from rosters in use, those of văn thư from Thông tư
 * 2/2021/TT-BNV. Base pay: of 2019 and 2023 as thuvienphapluat.vn and asa-audit.com tell of the decrees with their days.
 * What was not compared with the text says so in `verified`.
 */

/** A scale: step n has the coefficient first + rise × (n − 1). Top: see shared/career/salary-steps.ts. */
export interface ShippedScale {
  readonly key: string;
  readonly name: string;
  /** Coefficient of step 1, and what each step adds, in hundredths. */
  readonly first: number;
  readonly rise: number;
  readonly steps: number;
  /** Months between two steps. */
  readonly months: number;
  readonly clause: string;
  readonly verified: boolean;
}

const table2 = "NĐ 204/2004/NĐ-CP, Bảng 2 và Bảng 3";
const asUsed = "Theo cách xếp đang dùng ở cơ quan; NĐ 204/2004/NĐ-CP";

type ScaleLine = readonly [
  key: string,
  name: string,
  first: number,
  rise: number,
  steps: number,
  months: number,
];

const scalesOfTable2: readonly ScaleLine[] = [
  ["A3.1", "Loại A3, nhóm 1", 620, 36, 6, 36],
  ["A3.2", "Loại A3, nhóm 2", 575, 36, 6, 36],
  ["A2.1", "Loại A2, nhóm 1", 440, 34, 8, 36],
  ["A2.2", "Loại A2, nhóm 2", 400, 34, 8, 36],
  ["A1", "Loại A1", 234, 33, 9, 36],
  ["A0", "Loại A0", 210, 31, 10, 36],
  ["B", "Loại B", 186, 20, 12, 24],
  ["C1", "Loại C, nhóm 1", 165, 18, 12, 24],
  ["C2", "Loại C, nhóm 2", 150, 18, 12, 24],
  ["C3", "Loại C, nhóm 3", 135, 18, 12, 24],
];
const scalesAsUsed: readonly ScaleLine[] = [
  ["driver", "Lái xe cơ quan", 205, 18, 12, 24],
  ["service", "Nhân viên phục vụ", 100, 18, 12, 24],
];

export const shippedScales: readonly ShippedScale[] = [
  ...scales(scalesOfTable2, table2, true),
  ...scales(scalesAsUsed, asUsed, false),
];

function scales(lines: readonly ScaleLine[], clause: string, verified: boolean): ShippedScale[] {
  return lines.map(([key, name, first, rise, steps, months]) => ({
    key,
    name,
    first,
    rise,
    steps,
    months,
    clause,
    verified,
  }));
}

/** A grade (ngạch). `verified` is of its scale: codes and names are those that offices write. */
export interface ShippedGrade {
  readonly code: string;
  readonly name: string;
  readonly scale: string;
  readonly clause: string;
  readonly verified: boolean;
}

const administration = "NĐ 204/2004/NĐ-CP, Bảng 2; Thông tư 2/2021/TT-BNV";
const accounting = "NĐ 204/2004/NĐ-CP, Bảng 2; Thông tư 29/2022/TT-BTC";
const service = "NĐ 204/2004/NĐ-CP, Bảng 4";
const records = "Thông tư 2/2021/TT-BNV";

type GradeLine = readonly [code: string, name: string, scale: string, clause: string, verified: boolean];

const gradeLines: readonly GradeLine[] = [
  ["01.001", "Chuyên viên cao cấp", "A3.1", administration, false],
  ["01.002", "Chuyên viên chính", "A2.1", administration, false],
  ["01.003", "Chuyên viên", "A1", administration, false],
  // Until the circular of 2021 on scale B, on which whoever lacks the diploma still stands.
  ["01.004", "Cán sự", "A0", administration, false],
  ["01.005", "Nhân viên", "B", administration, false],
  ["01.009", "Nhân viên phục vụ", "service", service, false],
  ["01.010", "Lái xe cơ quan", "driver", service, false],
  ["01.011", "Nhân viên bảo vệ", "C2", service, false],
  ["02.006", "Văn thư viên chính", "A2.1", records, true],
  ["02.007", "Văn thư viên", "A1", records, true],
  ["02.008", "Văn thư viên trung cấp", "B", records, true],
  ["06.029", "Kế toán viên cao cấp", "A3.2", accounting, false],
  ["06.030", "Kế toán viên chính", "A2.2", accounting, false],
  ["06.031", "Kế toán viên", "A1", accounting, false],
  ["06.032", "Kế toán viên trung cấp", "A0", accounting, false],
];

export const shippedGrades: readonly ShippedGrade[] = gradeLines.map(
  ([code, name, scale, clause, verified]) => ({ code, name, scale, clause, verified }),
);

const byDigits = new Map(shippedGrades.map((grade) => [digitsOf(grade.code), grade]));

/** The grade of a code by its digits alone, since files write 01.003 and 01003 for the same; null if none has it. */
export function shippedGrade(code: string): ShippedGrade | null {
  return byDigits.get(digitsOf(code)) ?? null;
}

function digitsOf(code: string): string {
  return code.replace(/\D/g, "");
}

/** The base pay (lương cơ sở) from a day on, in đồng a month. */
export interface ShippedBasePay {
  readonly validFrom: string;
  readonly amount: number;
  readonly clause: string;
  readonly verified: boolean;
}

/** Oldest first. Steps before the first are not shipped: no source of them was found. */
export const shippedBasePay: readonly ShippedBasePay[] = [
  { validFrom: "2019-07-01", amount: 1_490_000, clause: "NĐ 38/2019/NĐ-CP", verified: true },
  { validFrom: "2023-07-01", amount: 1_800_000, clause: "NĐ 24/2023/NĐ-CP", verified: true },
  { validFrom: "2024-07-01", amount: 2_340_000, clause: "NĐ 73/2024/NĐ-CP", verified: true },
  { validFrom: "2026-07-01", amount: 2_530_000, clause: "NĐ 161/2026/NĐ-CP", verified: true },
];

/** The base pay in force on a full day, as `YYYY-MM-DD`; null before the first that is known. */
export function basePayOn(rows: readonly ShippedBasePay[], iso: string): ShippedBasePay | null {
  return rows.reduce<ShippedBasePay | null>(
    (newest, row) =>
      row.validFrom <= iso && (newest === null || row.validFrom > newest.validFrom) ? row : newest,
    null,
  );
}
