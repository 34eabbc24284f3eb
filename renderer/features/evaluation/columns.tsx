/** Columns of the sheet: who, the points, the grade that the points give, and the grade that is chosen. */
import type { TFunction } from "i18next";
import {
  evaluationFields,
  type EvaluationField,
  type EvaluationValues,
  suggestedGrade,
} from "../../../shared/career/evaluation-sheet";
import type { EvaluationLine } from "../../../shared/contract/schemas/evaluations";
import type { EvaluationGrade } from "../../../shared/domain/values";
import { gradeText } from "../../../shared/report/grade-text";
import { scalarText } from "../../../shared/text/scalar-text";
import { paths } from "../../app/navigation/paths";
import type { GridColumn } from "../../components/virtual-grid/virtual-grid";
import { type EnteredLines, valuesOf } from "./entered";
import classes from "./evaluation.module.css";

type Words = TFunction<["screen-evaluation", "domain"]>;

export interface ColumnsGiven {
  readonly t: Words;
  readonly year: number;
  readonly lastDay: string;
  readonly entered: EnteredLines;
}

/** The field that a column shows and that is typed in; null for the others. */
export function fieldOf(columnKey: string): EvaluationField | null {
  return evaluationFields.find((field) => field === columnKey) ?? null;
}

/** What a grade is called on decisions of the year. */
function gradeOf(
  t: Words,
  grade: EvaluationGrade | null,
  { category }: Pick<EvaluationLine, "category">,
  year: number,
): string {
  return gradeText((one) => t(`domain:evaluationGrade.${one}`), grade, category, year);
}

/** Points as they are typed. */
function pointsText(points: number | null): string {
  return points === null ? "" : scalarText({ type: "decimal", scale: 1 }, points).replace(/,0$/, "");
}

/** A value of a line in words. */
export function cellText(
  { t, year }: Pick<ColumnsGiven, "t" | "year">,
  line: EvaluationLine,
  field: EvaluationField,
  values: EvaluationValues,
): string {
  return field === "grade" ? gradeOf(t, values.grade, line, year) : pointsText(values[field]);
}

export function columnsOf(given: ColumnsGiven): GridColumn<EvaluationLine>[] {
  const { t, entered, lastDay, year } = given;
  const cell = (field: EvaluationField) => (line: EvaluationLine) => {
    const values = valuesOf(line, entered);
    const text = cellText(given, line, field, values);
    const isEntered = values[field] !== line[field];
    return (
      <span className={isEntered ? classes.entered : classes.fits} title={text}>
        {isEntered && text === "" ? "–" : text}
      </span>
    );
  };
  return [
    {
      key: "name",
      header: t("column.name"),
      width: "minmax(9.5rem, 0.8fr)",
      rowHeader: true,
      cell: ({ id, fullName }) => (
        <a className={classes.name} href={paths.person(id)} tabIndex={-1}>
          {fullName}
        </a>
      ),
    },
    {
      key: "unit",
      header: t("column.unit"),
      width: "minmax(6.75rem, 0.7fr)",
      cell: (line) => fitted(line.unitName),
    },
    {
      key: "post",
      header: t("column.post"),
      width: "minmax(16.25rem, 1.5fr)",
      cell: (line) => fitted(line.post),
    },
    {
      key: "generalPoints",
      header: t("column.generalPoints"),
      headerTitle: t("column.generalTitle"),
      width: "4.25rem",
      align: "end",
      cell: cell("generalPoints"),
    },
    {
      key: "resultPoints",
      header: t("column.resultPoints"),
      headerTitle: t("column.resultTitle"),
      width: "4.25rem",
      align: "end",
      cell: cell("resultPoints"),
    },
    {
      key: "suggested",
      header: t("column.suggested"),
      width: "minmax(5.25rem, 0.8fr)",
      cell: (line) => {
        const text = gradeOf(t, suggestedGrade(line.category, lastDay, valuesOf(line, entered)), line, year);
        return (
          <span className={classes.muted} title={text}>
            {text}
          </span>
        );
      },
    },
    { key: "grade", header: t("column.grade"), width: "minmax(13.25rem, 1.4fr)", cell: cell("grade") },
  ];
}

function fitted(text: string) {
  return (
    <span className={classes.fits} title={text}>
      {text}
    </span>
  );
}
