/** The letters by which spreadsheet programs name a column: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}
