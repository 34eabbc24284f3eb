/** The list of a session: what everybody is paid by, what comes next, and why it comes when it does. */
import type { PartialDate } from "../../domain/partial-date";
import type { Translate } from "../../i18n";
import { delayText } from "../../i18n/salary-sentence";
import type { CellType, ReportCell, ReportColumn, ReportTable, RowGroup } from "../document";
import { fill } from "../fill";
import type { ColumnNode } from "../form";
import { headerOf, leavesOf } from "../header";
import type { PaperPerson } from "./person";
import { salaryWords } from "./words";

interface Shape {
  readonly holds: CellType;
  readonly align: ReportColumn["align"];
  readonly cell: (person: PaperPerson, place: number, t: Translate) => ReportCell;
}

const { columns: names } = salaryWords;

const tree: readonly ColumnNode<Shape>[] = [
  leaf("ordinal", names.ordinal, 8, "number", "center", (_person, place) => ({
    kind: "number",
    value: place + 1,
  })),
  leaf("name", names.name, 30, "text", "left", ({ name }) => text(name)),
  leaf("post", names.post, 26, "text", "left", ({ post }) => text(post)),
  leaf("grade", names.grade, 14, "text", "center", ({ standing }) => text(standing.now.grade)),
  {
    title: names.now,
    columns: [
      leaf("nowStep", names.step, 12, "text", "center", ({ standing: { now, next } }) =>
        stepText(next.kind === "regular" ? next.step - 1 : next.step, now.percent ?? 0),
      ),
      leaf("nowCoefficient", names.coefficient, 12, "decimal", "center", ({ standing: { now, next } }) =>
        decimal(now.coefficient ?? next.coefficient),
      ),
      leaf("nowFrom", names.from, 18, "date", "center", ({ standing: { now } }) =>
        date((now.percent ?? 0) > 0 ? now.percentFrom : now.from),
      ),
    ],
  },
  {
    title: names.next,
    columns: [
      leaf("nextStep", names.step, 12, "text", "center", ({ standing: { next } }) =>
        stepText(next.step, next.percent),
      ),
      leaf("nextCoefficient", names.coefficient, 12, "decimal", "center", ({ standing: { next } }) =>
        decimal(next.coefficient),
      ),
      leaf("nextFrom", names.from, 18, "date", "center", ({ standing: { next } }) => date(next.on)),
    ],
  },
  leaf("note", names.note, 30, "text", "left", ({ standing }, _place, t) => text(noteOf(standing, t))),
];

/** @param people in the order of the list, those of a unit together */
export function salaryTable(people: readonly PaperPerson[], t: Translate): ReportTable {
  const leaves = leavesOf(tree);
  const { rows: headerRows, cells: header } = headerOf(tree);
  return {
    kind: "table",
    columns: leaves.map(({ key, widthMm, value: { holds, align } }) => ({
      key,
      holds,
      align,
      wraps: holds === "text" && align === "left",
      widthMm,
    })),
    headerRows,
    header,
    numbering: null,
    rows: people.map((person, place) => leaves.map(({ value }) => value.cell(person, place, t))),
    total: null,
    groups: { column: { key: "unit", title: "" }, parts: unitsOf(people) },
    formulas: leaves.map(() => null),
  };
}

function unitsOf(people: readonly PaperPerson[]): RowGroup[] {
  const parts: { before: number; text: string; count: number }[] = [];
  for (const [place, { unit }] of people.entries()) {
    const last = parts.at(-1);
    if (last !== undefined && last.text === (unit ?? "")) last.count++;
    else parts.push({ before: place, text: unit ?? "", count: 1 });
  }
  return parts;
}

/** Why the step comes when it does. */
function noteOf({ next, delays }: PaperPerson["standing"], t: Translate): string {
  const kind = fill(salaryWords.kind[next.kind], { percent: String(next.percent) });
  if (delays.length === 0) return kind;
  const why = delays.map((delay) => delayText(t, delay)).join("; ");
  const isUnverified = delays.some(({ rule }) => !rule.verified);
  return fill(salaryWords.noteDelayed, {
    kind,
    months: String(next.delayedBy),
    why: isUnverified ? fill(salaryWords.unverified, { why }) : why,
  });
}

function leaf(
  key: string,
  title: string,
  widthMm: number,
  holds: CellType,
  align: ReportColumn["align"],
  cell: Shape["cell"],
): ColumnNode<Shape> {
  return { key, title, widthMm, value: { holds, align, cell } };
}

function text(value: string | null): ReportCell {
  return value === null || value === "" ? { kind: "empty" } : { kind: "text", text: value };
}

function stepText(step: number, percent: number): ReportCell {
  const words =
    percent > 0 ? fill(salaryWords.stepOver, { step: String(step), percent: String(percent) }) : String(step);
  return text(words);
}

function decimal(value: number): ReportCell {
  return { kind: "decimal", value, scale: 2 };
}

function date(value: PartialDate | null): ReportCell {
  return value === null ? { kind: "empty" } : { kind: "date", date: value };
}
