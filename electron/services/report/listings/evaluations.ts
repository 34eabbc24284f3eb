/** Evaluations of a period as a list that goes out. */
import {
  type EvaluationValues,
  lastDayOf,
  servedOn,
  suggestedGrade,
} from "../../../../shared/career/evaluation-sheet";
import type { ListingQuestion } from "../../../../shared/contract/schemas/listings";
import type { EvaluationGrade } from "../../../../shared/domain/values";
import { report as words } from "../../../../shared/i18n/vi/report";
import type { ReportCell } from "../../../../shared/report/document";
import { fill } from "../../../../shared/report/fill";
import { gradeText } from "../../../../shared/report/grade-text";
import { formatDay } from "../../../../shared/text/format";
import { Evaluations } from "../../evaluations";
import { Officials } from "../../officials";
import { type ListingReader, t, textCell } from "./listing";

export const evaluations: ListingReader<ListingQuestion<"evaluations">> = async (place, asked) => {
  const { roster, moment, unitId } = place;
  const of = { year: asked.year ?? Number(moment.on.slice(0, 4)), period: asked.period ?? "year" } as const;
  const sheet = await Evaluations.of(new Officials(roster), { moment, ...of, unitId });
  const wordOf = (grade: EvaluationGrade) => t(`domain:evaluationGrade.${grade}`);
  const lastDay = lastDayOf(of.year, of.period);
  return {
    count: sheet.people.length,
    types: {
      name: "text",
      unit: "text",
      post: "text",
      generalPoints: "decimal",
      resultPoints: "decimal",
      suggested: "text",
      grade: "text",
    },
    read: (from, to) =>
      sheet.lines(sheet.people.subarray(from, to)).map((line) => {
        const { category } = line;
        const suggested = suggestedGrade(category, lastDay, line);
        return {
          cells: {
            name: textCell(line.fullName),
            unit: textCell(line.unitName),
            post: textCell(line.post),
            generalPoints: pointsCell(line.generalPoints),
            resultPoints: pointsCell(line.resultPoints),
            suggested: textCell(gradeText(wordOf, suggested, category, of.year)),
            grade: textCell(gradeText(wordOf, line.grade, category, of.year)),
          },
        };
      }),
    values: {
      what: fill(words.listing.evaluated, {
        period: `${t(`domain:evaluationPeriod.${of.period}`)} ${of.year}`,
        day: formatDay(servedOn(of.year, of.period, moment.on)),
      }),
    },
  };
};

/** @param points in tenths */
function pointsCell(points: EvaluationValues["generalPoints"]): ReportCell {
  return points === null ? { kind: "empty" } : { kind: "decimal", value: points, scale: 1 };
}
