/** What a grade is called on decisions of its year, for the sheet on screen and the list that goes out. */
import { gradeName } from "../career/evaluation";
import { staffKindOf } from "../career/evaluation-sheet";
import type { EvaluationGrade, PostCategory } from "../domain/values";

/**
 * @param wordOf the word for a grade of which the texts of the year have no name
 * @param category of the post; of one that the texts know no names for those of công chức stand in
 */
export function gradeText(
  wordOf: (grade: EvaluationGrade) => string,
  grade: EvaluationGrade | null,
  category: PostCategory | null,
  year: number,
): string {
  if (grade === null) return "";
  return gradeName(grade, staffKindOf(category) ?? "congChuc", year)?.name ?? wordOf(grade);
}
