/** `evaluations`: how people are graded for a period, by unit, with the share of xuất sắc and who is over it. */
import { gradeName } from "../../../shared/career/evaluation";
import { lastDayOf, servedOn } from "../../../shared/career/evaluation-sheet";
import type { EvaluationCap } from "../../../shared/contract/schemas/evaluations";
import { isYear } from "../../../shared/domain/scalars";
import { evaluationGrades, evaluationPeriods } from "../../../shared/domain/values";
import type { Translate } from "../../../shared/i18n";
import { formatDay, formatNumber } from "../../../shared/text/format";
import type { Graded } from "../../services/evaluations";
import { wrong } from "../arguments";
import type { Command, CommandContext } from "../command";
import { knownOnLines, momentOptions, readingAt } from "../roster-access";
import { renderTable } from "../table";

export const evaluations: Command = {
  name: "evaluations",
  needs: "read",
  arguments: [{ name: "roster", help: "roster" }],
  options: {
    year: { value: "year", help: "evaluationYear", required: true },
    period: { value: "name", help: "evaluationPeriod", choices: evaluationPeriods },
    unit: { value: "code", help: "unit" },
    ...momentOptions,
  },
  async run(context) {
    const { args, t } = context;
    const year = args.whole("year", 0);
    if (!isYear(year)) throw wrong(t, "year", { value: args.required("year") });
    const period = args.choice("period", evaluationPeriods) ?? "year";
    const { Evaluations } = await import("../../services/evaluations");
    const { Officials } = await import("../../services/officials");
    const { unitNamed } = await import("../../services/named-unit");
    return readingAt(context, async (roster, moment) => {
      const { catalog } = await roster.index();
      const code = args.option("unit");
      const unitId = code === null ? null : unitNamed(catalog, code, moment.on).id;
      const sheet = await Evaluations.of(new Officials(roster), { moment, year, period, unitId });
      const units = byUnit(await sheet.graded(), (id) => catalog.unitOfId(id));
      const { hasRule, rows: caps } = await sheet.caps();
      const on = servedOn(year, period, moment.on);
      const document = {
        year,
        period,
        on,
        ...totalOf(units),
        units,
        hasRule,
        caps,
      };
      context.print(document, () =>
        [
          [
            t("cli:evaluations.title", { period: periodText(t, year, period), day: formatDay(on) }),
            ...knownOnLines(context, moment),
          ].join("\n"),
          unitsText(context, units, year),
          capsText(t, hasRule, caps, lastDayOf(year, period)),
        ].join("\n\n"),
      );
    });
  },
};

type Counts = Readonly<Record<(typeof evaluationGrades)[number] | "people" | "ungraded", number>>;

interface UnitCounts extends Counts {
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
}

function countsOf(people: readonly Graded[]): Counts {
  const of = (grade: Graded["grade"]) => people.filter((person) => person.grade === grade).length;
  return {
    people: people.length,
    excellent: of("excellent"),
    good: of("good"),
    completed: of("completed"),
    notCompleted: of("notCompleted"),
    ungraded: of(null),
  };
}

/** In the order of the list. */
function byUnit(
  people: readonly Graded[],
  unitOf: (id: string) => { readonly code: string; readonly fullName: string } | null,
): UnitCounts[] {
  const units = new Map<string, Graded[]>();
  for (const person of people) {
    const known = units.get(person.unit);
    if (known === undefined) units.set(person.unit, [person]);
    else known.push(person);
  }
  return [...units].map(([unitId, own]) => ({
    unitId,
    unitCode: unitOf(unitId)?.code ?? "",
    unitName: unitOf(unitId)?.fullName ?? "",
    ...countsOf(own),
  }));
}

function totalOf(units: readonly Counts[]): Counts {
  const sum = (key: keyof Counts) => units.reduce((total, unit) => total + unit[key], 0);
  return {
    people: sum("people"),
    excellent: sum("excellent"),
    good: sum("good"),
    completed: sum("completed"),
    notCompleted: sum("notCompleted"),
    ungraded: sum("ungraded"),
  };
}

/** "Cả năm 2026" */
function periodText(t: Translate, year: number, period: (typeof evaluationPeriods)[number]): string {
  return `${t(`domain:evaluationPeriod.${period}`)} ${year}`;
}

function unitsText({ t }: CommandContext, units: readonly UnitCounts[], year: number): string {
  if (units.length === 0) return t("cli:evaluations.nobody");
  const grades = evaluationGrades.map(
    (grade) => gradeName(grade, "congChuc", year)?.name ?? t(`domain:evaluationGrade.${grade}`),
  );
  const cells = (counts: Counts) =>
    [counts.people, ...evaluationGrades.map((grade) => counts[grade]), counts.ungraded].map(formatNumber);
  return renderTable(
    [
      { heading: t("cli:stats.code") },
      { heading: t("cli:stats.unit") },
      ...[t("cli:evaluations.people"), ...grades, t("cli:evaluations.ungraded")].map((heading) => ({
        heading,
        align: "right" as const,
      })),
    ],
    units.map((unit) => [unit.unitCode, unit.unitName, ...cells(unit)]),
    ["", t("cli:stats.sum"), ...cells(totalOf(units))],
  );
}

function capsText(t: Translate, hasRule: boolean, caps: readonly EvaluationCap[], day: string): string {
  if (!hasRule) return `${t("cli:evaluations.noRule", { day: formatDay(day) })}\n`;
  const over = caps.filter(({ isOver }) => isOver);
  if (over.length === 0) return `${t("cli:evaluations.within")}\n`;
  return `${t("cli:evaluations.over", { count: formatNumber(over.length) })}\n${renderTable(
    [
      { heading: t("cli:stats.unit") },
      { heading: t("cli:evaluations.group") },
      { heading: t("cli:evaluations.excellent"), align: "right" },
      { heading: t("cli:evaluations.most"), align: "right" },
      { heading: t("cli:evaluations.clause") },
    ],
    over.map(({ unitName, category, excellent, most, clause, verified }) => [
      unitName,
      category === null ? t("cli:evaluations.whole") : t(`domain:postCategory.${category}`),
      formatNumber(excellent),
      formatNumber(most),
      `${clause}${verified ? "" : ` (${t("due:unverified")})`}`,
    ]),
  )}`;
}
