/**
 * The scale of pay of a grade: as the roster's own code list and scales say it, and where they do not, as the program
 * ships it, so that a roster without lists knows the grades that everybody has.
 */
import type { SalaryScale } from "../../../shared/career/salary-steps";
import { shippedGrade, shippedScales } from "../../../shared/catalog/pay";
import type { FieldValue } from "../../../shared/domain/entities";
import { type PackedDay, packedToIso } from "../../../shared/domain/partial-date";
import { foldExact } from "../../../shared/text/fold";
import type { ReadHandle } from "../file/handle";
import { allRows } from "./rows";

type Row = Readonly<Record<string, FieldValue>>;

/** @param day full packed day @returns by code or name of a grade; null where no scale of it is known */
export function scalesOfGrades(db: ReadHandle, day: PackedDay): (grade: string) => SalaryScale | null {
  const iso = packedToIso(day);
  const rowsOf = (entity: "listItem" | "salaryScale") =>
    allRows(db, entity)
      .map(({ fields }): Row => fields)
      .filter((row) => isValid(row, iso));
  const scales = new Map<string, SalaryScale>(shippedScales.map((scale) => [scale.key, scale]));
  for (const row of rowsOf("salaryScale")) {
    const scale = { first: row["first"], rise: row["rise"], steps: row["steps"], months: row["months"] };
    if (isScale(scale)) scales.set(String(row["key"]), scale);
  }
  const keys = new Map<string, string>();
  for (const row of rowsOf("listItem")) {
    if (row["list"] !== "grade" || typeof row["scale"] !== "string") continue;
    for (const name of [row["code"], row["name"]])
      if (typeof name === "string" && name !== "") keys.set(keyOf(name), row["scale"]);
  }
  return (grade) => {
    const key = keys.get(keyOf(grade)) ?? shippedGrade(grade)?.scale;
    return key === undefined ? null : (scales.get(key) ?? null);
  };
}

/** @returns by code of a grade its name in the roster's own list; null where the list has none */
export function gradeNames(db: ReadHandle): (grade: string) => string | null {
  const names = new Map<string, string>();
  for (const { fields } of allRows(db, "listItem")) {
    const { list, code, name } = fields as Row;
    if (list === "grade" && typeof code === "string" && typeof name === "string")
      names.set(keyOf(code), name);
  }
  return (grade) => names.get(keyOf(grade)) ?? null;
}

/** Files write 01.003 and 01003 for the same grade. */
function keyOf(grade: string): string {
  return /^[\d.\s]+$/.test(grade) ? grade.replace(/\D/g, "") : foldExact(grade);
}

function isValid(row: Row, iso: string): boolean {
  return String(row["validFrom"] ?? iso) <= iso && iso <= String(row["validTo"] ?? iso);
}

function isScale(scale: Readonly<Record<keyof SalaryScale, FieldValue | undefined>>): scale is SalaryScale {
  return Object.values(scale).every((value) => typeof value === "number" && value > 0);
}
