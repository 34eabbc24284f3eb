/** `completeness`: how complete files are against a curriculum vitae form, by unit, and who lacks which items. */
import { curriculumForms } from "../../../shared/completeness/forms";
import type { CompletenessPerson, CompletenessTable } from "../../../shared/contract/schemas/completeness";
import type { Moment } from "../../../shared/contract/schemas/common";
import { isoToPacked } from "../../../shared/domain/partial-date";
import type { Translate } from "../../../shared/i18n";
import { formatDay, formatFraction, formatNumber, formatPercent } from "../../../shared/text/format";
import type { Command, CommandContext } from "../command";
import { kindsLine, kindsOf, kindsOptions } from "../kinds";
import { knownOnLines, momentOptions, readingAt } from "../roster-access";
import { renderTable } from "../table";

export const completeness: Command = {
  name: "completeness",
  needs: "read",
  arguments: [{ name: "roster", help: "roster" }],
  options: {
    form: {
      value: "name",
      help: "curriculumForm",
      helpParams: { forms: curriculumForms.join(", ") },
      required: true,
      choices: curriculumForms,
    },
    unit: { value: "code", help: "unit" },
    ...kindsOptions,
    ...momentOptions,
  },
  async run(context) {
    const { args, t } = context;
    const form = args.choice("form", curriculumForms) ?? curriculumForms[0];
    const kinds = kindsOf(args, t);
    const { completenessByUnit, everybodysCompleteness } = await import("../../services/completeness");
    const { unitNamed, unitNameOn } = await import("../../services/named-unit");
    return readingAt(context, async (roster, moment) => {
      const { catalog } = await roster.index();
      const code = args.option("unit");
      const unitId = code === null ? null : unitNamed(catalog, code, moment.on).id;
      const question = { form, on: moment.on, unitId, kinds };
      const table = await completenessByUnit(roster, question);
      const { rows } = await everybodysCompleteness(roster, question);
      const nameOf = (id: string) => {
        const unit = catalog.unitOfId(id);
        return unit === null ? id : unitNameOn(catalog, unit, isoToPacked(moment.on));
      };
      if (context.json) printDocument(context, table, rows);
      else printLines(context, table, rows, { moment, nameOf });
    });
  },
};

/** Goes out person by person: a nation's list is too long for one text. */
function printDocument(
  { write }: CommandContext,
  { form, asOf, kinds, rows: units, total, unposted }: CompletenessTable,
  people: Iterable<CompletenessPerson>,
): void {
  const head = {
    form,
    asOf,
    kinds,
    people: total.people,
    complete: total.complete,
    asked: total.asked,
    present: total.present,
    unposted,
    units: units.map(({ unitId, unitCode, unitName, ...counts }) => ({
      unitId,
      unitCode,
      unitName,
      ...counts,
    })),
  };
  write(`${JSON.stringify(head, null, 2).replace(/\n\}$/, "")},\n  "list": [`);
  let separator = "\n    ";
  for (const { id, fullName, unitCode, present, asked, missing } of people) {
    write(separator + JSON.stringify({ person: id, name: fullName, unitCode, present, asked, missing }));
    separator = ",\n    ";
  }
  write(`${total.people === 0 ? "" : "\n  "}]\n}\n`);
}

/** @param nameOf the name by which a unit is asked for again: its code, or its id where the code is another's */
function printLines(
  context: CommandContext,
  table: CompletenessTable,
  people: Iterable<CompletenessPerson>,
  { moment, nameOf }: { readonly moment: Moment; readonly nameOf: (unitId: string) => string },
): void {
  const { print, t } = context;
  const { form, asOf, kinds, rows, total, unposted } = table;
  print(null, () => {
    const heading = [
      t("cli:completeness.title", { form: t(`completeness:form.${form}`), day: formatDay(asOf) }),
      ...knownOnLines(context, moment),
      kindsLine(kinds, t),
      ...(unposted === 0 ? [] : [t("cli:note.unposted", { people: formatNumber(unposted) })]),
    ].join("\n");
    if (total.people === 0) return `${heading}\n\n${t("cli:completeness.nobody")}\n`;
    const figures = ({ people: count, complete, asked, present }: typeof total) => [
      formatNumber(count),
      formatNumber(complete),
      formatFraction(present, asked),
      formatPercent(present, asked),
    ];
    const units = renderTable(
      [
        { heading: t("cli:stats.code") },
        { heading: t("cli:stats.unit") },
        { heading: t("cli:completeness.people"), align: "right" },
        { heading: t("cli:completeness.complete"), align: "right" },
        { heading: t("cli:completeness.items"), align: "right" },
        { heading: t("cli:completeness.rate"), align: "right" },
      ],
      rows.map((row) => [nameOf(row.unitId), row.unitName, ...figures(row)]),
      ["", t("cli:stats.sum"), ...figures(total)],
    );
    return `${heading}\n\n${units}\n${lackingText(people, t)}`;
  });
}

/** Who lacks something, each with the numbers of the items. */
function lackingText(people: Iterable<CompletenessPerson>, t: Translate): string {
  const lines: string[][] = [];
  for (const { id, fullName, unitName, present, asked, missing } of people) {
    if (missing.length > 0)
      lines.push([fullName, unitName, formatFraction(present, asked), missing.join(", "), id]);
  }
  if (lines.length === 0) return `${t("cli:completeness.all")}\n`;
  return renderTable(
    [
      { heading: t("cli:completeness.name") },
      { heading: t("cli:stats.unit") },
      { heading: t("cli:completeness.items"), align: "right" },
      { heading: t("cli:completeness.missing") },
      { heading: t("cli:people.id") },
    ],
    lines,
  );
}
