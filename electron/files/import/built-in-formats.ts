/**
 * The number formats that .xls and .xlsx name by number alone (ECMA-376 part 1, 18.8.30). Those of a day follow the
 * machine's language; as Vietnamese machines show them.
 */
const formats = new Map<number, string>([
  [1, "0"],
  [2, "0.00"],
  [3, "#,##0"],
  [4, "#,##0.00"],
  [9, "0%"],
  [10, "0.00%"],
  [11, "0.00E+00"],
  [12, "# ?/?"],
  [13, "# ??/??"],
  [14, "dd/mm/yyyy"],
  [15, "d-mmm-yy"],
  [16, "d-mmm"],
  [17, "mmm-yy"],
  [18, "h:mm AM/PM"],
  [19, "h:mm:ss AM/PM"],
  [20, "h:mm"],
  [21, "h:mm:ss"],
  [22, "dd/mm/yyyy h:mm"],
  [37, "#,##0"],
  [38, "#,##0"],
  [39, "#,##0.00"],
  [40, "#,##0.00"],
  [45, "mm:ss"],
  [46, "[h]:mm:ss"],
  [47, "mm:ss.0"],
  [48, "##0.0E+0"],
  [49, "@"],
]);

/** Days of other languages, kept for files that were made there. */
const isForeignDay = (id: number) => (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** @returns null for the general format, and for numbers that stand for none */
export function builtInFormat(id: number): string | null {
  return formats.get(id) ?? (isForeignDay(id) ? "dd/mm/yyyy" : null);
}
